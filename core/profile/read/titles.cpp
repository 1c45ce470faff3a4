// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/titles.h"

#include "core/profile/read/citations.h"
#include "core/profile/read/grouplines.h"
#include "core/profile/read/titlelines.h"

#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::profile {
namespace {

/// Without the quotes that some put around a title inside its link.
TextRange unquoted(QByteArrayView bytes, TextRange range)
{
    for (const auto& [open, close] :
        { std::pair<const char*, const char*> { "\"", "\"" }, { "“", "”" }, { "«", "»" }, { "《", "》" } }) {
        const qsizetype before = qsizetype(qstrlen(open));
        const qsizetype behind = qsizetype(qstrlen(close));
        while (range.to > range.from + 2 && QByteArrayView(".,").contains(bytes[range.to - 1])
            && slice(bytes, { range.from, range.to - 1 }).endsWith(close))
            --range.to;
        const QByteArrayView text = slice(bytes, range);
        if (text.size() > before + behind && text.startsWith(open) && text.endsWith(close)
            && text.sliced(before).indexOf(close) == text.size() - before - behind)
            return trimmed(bytes, { range.from + before, range.to - behind });
    }
    return range;
}

bool isTitleLike(const QString& text)
{
    const bool remark = text.startsWith(u'(') && text.endsWith(u')');
    if (text.size() < 4 || remark || isYearAlone(text.left(4)) || isLinkLabel(text)
        || text.startsWith(QLatin1StringView("http")))
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

/// "[arXiv'24]" or "(Oral)" before a title.
bool isBracketed(QByteArrayView text)
{
    while (text.endsWith(':') || text.endsWith(','))
        text.chop(1);
    return text.size() > 2 && text.size() < 40
        && ((text.startsWith('[') && text.endsWith(']')) || (text.startsWith('(') && text.endsWith(')')));
}

/// " — ", ": " or " | " and nothing else.
bool isSeparator(QByteArrayView text)
{
    QByteArray left = text.toByteArray();
    for (const char* mark : { "—", "–", ":", "|", "-", "·", ",", " " })
        left.replace(mark, "");
    return left.isEmpty();
}

/// An element that the page itself calls a title: `<div class="title">`.
TitlePlace namedTitle(QByteArrayView bytes, const Segment& segment)
{
    if (!segment.holder.contains("title"))
        return {};
    TitlePlace place = segment.spans.empty() ? TitlePlace() : placeOfLink(bytes, segment.spans.front());
    if (place.found && segment.spans.front().end == int(segment.spans.size()))
        return place;
    place = {};
    place.whole = segment.range;
    // `<span class="venue">KNOTS 2026</span> Title`
    const Spans& spans = segment.spans;
    if (!spans.empty() && spans.front().kind == SpanKind::Element && spans.front().end < int(spans.size())
        && isVenueLabel(bytes, spans.front()))
        place.whole = trimmed(bytes, { spans.front().range.to, segment.range.to });
    place.text = bareTitle(bytes, place.whole);
    place.found = place.canLink = !place.text.isEmpty();
    place.behind = segment.range.to;
    return place;
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
    const QString text = visibleText(bytes, place.text);
    const bool person = text.count(u' ') == 1 && isNameLike(text);
    return place.found && !text.isEmpty() && !isLinkLabel(text) && !person ? place : TitlePlace {};
}

/// "[Title], …": brackets without an address.
TitlePlace bracketTitle(QByteArrayView bytes, const Segment& whole)
{
    // "**[KNOTS-25]** [Title]. Names."
    const Segment segment = withoutLabel(bytes, whole);
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
    const QString visible = visibleText(bytes, place.text);
    const bool ideographs = visible.size() >= 8 && visible.front().unicode() >= 0x2E80;
    if (!isTitleLike(visible) || isNameLike(visible) || (visible.count(u' ') < 2 && !ideographs))
        return {};
    place.found = place.canLink = true;
    place.whole = { segment.range.from, segment.range.from + close + 1 };
    place.behind = place.whole.to;
    // "[Title].Ann Bee"
    while (place.behind < segment.range.to && QByteArrayView(".,").contains(bytes[place.behind]))
        ++place.behind;
    return place;
}

/// "Title. *Journal* 12, 1–26 (2020)": where the journal's emphasis begins behind a sentence's end.
qsizetype venueBegin(QByteArrayView bytes, const Segment& segment, TextRange words)
{
    for (int i = 1; i < int(segment.spans.size()); i = segment.spans[size_t(i)].end) {
        const Span& span = segment.spans[size_t(i)];
        const TextRange before = trimmed(bytes, { words.from, std::max(words.from, span.range.from) });
        if (span.kind == SpanKind::Emphasis && !before.isEmpty() && bytes[before.to - 1] == '.'
            && slice(bytes, before).count(' ') >= 2)
            return span.range.from;
    }
    return words.to;
}

/// "[(2021, invited)](url)" behind a title; empty for another link.
TextRange bracketedYear(QByteArrayView bytes, const Span& link)
{
    const QByteArrayView text = slice(bytes, link.inner);
    TextRange year;
    bool shortened = false;
    const bool dated = link.kind == SpanKind::Link && text.startsWith('(') && text.endsWith(')')
        && findYear(bytes, link.inner, year, shortened);
    return dated ? link.inner : TextRange {};
}

} // namespace

TitlePlace linkedTitle(QByteArrayView bytes, const Segment& segment)
{
    for (int i = 0; i < int(segment.spans.size()); ++i) {
        const TitlePlace place = placeOfLink(bytes, segment.spans[size_t(i)]);
        if (!place.found)
            continue;
        const QString text = visibleText(bytes, place.text);
        if (isTitleLike(text) && !isNameLike(text))
            return place;
        i = segment.spans[size_t(i)].end - 1;
    }
    return {};
}

/// "**[ICRA 2024]**", "**arXiv 2025**", "`KDD 2020`" before a title.
bool isVenueLabel(QByteArrayView bytes, const Span& span)
{
    const QString text = visibleText(bytes, span.inner);
    TextRange digits;
    bool shortened = false;
    return text.size() < 40
        && (isBracketed(text.toUtf8()) || findYear(bytes, span.inner, digits, shortened)
            || (hasVenueWord(text) && text.count(u' ') < 3));
}

/// Names, and little else: "**Ann Bee, Carl Dee**", but neither "**Gulfs and Rents**" nor "**“Other Thoughts,
/// Hedgehog?” Linking Chains of Words**".
bool holdsNames(QByteArrayView bytes, TextRange range)
{
    const AuthorRun run = findAuthors(bytes, range);
    const bool full = std::all_of(run.parts.begin(), run.parts.end(), [&](TextRange part) {
        const QByteArrayView name = slice(bytes, part);
        return name.contains(' ') || name.contains('.') || name.contains(',')
            || (!name.isEmpty() && uchar(name[0]) >= 0xE0);
    });
    const bool others = !run.parts.empty() && isEtAl(plainText(decoded(bytes, run.parts.back())));
    return run.names + others > 1 && (full || others) && run.range.length() * 2 > range.length();
}

/// "**Title**" or “Title” before anything else of its segment but a badge.
TitlePlace markedTitle(QByteArrayView bytes, const Segment& segment)
{
    bool labelled = false;
    for (int i = 0; i < int(segment.spans.size()); i = segment.spans[size_t(i)].end) {
        const Span& span = segment.spans[size_t(i)];
        if (span.kind == SpanKind::Text
            && (trimmed(bytes, span.range).isEmpty()
                || isBracketed(slice(bytes, trimmed(bytes, span.range)))))
            continue;
        if (isPictureLink(bytes, segment.spans, i) || span.kind == SpanKind::Image)
            continue;
        if (span.kind == SpanKind::Text && i > 0 && isSeparator(slice(bytes, span.range)))
            continue;
        const bool wrapper = span.kind == SpanKind::Strong || span.kind == SpanKind::Emphasis
            || (span.kind == SpanKind::Element && span.name != "a" && span.name != "sup");
        if (!wrapper)
            return {};
        if (i == 0 && span.end < int(segment.spans.size()) && isVenueLabel(bytes, span)) {
            labelled = true;
            continue;
        }
        TitlePlace place;
        place.text = bareTitle(bytes, span.range);
        const QString text = visibleText(bytes, place.text);
        const bool names = holdsNames(bytes, span.range);
        const bool ideographs = text.size() >= 8 && text.front().unicode() >= 0x2E80;
        if ((text.count(u' ') < 2 && !ideographs) || names || (!labelled && isNameLike(text))
            || (hasVenueWord(text) && text.size() < 24))
            return {};
        place.found = place.canLink = true;
        place.whole = span.range;
        place.behind = span.range.to;
        return place;
    }
    return {};
}

TitlePlace plainTitle(QByteArrayView bytes, const Segment& segment)
{
    // Badges and links behind the words are none of them, nor is a venue's label before them.
    TextRange words = segment.range;
    const Spans& spans = segment.spans;
    const bool labelled = spans.size() > 1 && spans.front().end < int(spans.size())
        && (spans.front().kind == SpanKind::Strong || spans.front().kind == SpanKind::Code
            || spans.front().kind == SpanKind::Emphasis)
        && isVenueLabel(bytes, spans.front());
    if (labelled)
        words.from = spans[size_t(spans.front().end)].range.from;
    TextRange dating;
    for (int i = 0; i < int(segment.spans.size()); i = segment.spans[size_t(i)].end) {
        const Span& span = segment.spans[size_t(i)];
        const bool link = span.kind == SpanKind::Link || span.kind == SpanKind::Image
            || (span.kind == SpanKind::Element && span.name == "a")
            || (span.kind == SpanKind::Tag && span.name == "img");
        if (link && i > 0 && span.range.from > words.from) {
            words.to = span.range.from;
            dating = bracketedYear(bytes, span);
            break;
        }
    }
    const qsizetype venue = venueBegin(bytes, segment, words);
    const bool cited = venue < words.to;
    words.to = std::min(words.to, venue);
    for (const char* company : { ", with ", " (with ", ", avec ", " (avec ", ", mit ", " (mit ",
             ", joint with ", " (joint", " (supervised by ", " (advised by ", " (advisor", " (supervisor",
             " (in collaboration ", " (submitted", " (accepted", " (under review", " (to appear",
             " (forthcoming", " (in press", " (in preparation", " (R&R", " (revise" }) {
        if (const qsizetype at = indexOfMark(slice(bytes, words), company); at > 0)
            words.to = words.from + at;
    }
    const qsizetype bracket = words.to < segment.range.to ? words.to : -1;
    words = trimmed(bytes, words);
    while (words.to > words.from && QByteArrayView("([ ,").contains(bytes[words.to - 1]))
        --words.to;
    TitlePlace place;
    place.text = bareTitle(bytes, words);
    const QString text = visibleText(bytes, place.text);
    if (text.count(u' ') < 2 || findAuthors(bytes, words).names > 1 || text.size() > 300)
        return {};
    place.found = place.canLink = true;
    place.plain = dating.isEmpty();
    place.dating = dating;
    place.cited = cited;
    place.whole = trimmed(bytes, words);
    place.behind = place.whole.to;
    // Who supervised the work is no author of it.
    const QByteArrayView rest = bracket < 0 ? QByteArrayView() : slice(bytes, { bracket, segment.range.to });
    if (rest.startsWith(" (supervis") || rest.startsWith(" (advis"))
        place.behind = bracket + std::max<qsizetype>(rest.indexOf(')') + 1, 0);
    return place;
}

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
    if (const TitlePlace named = first(namedTitle, segments.size()); named.found)
        return named;
    for (const auto finder : { headingTitle, titleAbovePeople, titleBelowPeople }) {
        if (TitlePlace place = finder(bytes, segments); place.found)
            return place;
    }
    // A link behind a title in quotes tells where it appeared: "A, B, “Title,” [arXiv preprint](url), 2024".
    if (!segments.empty()) {
        const TitlePlace quoted = quotedTitle(bytes, segments[0]);
        const TitlePlace linked = quoted.found ? linkedTitle(bytes, segments[0]) : TitlePlace();
        const AuthorRun people
            = linked.found ? findAuthors(bytes, { segments[0].range.from, quoted.whole.from }) : AuthorRun();
        if (linked.found && quoted.whole.to <= linked.whole.from
            && (quoted.whole.from <= segments[0].range.from + 4
                || (people.found && (people.names > 1 || people.alone))))
            return quoted;
    }
    // A marked title in the first line is surer than a link further down.
    for (const auto& [finder, limit] : { std::pair<Finder, size_t> { yearFirstTitle, 1 }, { linkedTitle, 1 },
             { markedTitle, 1 }, { quotedTitle, 1 }, { bracketTitle, 1 }, { citationTitle, 1 },
             { titleBehindName, 1 }, { loneCitationTitle, 1 }, { titleBeforePeople, 1 },
             { titleAndPeople, 1 }, { firstTitle, 1 }, { linkedTitle, 3 }, { markedTitle, 3 },
             { quotedTitle, 2 }, { bracketTitle, 3 }, { plainTitle, 2 } }) {
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
            "^[\\[(]?\\W*(pdf|web ?page|web ?site|paper|code|codes|project( "
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
