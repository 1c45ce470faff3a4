// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemmatching.h"

#include <QHash>

#include <algorithm>

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
        const qsizetype shared = std::min(entry->range.to, range.to) - std::max(entry->range.from, range.from);
        if (shared > bytes) {
            bytes = shared;
            best = int(entry - after.begin());
        }
    }
    return best;
}

QString wordsOf(const ListEntry& entry) { return entry.title + u'\n' + entry.subtitle; }

} // namespace

std::vector<int> matchedItems(
    const std::vector<ListEntry>& before, const std::vector<ListEntry>& after, const Edits& edits)
{
    std::vector<int> places(before.size(), -1);
    std::vector<int> takenBy(after.size(), -1);
    std::vector<qsizetype> takenBytes(after.size(), 0);
    for (size_t i = 0; i < before.size() && edits.size() <= mostMappedEdits; ++i) {
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
