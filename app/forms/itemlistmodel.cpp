// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemlistmodel.h"

#include "core/profile/profile.h"

#include <algorithm>

namespace lectern::app {

std::vector<ListEntry> listEntries(const std::vector<profile::Item>& items)
{
    std::vector<ListEntry> entries;
    entries.reserve(items.size());
    for (const profile::Item& item : items)
        entries.push_back({item.title, item.subtitle, item.group, item.hidden, item.range});
    return entries;
}

bool ItemListModel::matches(const ListEntry& entry) const
{
    // Every word must be somewhere in it.
    const auto words = QStringView(m_filter).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&entry](QStringView word) {
        return entry.title.contains(word, Qt::CaseInsensitive) || entry.subtitle.contains(word, Qt::CaseInsensitive)
            || entry.group.contains(word, Qt::CaseInsensitive);
    });
}

std::vector<ItemListModel::Row> ItemListModel::makeRows() const
{
    std::vector<Row> rows;
    const int count = int(m_entries.size());
    for (int begin = 0; begin < count;) {
        const QString& group = m_entries[size_t(begin)].group;
        int end = begin;
        std::vector<Row> inside;
        for (; end < count && m_entries[size_t(end)].group == group; ++end) {
            if (matches(m_entries[size_t(end)]))
                inside.push_back({end, begin, 0});
        }
        if (!group.isEmpty() && !inside.empty())
            rows.push_back({-1, begin, int(inside.size())});
        // A search finds what is in collapsed groups too.
        if (!m_filter.isEmpty() || !m_collapsed.contains(group))
            rows.insert(rows.end(), inside.begin(), inside.end());
        begin = end;
    }
    return rows;
}

bool ItemListModel::setEntries(std::vector<ListEntry> entries)
{
    const std::vector<ListEntry> before = std::exchange(m_entries, std::move(entries));
    const auto hasSubtitle = [](const ListEntry& entry) { return !entry.subtitle.isEmpty(); };
    const bool hadSubtitles = std::exchange(m_hasSubtitles, std::any_of(m_entries.begin(), m_entries.end(), hasSubtitle));
    if (before.size() != m_entries.size() || hadSubtitles != m_hasSubtitles || makeRows() != m_rows) {
        remake();
        return true;
    }
    for (int row = 0; row < int(m_rows.size()); ++row) {
        const int item = m_rows[size_t(row)].item;
        const ListEntry& old = before[size_t(std::max(item, m_rows[size_t(row)].firstOfGroup))];
        const ListEntry& now = m_entries[size_t(std::max(item, m_rows[size_t(row)].firstOfGroup))];
        const bool same = item < 0
            ? old.group == now.group
            : old.title == now.title && old.subtitle == now.subtitle && old.hidden == now.hidden;
        if (!same)
            Q_EMIT dataChanged(index(row), index(row));
    }
    return false;
}

void ItemListModel::remake()
{
    beginResetModel();
    m_rows = makeRows();
    m_rowOfItem.assign(m_entries.size(), -1);
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (m_rows[size_t(row)].item >= 0)
            m_rowOfItem[size_t(m_rows[size_t(row)].item)] = row;
    }
    endResetModel();
}

void ItemListModel::setFilter(const QString& filter)
{
    if (m_filter == filter.simplified())
        return;
    m_filter = filter.simplified();
    remake();
}

void ItemListModel::setCollapsed(int row, bool collapsed)
{
    const QString group = m_entries[size_t(m_rows[size_t(row)].firstOfGroup)].group;
    if (collapsed)
        m_collapsed.insert(group);
    else
        m_collapsed.remove(group);
    remake();
}

int ItemListModel::itemAt(int row) const { return row >= 0 && row < int(m_rows.size()) ? m_rows[size_t(row)].item : -1; }

int ItemListModel::rowOf(int item) const
{
    return item >= 0 && item < int(m_rowOfItem.size()) ? m_rowOfItem[size_t(item)] : -1;
}

int ItemListModel::endOfGroupBefore(int row) const
{
    return row >= 0 && row < int(m_rows.size()) && m_rows[size_t(row)].item < 0
        ? m_rows[size_t(row)].firstOfGroup - 1
        : -1;
}

int ItemListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant ItemListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const Row& row = m_rows[size_t(index.row())];
    const bool isHeading = row.item < 0;
    const ListEntry& entry = m_entries[size_t(isHeading ? row.firstOfGroup : row.item)];
    switch (role) {
    case Qt::EditRole:
        return isHeading ? entry.group : QVariant();
    case Qt::DisplayRole:
        return isHeading ? entry.group : entry.title;
    case Qt::AccessibleTextRole:
        if (isHeading)
            return entry.group;
        return entry.hidden ? tr("%1, %2, hidden").arg(entry.title, entry.subtitle)
                            : entry.title + (entry.subtitle.isEmpty() ? QString() : QStringLiteral(", ") + entry.subtitle);
    case Qt::ToolTipRole:
        return isHeading ? QVariant() : entry.title.toHtmlEscaped();
    case SubtitleRole:
        return isHeading ? QString() : entry.subtitle;
    case HiddenRole:
        return !isHeading && entry.hidden;
    case GroupRole:
        return isHeading;
    case CollapsedRole:
        return isHeading && m_filter.isEmpty() && m_collapsed.contains(entry.group);
    case CountRole:
        return row.count;
    case ItemRole:
        return row.item;
    default:
        return {};
    }
}

Qt::ItemFlags ItemListModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return itemAt(index.row()) < 0 ? flags | Qt::ItemIsEditable : flags;
}

bool ItemListModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || itemAt(index.row()) >= 0)
        return false;
    const Row& row = m_rows[size_t(index.row())];
    const QString name = value.toString().simplified();
    if (!name.isEmpty() && name != m_entries[size_t(row.firstOfGroup)].group)
        Q_EMIT groupRenamed(row.firstOfGroup, name);
    // The page's own change has made the rows anew.
    return true;
}

} // namespace lectern::app
