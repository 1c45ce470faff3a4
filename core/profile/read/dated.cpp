// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/dated.h"

#include "core/profile/read/cells.h"
#include "core/profile/read/layout.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {

bool isDate(QByteArrayView bytes, TextRange range)
{
    const QByteArrayView raw = slice(bytes, range);
    if (raw.isEmpty() || raw.size() >= 80 || !std::any_of(raw.begin(), raw.end(), isDigit))
        return false;
    const QString text = decoded(bytes, range);
    return readDate(text.contains(u'&') ? plainText(text) : text).start.has_value();
}

namespace {

bool isWrapperKind(const Span& span)
{
    return span.kind == SpanKind::Emphasis || span.kind == SpanKind::Strong || span.kind == SpanKind::Code
        || (span.kind == SpanKind::Element && span.name != "a");
}

/// `range` without brackets around it.
TextRange unbracketed(QByteArrayView bytes, TextRange range)
{
    range = trimmed(bytes, range);
    if (range.length() > 2
        && ((bytes[range.from] == '[' && bytes[range.to - 1] == ']')
            || (bytes[range.from] == '(' && bytes[range.to - 1] == ')')))
        return trimmed(bytes, { range.from + 1, range.to - 1 });
    return range;
}

/// `range` without commas and colons at its end: they part the date from its text.
TextRange withoutMarks(QByteArrayView bytes, TextRange range)
{
    while (slice(bytes, range).endsWith("：") || slice(bytes, range).endsWith("，")
        || slice(bytes, range).endsWith("。"))
        range.to -= 3;
    while (range.to > range.from
        && (isSpace(bytes[range.to - 1]) || QByteArrayView(",:;").contains(bytes[range.to - 1])))
        --range.to;
    if (slice(bytes, range).endsWith("·"))
        return withoutMarks(bytes, { range.from, range.to - 2 });
    // The full stop behind a year ends a sentence, the one behind "Oct" belongs to it.
    if (range.length() > 4 && bytes[range.to - 1] == '.' && isDigit(bytes[range.to - 2]))
        --range.to;
    return range;
}

/// The date inside a wrapper, however deep ("***2024***", "**[2024.05]**"); empty where there is none.
TextRange wrappedDate(QByteArrayView bytes, const Spans& spans, int index)
{
    const Span& span = spans[size_t(index)];
    if (!isWrapperKind(span))
        return {};
    TextRange inner = span.inner;
    if (span.kind == SpanKind::Code) {
        while (inner.from < inner.to && bytes[inner.from] == '`')
            ++inner.from;
        while (inner.to > inner.from && bytes[inner.to - 1] == '`')
            --inner.to;
    }
    const bool onlyChild = index + 1 < span.end && spans[size_t(index + 1)].end == span.end;
    if (onlyChild && isWrapperKind(spans[size_t(index + 1)]))
        return wrappedDate(bytes, spans, index + 1);
    const TextRange date = withoutMarks(bytes, unbracketed(bytes, inner));
    return isDate(bytes, date) ? date : TextRange {};
}

/// The longest date at the begin of plain text. It ends before a mark or a blank.
TextRange plainDate(QByteArrayView bytes, TextRange text)
{
    const char first = text.isEmpty() ? 0 : bytes[text.from];
    if (first == '[' || first == '(') {
        const qsizetype close = slice(bytes, text).indexOf(first == '[' ? ']' : ')');
        const TextRange date { text.from + 1, text.from + std::max<qsizetype>(close, 1) };
        return close > 0 && isDate(bytes, date) ? date : TextRange {};
    }
    TextRange best;
    const qsizetype limit = std::min(text.to, text.from + 48);
    for (qsizetype at = text.from; at <= limit; ++at) {
        if (at < limit && !isSpace(bytes[at]) && bytes[at] != ':' && bytes[at] != ',' && bytes[at] != '|'
            && static_cast<unsigned char>(bytes[at]) < 0xE0)
            continue;
        if (at == limit && limit < text.to)
            break;
        if (isDate(bytes, trimmed(bytes, { text.from, at })))
            best = trimmed(bytes, { text.from, at });
    }
    return withoutMarks(bytes, best);
}

/// ":sparkles:"
bool isEmojiCode(QByteArrayView text)
{
    qsizetype at = 1;
    while (at < text.size()
        && (isAsciiLetter(text[at]) || isDigit(text[at]) || text[at] == '_' || text[at] == '+'))
        ++at;
    return text.startsWith(':') && at > 2 && at < text.size() && text[at] == ':';
}

/// Behind the marks and blanks that part a date from its text.
qsizetype behindSeparator(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    static constexpr const char* marks[] = { "：", "，", "–", "—", "｜", "\\|", "&mdash;", "&ndash;", "·" };
    bool mark = false;
    while (at < limit && !isEmojiCode(slice(bytes, { at, limit }))) {
        const QByteArrayView rest = slice(bytes, { at, limit });
        if (isSpace(bytes[at])) {
            ++at;
        } else if (rest.startsWith("&nbsp;") || rest.startsWith("&emsp;") || rest.startsWith("&ensp;")
            || rest.startsWith("&thinsp;")) {
            at += rest.indexOf(';') + 1;
        } else if (rest.startsWith("\xC2\xA0")) {
            at += 2;
        } else if (rest.startsWith("\\\\")) {
            at += 2;
        } else if (rest.startsWith("<br>") || rest.startsWith("<br/>") || rest.startsWith("<br />")) {
            at += rest.indexOf('>') + 1;
        } else if (!mark
            && (bytes[at] == ':' || bytes[at] == ',' || bytes[at] == ';' || bytes[at] == '|'
                || (bytes[at] == '.' && limit - at > 1 && isSpace(bytes[at + 1]))
                || (bytes[at] == '-' && limit - at > 1 && isBlank(bytes[at + 1])))) {
            mark = true;
            ++at;
        } else {
            const auto found = std::find_if(
                std::begin(marks), std::end(marks), [&](const char* m) { return rest.startsWith(m); });
            if (mark || found == std::end(marks))
                break;
            mark = true;
            at += qsizetype(qstrlen(*found));
        }
    }
    return at;
}

DatePlace leadingDate(QByteArrayView bytes, const Spans& spans, TextRange body)
{
    if (spans.empty())
        return {};
    DatePlace place;
    const Span& first = spans.front();
    qsizetype end = 0;
    if (isWrapperKind(first)) {
        place.date = wrappedDate(bytes, spans, 0);
        end = first.range.to;
    } else if (first.kind == SpanKind::Text) {
        place.date = plainDate(bytes, first.range);
        end = place.date.to;
        // "Sep. 2022 to *present*, …"
        const TextRange open { first.range.from, spans.size() > 1 ? spans[1].range.to : 0 };
        if (spans.size() > 1 && isWrapperKind(spans[1]) && open.length() < 40 && end < first.range.to
            && readDate(plainText(decoded(bytes, open))).start) {
            place.date = open;
            end = open.to;
        }
        if (end < body.to && (bytes[end] == ']' || bytes[end] == ')'))
            ++end;
    }
    if (place.date.isEmpty())
        return {};
    place.text = { behindSeparator(bytes, end, body.to), body.to };
    place.whole = { body.from, place.text.from };
    place.found = true;
    return place;
}

/// Where a date at the end of plain text may begin: behind a comma, a colon, a dash or a bar.
struct Mark {
    qsizetype at = -1;
    qsizetype length = 0;
};
Mark nextMark(QByteArrayView text, qsizetype from)
{
    Mark first;
    for (const char* mark : { ",", ". ", "，", "、", " — ", " – ", " - ", ": ", "：", "| ", "· " }) {
        const qsizetype at = indexOfMark(text, mark, from);
        if (at >= 0 && (first.at < 0 || at < first.at))
            first = { at, qsizetype(qstrlen(mark)) };
    }
    return first;
}

/// "IGC May 2019 - Sep 2020": the dash before a date may stand in a span of time. `markup` moves along.
TextRange wholeSpan(QByteArrayView bytes, qsizetype limit, TextRange date, qsizetype& markup)
{
    TextRange best = date;
    qsizetype at = markup;
    for (int words = 0; words < 3 && at > limit; ++words) {
        while (at > limit && isBlank(bytes[at - 1]))
            --at;
        while (at > limit && !isBlank(bytes[at - 1]))
            --at;
        if (at < date.from && isDate(bytes, { at, date.to }))
            best.from = at;
    }
    if (best.from < date.from)
        markup = best.from;
    return best;
}

/// "…, Fall 2022, Fall 2023" and "… — Jun 2018": the longest date that ends the text. `markup` is where what
/// parts it from the words begins.
TextRange dateBehindMark(QByteArrayView bytes, TextRange text, qsizetype& markup, bool labelled)
{
    // "**Date:** 2022.9 - 2023.2"
    const TextRange whole = trimmed(bytes, text);
    if (labelled && isDate(bytes, whole)) {
        markup = whole.from;
        return whole;
    }
    // "Travel Grant in 2020", but no whole sentence.
    const qsizetype in = slice(bytes, text).lastIndexOf(" in ");
    const TextRange behindIn { text.from + in + 4, text.to };
    if (in > 0 && text.length() < 160 && !slice(bytes, text).contains(". ") && isDate(bytes, behindIn)
        && !slice(bytes, whole).startsWith("I ") && !slice(bytes, whole).startsWith("We ")) {
        markup = text.from + in;
        return behindIn;
    }
    // No date is long.
    text.from = std::max(text.from, text.to - 90);
    const QByteArrayView view = slice(bytes, text);
    for (Mark mark = nextMark(view, 0); mark.at >= 0; mark = nextMark(view, mark.at + mark.length)) {
        const TextRange piece = trimmed(bytes, { text.from + mark.at + mark.length, text.to });
        const QByteArrayView words = slice(bytes, piece);
        const QString shown = decoded(bytes, piece);
        if (!shown.isEmpty() && (shown.front().isLetterOrNumber() || shown.front() == u'\'')
            && words.count('(') == words.count(')') && words.count('[') == words.count(']')
            && isDate(bytes, piece)) {
            // A sentence keeps its full stop.
            markup = text.from + mark.at + (view[mark.at] == '.');
            return withoutMarks(
                bytes, view[mark.at] == ' ' ? wholeSpan(bytes, text.from, piece, markup) : piece);
        }
    }
    return {};
}

/// "… (2019 - 2021)", "…（2021）" and "…[2019]".
TextRange bracketedDate(QByteArrayView bytes, TextRange text, qsizetype& markup)
{
    const QByteArrayView view = slice(bytes, text);
    for (const auto& [open, close] :
        { std::pair<const char*, const char*> { "(", ")" }, { "[", "]" }, { "（", "）" } }) {
        const qsizetype from = view.endsWith(close) ? view.lastIndexOf(open) : -1;
        if (from < 0)
            continue;
        const TextRange date { text.from + from + qsizetype(qstrlen(open)),
            text.to - qsizetype(qstrlen(close)) };
        markup = text.from + from;
        return isDate(bytes, date) ? date : TextRange {};
    }
    return {};
}

/// "**Date:**" before a date.
bool isLabel(QByteArrayView bytes, const Span& inside)
{
    const QByteArrayView text = slice(bytes, trimmed(bytes, inside.range));
    return text.endsWith(':') || text.endsWith("：");
}

/// "…, 2024", "… (2019 - 2021)" and "…, *2024*" at the end of one line.
DatePlace trailingDate(QByteArrayView bytes, const Spans& spans, TextRange body)
{
    if (spans.empty() || slice(bytes, body).contains('\n'))
        return {};
    TextRange text = body;
    while (text.to > text.from && (bytes[text.to - 1] == '.' || isSpace(bytes[text.to - 1])))
        --text.to;
    DatePlace place;
    qsizetype markup = 0;
    int last = 0;
    for (int i = 0; i < int(spans.size()); i = spans[size_t(i)].end)
        last = i;
    const Span& span = spans[size_t(last)];
    if (last > 0 && isWrapperKind(span) && span.range.to == text.to) {
        place.date = wrappedDate(bytes, spans, last);
        markup = span.range.from;
    } else if (span.kind == SpanKind::Text && span.range.to >= text.to) {
        const TextRange plain { span.range.from, text.to };
        place.date = bracketedDate(bytes, plain, markup);
        if (place.date.isEmpty())
            place.date
                = dateBehindMark(bytes, plain, markup, last > 0 && isLabel(bytes, spans[size_t(last - 1)]));
    }
    TextRange head = trimmed(bytes, { body.from, std::max(markup, body.from) });
    while (head.to > head.from && bytes[head.to - 1] == ',')
        head = trimmed(bytes, { head.from, head.to - 1 });
    if (place.date.isEmpty() || head.isEmpty())
        return {};
    place.text = head;
    place.whole = { head.to, text.to };
    place.found = true;
    return place;
}

/// "Oct" before its full stop.
bool isShortMonth(QByteArrayView bytes, TextRange word)
{
    word = trimmed(bytes, word);
    if (const qsizetype blank = slice(bytes, word).lastIndexOf(' '); blank >= 0)
        word.from += blank + 1;
    if (word.isEmpty() || word.length() > 5)
        return false;
    const DateSpan span = readDate(decoded(bytes, word) + QStringLiteral(" 2000"));
    return span.start && span.start->month > 0;
}

/// "May 18" before the comma of "May 18, 2025".
bool isDayOfMonth(QByteArrayView bytes, TextRange words)
{
    words = trimmed(bytes, words);
    const qsizetype blank = slice(bytes, words).lastIndexOf(' ');
    if (words.length() > 14 || blank < 3 || words.length() - blank > 3 || !isDigit(bytes[words.to - 1]))
        return false;
    const DateSpan span = readDate(decoded(bytes, words) + QStringLiteral(", 2000"));
    return span.start && span.start->month > 0;
}

} // namespace

