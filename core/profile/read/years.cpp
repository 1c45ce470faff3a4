// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {

bool isYearAt(QByteArrayView bytes, qsizetype at, TextRange range)
{
    if (at + 4 > range.to || !(slice(bytes, { at, at + 2 }) == "19" || slice(bytes, { at, at + 2 }) == "20")
        || !isDigit(bytes[at + 2]) || !isDigit(bytes[at + 3]))
        return false;
    const bool before
        = at > range.from && (isDigit(bytes[at - 1]) || bytes[at - 1] == '/' || bytes[at - 1] == '.');
    const bool behind = at + 4 < range.to
        && (isDigit(bytes[at + 4]) || (bytes[at + 4] == '.' && at + 5 < range.to && isDigit(bytes[at + 5])));
    return !before && !behind;
}

namespace {

bool isPageNumber(QByteArrayView bytes, qsizetype at, TextRange range)
{
    const char before = at > range.from ? bytes[at - 1] : ' ';
    const char behind = at + 4 < range.to ? bytes[at + 4] : ' ';
    return before == '-' || (behind == '-' && at + 5 < range.to && isDigit(bytes[at + 5]));
}

} // namespace

bool findYear(QByteArrayView bytes, TextRange range, TextRange& digits, bool& shortened)
{
    // "2096-2104" are pages where another year stands before them.
    for (const bool pages : { false, true }) {
        for (qsizetype at = range.to - 4; at >= range.from; --at) {
            if (isYearAt(bytes, at, range) && (pages || !isPageNumber(bytes, at, range))) {
                digits = { at, at + 4 };
                shortened = false;
                return true;
            }
        }
    }
    for (qsizetype at = range.to - 2; at > range.from; --at) {
        if (!isDigit(bytes[at]) || !isDigit(bytes[at + 1])
            || (at + 2 < range.to && isWordByte(bytes[at + 2])))
            continue;
        qsizetype mark = at;
        while (mark > range.from && isBlank(bytes[mark - 1]))
            --mark;
        const QByteArrayView before = slice(bytes, { range.from, mark });
        const bool glued = mark == at && before.size() > 1 && before.back() >= 'A' && before.back() <= 'Z'
            && hasVenueWord(decoded(before));
        if (before.endsWith('\'') || before.endsWith("’") || before.endsWith("‘") || glued) {
            digits = { at, at + 2 };
            shortened = true;
            return true;
        }
    }
    return false;
}

} // namespace lectern::profile
