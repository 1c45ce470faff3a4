// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/citations.h"

#include "core/profile/read/personname.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>
#include <array>

namespace lectern::profile {

bool isPictureLink(QByteArrayView bytes, const Spans& spans, int index)
{
    const Span& span = spans[size_t(index)];
    const bool link = (span.kind == SpanKind::Link && span.hasTarget)
        || (span.kind == SpanKind::Element && span.name == "a");
    return link && visibleText(bytes, spans, index + 1, span.end).isEmpty();
}

TextRange bareTitle(QByteArrayView bytes, TextRange range)
{
    for (int depth = 0; depth < 8; ++depth) {
        range = trimmed(bytes, range);
        const Spans spans = scanInline(bytes, range);
        if (spans.empty())
            return range;
        const Span& first = spans.front();
        const bool wrapper = first.kind == SpanKind::Strong || first.kind == SpanKind::Emphasis
            || first.kind == SpanKind::Element;
        if (wrapper && first.end == int(spans.size())) {
            range = first.inner;
        } else if ((first.kind == SpanKind::Break || first.kind == SpanKind::Image
                       || first.kind == SpanKind::Newline
                       || (first.kind == SpanKind::Tag && first.name == "img")
                       || isPictureLink(bytes, spans, 0))
            && first.end < int(spans.size())) {
            range.from = first.range.to;
        } else {
            return range;
        }
    }
    return range;
}

namespace {

/// A title without the mark of its kind that Chinese references have: "[J]".
TextRange withoutKind(QByteArrayView bytes, TextRange title)
{
    const QByteArrayView text = slice(bytes, title);
    const qsizetype open = text.lastIndexOf('[');
    if (text.endsWith(']') && open > 0 && text.size() - open <= 6)
        title = trimmed(bytes, { title.from, title.from + open });
    return title;
}

/// Emphasis right behind the names is the title where more follows and it does not sound like a venue.
bool isMarkedTitle(QByteArrayView bytes, const Span& span, qsizetype end)
{
    if (span.kind != SpanKind::Emphasis && !(span.kind == SpanKind::Element && span.name != "a"))
        return false;
    const QString text = visibleText(bytes, span.inner);
    const QByteArrayView behind = slice(bytes, { span.range.to, end });
    const bool more = std::any_of(behind.begin(), behind.end(), isWordByte);
    return more && text.count(u' ') >= 2
        && (!hasVenueWord(text) || text.contains(u':') || hasVenueWord(decoded(behind)));
}

} // namespace

Segment withoutLabel(QByteArrayView bytes, const Segment& segment)
{
    if (segment.spans.empty())
        return segment;
    const Span& first = segment.spans.front();
    qsizetype end = -1;
    if (first.kind == SpanKind::Strong || first.kind == SpanKind::Code || first.kind == SpanKind::Emphasis) {
        const QString text = visibleText(bytes, first.inner);
        const bool code = first.kind == SpanKind::Code && first.end < int(segment.spans.size())
            && !(text.contains(u' ') && isNameLike(text));
        if (text.size() < 60 && (code || text.startsWith(u'[') || text.startsWith(u'(')))
            end = first.range.to;
    } else if (slice(bytes, segment.range).startsWith('[') || slice(bytes, segment.range).startsWith("\\[")) {
        const qsizetype close = slice(bytes, segment.range).indexOf(']');
        const TextRange inside { segment.range.from, segment.range.from + std::max<qsizetype>(close, 0) };
        TextRange year;
        bool shortened = false;
        const bool label = close > 0 && close < 40 && inside.to + 1 < segment.range.to
            && isBlank(bytes[inside.to + 1])
            && (findYear(bytes, inside, year, shortened) || hasVenueWord(decoded(bytes, inside))
                || isRank(decoded(bytes, { inside.from + 1, inside.to })));
        end = label ? inside.to + 1 : -1;
    }
    if (end < 0)
        return segment;
    Segment shorter = segment;
    shorter.range.from = end;
    while (shorter.range.from < shorter.range.to
        && (isSpace(bytes[shorter.range.from]) || QByteArrayView(":,-").contains(bytes[shorter.range.from])))
        ++shorter.range.from;
    shorter.spans = scanInline(bytes, shorter.range);
    return shorter;
}

/// ", (Accepted by …" and ", *Venue*" behind a title that has no full stop.
bool isVenueNext(QByteArrayView bytes, TextRange rest, qsizetype comma)
{
    if (bytes[comma] != ',' || comma + 2 >= rest.to)
        return false;
    const QByteArrayView behind = slice(bytes, trimmed(bytes, { comma + 1, rest.to }));
    for (const char* tag : { "<font", "<i>", "<em>", "<b>", "<strong>", "<span", "<u>" }) {
        if (behind.startsWith(tag))
            return slice(bytes, { rest.from, comma }).count(' ') >= 2;
    }
    if (!isBlank(bytes[comma + 1]))
        return false;
    const char mark = bytes[comma + 2];
    const bool emphasis = (mark == '*' || mark == '_') && comma + 3 < rest.to && !isSpace(bytes[comma + 3]);
    return (mark == '(' || emphasis) && slice(bytes, { rest.from, comma }).count(' ') >= 3;
}

/// A full stop, a question or an exclamation mark that ends a title at `at`; "U.S. airlines" has none.
bool sentenceEndsAt(QByteArrayView bytes, qsizetype at, TextRange range)
{
    if (!QByteArrayView(".?!").contains(bytes[at]) || (at + 1 < range.to && !isSpace(bytes[at + 1])))
        return false;
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool initials = bytes[at] == '.' && at - range.from > 3 && isCapital(bytes[at - 1])
        && bytes[at - 2] == '.' && isCapital(bytes[at - 3]);
    // "…, J. Bee, C. Dee": an initial behind a comma.
    const bool initial = bytes[at] == '.' && at - range.from > 3 && isCapital(bytes[at - 1])
        && bytes[at - 2] == ' ' && bytes[at - 3] == ',' && at + 2 < range.to && isCapital(bytes[at + 2]);
    if (initial)
        return false;
    if (!initials || at + 2 >= range.to)
        return true;
    // "…, Georgetown, D.C. Ferries. *Journal*"
    const qsizetype next = slice(bytes, { at + 1, range.to }).indexOf(". *");
    return (next < 0 || next > 30) && (bytes[at + 2] < 'a' || bytes[at + 2] > 'z');
}

/// `Title," Venue`: the quote that nobody opened.
bool closesQuote(QByteArrayView rest)
{
    return rest.startsWith(",\"") || rest.startsWith(",”") || rest.startsWith(",''") || rest.startsWith(".\"")
        || rest.startsWith(".”");
}

/// "Title, with a comma, Journal of X, 2024": where the venue begins behind a title that has no full stop.
qsizetype venueBehindComma(QByteArrayView bytes, TextRange sentence)
{
    const QByteArrayView text = slice(bytes, sentence);
    for (qsizetype comma = text.indexOf(", "); comma > 0; comma = text.indexOf(", ", comma + 2)) {
        if (text.first(comma).count(' ') < 2)
            continue;
        const qsizetype next = text.indexOf(", ", comma + 2);
        const QByteArrayView piece = text.sliced(comma + 2, (next < 0 ? text.size() : next) - comma - 2);
        const bool begins = !piece.isEmpty()
            && ((piece[0] >= 'A' && piece[0] <= 'Z') || isDigit(piece[0]) || piece.startsWith("arXiv")
                || piece.startsWith("in "));
        static constexpr std::array<const char*, 6> stages { "in prep", "submitted", "under review",
            "in press", "to appear", "forthcoming" };
        if (std::any_of(stages.begin(), stages.end(),
                [&](const char* stage) { return startsWithNoCase(piece, stage); }))
            return sentence.from + comma;
        TextRange year;
        bool shortened = false;
        // "Coastal Signals Meeting 2021, online, …"
        const TextRange named { sentence.from + comma + 2, sentence.from + comma + 2 + piece.size() };
        if (begins && next > 0 && !isDigit(piece[0]) && piece.count(' ') < 5
            && findYear(bytes, named, year, shortened) && year.to == named.to && year.from > named.from + 4)
            return sentence.from + comma;
        if (begins && hasVenueWord(decoded(piece))
            && (next < 0 || findYear(bytes, { sentence.from + comma, sentence.to }, year, shortened)))
            return sentence.from + comma;
    }
    return -1;
}

/// "A, B, C. Title. Venue, 2026." and "A., & B. (2020). Title. *Venue*."
TitlePlace citationTitle(QByteArrayView bytes, const Segment& whole)
{
    const Segment segment = withoutLabel(bytes, whole);
    TitlePlace place;
    place.authors = findAuthors(bytes, segment.range);
    // "**Bee **A, Dee C": a first name whose emphasis is amiss.
    const QByteArrayView lead = slice(bytes,
        trimmed(bytes, { segment.range.from, std::max(segment.range.from, place.authors.range.from) }));
    const bool bracketed = lead.startsWith('(') && lead.endsWith(')'); // "(ICECCS 2020) "
    const int farthest = bracketed || (lead.endsWith(',') && lead.count(',') == 1) ? 24 : 12;
    if (!place.authors.found || place.authors.names < 2
        || place.authors.range.from > segment.range.from + farthest)
        return {};
    // "**2024**, Ann Bee, Carl Dee, *Title*": the year may come first.
    TextRange leading;
    bool two = false;
    if (findYear(bytes, { segment.range.from, place.authors.range.from }, leading, two))
        place.dating = leading;
    qsizetype at = place.authors.range.to;
    // "**Bee, A., & Dee, C.** (2024)." and "**Bee, A., et al.** (2024)."
    if (at + 1 < segment.range.to && bytes[at] == '.' && bytes[at + 1] == '*')
        ++at;
    while (at < segment.range.to && QByteArrayView("*_").contains(bytes[at]))
        ++at;
    // "Bee C.D. (2014).": the last initial's full stop.
    if (at + 2 < segment.range.to && bytes[at] == '.' && bytes[at + 1] == ' ' && bytes[at + 2] == '(')
        ++at;
    const TextRange open { at, segment.range.to };
    // Behind "(2020)." or the names' own full stop.
    const QByteArrayView head = slice(bytes, trimmed(bytes, open));
    if (head.startsWith('(') && head.indexOf(')') > 0) {
        const qsizetype bracket = trimmed(bytes, open).from;
        at = bracket + head.indexOf(')') + 1;
        place.dating = { bracket + 1, at - 1 };
    } else {
        // "A, B. 2024. Title."
        qsizetype digits = at;
        while (digits < segment.range.to && (isSpace(bytes[digits]) || bytes[digits] == '.'))
            ++digits;
        TextRange year;
        bool shortened = false;
        const TextRange four { digits, std::min(digits + 4, segment.range.to) };
        if (digits > at && four.length() == 4 && four.to < segment.range.to && bytes[four.to] == '.'
            && findYear(bytes, four, year, shortened) && year == four) {
            place.dating = four;
            at = four.to;
        }
    }
    while (at < segment.range.to
        && (isSpace(bytes[at]) || bytes[at] == '.' || bytes[at] == ',' || bytes[at] == ':'))
        ++at;
    // Emphasis behind the names holds the title.
    const Spans behindNames = scanInline(bytes, { at, segment.range.to });
    const Span* first = behindNames.empty() ? nullptr : &behindNames.front();
    const bool marked = first && first->range.from == at
        && (first->kind == SpanKind::Strong || isMarkedTitle(bytes, *first, segment.range.to)
            || (first->kind == SpanKind::Element && first->name != "a" && first->name != "i"
                && first->name != "em"));
    qsizetype end = marked ? first->range.to : at;
    while (!marked && end < segment.range.to && !slice(bytes, { end, segment.range.to }).startsWith(" // ")
        && !sentenceEndsAt(bytes, end, segment.range) && !closesQuote(slice(bytes, { end, segment.range.to }))
        && !isVenueNext(bytes, { at, segment.range.to }, end))
        ++end;
    if (const qsizetype comma = marked ? -1 : venueBehindComma(bytes, { at, end }); comma > 0)
        end = comma;
    if (!marked && end < segment.range.to && !QByteArrayView("., ").contains(bytes[end]))
        ++end;
    place.text = withoutKind(bytes, bareTitle(bytes, { at, end }));
    const QString text = visibleText(bytes, place.text);
    const bool ideographs = text.size() >= 4 && text.front().unicode() >= 0x2E80;
    TextRange digits;
    bool shortened = false;
    const bool venue = (text.size() < 60 || (text.size() < 160 && hasVenueWord(text)))
        && findYear(bytes, place.text, digits, shortened) && digits.to == place.text.to;
    const bool venueFollows = std::any_of(behindNames.begin(), behindNames.end(), [&](const Span& span) {
        return span.kind == SpanKind::Emphasis && span.range.from > end && span.range.from <= end + 3;
    });
    const bool rest = text.startsWith(QLatin1StringView("and ")) || text.startsWith(QLatin1StringView("& "));
    const bool few = rest
        || (text.count(u' ') < (marked || venueFollows ? 1 : 2) && !ideographs
            && (place.dating.isEmpty() || text.size() < 4));
    if (few || venue)
        return {};
    place.found = place.canLink = place.cited = true;
    place.whole = { at, end };
    place.behind = std::min(marked ? end : end + 1, segment.range.to);
    return place;
}

bool isLineOfNames(QByteArrayView bytes, TextRange line, TextRange& dating)
{
    const AuthorRun run = findAuthors(bytes, line);
    const bool alone = run.names == 1 && run.alone && slice(bytes, run.range).contains(' ');
    if (!run.found || (run.names < 2 && !alone) || run.range.from > line.from + 4)
        return false;
    const TextRange rest { run.range.to, line.to };
    const QString text = plainText(decoded(bytes, rest));
    bool shortened = false;
    TextRange year;
    if (findYear(bytes, rest, year, shortened))
        dating = year;
    return text.size() < 16 && std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

TitlePlace sentenceTitle(QByteArrayView bytes, const Segment& segment)
{
    qsizetype end = segment.range.from;
    while (end < segment.range.to && !slice(bytes, { end, segment.range.to }).startsWith(" // ")
        && !sentenceEndsAt(bytes, end, segment.range))
        ++end;
    const bool full = end < segment.range.to && (bytes[end] == '.' || bytes[end] == ' ');
    TitlePlace place;
    place.whole = trimmed(bytes, { segment.range.from, full ? end : std::min(end + 1, segment.range.to) });
    place.text = bareTitle(bytes, place.whole);
    while (place.text.length() > 1 && bytes[place.text.to - 1] == ',')
        --place.text.to;
    place.behind = std::min(end + 1, segment.range.to);
    const QString text = visibleText(bytes, place.text);
    const bool ideographs = text.size() >= 8 && text.front().unicode() >= 0x2E80 && !text.contains(u'，');
    place.found = place.canLink = (text.count(u' ') >= 2 || ideographs) && place.text.length() < 400;
    return place;
}

TitlePlace titleBehindName(QByteArrayView bytes, const Segment& whole)
{
    const Segment segment = withoutLabel(bytes, whole);
    const Spans& spans = segment.spans;
    for (int i = 0; i < int(spans.size()); i = spans[size_t(i)].end) {
        const Span& span = spans[size_t(i)];
        if (i == 0 || !isMarkedTitle(bytes, span, segment.range.to))
            continue;
        TextRange before { segment.range.from, span.range.from };
        TextRange year;
        bool shortened = false;
        // A year may begin the entry.
        if (spans.front().kind != SpanKind::Text && findYear(bytes, spans.front().range, year, shortened))
            before.from = spans.front().range.to;
        while (before.from < before.to
            && (isSpace(bytes[before.from]) || QByteArrayView(",:.").contains(bytes[before.from])))
            ++before.from;
        before = trimmed(bytes, before);
        while (before.to > before.from && QByteArrayView(",:").contains(bytes[before.to - 1]))
            --before.to;
        TitlePlace place;
        place.authors = findAuthors(bytes, before);
        const bool introduced = place.authors.introduced && place.authors.range.from <= before.from + 5
            && place.authors.range.to == before.to;
        if (!place.authors.found
            || (!introduced && (!place.authors.alone || place.authors.range.from != before.from)))
            return {};
        place.found = place.canLink = place.cited = true;
        place.text = bareTitle(bytes, span.range);
        place.whole = span.range;
        place.behind = span.range.to;
        place.dating = year;
        return place;
    }
    return {};
}

} // namespace lectern::profile
