// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemmatching.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace lectern::app {

namespace {

/// Beyond this many edits (a sort of a long list) the words alone are quicker, and tell as much.
constexpr size_t mostMappedEdits = 200;

/// The item of `after` that shares most bytes with `range`; -1 where none does.
int bestOverlap(const std::vector<ListEntry>& after, TextRange range, qsizetype& bytes)
{
    int best = -1;
    const auto first = std::partition_point(
        after.begin(), after.end(), [range](const ListEntry& entry) { return entry.range.to <= range.from; });
    for (auto entry = first; entry != after.end() && entry->range.from < range.to; ++entry) {
        const qsizetype shared
            = std::min(entry->range.to, range.to) - std::max(entry->range.from, range.from);
        if (shared > bytes) {
            bytes = shared;
            best = int(entry - after.begin());
        }
    }
    return best;
}

bool sameWords(const ListEntry& one, const ListEntry& other)
{
    return one.title == other.title && one.subtitle == other.subtitle;
}

QString wordsOf(const ListEntry& entry)
{
    return entry.title + u'\n' + entry.subtitle;
}

/// Typing in one item leaves all others as they were: there is nothing to search for then.
bool onlyOneDiffers(const std::vector<ListEntry>& before, const std::vector<ListEntry>& after)
{
    if (before.size() != after.size())
        return false;
    int different = 0;
    for (size_t i = 0; i < before.size() && different < 2; ++i)
        different += sameWords(before[i], after[i]) ? 0 : 1;
    return different < 2;
}

/// By words, each position that is alone with them; -1 for words that several have.
QHash<QString, int> uniqueWords(const std::vector<ListEntry>& entries)
{
    QHash<QString, int> places;
    places.reserve(qsizetype(entries.size()));
    for (size_t i = 0; i < entries.size(); ++i) {
        const QString words = wordsOf(entries[i]);
        const auto known = places.find(words);
        if (known == places.end())
            places.insert(words, int(i));
        else
            *known = -1;
    }
    return places;
}

} // namespace

std::vector<int> matchedItems(
    const std::vector<ListEntry>& before, const std::vector<ListEntry>& after, const Edits& edits)
{
    std::vector<int> places(before.size(), -1);
    if (onlyOneDiffers(before, after)) {
        std::iota(places.begin(), places.end(), 0);
        return places;
    }
    std::vector<int> takenBy(after.size(), -1);
    std::vector<qsizetype> takenBytes(after.size(), 0);
    // What moved keeps its words. Bytes alone would mislead: an edit is trimmed to what differs, so that a
    // move may be written into the middle of the item that made room.
    const QHash<QString, int> old = uniqueWords(before);
    const QHash<QString, int> now = uniqueWords(after);
    for (auto entry = old.constBegin(); entry != old.constEnd(); ++entry) {
        const int place = now.value(entry.key(), -1);
        if (*entry < 0 || place < 0)
            continue;
        places[size_t(*entry)] = place;
        takenBy[size_t(place)] = *entry;
        takenBytes[size_t(place)] = after[size_t(place)].range.length();
    }
    for (size_t i = 0; i < before.size() && edits.size() <= mostMappedEdits; ++i) {
        if (places[i] >= 0)
            continue;
        TextRange range = before[i].range;
        for (const Edit& edit : edits)
            range = mapped(range, edit);
        qsizetype bytes = 0;
        const int found = bestOverlap(after, range, bytes);
        if (found < 0 || bytes <= takenBytes[size_t(found)])
            continue;
        if (takenBy[size_t(found)] >= 0)
            places[size_t(takenBy[size_t(found)])] = -1;
        takenBy[size_t(found)] = int(i);
        takenBytes[size_t(found)] = bytes;
        places[i] = found;
    }
    QHash<QString, QList<int>> free;
    for (size_t i = 0; i < after.size(); ++i) {
        if (takenBy[i] < 0)
            free[wordsOf(after[i])].append(int(i));
    }
    for (size_t i = 0; i < before.size() && !free.isEmpty(); ++i) {
        if (places[i] >= 0)
            continue;
        const auto same = free.find(wordsOf(before[i]));
        if (same != free.end() && !same->isEmpty())
            places[i] = same->takeFirst();
    }
    return places;
}

} // namespace lectern::app
