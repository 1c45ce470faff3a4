// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QListView>

#include <vector>

namespace lectern::app {

class ItemListModel;

/// The list of a section's items. It turns keys, drags and clicks into wishes; it changes nothing itself.
///
/// Dragging is done with plain mouse events instead of QDrag, which would run an event loop of its own.
class ItemListView : public QListView {
    Q_OBJECT
public:
    explicit ItemListView(ItemListModel& model, QWidget* parent = nullptr);

    /// Selected items (positions in the section), ascending.
    [[nodiscard]] std::vector<int> selectedItems() const;
    [[nodiscard]] int currentItem() const;
    /// Selects exactly these items and makes `current` the current one, without currentItemChanged().
    void setSelectedItems(const std::vector<int>& items, int current);

Q_SIGNALS:
    void currentItemChanged(int item);
    void openRequested();
    void deleteRequested();
    void duplicateRequested();
    void moveByKeyRequested(bool up);
    /// The selected items shall stand before item `before` (0 to count).
    void moveRequested(int before);
    /// The selected items shall stand behind item `behind`, at the end of its group.
    void moveBehindRequested(int behind);
    void searchRequested();
    void menuRequested(const QPoint& globalPosition);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    bool ownKey(const QKeyEvent& event);
    /// Begins to type the name of the group whose heading is at `index`.
    bool renameGroup(const QModelIndex& index);
    bool toggleGroup(const QModelIndex& index, bool collapse);
    void dragTo(const QPoint& position);
    void endDrag();
    /// The row before which a drop at `position` lands (0 to rowCount).
    [[nodiscard]] int gapAt(const QPoint& position) const;
    [[nodiscard]] int itemBehindGap(int gap) const;

    ItemListModel& m_model;
    QPoint m_pressedAt;
    QPoint m_dragAt;
    QBasicTimer m_scrolling;
    bool m_pressed = false;
    bool m_dragging = false;
    bool m_collapseOnRelease = false; ///< a click, not a drag, on one of several selected rows selects it alone
    bool m_quiet = false;
    int m_gap = -1;
};

} // namespace lectern::app
