// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

namespace lectern::app {

class Commands;
class Workspace;

/// The line at the top: which site and page, undo and redo with the step's name, search, and the way out.
class SiteToolbar : public QWidget {
    Q_OBJECT
public:
    SiteToolbar(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

    void setRecentSites(const QList<RecentSite>& sites);
    /// Only what makes sense while nothing is open.
    void setSiteShown(bool shown);

Q_SIGNALS:
    void openRecent(const QString& path);
    void pageChosen(const QString& page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QToolButton* commandButton(QLatin1StringView id, Qt::ToolButtonStyle style);
    void fillProgramMenu();
    void fillSiteMenu();
    void fillPageMenu();
    void refreshNames();
    void refreshUndo();
    [[nodiscard]] QString pageTitle(const QString& page) const;

    Workspace& m_workspace;
    Commands& m_commands;
    QToolButton* m_program;
    QToolButton* m_site;
    QToolButton* m_page;
    QToolButton* m_undo;
    QToolButton* m_redo;
    QToolButton* m_find;
    QToolButton* m_export;
    QToolButton* m_source;
    QToolButton* m_sidebar;
    QToolButton* m_preview;
    QMenu* m_siteMenu;
    QMenu* m_pageMenu;
    QList<RecentSite> m_recent;
};

} // namespace lectern::app
