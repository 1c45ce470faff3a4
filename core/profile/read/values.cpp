// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/values.h"

#include "core/profile/read/titles.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/tags.h"

namespace lectern::profile {
namespace {

QString unescaped(QString text, QStringView protectedCharacters)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'\\' && i + 1 < text.size() && protectedCharacters.contains(text[i + 1]))
            ++i;
        out += text[i];
    }
    return out;
}

bool isBlankOnly(QByteArrayView bytes, TextRange range)
{
    return trimmed(bytes, range).isEmpty();
}

} // namespace

QString linkTextValue(QByteArrayView bytes, TextRange range)
{
    return unescaped(decoded(bytes, range), u"[]\\");
}
QString linkUrlValue(QByteArrayView bytes, TextRange range)
{
    return unescaped(decoded(bytes, range), u"()\\");
}

QString yearValue(QByteArrayView bytes, TextRange digits)
{
    const QString text = decoded(bytes, digits);
    if (text.size() != 2)
        return text;
    return (text < u"50" ? QStringLiteral("20") : QStringLiteral("19")) + text;
}

NotePlace findNote(QByteArrayView bytes, TextRange rest)
{
    NotePlace place;
    if (rest.from > rest.to)
        return place;
    place.at = rest.to;
    TextRange text = trimmed(bytes, rest);
    while (text.from < text.to
        && (QByteArrayView(",.;:)*_-").contains(bytes[text.from]) || isSpace(bytes[text.from])))
        ++text.from;
    if (text.isEmpty()) {
        place.canAdd = true;
        const char last = rest.to > rest.from ? bytes[rest.to - 1] : 0;
        place.before = last == '.' || last == ',' ? " " : ", ";
        return place;
    }
    const Spans spans = scanInline(bytes, text);
    for (const Span& span : spans) {
        if (span.kind == SpanKind::Link || span.kind == SpanKind::Image
            || (span.kind == SpanKind::Element && span.name == "a")
            || (span.kind == SpanKind::Escape && bytes[span.range.from + 1] == '|'))
            return place;
    }
    const QString visible = visibleText(bytes, spans);
    if (slice(bytes, text).startsWith('(')) {
        TextRange inside { text.from + 1, text.to };
        while (inside.to > inside.from && QByteArrayView(".;, ").contains(bytes[inside.to - 1]))
            --inside.to;
        if (bytes[inside.to - 1] != ')' || slice(bytes, { inside.from, inside.to - 1 }).contains(')'))
            return place;
        --inside.to;
        place.whole = { rest.from, inside.to + 1 };
        text = inside;
    }
    const auto letters = std::count_if(visible.begin(), visible.end(), [](QChar c) { return c.isLetter(); });
    if (letters < 3 || visible.front().isDigit() || text.length() > 400)
        return place;
    place.found = true;
    place.text = text;
    if (place.whole.isEmpty())
        place.whole = { rest.from, text.to };
    return place;
}

LinkBytes readLink(QByteArrayView bytes, TextRange part)
{
    LinkBytes out;
    const Spans spans = scanInline(bytes, part);
    for (int i = 0; i < int(spans.size()); ++i) {
        const Span& span = spans[size_t(i)];
        const bool html = span.kind == SpanKind::Element && span.name == "a";
        if (!html && !(span.kind == SpanKind::Link && span.hasTarget))
            continue;
        out.found = true;
        out.html = html;
        out.url = span.target;
        if (html) {
            const auto tag = tagAt(bytes, span.range.from, span.range.to);
            const auto href = tag ? attributeValue(bytes, *tag, "href") : std::nullopt;
            out.found = href.has_value();
            out.url = href.value_or(TextRange {});
        }
        out.label = trimmed(bytes, span.inner);
        // Emphasis and brackets around the whole label are the page's style, not its words.
        int child = i + 1;
        while (child < span.end && spans[size_t(child)].end == span.end
            && (spans[size_t(child)].kind == SpanKind::Strong
                || spans[size_t(child)].kind == SpanKind::Emphasis
                || spans[size_t(child)].kind == SpanKind::Element)) {
            out.label = trimmed(bytes, spans[size_t(child)].inner);
            ++child;
        }
        const QByteArrayView label = slice(bytes, out.label);
        if (label.startsWith("\\[") && label.endsWith("\\]") && label.size() > 4)
            out.label = { out.label.from + 2, out.label.to - 2 };
        else if (label.startsWith('[') && label.endsWith(']') && label.size() > 2)
            out.label = { out.label.from + 1, out.label.to - 1 };
        return out;
    }
    return out;
}

LinkPlace findLinks(
    QByteArrayView bytes, const std::vector<Segment>& segments, TextRange title, TextRange authors)
{
    LinkPlace best;
    for (const Segment& segment : segments) {
        LinkPlace place;
        bool labels = false;
        for (int i = 0; i < int(segment.spans.size()); ++i) {
            const Span& span = segment.spans[size_t(i)];
            const bool link = (span.kind == SpanKind::Link && span.hasTarget)
                || (span.kind == SpanKind::Element && span.name == "a");
            if (!link)
                continue;
            const int end = span.end;
            const LinkBytes found = readLink(bytes, span.range);
            const QString label = visibleText(bytes, segment.spans, i + 1, end);
            i = end - 1;
            if (!found.found || label.isEmpty() || span.range.overlaps(title) || span.range.overlaps(authors)
                || label.size() > 40)
                continue;
            place.parts.push_back(span.range);
            place.values.push_back({ linkTextValue(bytes, found.label), linkUrlValue(bytes, found.url) });
            labels = labels || isLinkLabel(label);
        }
        if (place.parts.empty() || (segment.nested && !labels) || place.parts.size() <= best.parts.size())
            continue;
        place.range = { place.parts.front().from, place.parts.back().to };
        best = std::move(place);
    }
    return best;
}

TextRange wholeLines(QByteArrayView bytes, TextRange text, TextRange limit)
{
    TextRange whole = text;
    const qsizetype start = std::max(limit.from, lineStart(bytes, text.from));
    const qsizetype marker = listMarkerLength(bytes, start, text.from);
    if (!isBlankOnly(bytes, { start + marker, text.from })
        && !slice(bytes, { start, text.from }).trimmed().endsWith(':'))
        return whole;
    qsizetype behind = text.to;
    while (behind < limit.to && (isBlank(bytes[behind]) || bytes[behind] == '\\'))
        ++behind;
    if (behind < limit.to && !isEndOfLine(bytes[behind]))
        return whole;
    // With the line ending before it: the last line of an item keeps its own.
    whole = { start, behind };
    if (whole.from > limit.from && bytes[whole.from - 1] == '\n')
        --whole.from;
    if (whole.from > limit.from && bytes[whole.from - 1] == '\r')
        --whole.from;
    return whole;
}

} // namespace lectern::profile
