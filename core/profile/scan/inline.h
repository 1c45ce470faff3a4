// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

// The profile reads pages with a source scanner of its own (this folder: lines and blocks, HTML tags, inline tokens with
// byte positions) and not with the kramdown engine's tree. What Jekyll publishes of a half-typed tag is a collapsed page:
// the rest of it falls into one element. The forms must stay up in those states, so the scanner is resilient where the
// engine is true: an unclosed construct ends with its block, every byte keeps its place, and the work is linear.
namespace lectern::profile {

enum class SpanKind {
    Text,
    Escape, ///< a backslash and the character that it protects
    Entity, ///< `&nbsp;`
    Newline, ///< a line ending that is no break
    Break, ///< `<br>`, two spaces or two backslashes at a line's end; with the line ending behind it
    Code,
    Math, ///< `$…$` or `$$…$$`
    Liquid,
    Comment,
    Emphasis,
    Strong,
    Link,
    Image,
    Element, ///< an HTML element with both of its tags
    Tag, ///< a tag without partner
};

/// A piece of a line of text. Pieces lie in document order; those inside piece i stand at [i + 1, end).
struct Span {
    SpanKind kind = SpanKind::Text;
    TextRange range;
    TextRange inner; ///< without the marks around
    TextRange target; ///< address of a link or image, as written, without `<>` and title
    bool hasTarget = false; ///< false: `[text]` without an address
    QByteArray name; ///< of an element or tag, lower case
    int end = 0;
};
using Spans = std::vector<Span>;

/// Reads the inline text of `range`. Constructs never reach beyond it.
[[nodiscard]] Spans scanInline(QByteArrayView bytes, TextRange range);

/// What a reader sees of `spans[first, last)`, without marks, comments and Liquid; line ends and `&nbsp;` are spaces.
[[nodiscard]] QString visibleText(QByteArrayView bytes, const Spans& spans, int first, int last);
[[nodiscard]] inline QString visibleText(QByteArrayView bytes, const Spans& spans)
{
    return visibleText(bytes, spans, 0, int(spans.size()));
}
/// The same of a range's text.
[[nodiscard]] QString visibleText(QByteArrayView bytes, TextRange range);

} // namespace lectern::profile
