// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/titlelines.h"

#include "core/profile/read/citations.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// Nothing but links and marks behind a segment's first piece: "**Title** [[pdf]](x)".
bool onlyLinksFollow(QByteArrayView bytes, const Segment& segment)
{
    const Spans& spans = segment.spans;
    for (int i = spans.front().end; i < int(spans.size()); i = spans[size_t(i)].end) {
        const Span& span = spans[size_t(i)];
        const QByteArrayView text = slice(bytes, span.range);
        const bool link = span.kind == SpanKind::Link || span.kind == SpanKind::Image
            || (span.kind == SpanKind::Element && span.name == "a");
        if (!link && std::any_of(text.begin(), text.end(), isWordByte))
            return false;
    }
    return true;
}

/// Plain words alone on a line above a line of nothing but names.
TitlePlace plainAbovePeople(QByteArrayView bytes, const std::vector<Segment>& segments)
{
    const Segment& line = segments[0];
    TextRange dating;
    if (!line.hard || line.spans.front().kind != SpanKind::Text || line.spans.size() > 1
        || slice(bytes, line.range).count(' ') < 3 || holdsNames(bytes, line.range)
        || findAuthors(bytes, segments[1].range).names < 2
        || !isLineOfNames(bytes, segments[1].range, dating))
        return {};
    TitlePlace place;
    place.text = bareTitle(bytes, line.range);
    place.found = place.canLink = true;
    place.whole = line.range;
    place.behind = line.range.to;
    return place;
}

} // namespace

/// A marked line of its own above a line of names, however much it looks like names: "**Quiet Rooms**".
TitlePlace titleAbovePeople(QByteArrayView bytes, const std::vector<Segment>& segments)
{
    if (segments.size() < 2 || segments[0].spans.empty())
        return {};
    const Span& span = segments[0].spans.front();
    const bool marked = span.kind == SpanKind::Strong
        || (span.kind == SpanKind::Element && (span.name == "b" || span.name == "strong"));
    const QString text = visibleText(bytes, span.inner);
    if (!marked)
        return plainAbovePeople(bytes, segments);
    if (span.range.from != segments[0].range.from || !text.contains(u' ') || isVenueLabel(bytes, span)
        || linkedTitle(bytes, segments[0]).found || !onlyLinksFollow(bytes, segments[0]))
        return {};
    const AuthorRun people = findAuthors(bytes, segments[1].range);
    if (!people.found || !(people.names > 1 || people.introduced)
        || people.range.from > segments[1].range.from + 8
        || (!people.introduced && holdsNames(bytes, span.range)))
        return {};
    TitlePlace place;
    place.text = bareTitle(bytes, span.range);
    place.found = place.canLink = true;
    place.whole = span.range;
    place.behind = span.range.to;
    return place;
}

/// "### Title of the paper" above the rest of an entry.
TitlePlace headingTitle(QByteArrayView bytes, const std::vector<Segment>& segments)
{
    if (segments.size() < 2)
        return {};
    const Segment& segment = segments[0];
    qsizetype at = segment.range.from;
    while (at > 0 && isBlank(bytes[at - 1]))
        --at;
    if (at == 0 || at == segment.range.from || bytes[at - 1] != '#')
        return {};
    TitlePlace place = linkedTitle(bytes, segment);
    if (!place.found)
        place = plainTitle(bytes, segment);
    if (place.found)
        return place;
    TextRange words = segment.range;
    const qsizetype attributes = slice(bytes, words).indexOf(" {");
    if (attributes > 0)
        words.to = words.from + attributes;
    while (words.to > words.from && (bytes[words.to - 1] == '#' || isBlank(bytes[words.to - 1])))
        --words.to;
    place.text = bareTitle(bytes, words);
    place.found = place.canLink = slice(bytes, place.text).contains(' ');
    place.whole = words;
    place.behind = words.to;
    return place;
}

