// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QAbstractListModel>
#include <QSet>
#include <QString>

#include <vector>

namespace lectern::profile {
struct Item;
}

namespace lectern::app {

/// What a list needs of an item; its strings are shared with the profile.
struct ListEntry {
    QString title;
    QString subtitle;
    QString group;
    bool hidden = false;
    TextRange range; ///< in the page's bytes, to find the item again after an edit
};
[[nodiscard]] std::vector<ListEntry> listEntries(const std::vector<profile::Item>& items);

/// The items of a section as rows: a heading wherever the group changes, then its items, unless it is collapsed; with a
/// filter only what matches. Nothing is worked out for a row before it is painted.
class ItemListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SubtitleRole = Qt::UserRole + 1, HiddenRole, GroupRole, CollapsedRole, CountRole, ItemRole };
    using QAbstractListModel::QAbstractListModel;

    /// New content. Rows that only changed their words are repainted; anything else resets the model (true).
    bool setEntries(std::vector<ListEntry> entries);
    [[nodiscard]] const std::vector<ListEntry>& entries() const { return m_entries; }
    void setFilter(const QString& filter);
    [[nodiscard]] QString filter() const { return m_filter; }
    void setCollapsed(int row, bool collapsed);
    [[nodiscard]] bool hasSubtitles() const { return m_hasSubtitles; }

    /// The item (position in the section) of a row; -1 for a heading.
    [[nodiscard]] int itemAt(int row) const;
    /// The row of an item; -1 while it is filtered out or its group is collapsed.
    [[nodiscard]] int rowOf(int item) const;
    /// The last item of the group before the one whose heading is at `row`; -1 where there is none.
    [[nodiscard]] int endOfGroupBefore(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Of a group's heading: announces the wish, the page changes the rows.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    /// The group that begins with `item` shall have another name.
    void groupRenamed(int item, const QString& name);

private:
    struct Row {
        int item = -1; ///< -1: heading
        int firstOfGroup = 0; ///< the item with which the group begins
        int count = 0; ///< of items in the group; headings only
        bool operator==(const Row&) const = default;
    };
    [[nodiscard]] std::vector<Row> makeRows() const;
    [[nodiscard]] bool matches(const ListEntry& entry) const;
    void remake();

    std::vector<ListEntry> m_entries;
    std::vector<Row> m_rows;
    std::vector<int> m_rowOfItem;
    QSet<QString> m_collapsed;
    QString m_filter;
    bool m_hasSubtitles = false;
};

} // namespace lectern::app
