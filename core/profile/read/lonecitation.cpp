// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/citations.h"

#include "core/profile/read/personname.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {
namespace {

/// The one name that begins an entry; `end` tells where it ends.
AuthorRun leadingName(QByteArrayView bytes, TextRange range, qsizetype& end)
{
    AuthorRun name;
    const QByteArrayView text = slice(bytes, range);
    for (qsizetype at = 4; at + 1 < text.size() && at < 45; ++at) {
        // "Bee, A.✉ Title"
        const qsizetype marks = text[at] == '.'
            ? authorMarks(text.sliced(at + 1, std::min<qsizetype>(12, text.size() - at - 1)))
            : 0;
        const qsizetype behind = at + 1 + marks;
        const bool stop
            = (text[at] == '.' || text[at] == ':') && behind < text.size() && isSpace(text[behind]);
        const bool bracket = text[at] == ' ' && text[at + 1] == '(';
        if (!stop && !bracket)
            continue;
        const qsizetype stopAt = marks > 0 ? behind : at;
        const AuthorRun run = findAuthors(bytes, { range.from, range.from + stopAt });
        if (run.found && run.names == 1 && run.alone && slice(bytes, run.range).contains(' ')) {
            name = run;
            end = range.from + stopAt;
        }
    }
    return name;
}

} // namespace

TitlePlace loneCitationTitle(QByteArrayView bytes, const Segment& whole)
{
    Segment segment = withoutLabel(bytes, whole);
    const TextRange range = segment.range;
    if (range.length() < 40)
        return {};
    qsizetype at = 0;
    const AuthorRun name = leadingName(bytes, range, at);
    if (!name.found)
        return {};
    TextRange dating;
    const QByteArrayView rest = slice(bytes, { at, range.to });
    bool shortened = false;
    if (const qsizetype close = rest.startsWith(" (") ? rest.indexOf(')') : -1; close > 0) {
        if (!findYear(bytes, { at, at + close }, dating, shortened))
            return {};
        at += close + 1;
    }
    while (at < range.to && (isSpace(bytes[at]) || QByteArrayView(".,:").contains(bytes[at])))
        ++at;
    segment.range.from = at;
    segment.spans = scanInline(bytes, segment.range);
    TitlePlace place = sentenceTitle(bytes, segment);
    const TextRange behind { std::min(place.behind, range.to), range.to };
    TextRange year;
    if (!place.found
        || (dating.isEmpty() && !findYear(bytes, behind, year, shortened)
            && !hasVenueWord(decoded(bytes, behind))))
        return {};
    place.authors = name;
    place.cited = true;
    place.dating = dating;
    return place;
}

} // namespace lectern::profile
