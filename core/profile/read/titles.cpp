// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/titles.h"

#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

#include <QRegularExpression>

namespace lectern::profile {
namespace {

/// Inner bytes without emphasis, pictures and breaks at their ends.
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
                       || (first.kind == SpanKind::Tag && first.name == "img"))
            && first.end < int(spans.size())) {
            range.from = first.range.to;
        } else {
            return range;
        }
    }
    return range;
}

/// Without the quotes that some put around a title inside its link.
TextRange unquoted(QByteArrayView bytes, TextRange range)
{
    for (const auto& [open, close] :
        { std::pair<const char*, const char*> { "\"", "\"" }, { "“", "”" }, { "《", "》" } }) {
        const qsizetype before = qsizetype(qstrlen(open));
        const qsizetype behind = qsizetype(qstrlen(close));
        const QByteArrayView text = slice(bytes, range);
        if (text.size() > before + behind && text.startsWith(open) && text.endsWith(close)
            && text.sliced(before).indexOf(close) == text.size() - before - behind)
            return trimmed(bytes, { range.from + before, range.to - behind });
    }
    return range;
}

bool isTitleLike(const QString& text)
{
    if (text.size() < 4 || isLinkLabel(text) || text.startsWith(QLatin1StringView("http")))
        return false;
    const qsizetype words = text.count(u' ') + 1;
    const bool ideographs = text.size() >= 6 && text.front().unicode() >= 0x2E80;
    return words >= 3 || (words == 2 && !isNameLike(text)) || ideographs || text.size() >= 16
        || text.contains(u':') || text.contains(u'-');
}

/// A link as a title's place; not found where it has no address.
TitlePlace placeOfLink(QByteArrayView bytes, const Span& span)
{
    TitlePlace place;
    place.html = span.kind == SpanKind::Element;
    if ((place.html && span.name != "a") || (!place.html && !(span.kind == SpanKind::Link && span.hasTarget)))
        return {};
    place.found = place.linked = true;
    place.text = unquoted(bytes, bareTitle(bytes, span.inner));
    place.whole = span.range;
    place.behind = span.range.to;
    place.url = span.target;
    if (place.html) {
        const auto tag = tagAt(bytes, span.range.from, span.range.to);
        const auto href = tag ? attributeValue(bytes, *tag, "href") : std::nullopt;
        place.url = href.value_or(TextRange {});
        place.linked = href.has_value();
    }
    return place;
}

TitlePlace linkedTitle(QByteArrayView bytes, const Segment& segment)
{
    for (int i = 0; i < int(segment.spans.size()); ++i) {
        const TitlePlace place = placeOfLink(bytes, segment.spans[size_t(i)]);
        if (!place.found)
            continue;
        const QString text = visibleText(bytes, scanInline(bytes, place.text));
        if (isTitleLike(text) && !isNameLike(text))
            return place;
        i = segment.spans[size_t(i)].end - 1;
    }
    return {};
}

/// "[arXiv'24]" or "(Oral)" before a title.
bool isBracketed(QByteArrayView text)
{
    while (text.endsWith(':') || text.endsWith(','))
        text.chop(1);
    return text.size() > 2 && text.size() < 40
        && ((text.startsWith('[') && text.endsWith(']')) || (text.startsWith('(') && text.endsWith(')')));
}

/// "**Title**" or “Title” before anything else of its segment but a badge.
TitlePlace markedTitle(QByteArrayView bytes, const Segment& segment)
{
    for (int i = 0; i < int(segment.spans.size()); i = segment.spans[size_t(i)].end) {
        const Span& span = segment.spans[size_t(i)];
        if (span.kind == SpanKind::Text
            && (trimmed(bytes, span.range).isEmpty()
                || isBracketed(slice(bytes, trimmed(bytes, span.range)))))
            continue;
        const bool wrapper = span.kind == SpanKind::Strong || span.kind == SpanKind::Emphasis
            || (span.kind == SpanKind::Element && span.name != "a" && span.name != "sup");
        if (!wrapper)
            return {};
        TitlePlace place;
        place.text = bareTitle(bytes, span.range);
        const QString text = visibleText(bytes, scanInline(bytes, place.text));
        const bool names = findAuthors(bytes, span.range).names > 1;
        if (text.count(u' ') < 2 || names || isNameLike(text) || (hasVenueWord(text) && text.size() < 24))
            return {};
        place.found = place.canLink = true;
        place.whole = span.range;
        place.behind = span.range.to;
        return place;
    }
    return {};
}

