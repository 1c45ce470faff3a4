// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sitetoolbar.h"

#include "app/shell/commands.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"
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

namespace lectern::app {
namespace {

constexpr int wordyWidth = 1100; // from here on undo and redo have their words beside the icon
constexpr int nameWidth = 220;

QToolButton* menuButton(QMenu* menu, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
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
    : QWidget(parent), m_workspace(workspace), m_commands(commands), m_siteMenu(new QMenu(this)),
      m_pageMenu(new QMenu(this))
{
    setAccessibleName(tr("Toolbar"));
    auto* programMenu = new QMenu(this);
    m_program = menuButton(programMenu, tr("Menu"), this);
    m_program->setIcon(icon(u"menu"));
    m_program->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_program->setToolTip(tr("Menu"));
    m_site = menuButton(m_siteMenu, tr("Site"), this);
    m_page = menuButton(m_pageMenu, tr("Page"), this);
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
    for (QToolButton* button : {m_program, m_site, m_page})
        row->addWidget(button);
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
    refreshNames();
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
    for (QToolButton* button : {m_site, m_page, m_undo, m_redo, m_find, m_sidebar, m_preview, m_export})
        button->setVisible(shown);
    if (shown)
        m_page->setVisible(m_workspace.pages().size() > 1);
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
    if (const auto file = m_workspace.file(page)) {
        const auto front = findFrontMatter(file->bytes());
        const auto yaml = front ? YamlDocument::parse(file->bytes(), front->yaml)
                                : Result<YamlDocument>(Error{ErrorCode::NotFound, {}, {}});
        const QString title = yaml ? yaml->text({QStringLiteral("title")}).trimmed() : QString();
        if (!title.isEmpty())
            return title;
    }
    QString name = QFileInfo(page).completeBaseName();
    if (!name.isEmpty())
        name[0] = name.at(0).toUpper();
    return name;
}

void SiteToolbar::fillPageMenu()
{
    m_pageMenu->clear();
    for (const QString& page : m_workspace.pages()) {
        QAction* action
            = m_pageMenu->addAction(pageTitle(page), this, [this, page] { Q_EMIT pageChosen(page); });
        action->setToolTip(page);
        action->setCheckable(true);
        action->setChecked(page == m_workspace.currentPage());
    }
    m_pageMenu->setToolTipsVisible(true);
}

void SiteToolbar::refreshNames()
{
    if (!m_workspace.isOpen())
        return;
    const QString site = m_workspace.isSite() ? m_workspace.siteName() : QFileInfo(m_workspace.currentPage()).fileName();
    m_site->setFont(look::font(look::TextRole::Strong, QGuiApplication::font()));
    m_site->setText(QFontMetrics(m_site->font()).elidedText(site, Qt::ElideMiddle, look::scaled(nameWidth, this)));
    m_site->setToolTip(m_workspace.root());
    m_site->setAccessibleName(tr("Site: %1").arg(site));
    const QString page = pageTitle(m_workspace.currentPage());
    m_page->setText(fontMetrics().elidedText(page, Qt::ElideRight, look::scaled(nameWidth, this)));
    m_page->setToolTip(m_workspace.currentPage());
    m_page->setAccessibleName(tr("Page: %1").arg(page));
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
    const auto style = event->size().width() >= look::scaled(wordyWidth, this) ? Qt::ToolButtonTextBesideIcon
                                                                              : Qt::ToolButtonIconOnly;
    m_undo->setToolButtonStyle(style);
    m_redo->setToolButtonStyle(style);
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
