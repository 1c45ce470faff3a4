// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sitetoolbar.h"

#include "app/shell/commands.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/shell/namebutton.h"
#include "app/shell/pagelanguages.h"
#include "app/workspace/workspace.h"
#include "core/document/yamldocument.h"

#include <QAction>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QResizeEvent>
#include <QToolButton>
#include <QUndoStack>

#include <algorithm>

namespace lectern::app {
namespace {

constexpr int wordyWidth = 1100; // from here on undo and redo have their words beside the icon
constexpr int narrowWidth = 760; // below it there is no room for every button
constexpr int nameWidth = 220;

template<class Button> Button* menuButton(Button* button, QMenu* menu, const QString& name)
{
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    return button;
}

} // namespace

SiteToolbar::SiteToolbar(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_commands(commands), m_languages(new PageLanguages(workspace, this)),
      m_versions(new QWidget(this)), m_siteMenu(new QMenu(this)), m_pageMenu(new QMenu(this))
{
    setAccessibleName(tr("Toolbar"));
    auto* programMenu = new QMenu(this);
    m_program = menuButton(new QToolButton(this), programMenu, tr("Menu"));
    m_program->setIcon(icon(u"menu"));
    m_program->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_program->setToolTip(tr("Menu"));
    m_site = menuButton(new NameButton(Qt::ElideMiddle, nameWidth, this), m_siteMenu, tr("Site"));
    m_page = menuButton(new NameButton(Qt::ElideRight, nameWidth, this), m_pageMenu, tr("Page"));
    m_versions->setAccessibleName(tr("Languages of this page"));
    look::tighten(new QHBoxLayout(m_versions), 2);
    m_undo = commandButton(QLatin1StringView("edit.undo"), Qt::ToolButtonTextBesideIcon);
    m_redo = commandButton(QLatin1StringView("edit.redo"), Qt::ToolButtonTextBesideIcon);
    m_find = commandButton(QLatin1StringView("edit.find"), Qt::ToolButtonIconOnly);
    m_source = commandButton(QLatin1StringView("view.source"), Qt::ToolButtonIconOnly);
    m_sidebar = commandButton(QLatin1StringView("view.sections"), Qt::ToolButtonIconOnly);
    m_preview = commandButton(QLatin1StringView("view.preview"), Qt::ToolButtonIconOnly);
    m_export = commandButton(QLatin1StringView("site.export"), Qt::ToolButtonTextBesideIcon);
    m_export->setAutoRaise(false);
    m_export->setIcon(icon(u"upload", IconTint::OnAccent));
    look::makePrimary(m_export);
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(look::grid, 6, look::grid, 7);
    row->setSpacing(look::half);
    for (QWidget* part : std::initializer_list<QWidget*> {m_program, m_site, m_page, m_versions})
        row->addWidget(part);
    row->addStretch(1);
    for (QToolButton* button : {m_undo, m_redo})
        row->addWidget(button);
    row->addSpacing(look::grid);
    for (QToolButton* button : {m_find, m_source, m_sidebar, m_preview})
        row->addWidget(button);
    row->addSpacing(look::grid);
    row->addWidget(m_export);

    connect(programMenu, &QMenu::aboutToShow, this, &SiteToolbar::fillProgramMenu);
    connect(m_siteMenu, &QMenu::aboutToShow, this, &SiteToolbar::fillSiteMenu);
    connect(m_pageMenu, &QMenu::aboutToShow, this, &SiteToolbar::fillPageMenu);
    connect(&workspace, &Workspace::opened, this, &SiteToolbar::refreshNames);
    connect(&workspace, &Workspace::currentPageChanged, this, &SiteToolbar::refreshNames);
    connect(&workspace, &Workspace::changed, this, &SiteToolbar::refreshNames);
    connect(workspace.undoStack(), &QUndoStack::indexChanged, this, &SiteToolbar::refreshUndo);
    connect(m_languages, &PageLanguages::changed, this, &SiteToolbar::refreshLanguages);
    connect(&workspace, &Workspace::currentPageChanged, this, &SiteToolbar::refreshLanguages);
    refreshNames();
    refreshLanguages();
    refreshUndo();
}

QToolButton* SiteToolbar::commandButton(QLatin1StringView id, Qt::ToolButtonStyle style)
{
    QAction* action = m_commands.action(id);
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    return button;
}

void SiteToolbar::setRecentSites(const QList<RecentSite>& sites) { m_recent = sites; }

void SiteToolbar::setSiteShown(bool shown)
{
    for (QToolButton* button : std::initializer_list<QToolButton*> {m_site, m_page, m_undo, m_redo, m_find, m_sidebar, m_preview, m_export})
        button->setVisible(shown);
    if (shown)
        m_page->setVisible(m_workspace.pages().size() > 1);
    fitButtons();
    refreshLanguages();
}

void SiteToolbar::fillProgramMenu()
{
    QMenu* menu = m_program->menu();
    menu->clear();
    for (const Commands::Group group : Commands::groups()) {
        for (QAction* action : m_commands.actions(group)) {
            // Sections have their own menu at their list.
            if (group != Commands::Group::Sections)
                menu->addAction(action);
        }
        menu->addSeparator();
    }
}

void SiteToolbar::fillSiteMenu()
{
    m_siteMenu->clear();
    for (const auto id : {QLatin1StringView("site.open"), QLatin1StringView("site.openFile"), QLatin1StringView("site.sample")})
        m_siteMenu->addAction(m_commands.action(id));
    m_siteMenu->addSection(tr("Recent"));
    for (const RecentSite& site : m_recent) {
        QAction* action = m_siteMenu->addAction(
            site.name.isEmpty() ? site.path : site.name, this, [this, path = site.path] { Q_EMIT openRecent(path); });
        action->setToolTip(site.path);
    }
    m_siteMenu->setToolTipsVisible(true);
}

QString SiteToolbar::pageTitle(const QString& page) const
{
    // Only the shown page is open; the others are told by those who read them.
    QString title;
    const auto versions = m_languages->versionsOf(page);
    const auto version = std::ranges::find(versions, page, &site::PageVersion::page);
    if (const auto& front = m_workspace.profile().frontMatter; page == m_workspace.currentPage() && front) {
        const auto yaml = YamlDocument::parse(m_workspace.profile().file.bytes(), front->yaml);
        title = yaml ? yaml->text({QStringLiteral("title")}).trimmed() : QString();
    } else if (version != versions.end())
        title = version->title;
    if (!title.isEmpty())
        return title;
    QString name = QFileInfo(page).completeBaseName();
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

void SiteToolbar::addPageAction(const QString& page, const QString& title)
{
    QAction* action = m_pageMenu->addAction(title, this, [this, page] { Q_EMIT pageChosen(page); });
    action->setToolTip(page);
    action->setCheckable(true);
    action->setChecked(page == m_workspace.currentPage());
}

/// The pages in their order; those that are one page in several languages stand together, with the language's name.
void SiteToolbar::fillPageMenu()
{
    m_pageMenu->clear();
    QStringList added;
    for (const QString& page : m_workspace.pages()) {
        if (added.contains(page))
            continue;
        const auto versions = m_languages->versionsOf(page);
        if (versions.size() < 2) {
            addPageAction(page, pageTitle(page));
            continue;
        }
        for (const site::PageVersion& version : versions) {
            addPageAction(version.page,
                tr("%1 – %2", "page – language").arg(pageTitle(version.page), PageLanguages::nameOf(version.language)));
            added.append(version.page);
        }
    }
    m_pageMenu->setToolTipsVisible(true);
}

void SiteToolbar::refreshNames()
{
    if (!m_workspace.isOpen())
        return;
    const QString site = m_workspace.isSite() ? m_workspace.siteName() : QFileInfo(m_workspace.currentPage()).fileName();
    m_site->setFont(look::font(look::TextRole::Strong, QGuiApplication::font()));
    m_site->setText(site);
    m_site->setToolTip(m_workspace.root());
    m_site->setAccessibleName(tr("Site: %1").arg(site));
    const QString page = pageTitle(m_workspace.currentPage());
    m_page->setText(page);
    m_page->setToolTip(m_workspace.currentPage());
    m_page->setAccessibleName(tr("Page: %1").arg(page));
}

void SiteToolbar::refreshLanguages()
{
    const auto versions = m_languages->versionsOf(m_workspace.currentPage());
    const bool shown = versions.size() > 1 && !m_site->isHidden();
    qDeleteAll(m_versions->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly));
    m_versions->setVisible(shown);
    for (const site::PageVersion& version : versions) {
        const bool isCurrent = version.page == m_workspace.currentPage();
        const QString name = PageLanguages::nameOf(version.language);
        auto* button = new QToolButton(m_versions);
        button->setText(name);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setChecked(isCurrent);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(isCurrent ? tr("This page in %1, shown").arg(name) : tr("Show this page in %1").arg(name));
        button->setToolTip(QStringLiteral("%1 (%2)").arg(button->accessibleName(), version.page));
        connect(button, &QToolButton::clicked, this, [this, page = version.page] {
            // Not before this click is done with: the buttons are made anew.
            QMetaObject::invokeMethod(this, [this, page] { Q_EMIT versionChosen(page); }, Qt::QueuedConnection);
        });
        m_versions->layout()->addWidget(button);
    }
    refreshNames();
}

QString SiteToolbar::nextVersion() const
{
    const auto versions = m_languages->versionsOf(m_workspace.currentPage());
    const auto current = std::ranges::find(versions, m_workspace.currentPage(), &site::PageVersion::page);
    if (versions.size() < 2 || current == versions.end())
        return {};
    return current + 1 == versions.end() ? versions.front().page : (current + 1)->page;
}

void SiteToolbar::refreshUndo()
{
    const QUndoStack* stack = m_workspace.undoStack();
    QAction* undo = m_commands.action(QLatin1StringView("edit.undo"));
    QAction* redo = m_commands.action(QLatin1StringView("edit.redo"));
    undo->setEnabled(stack->canUndo());
    redo->setEnabled(stack->canRedo());
    undo->setToolTip(withShortcut(stack->canUndo() ? tr("Undo: %1").arg(stack->undoText()) : tr("Nothing to undo"), undo));
    redo->setToolTip(withShortcut(stack->canRedo() ? tr("Redo: %1").arg(stack->redoText()) : tr("Nothing to redo"), redo));
    // A button takes its action's text with each change of it.
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
}

void SiteToolbar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitButtons();
}

void SiteToolbar::fitButtons()
{
    const auto style = width() >= look::scaled(wordyWidth, this) ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly;
    m_undo->setToolButtonStyle(style);
    m_redo->setToolButtonStyle(style);
    // Where the columns have become tabs, the preview is one of them.
    m_preview->setVisible(!m_site->isHidden() && width() >= look::scaled(narrowWidth, this));
}

void SiteToolbar::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    // The site's name has a weight of its own and does not follow the text size by itself.
    if (event->type() == QEvent::ApplicationFontChange)
        refreshNames();
}

void SiteToolbar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::sidebarFill(palette()));
    painter.fillRect(0, height() - 1, width(), 1, look::hairlineColor(palette()));
}

} // namespace lectern::app