/// A link or bold words that begin an entry, whatever they say: "[Fair](url)". Links of a row of labels are
/// none.
TitlePlace firstTitle(QByteArrayView bytes, const Segment& segment)
{
    const Spans& spans = segment.spans;
    if (spans.empty() || spans.front().range.from != segment.range.from)
        return {};
    const Span& span = spans.front();
    TitlePlace place = placeOfLink(bytes, span);
    const bool alone = span.range == segment.range;
    if (!place.found && alone
        && (span.kind == SpanKind::Strong || (span.kind == SpanKind::Element && span.name != "a"))) {
        place.found = place.canLink = true;
        place.text = bareTitle(bytes, span.range);
        place.whole = span.range;
        place.behind = span.range.to;
    }
    const QString text = visibleText(bytes, scanInline(bytes, place.text));
    const bool person = text.count(u' ') == 1 && isNameLike(text);
    return place.found && !text.isEmpty() && !isLinkLabel(text) && !person ? place : TitlePlace {};
}

/// "[Title], …": brackets without an address.
TitlePlace bracketTitle(QByteArrayView bytes, const Segment& segment)
{
    const QByteArrayView text = slice(bytes, segment.range);
    qsizetype close = -1;
    int depth = 0;
    for (qsizetype at = 0; at < text.size() && close < 0; ++at) {
        depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
        if (depth == 0)
            close = at;
    }
    if (!text.startsWith('[') || text.startsWith("[[") || close < 0
        || (close + 1 < text.size() && text[close + 1] == '('))
        return {};
    TitlePlace place;
    place.text = bareTitle(bytes, { segment.range.from + 1, segment.range.from + close });
    const QString visible = visibleText(bytes, scanInline(bytes, place.text));
    if (!isTitleLike(visible) || isNameLike(visible) || visible.count(u' ') < 2)
        return {};
    place.found = place.canLink = true;
    place.whole = { segment.range.from, segment.range.from + close + 1 };
    place.behind = place.whole.to;
    return place;
}

/// Where `mark` first stands in the text outside of HTML tags (their attributes are quoted too); -1 without
/// one.
qsizetype outsideTags(QByteArrayView text, QByteArrayView mark)
{
    for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.size())) {
        const qsizetype open = text.first(at).lastIndexOf('<');
        if (open < 0 || text.first(at).lastIndexOf('>') > open)
            return at;
        const qsizetype close = text.indexOf('>', at);
        if (close < 0)
            return -1;
        at = std::max(at, close - mark.size());
    }
    return -1;
}

TitlePlace quotedTitle(QByteArrayView bytes, const Segment& segment)
{
    const QByteArrayView text = slice(bytes, segment.range);
    for (const auto& [open, close] :
        { std::pair<const char*, const char*> { "“", "”" }, { "\"", "\"" }, { "《", "》" } }) {
        const qsizetype from = outsideTags(text, open);
        const qsizetype to = from < 0 ? -1 : text.indexOf(close, from + qsizetype(qstrlen(open)));
        if (to < from + 12)
            continue;
        TitlePlace place;
        place.text = trimmed(
            bytes, { segment.range.from + from + qsizetype(qstrlen(open)), segment.range.from + to });
        if (place.text.to > place.text.from
            && (bytes[place.text.to - 1] == ',' || bytes[place.text.to - 1] == '.'))
            --place.text.to;
        // An attribute's quotes hold no title.
        const bool attribute = from > 0 && text[from - 1] == '=';
        if (attribute || slice(bytes, place.text).contains('<') || slice(bytes, place.text).contains('='))
            continue;
        place.found = place.canLink = true;
        place.whole = { segment.range.from + from, segment.range.from + to + qsizetype(qstrlen(close)) };
        place.behind = place.whole.to;
        return place;
    }
    return {};
}

/// A title without the mark of its kind that Chinese references have: "[J]".
TextRange withoutKind(QByteArrayView bytes, TextRange title)
{
    const QByteArrayView text = slice(bytes, title);
    const qsizetype open = text.lastIndexOf('[');
    if (text.endsWith(']') && open > 0 && text.size() - open <= 6)
        title = trimmed(bytes, { title.from, title.from + open });
    return title;
}