namespace {

/// A mark that parts the pieces of a line ends at `at`.
bool partsLine(QByteArrayView bytes, qsizetype at, qsizetype end)
{
    return QByteArrayView(",()[]|;").contains(bytes[at]) || static_cast<unsigned char>(bytes[at]) >= 0xE3
        || slice(bytes, { at, end }).startsWith("·");
}

/// The last piece of plain text that is a date; the first piece only where something stands before it.
TextRange datedPiece(QByteArrayView bytes, TextRange text, bool begins)
{
    TextRange found;
    qsizetype from = text.from;
    for (qsizetype at = from; at <= text.to; ++at) {
        const bool end = at == text.to;
        const bool stop = end || partsLine(bytes, at, text.to)
            || (bytes[at] == '.' && at + 1 < text.to && isSpace(bytes[at + 1])
                && !isShortMonth(bytes, { from, at }));
        if (!stop || (!end && bytes[at] == ',' && isDayOfMonth(bytes, { from, at })))
            continue;
        const TextRange piece = trimmed(bytes, { from, at });
        if ((begins || from > text.from) && piece.length() >= 4 && isDate(bytes, piece))
            found = withoutMarks(bytes, piece);
        from = at + 1;
        while (from < text.to && (static_cast<unsigned char>(bytes[from]) & 0xC0) == 0x80)
            ++from;
    }
    return found;
}

} // namespace

