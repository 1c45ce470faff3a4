// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"
#include "core/markdown/kramdown/htmltags.h"

#include <optional>

namespace lectern::markdown {

/// What `markdown="…"` on an element asks for.
enum class MarkdownWish { Raw, Default, Span, Block };

/// An element node for a start tag, with its attributes; name and attribute names of known tags in lower case.
[[nodiscard]] Node* makeElement(Context& context, const html::OpenTag& tag, TextRange range, bool isSpan);
/// Takes the `markdown` attribute off an element; none for other values than 0, 1, span and block.
[[nodiscard]] std::optional<MarkdownWish> takeMarkdownWish(Node* element);

} // namespace lectern::markdown
