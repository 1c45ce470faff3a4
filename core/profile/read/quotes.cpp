// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/citations.h"

#include "core/profile/scan/bytes.h"

#include <algorithm>
#include <array>

namespace lectern::profile {
namespace {

/// Where `mark` first stands in the text outside of HTML tags (their attributes are quoted too); -1 without
/// one.
qsizetype outsideTags(QByteArrayView text, QByteArrayView mark)
{
    for (qsizetype at = indexOfMark(text, mark); at >= 0; at = indexOfMark(text, mark, at + mark.size())) {
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

/// True where a title in quotes may begin: most texts hold none of their bytes.
bool hasQuotes(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        // The first bytes of “”„‘, of «» and of 《》 are E2, C2 and E3.
        return c == '"' || c == '\'' || c == '`' || c == '\xE2' || c == '\xC2' || c == '\xE3';
    });
}

/// Where the quote that opens at `from` is closed by a mark of whatever kind: before a blank, behind a comma
/// or a full stop. -1 where it is not.
qsizetype anyClose(QByteArrayView text, qsizetype from, qsizetype& length)
{
    static constexpr std::array<const char*, 5> closers { "”", "“", "''", "’’", "\"" };
    for (qsizetype at = from + 8; at < text.size(); ++at) {
        if (isWordByte(text[at]) && text[at] != '\xE2')
            continue;
        for (const char* closer : closers) {
            const qsizetype size = qsizetype(qstrlen(closer));
            if (!text.sliced(at).startsWith(closer))
                continue;
            const qsizetype behind = at + size;
            const bool ends = QByteArrayView(",.?!").contains(text[at - 1])
                || (!isBlank(text[at - 1]) && (behind >= text.size() || !isWordByte(text[behind])));
            if (!ends)
                continue;
            length = size;
            return at;
        }
    }
    return -1;
}

TitlePlace placeInQuotes(QByteArrayView bytes, TextRange whole, TextRange inside)
{
    TitlePlace place;
    place.text = trimmed(bytes, inside);
    if (place.text.to > place.text.from && QByteArrayView(",.").contains(bytes[place.text.to - 1]))
        --place.text.to;
    const QByteArrayView words = slice(bytes, place.text);
    // "MR<sup>3</sup>" may stand in a title, links and pictures may not.
    const bool raised = words.contains("<sup>") || words.contains("<sub>");
    if ((words.contains('<') && !raised) || words.contains('='))
        return {};
    place.found = place.canLink = place.cited = true;
    place.whole = whole;
    place.behind = whole.to;
    return place;
}

/// “Title," and ''Title”: the marks of two kinds.
TitlePlace mistypedQuotes(QByteArrayView bytes, const Segment& segment)
{
    const QByteArrayView text = slice(bytes, segment.range);
    for (const char* open : { "“", "”", "``", "''", "‘‘", "„", "\"" }) {
        const qsizetype from = outsideTags(text, open);
        const qsizetype words = from + qsizetype(qstrlen(open));
        if (from < 0 || words >= text.size() || isSpace(text[words])
            || (from > 0 && isWordByte(text[from - 1])))
            continue;
        qsizetype length = 0;
        const qsizetype to = anyClose(text, words, length);
        if (to < 0 || text.sliced(words, to - words).count(' ') < 2)
            continue;
        const TextRange whole { segment.range.from + from, segment.range.from + to + length };
        return placeInQuotes(bytes, whole, { segment.range.from + words, segment.range.from + to });
    }
    return {};
}

} // namespace

TitlePlace quotedTitle(QByteArrayView bytes, const Segment& segment)
{
    const QByteArrayView text = slice(bytes, segment.range);
    if (!hasQuotes(text))
        return {};
    for (const auto& [open, close] : { std::pair<const char*, const char*> { "“", "”" }, { "\"", "\"" },
             { "«", "»" }, { "„", "“" }, { "''", "''" }, { "``", "''" }, { "《", "》" } }) {
        const qsizetype from = outsideTags(text, open);
        const qsizetype to = from < 0 ? -1 : text.indexOf(close, from + qsizetype(qstrlen(open)));
        // Short words in quotes are a title where its full stop stands inside.
        const bool stopped = to > 0 && (text[to - 1] == '.' || text[to - 1] == ',');
        if (to < from + (stopped ? 8 : 12))
            continue;
        // An attribute's quotes hold no title.
        if (from > 0 && text[from - 1] == '=')
            continue;
        const TextRange whole { segment.range.from + from,
            segment.range.from + to + qsizetype(qstrlen(close)) };
        const TitlePlace place
            = placeInQuotes(bytes, whole, { whole.from + qsizetype(qstrlen(open)), segment.range.from + to });
        if (place.found)
            return place;
    }
    return mistypedQuotes(bytes, segment);
}

} // namespace lectern::profile
