// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"

#include <array>
#include <optional>
#include <string_view>

namespace lectern::markdown {

/// The extensions `{::comment}`, `{::nomarkdown}` and `{::options}`.
[[nodiscard]] bool isExtension(std::string_view name);
/// What an extension leaves in the tree; nullptr for nothing. Options take effect at once.
[[nodiscard]] Node* makeExtension(
    Context& context, const BraceMatch& start, std::string_view body, TextRange range, bool isSpan);
void applyOptions(Context& context, const Attribute* settings);
/// `toc_levels` as it is written: `1..3` or `1,2`; nothing where it is written in another way.
[[nodiscard]] std::optional<std::array<bool, 7>> readTocLevels(std::string_view value);

} // namespace lectern::markdown
