// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemlistview.h"

#include "app/forms/itemdelegate.h"
#include "app/forms/itemlistmodel.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace lectern::app {

ItemListView::ItemListView(ItemListModel& model, QWidget* parent) : QListView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new ItemDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(NoDragDrop);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setAccessibleName(tr("Entries"));
}

std::vector<int> ItemListView::selectedItems() const
{
    std::vector<int> items;
    const auto rows = selectionModel()->selectedIndexes();
    for (const QModelIndex& row : rows) {
        if (const int item = m_model.itemAt(row.row()); item >= 0)
            items.push_back(item);
    }
    std::sort(items.begin(), items.end());
    return items;
}

int ItemListView::currentItem() const { return m_model.itemAt(currentIndex().row()); }

void ItemListView::setSelectedItems(const std::vector<int>& items, int current)
{
    const QScopedValueRollback quiet(m_quiet, true);
    QItemSelection selection;
    for (const int item : items) {
        const QModelIndex row = m_model.index(m_model.rowOf(item));
        if (row.isValid())
            selection.select(row, row);
    }
    const QModelIndex index = m_model.index(m_model.rowOf(current));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (index.isValid())
        scrollTo(index);
}

void ItemListView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!m_quiet && current.isValid() && m_model.itemAt(current.row()) >= 0)
        Q_EMIT currentItemChanged(m_model.itemAt(current.row()));
}

bool ItemListView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool alt = key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down);
        const bool control = key->modifiers() == Qt::ControlModifier && key->key() == Qt::Key_D;
        if (alt || control || key->key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

bool ItemListView::toggleGroup(const QModelIndex& index, bool collapse)
{
    if (!index.isValid() || !index.data(ItemListModel::GroupRole).toBool())
        return false;
    const int row = index.row();
    const QScopedValueRollback quiet(m_quiet, true);
    m_model.setCollapsed(row, collapse);
    selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::NoUpdate);
    return true;
}

bool ItemListView::renameGroup(const QModelIndex& index)
{
    if (!index.isValid() || !index.data(ItemListModel::GroupRole).toBool())
        return false;
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    edit(index);
    return true;
}

bool ItemListView::ownKey(const QKeyEvent& event)
{
    const bool plain = !(event.modifiers() & ~Qt::KeypadModifier);
    const bool alt = event.modifiers() == Qt::AltModifier;
    const int key = event.key();
    if (alt && (key == Qt::Key_Up || key == Qt::Key_Down))
        Q_EMIT moveByKeyRequested(key == Qt::Key_Up);
    else if (event.modifiers() == Qt::ControlModifier && key == Qt::Key_D)
        Q_EMIT duplicateRequested();
    else if (plain && (key == Qt::Key_Delete || key == Qt::Key_Backspace))
        Q_EMIT deleteRequested();
    else if (plain && key == Qt::Key_F2 && renameGroup(currentIndex()))
        return true;
    else if (key == Qt::Key_Escape && m_dragging)
        endDrag();
    else if (plain && (key == Qt::Key_Left || key == Qt::Key_Right))
        return toggleGroup(currentIndex(), key == Qt::Key_Left);
    else if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)) {
        const bool collapsed = currentIndex().data(ItemListModel::CollapsedRole).toBool();
        if (!toggleGroup(currentIndex(), !collapsed))
            Q_EMIT openRequested();
    } else
        return false;
    return true;
}

void ItemListView::keyPressEvent(QKeyEvent* event)
{
    // Enter and Esc of the line in which a name is typed come here, too.
    if (state() == EditingState) {
        event->accept();
        return;
    }
    if (ownKey(*event))
        return;
    if (event->key() == Qt::Key_Escape) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void ItemListView::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->pos());
    const bool left = event->button() == Qt::LeftButton;
    if (left && index.isValid() && index.data(ItemListModel::GroupRole).toBool()) {
        toggleGroup(index, !index.data(ItemListModel::CollapsedRole).toBool());
        return;
    }
    m_pressed = left && index.isValid() && m_model.filter().isEmpty();
    m_pressedAt = event->pos();
    // Pressing one of several selected rows may begin a drag of all of them.
    m_collapseOnRelease = left && event->modifiers() == Qt::NoModifier && selectionModel()->isSelected(index)
        && selectedItems().size() > 1;
    if (!m_collapseOnRelease)
        QListView::mousePressEvent(event);
}

