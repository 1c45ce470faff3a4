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

} // namespace

/// A marked line of its own above a line of names, however much it looks like names: "**Quiet Rooms**".
TitlePlace titleAbovePeople(QByteArrayView bytes, const std::vector<Segment>& segments)
{
    if (segments.size() < 2 || segments[0].spans.empty())
        return {};
    const Span& span = segments[0].spans.front();
    const bool marked = span.kind == SpanKind::Strong
        || (span.kind == SpanKind::Element && (span.name == "b" || span.name == "strong"));
    const QString text = visibleText(bytes, scanInline(bytes, span.inner));
    if (!marked || span.range.from != segments[0].range.from || !text.contains(u' ')
        || isVenueLabel(bytes, span) || linkedTitle(bytes, segments[0]).found
        || !onlyLinksFollow(bytes, segments[0]))
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
    TitlePlace place;
    for (const auto finder : { linkedTitle, markedTitle, quotedTitle, sentenceTitle }) {
        if (!place.found)
            place = finder(bytes, below);
    }
    const bool begins = place.found && place.whole.from < below.range.from + 8;
    const QString text = begins ? visibleText(bytes, scanInline(bytes, place.text)) : QString();
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

} // namespace lectern::profile
