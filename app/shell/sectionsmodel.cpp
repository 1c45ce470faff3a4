// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sectionsmodel.h"

#include "app/shell/icons.h"
#include "app/shell/sectionactions.h"
#include "app/shell/sectionwords.h"
#include "app/workspace/workspace.h"

#include <QKeySequence>
#include <QMimeData>

#include <algorithm>

namespace lectern::app {
namespace {

QString rowMimeType() { return QStringLiteral("application/x-lectern-section-row"); }

/// The row where a dragged one would be put, or -1.
int dropRow(int row, const QModelIndex& parent, int count)
{
    if (row >= 0)
        return row;
    return parent.isValid() ? parent.row() : count;
}

} // namespace

SectionsModel::SectionsModel(Workspace& workspace, SectionActions& actions, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_actions(actions)
{
    connect(&workspace, &Workspace::opened, this, &SectionsModel::reload);
    connect(&workspace, &Workspace::currentPageChanged, this, &SectionsModel::reload);
    connect(&workspace, &Workspace::changed, this, &SectionsModel::reload);
    reload();
}

void SectionsModel::reload()
{
    QList<Row> rows;
    if (m_workspace.isOpen()) {
        const auto& sections = m_workspace.profile().sections;
        for (int index = 0; index < int(sections.size()); ++index) {
            const profile::Section& section = sections[size_t(index)];
            const HeadingParts parts = headingParts(section.heading);
            const bool prose = std::ranges::all_of(section.items,
                [](const profile::Item& item) { return item.kind == profile::ItemKind::Text || item.kind == profile::ItemKind::Raw; });
            rows.append({section.id, int(section.kind), section.heading, parts.symbol,
                parts.text.isEmpty() ? sectionTitle(section) : parts.text, prose ? -1 : int(section.items.size()),
                section.hidden, section.level == 0});
        }
    }
    if (rows == m_rows)
        return;
    // While the same sections stand in the same order their rows stay, and with them selection and scrolling.
    const auto sameIds = [](const Row& one, const Row& other) { return one.id == other.id; };
    if (rows.size() == m_rows.size() && std::equal(rows.begin(), rows.end(), m_rows.begin(), sameIds)) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(int(rows.size()) - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int SectionsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant SectionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::EditRole: return row.heading;
    case Qt::DecorationRole: return icon(kindIcon(profile::SectionKind(row.kind)));
    case Qt::ToolTipRole: return toolTip(index.row());
    case Qt::AccessibleTextRole:
        if (row.hidden)
            return tr("%1, hidden").arg(row.text);
        return row.count >= 0 ? tr("%1, %n item(s)", nullptr, row.count).arg(row.text) : row.text;
    case IdRole: return row.id;
    case KindRole: return row.kind;
    case SymbolRole: return row.symbol;
    case CountRole: return row.count;
    case HiddenRole: return row.hidden;
    case FixedRole: return row.fixed;
    default: return {};
    }
}

QString SectionsModel::toolTip(int row) const
{
    const Row& shown = m_rows[row];
    const QString name = shown.heading.isEmpty() ? shown.text : shown.heading;
    const QString text = shown.hidden ? tr("%1: hidden on the page").arg(name) : name;
    if (row >= 9)
        return text;
    const QKeySequence keys(Qt::CTRL | Qt::Key(Qt::Key_1 + row));
    return QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText));
}

Qt::ItemFlags SectionsModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!m_rows[index.row()].fixed)
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    return flags;
}

bool SectionsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    m_actions.rename(index.row(), value.toString());
    return true;
}

QStringList SectionsModel::mimeTypes() const { return {rowMimeType()}; }

QMimeData* SectionsModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(rowMimeType(), QByteArray::number(indexes.first().row()));
    return data;
}

bool SectionsModel::canDropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) const
{
    if (action != Qt::MoveAction || !data->hasFormat(rowMimeType()))
        return false;
    const int to = dropRow(row, parent, rowCount());
    // Nothing goes before the biography's front part.
    return to >= rowCount() || !m_rows[to].fixed;
}

bool SectionsModel::dropMimeData(
    const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const int from = data->data(rowMimeType()).toInt();
    if (from >= 0 && from < rowCount())
        m_actions.move(from, dropRow(row, parent, rowCount()));
    // The page's own change has moved the rows; false keeps the view from removing the dragged one.
    return false;
}

int SectionsModel::rowOf(const QString& id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].id == id)
            return row;
    }
    return -1;
}

} // namespace lectern::app