void ItemListView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed || !(event->buttons() & Qt::LeftButton)) {
        QListView::mouseMoveEvent(event);
        return;
    }
    if (!m_dragging && (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    setCursor(Qt::ClosedHandCursor);
    dragTo(event->pos());
    if (!m_scrolling.isActive())
        m_scrolling.start(30, this);
}

void ItemListView::dragTo(const QPoint& position)
{
    m_dragAt = position;
    m_gap = gapAt(position);
    viewport()->update();
}

void ItemListView::endDrag()
{
    m_dragging = false;
    m_pressed = false;
    m_gap = -1;
    m_scrolling.stop();
    unsetCursor();
    viewport()->update();
}

void ItemListView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_dragging) {
        const int gap = gapAt(event->pos());
        endDrag();
        // Above a heading means the end of the group before it.
        if (const int behind = m_model.endOfGroupBefore(gap); behind >= 0)
            Q_EMIT moveBehindRequested(behind);
        else
            Q_EMIT moveRequested(itemBehindGap(gap));
        return;
    }
    m_pressed = false;
    if (m_collapseOnRelease) {
        m_collapseOnRelease = false;
        selectionModel()->setCurrentIndex(indexAt(event->pos()), QItemSelectionModel::ClearAndSelect);
        return;
    }
    QListView::mouseReleaseEvent(event);
}

void ItemListView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && m_model.itemAt(indexAt(event->pos()).row()) >= 0)
        Q_EMIT openRequested();
}

void ItemListView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint position
        = byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos();
    const QPersistentModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (index.isValid() && index.data(ItemListModel::GroupRole).toBool()) {
        auto* const menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        QAction* const rename = menu->addAction(icon(u"pen-line"), tr("Rename group"), this, [this, index] { renameGroup(index); });
        rename->setShortcut(Qt::Key_F2);
        menu->popup(position);
        return;
    }
    Q_EMIT menuRequested(position);
}

void ItemListView::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_scrolling.timerId()) {
        QListView::timerEvent(event);
        return;
    }
    constexpr int edge = 24;
    const int above = edge - m_dragAt.y();
    const int below = m_dragAt.y() - (viewport()->height() - edge);
    if (above > 0 || below > 0) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + (above > 0 ? -above : below) / 2);
        dragTo(m_dragAt);
    }
}

int ItemListView::gapAt(const QPoint& position) const
{
    const int rows = m_model.rowCount();
    const QPoint inside(viewport()->width() / 2, std::clamp(position.y(), 0, viewport()->height() - 1));
    const QModelIndex index = indexAt(inside);
    if (!index.isValid())
        return rows > 0 && inside.y() < visualRect(m_model.index(0)).top() ? 0 : rows;
    return inside.y() > visualRect(index).center().y() ? index.row() + 1 : index.row();
}

int ItemListView::itemBehindGap(int gap) const
{
    for (int row = gap - 1; row >= 0; --row) {
        if (m_model.itemAt(row) >= 0)
            return gap < m_model.rowCount() && m_model.itemAt(gap) >= 0 ? m_model.itemAt(gap) : m_model.itemAt(row) + 1;
        if (row == gap - 1 && gap < m_model.rowCount() && m_model.itemAt(gap) >= 0)
            return m_model.itemAt(gap);
    }
    return 0;
}

void ItemListView::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_gap < 0 || m_model.rowCount() == 0)
        return;
    const bool behind = m_gap >= m_model.rowCount();
    const QRect row = visualRect(m_model.index(behind ? m_gap - 1 : m_gap));
    const int y = behind ? row.bottom() : row.top();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = look::accent(palette());
    painter.setPen(QPen(colour, 2));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawLine(row.left() + 2 * look::grid, y, row.right() - look::grid, y);
    painter.drawEllipse(QPoint(row.left() + 2 * look::grid - 3, y), 3, 3);
}

} // namespace lectern::app
