// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/citations.h"

#include "core/profile/read/titlelines.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {
namespace {

/// Where the collection that a chapter stands in is named: behind "Title. In: "; -1 where it is not.
qsizetype collectionBegin(QByteArrayView text)
{
    for (const char* mark : { ". In: ", ". In ", "? In: ", "! In: " }) {
        if (const qsizetype at = text.indexOf(mark); at > 0)
            return at;
    }
    return -1;
}

} // namespace

TitlePlace yearFirstTitle(QByteArrayView bytes, const Segment& segment)
{
    qsizetype at = segment.range.from;
    if (!isYearAt(bytes, at, { at, segment.range.to }))
        return {};
    const TextRange year { at, at + 4 };
    at += 4;
    if (at < segment.range.to && bytes[at] >= 'a' && bytes[at] <= 'z')
        ++at;
    if (at + 1 >= segment.range.to || bytes[at] != ':' || !isBlank(bytes[at + 1]))
        return {};
    Segment rest = segment;
    rest.range = trimmed(bytes, { at + 1, segment.range.to });
    rest.spans = scanInline(bytes, rest.range);
    const AuthorRun people = findAuthors(bytes, rest.range);
    if (rest.spans.empty() || (people.names > 1 && people.range.from < rest.range.from + 4))
        return {};
    TitlePlace place;
    const qsizetype collection = collectionBegin(slice(bytes, rest.range));
    if (rest.spans.front().kind == SpanKind::Link) {
        place = linkedTitle(bytes, rest);
    } else if (collection > 0) {
        place.whole = { rest.range.from, rest.range.from + collection };
        place.text = bareTitle(bytes, place.whole);
        place.behind = place.whole.to + 2;
        place.found = place.canLink = true;
    } else {
        place = sentenceTitle(bytes, rest);
        place.found = place.found || (place.text.length() > 3 && place.whole.to < rest.range.to);
        place.canLink = place.found;
    }
    place.dating = year;
    place.cited = true;
    return place;
}

} // namespace lectern::profile
