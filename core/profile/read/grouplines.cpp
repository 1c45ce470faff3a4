// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/grouplines.h"

#include "core/profile/profile.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/inline.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// False where no reading of the words ends in a colon or is a year; most prose is told by this alone.
bool mayEndGroup(QByteArrayView text)
{
    // A colon or a digit as it is, of full width (its first byte), or by its entity.
    return std::any_of(text.begin(), text.end(),
        [](char c) { return c == ':' || c == '\xEF' || c == '&' || (c >= '0' && c <= '9'); });
}

} // namespace

bool isYearAlone(const QString& text)
{
    return text.size() == 4 && (text.startsWith(u"19") || text.startsWith(u"20"))
        && readDate(text).start.has_value();
}

bool isGroupLine(QByteArrayView bytes, TextRange block)
{
    const TextRange line = trimmed(bytes, block);
    const QByteArrayView text = slice(bytes, line);
    if (text.contains('\n') || text.size() > 300 || !mayEndGroup(text))
        return false;
    const QString visible = plainText(decoded(bytes, line)).trimmed();
    if (visible.size() > 80)
        return false;
    return visible.endsWith(u':') || visible.endsWith(u'：') || isYearAlone(visible);
}

QString groupName(QByteArrayView bytes, TextRange block)
{
    QString name = plainText(decoded(bytes, trimmed(bytes, block)));
    if (name.endsWith(u':') || name.endsWith(u'：'))
        name.chop(1);
    return name.trimmed();
}

QString yearOf(QByteArrayView bytes, TextRange block)
{
    if (block.length() > 160)
        return {};
    QString words = plainText(decoded(bytes, trimmed(bytes, block)));
    words.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return isYearAlone(words) ? words : QString();
}

bool isEmptyLines(QByteArrayView bytes, TextRange block)
{
    const Spans spans = scanInline(bytes, trimmed(bytes, block));
    return std::all_of(spans.begin(), spans.end(), [&](const Span& span) {
        return span.kind == SpanKind::Break || span.kind == SpanKind::Newline || span.kind == SpanKind::Entity
            || trimmed(bytes, span.range).isEmpty();
    });
}

bool isAloneInBold(QByteArrayView bytes, TextRange block)
{
    const TextRange line = trimmed(bytes, block);
    if (line.length() > 300)
        return false;
    Spans spans = scanInline(bytes, line);
    if (!spans.empty() && spans.front().kind == SpanKind::Link && spans.front().end == int(spans.size()))
        spans = scanInline(bytes, trimmed(bytes, spans.front().inner));
    if (spans.empty() || spans.front().end != int(spans.size()))
        return false;
    const Span& span = spans.front();
    return span.kind == SpanKind::Strong
        || (span.kind == SpanKind::Element && (span.name == "b" || span.name == "strong"));
}

bool isBoldGroupLine(QByteArrayView bytes, TextRange block)
{
    const TextRange line = trimmed(bytes, block);
    if (line.length() > 60)
        return false;
    const Spans spans = scanInline(bytes, line);
    if (spans.empty() || spans.front().end != int(spans.size()))
        return false;
    const Span& span = spans.front();
    const bool bold = span.kind == SpanKind::Strong
        || (span.kind == SpanKind::Element && (span.name == "b" || span.name == "strong"));
    const QString words = visibleText(bytes, spans);
    return bold && words.count(u' ') < 4 && !words.contains(u',');
}

} // namespace lectern::profile
