// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/destination.h"
#include "core/profile/profile.h"

#include <QWidget>

class QAction;
class QListView;
class QMenu;
class QToolButton;

namespace lectern::app {

class SectionActions;
class SectionsModel;
class Workspace;

/// The first column: the sections of the page, and below a line what belongs to the page and the site as a whole.
class SectionsSidebar : public QWidget {
    Q_OBJECT
public:
    SectionsSidebar(Workspace& workspace, SectionActions& actions, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] const Destination& current() const { return m_current; }
    /// Shows `destination` as chosen and announces it; a section that is not there is ignored.
    void choose(const Destination& destination);
    /// The row of the chosen section; -1 where none is.
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] QListView* view() const { return m_view; }
    /// Begins to type the heading of the chosen section.
    void renameCurrent();
    /// Adds a section behind the chosen one and begins to type its heading.
    void addSection(profile::SectionKind kind);
    /// The actions on the chosen section, for menus and the command palette.
    [[nodiscard]] QList<QAction*> sectionActions() const;
    [[nodiscard]] QMenu* addMenu() const { return m_addMenu; }

Q_SIGNALS:
    void chosen(const lectern::app::Destination& destination);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildView();
    void buildActions();
    void followPage();
    void updateActions();
    void fillKindMenu();
    void showMarks();
    QToolButton* placeButton(Destination::Kind kind, QStringView iconName, const QString& text, const QString& tip);
    void moveCurrent(int by);

    Workspace& m_workspace;
    SectionActions& m_actions;
    SectionsModel* m_model;
    QListView* m_view;
    QMenu* m_addMenu;
    QToolButton* m_addButton;
    QList<QToolButton*> m_places;
    QAction* m_rename = nullptr;
    QAction* m_up = nullptr;
    QAction* m_down = nullptr;
    QAction* m_hide = nullptr;
    QAction* m_remove = nullptr;
    QMenu* m_kindMenu;
    Destination m_current;
    QString m_page;
    int m_row = 0; // of the section chosen last, for when it is gone
    bool m_following = false;
};

} // namespace lectern::app