/// Names on a line of their own, the title on the next: "Bee, A., & Dee, C. (2020).".
TitlePlace titleBelowPeople(QByteArrayView bytes, const std::vector<Segment>& segments)
{
    if (segments.size() < 2)
        return {};
    TextRange dating;
    if (!isLineOfNames(bytes, segments[0].range, dating))
        return {};
    const Segment& below = segments[1];
    // One name alone is surer where a line for the venue follows.
    TextRange when;
    bool two = false;
    if (findAuthors(bytes, segments[0].range).names < 2
        && (segments.size() < 3 || findYear(bytes, below.range, when, two)
            || !findYear(bytes, segments[2].range, when, two)))
        return {};
    TitlePlace place;
    for (const auto finder : { linkedTitle, markedTitle, quotedTitle, sentenceTitle }) {
        if (!place.found)
            place = finder(bytes, below);
    }
    const bool begins = place.found && place.whole.from < below.range.from + 8;
    const QString text = begins ? visibleText(bytes, place.text) : QString();
    TextRange year;
    bool shortened = false;
    const bool venue
        = hasVenueWord(text) && (text.size() < 40 || findYear(bytes, place.text, year, shortened));
    if (!begins || venue || holdsNames(bytes, below.range))
        return {};
    place.segment = 1;
    place.belowPeople = place.cited = true;
    place.dating = dating;
    return place;
}

AuthorRun loneNameBehind(QByteArrayView bytes, const Segment& segment, qsizetype from)
{
    const qsizetype stop = slice(bytes, { from, segment.range.to }).indexOf(". ", 3);
    if (stop < 0 || stop > 40)
        return {};
    // Most entries list several names there, or tell where they appeared: no need to look closer.
    const QByteArrayView words = slice(bytes, { from, from + stop });
    if (std::any_of(words.begin(), words.end(), [](char c) { return isDigit(c) || c == ',' || c == '('; }))
        return {};
    const AuthorRun run = findAuthors(bytes, { from, from + stop });
    const bool name = run.found && run.names == 1 && run.alone && slice(bytes, run.range).contains(' ');
    return name && !findVenue(bytes, { from + stop + 2, segment.range.to }).name.isEmpty() ? run
                                                                                           : AuthorRun();
}

TitlePlace titleBeforePeople(QByteArrayView bytes, const Segment& whole)
{
    const Segment segment = withoutLabel(bytes, whole);
    TitlePlace place = sentenceTitle(bytes, segment);
    if (!place.found || segment.range.to - place.behind < 8 || bytes[place.behind - 1] != '.')
        return {};
    AuthorRun people = findAuthors(bytes, { place.behind, segment.range.to });
    // One name is sure where a venue follows it.
    if (people.parts.size() < 2 && (people = loneNameBehind(bytes, segment, place.behind)).found)
        place.authors = people;
    const bool next = people.found && (people.parts.size() > 1 || place.authors.found)
        && people.range.from <= place.behind + 2;
    if (!next || findAuthors(bytes, place.text).names > 1
        || isNameLike(visibleText(bytes, place.text)))
        return {};
    return place;
}

TitlePlace titleAndPeople(QByteArrayView bytes, const Segment& whole)
{
    if (whole.spans.empty())
        return {};
    const Span& first = whole.spans.front();
    const bool labelled = whole.spans.size() > 1
        && (first.kind == SpanKind::Code || first.kind == SpanKind::Strong) && isVenueLabel(bytes, first);
    const TextRange range = trimmed(bytes, { labelled ? first.range.to : whole.range.from, whole.range.to });
    const AuthorRun people = findAuthors(bytes, range);
    const TextRange words = trimmed(bytes, { range.from, std::max(range.from, people.range.from) });
    if (!people.found || people.parts.size() < 2 || words.length() < 20 || bytes[words.to - 1] != ',')
        return {};
    TitlePlace place;
    place.whole = trimmed(bytes, { words.from, words.to - 1 });
    place.text = bareTitle(bytes, place.whole);
    const QByteArrayView text = slice(bytes, place.text);
    const bool full = std::all_of(people.parts.begin(), people.parts.end(),
        [&](TextRange part) { return slice(bytes, part).contains(' '); });
    const bool others = isEtAl(plainText(decoded(bytes, people.parts.back())));
    const bool owner = people.parts.size() > 2
        && std::any_of(people.parts.begin(), people.parts.end(),
            [&](TextRange part) { return slice(bytes, part).contains("**"); });
    if (!(full || owner) || !(labelled || others || owner) || text.count(' ') < 3 || text.contains(". ")
        || text.contains("](") || text.contains('<'))
        return {};
    place.found = place.canLink = true;
    place.behind = words.to;
    return place;
}

} // namespace lectern::profile
