// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace lectern::markdown {

/// True when Jekyll's highlighter has a lexer of this name; options behind `?` do not count.
[[nodiscard]] bool isHighlightedLanguage(std::string_view language);

} // namespace lectern::markdown
