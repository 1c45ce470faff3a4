// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/write/placing.h"

#include "core/profile/read/layout.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/bytes.h"

namespace lectern::profile {
namespace {

bool isListItem(QByteArrayView bytes)
{
    const qsizetype end = nextLine(bytes, 0, bytes.size());
    return listMarkerLength(bytes, 0, withoutLineEnding(bytes, { 0, end }).to) > 0;
}

/// Behind the blank lines that follow `at`.
qsizetype behindBlank(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    while (at < limit) {
        const qsizetype next = nextLine(bytes, at, limit);
        if (!trimmed(bytes, { at, next }).isEmpty())
            break;
        at = next;
    }
    return at;
}

/// Begin of the blank lines that end at `at`.
qsizetype beforeBlank(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    while (at > limit) {
        qsizetype line = at - 1;
        if (bytes[line] == '\n' && line > limit && bytes[line - 1] == '\r')
            --line;
        line = std::max(limit, lineStart(bytes, line));
        if (!trimmed(bytes, { line, at }).isEmpty())
            break;
        at = line;
    }
    return at;
}

bool endsLine(const QByteArray& bytes, qsizetype at)
{
    return at == 0 || isEndOfLine(bytes[at - 1]);
}

} // namespace

void EditList::replace(TextRange range, const QByteArray& inserted)
{
    const Edit edit = replacement(m_bytes, range, inserted);
    if (edit.isNoop())
        return;
    m_edits.push_back({ edit.at + m_shift, edit.removed, edit.inserted });
    m_shift += edit.inserted.size() - edit.removed.size();
}

Place placeFor(const Profile& profile, int section, int at, const QByteArray& item, bool loose)
{
    const QByteArray& bytes = profile.file.bytes();
    const Section& home = profile.sections[size_t(section)];
    const auto& items = home.items;
    Place place;
    const bool list = isListItem(item);
    const auto tight = [&](const Item& neighbour) {
        return !loose && list && isListItem(profile.file.view(neighbour.range).toByteArray());
    };
    // Neighbours that stand apart keep new ones apart.
    bool apart = false;
    for (size_t i = 1; i < items.size() && !apart; ++i)
        apart = items[i].range.from > items[i - 1].range.to
            && trimmed(bytes, { items[i - 1].range.to, items[i].range.from }).isEmpty();
    if (at < int(items.size())) {
        const Item& next = items[size_t(at)];
        place.at = next.range.from;
        const QByteArray eol = lineEndingAt(bytes, place.at);
        place.after = tight(next) && !apart ? QByteArray() : eol;
        const qsizetype blank = beforeBlank(bytes, place.at, home.range.from);
        const bool afterItem = at > 0 && !tight(items[size_t(at) - 1]);
        if (blank == place.at && (afterItem || (!list && at == 0 && loose)))
            place.before = eol;
        return place;
    }
    if (!items.empty()) {
        const Item& last = items.back();
        place.at = last.range.to;
        const QByteArray eol = lineEndingAt(bytes, last.range.from);
        place.before = tight(last) && !apart ? QByteArray() : eol;
        if (!endsLine(bytes, place.at)) {
            place.before = eol + place.before;
            place.dropLineEnding = place.at == bytes.size();
        }
        const bool blankBehind
            = behindBlank(bytes, place.at, bytes.size()) > place.at || place.at >= bytes.size();
        if (!blankBehind && (!list || loose))
            place.after = eol;
        return place;
    }
    place.at = home.level > 0 ? home.headingRange.to : home.range.to;
    const QByteArray eol = lineEndingAt(bytes, place.at > 0 ? place.at - 1 : 0);
    if (!endsLine(bytes, place.at)) {
        place.before = eol;
        place.dropLineEnding = place.at == bytes.size();
    }
    if (home.level == 0) {
        place.before += eol;
        if (place.at < bytes.size())
            place.after = eol;
        return place;
    }
    const bool blankBehind = behindBlank(bytes, place.at, bytes.size()) > place.at;
    if (blankBehind && !list)
        place.before += eol;
    if (!blankBehind && place.at < bytes.size())
        place.after = eol;
    return place;
}

QByteArray placed(const Profile& profile, const Place& place, QByteArray item)
{
    const QByteArray eol = lineEndingAt(profile.file.bytes(), place.at);
    while (item.endsWith('\n') || item.endsWith('\r'))
        item.chop(1);
    if (!place.dropLineEnding)
        item += eol;
    return place.before + item + place.after;
}

TextRange removal(const Profile& profile, ItemRef ref)
{
    const QByteArray& bytes = profile.file.bytes();
    const Section& home = profile.sections[size_t(ref.section)];
    TextRange range = home.items[size_t(ref.item)].range;
    if (!endsLine(bytes, range.from) || (range.to < bytes.size() && !isEndOfLine(bytes[range.to - 1])))
        return range;
    const qsizetype before = beforeBlank(bytes, range.from, home.range.from);
    const qsizetype behind = behindBlank(bytes, range.to, home.range.to);
    const bool last = ref.item + 1 == int(home.items.size());
    if (!last && behind > range.to && before < range.from)
        range.to = behind;
    else if (!last && behind > range.to && ref.item == 0)
        range.to = behind;
    else if (last && before < range.from && (behind > range.to || range.to == bytes.size()))
        range.from = before;
    // The file's last line keeps the way it ends.
    if (range.to == bytes.size() && !isEndOfLine(bytes[range.to - 1]) && range.from > 0 && ref.item > 0)
        range.from = withoutLineEnding(bytes, { 0, range.from }).to;
    return range;
}

} // namespace lectern::profile
