// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/spareitems.h"

#include "core/base/samebytes.h"

#include <algorithm>

namespace lectern::profile {

SpareItems::SpareItems(std::vector<Section> sections, const QByteArray& before, const QByteArray& now)
    : m_sections(std::move(sections))
{
    const SameBytes same = sameBytes(before, now);
    m_same = same.front;
    m_behind = now.size() - same.back;
    m_shift = now.size() - before.size();
    for (Section& section : m_sections) {
        for (Item& item : section.items)
            m_items.push_back(&item);
    }
    const auto inOrder = [](const Item* a, const Item* b) { return a->range.from < b->range.from; };
    if (!std::is_sorted(m_items.begin(), m_items.end(), inOrder))
        std::stable_sort(m_items.begin(), m_items.end(), inOrder);
}

std::optional<Item> SpareItems::take(TextRange range, ItemKind kind)
{
    const bool isBehind = range.from >= m_behind;
    if (range.isEmpty() || (range.to > m_same && !isBehind))
        return std::nullopt;
    const qsizetype shift = isBehind ? m_shift : 0;
    const TextRange wanted = range.shifted(-shift);
    const auto found = std::lower_bound(m_items.begin(), m_items.end(), wanted.from,
        [](const Item* item, qsizetype from) { return item->range.from < from; });
    if (found == m_items.end() || (*found)->range != wanted || (*found)->kind != kind)
        return std::nullopt;
    Item item = std::move(**found);
    (*found)->range.to = wanted.from;
    item.range = range;
    if (shift != 0) {
        for (Field& field : item.fields)
            field.range = field.range.shifted(shift);
    }
    return item;
}

} // namespace lectern::profile
