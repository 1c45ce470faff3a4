// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace lectern::app {

class Commands;
class NameButton;
class PageLanguages;
class Workspace;

/// The line at the top: which site and page, the page's languages, undo and redo with the step's name, search, and the way out.
class SiteToolbar : public QWidget {
    Q_OBJECT
public:
    SiteToolbar(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

    void setRecentSites(const QList<RecentSite>& sites);
    /// Only what makes sense while nothing is open.
    void setSiteShown(bool shown);
    /// The version of the current page behind this one; empty where it has no other.
    [[nodiscard]] QString nextVersion() const;

Q_SIGNALS:
    void openRecent(const QString& path);
    void pageChosen(const QString& page);
    /// The user wants to see what is shown in another language: on this page.
    void versionChosen(const QString& page);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QToolButton* commandButton(QLatin1StringView id, Qt::ToolButtonStyle style);
    void fillProgramMenu();
    void fillSiteMenu();
    void fillPageMenu();
    void addPageAction(const QString& page, const QString& title);
    void refreshNames();
    void refreshLanguages();
    void refreshUndo();
    void fitButtons();
    [[nodiscard]] QString pageTitle(const QString& page) const;

    Workspace& m_workspace;
    Commands& m_commands;
    QToolButton* m_program;
    PageLanguages* m_languages;
    NameButton* m_site;
    NameButton* m_page;
    QWidget* m_versions; ///< a button for each language of the page
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
