// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/itemactions.h"

#include <QLineEdit>
#include <QWidget>

class QAction;
class QToolButton;

namespace lectern::app {

namespace look {
class TextLabel;
}

/// The section's name, shown as a title and renamed in place.
class HeadingEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit HeadingEdit(QWidget* parent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void dress();
    bool m_dressing = false;
};

/// The line above a section's items: its name, how many items it has, and what can be done with the whole of it.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(QWidget* parent = nullptr);

    void showSection(const profile::Section& section);
    void showNothing();
    /// The page's heading is followed unless the user is just typing in it.
    void follow(const profile::Section& section);
    [[nodiscard]] HeadingEdit* heading() const { return m_heading; }

Q_SIGNALS:
    void renamed(const QString& heading);
    void renamingEnded();
    void addRequested();
    void sortRequested(lectern::profile::SortOrder order);
    void groupRequested(lectern::app::ItemActions::GroupBy by);
    void hideRequested(bool hidden);

private:
    void fillArrangeMenu();
    void refresh(const profile::Section& section);

    HeadingEdit* m_heading;
    look::TextLabel* m_count;
    QToolButton* m_add;
    QToolButton* m_sort;
    QToolButton* m_hide;
    QList<QAction*> m_orders; ///< what needs dates
    QAction* m_byYear = nullptr;
    QAction* m_byType = nullptr;
    QAction* m_ungroup = nullptr;
    QString m_known; ///< the heading on the page when last looked at
};

} // namespace lectern::app