TextRange enclosedDate(QByteArrayView bytes, const Spans& spans)
{
    TextRange found;
    for (int i = 0; i < int(spans.size()); i = spans[size_t(i)].end) {
        const Span& span = spans[size_t(i)];
        TextRange date;
        if (isWrapperKind(span) && span.kind != SpanKind::Element) {
            date = wrappedDate(bytes, spans, i);
            // "*Jul. 2023 - Aug. 2023, Harbour*"
            if (date.isEmpty() && i == 0 && span.kind != SpanKind::Code)
                date = plainDate(bytes, span.inner);
            // "*Harbour · Jul. 2023 - Aug. 2023*", "*Poster at [Knots](url) 2022, Bergen*"
            for (int j = i + 1; date.isEmpty() && j < span.end; j = spans[size_t(j)].end) {
                if (spans[size_t(j)].kind == SpanKind::Text)
                    date = datedPiece(bytes, spans[size_t(j)].range, j > i + 1);
            }
        } else if (span.kind == SpanKind::Text) {
            date = datedPiece(bytes, span.range, i > 0 && spans[size_t(i - 1)].kind != SpanKind::Newline);
        }
        found = date.isEmpty() ? found : date;
    }
    return found;
}

DatePlace findDate(QByteArrayView bytes, TextRange body)
{
    qsizetype lineEnd = body.from;
    while (lineEnd < body.to && !isEndOfLine(bytes[lineEnd]))
        ++lineEnd;
    const Spans spans = scanInline(bytes, { body.from, lineEnd });
    DatePlace place = leadingDate(bytes, spans, body);
    if (!place.found)
        place = trailingDate(bytes, spans, body);
    if (!place.found)
        place.text = body;
    return place;
}

} // namespace lectern::profile