/// "A, B, C. Title. Venue, 2026." and "A., & B. (2020). Title. *Venue*."
TitlePlace citationTitle(QByteArrayView bytes, const Segment& segment)
{
    TitlePlace place;
    place.authors = findAuthors(bytes, segment.range);
    if (!place.authors.found || place.authors.names < 2 || place.authors.range.from > segment.range.from + 12)
        return {};
    qsizetype at = place.authors.range.to;
    const TextRange rest { at, segment.range.to };
    // Behind "(2020)." or the names' own full stop.
    const QByteArrayView head = slice(bytes, trimmed(bytes, rest));
    if (head.startsWith('(') && head.indexOf(')') > 0) {
        const qsizetype open = trimmed(bytes, rest).from;
        at = open + head.indexOf(')') + 1;
        place.dating = { open + 1, at - 1 };
    }
    while (at < segment.range.to
        && (isSpace(bytes[at]) || bytes[at] == '.' || bytes[at] == ',' || bytes[at] == ':'))
        ++at;
    // Emphasis behind the names holds the title.
    const Spans behindNames = scanInline(bytes, { at, segment.range.to });
    const Span* first = behindNames.empty() ? nullptr : &behindNames.front();
    const bool marked = first && first->range.from == at
        && (first->kind == SpanKind::Strong
            || (first->kind == SpanKind::Element && first->name != "a" && first->name != "i"
                && first->name != "em"));
    qsizetype end = marked ? first->range.to : at;
    while (!marked && end < segment.range.to
        && !(QByteArrayView(".?!").contains(bytes[end])
            && (end + 1 >= segment.range.to || isSpace(bytes[end + 1]))))
        ++end;
    if (!marked && end < segment.range.to && bytes[end] != '.')
        ++end;
    place.text = withoutKind(bytes, bareTitle(bytes, { at, end }));
    const QString text = visibleText(bytes, scanInline(bytes, place.text));
    const bool ideographs = text.size() >= 4 && text.front().unicode() >= 0x2E80;
    TextRange digits;
    bool shortened = false;
    const bool venue
        = text.size() < 60 && findYear(bytes, place.text, digits, shortened) && digits.to == place.text.to;
    if ((text.count(u' ') < 2 && !ideographs) || venue)
        return {};
    place.found = place.canLink = place.cited = true;
    place.whole = { at, end };
    place.behind = std::min(marked ? end : end + 1, segment.range.to);
    return place;
}

TitlePlace plainTitle(QByteArrayView bytes, const Segment& segment)
{
    // Badges and links behind the words are none of them.
    TextRange words = segment.range;
    for (int i = 0; i < int(segment.spans.size()); i = segment.spans[size_t(i)].end) {
        const Span& span = segment.spans[size_t(i)];
        const bool link = span.kind == SpanKind::Link || span.kind == SpanKind::Image
            || (span.kind == SpanKind::Element && span.name == "a")
            || (span.kind == SpanKind::Tag && span.name == "img");
        if (link && i > 0) {
            words.to = span.range.from;
            break;
        }
    }
    TitlePlace place;
    place.text = bareTitle(bytes, words);
    const QString text = visibleText(bytes, scanInline(bytes, place.text));
    if (text.count(u' ') < 2 || findAuthors(bytes, words).names > 1 || text.size() > 300)
        return {};
    place.found = place.canLink = true;
    place.whole = trimmed(bytes, words);
    place.behind = place.whole.to;
    return place;
}

} // namespace

TitlePlace findTitle(QByteArrayView bytes, const std::vector<Segment>& segments)
{
    using Finder = TitlePlace (*)(QByteArrayView, const Segment&);
    const auto first = [&](Finder finder, size_t limit) -> TitlePlace {
        for (size_t i = 0; i < std::min(limit, segments.size()); ++i) {
            if (segments[i].nested && i > 0)
                continue;
            TitlePlace place = finder(bytes, segments[i]);
            if (place.found) {
                place.segment = i;
                return place;
            }
        }
        return {};
    };
    // A marked title in the first line is surer than a link further down.
    for (const auto& [finder, limit] :
        { std::pair<Finder, size_t> { linkedTitle, 1 }, { markedTitle, 1 }, { quotedTitle, 1 },
            { bracketTitle, 1 }, { citationTitle, 1 }, { firstTitle, 1 }, { linkedTitle, 3 },
            { markedTitle, 3 }, { quotedTitle, 2 }, { bracketTitle, 3 }, { plainTitle, 2 } }) {
        TitlePlace place = first(finder, limit);
        if (place.found)
            return place;
    }
    return {};
}

bool isLinkLabel(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "^[\\[(]?\\W*(pdf|paper|code|codes|project( "
            "?page)?|page|website|homepage|demo|video|poster|slides?|arxiv|preprint|data(set)?s?|"
            "doi|bibtex|cite|link|links|html|github|hf|hugging "
            "?face|model|models?|talk|blog|supp(lementary)?.*|appendix|media|news|"
            "stars?|benchmark|leaderboard|openreview|acl|tweet|twitter|zhihu|知乎|论文|代码|主页|项目|数据|"
            "视频|here|more|"
            "project( ?website)?|live demo|source code|full "
            "text|publisher|official|abs|abstract|arxiv.*|paper.{0,12}|code.{0,12}|项目主页)\\W*[\\])]?$"),
        QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

} // namespace lectern::profile
