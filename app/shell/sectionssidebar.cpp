// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sectionssidebar.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/shell/sectionactions.h"
#include "app/shell/sectionsdelegate.h"
#include "app/shell/sectionsmodel.h"
#include "app/shell/sectionwords.h"
#include "app/workspace/workspace.h"

#include <QAction>
#include <QActionGroup>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

SectionsSidebar::SectionsSidebar(Workspace& workspace, SectionActions& actions, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_actions(actions), m_model(new SectionsModel(workspace, actions, this)),
      m_view(new QListView(this)), m_addMenu(new QMenu(this)), m_addButton(new QToolButton(this)),
      m_kindMenu(new QMenu(tr("Kind of section"), this))
{
    setAccessibleName(tr("Sections"));
    setMinimumWidth(look::scaled(150, this));
    buildView();
    buildActions();

    auto* caption = new look::TextLabel(look::TextRole::Caption, tr("Sections"), this);
    caption->setContentsMargins(look::margin, look::margin, look::margin, look::half);
    m_addButton->setText(tr("Add section"));
    m_addButton->setIcon(icon(u"plus", IconTint::Secondary));
    m_addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addButton->setAutoRaise(true);
    m_addButton->setPopupMode(QToolButton::InstantPopup);
    m_addButton->setMenu(m_addMenu);
    m_addButton->setToolTip(tr("Add a section to the page"));
    m_addButton->setAccessibleName(tr("Add section"));

    auto* places = new QVBoxLayout;
    places->setContentsMargins(look::grid, look::grid, look::grid, look::grid);
    places->setSpacing(2);
    m_places = {placeButton(Destination::Kind::PageSettings, u"file-sliders", tr("Page settings"),
                    tr("Title, address and layout of this page (its front matter)")),
        placeButton(Destination::Kind::Navigation, u"navigation", tr("Navigation menu"),
            tr("The links at the top of the site (_data/navigation.yml)")),
        placeButton(Destination::Kind::SiteSettings, u"settings", tr("Site settings"),
            tr("Name, author and addresses of the site (_config.yml)")),
        placeButton(Destination::Kind::OwnerNames, u"user", tr("Your names"),
            tr("How you are written among the authors, and the papers where you were not found")),
        placeButton(Destination::Kind::Files, u"file-search", tr("Files"),
            tr("Files that the site leads to and does not have, and those that nothing names"))};
    for (QToolButton* button : m_places)
        places->addWidget(button);

    auto* addRow = new QHBoxLayout;
    addRow->setContentsMargins(look::grid, look::half, look::grid, look::grid);
    addRow->addWidget(m_addButton);
    addRow->addStretch();
    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addWidget(caption);
    column->addWidget(m_view, 1);
    column->addLayout(addRow);
    column->addWidget(new look::Hairline(Qt::Horizontal, this));
    column->addLayout(places);

    connect(&workspace, &Workspace::opened, this, &SectionsSidebar::followPage);
    connect(&workspace, &Workspace::currentPageChanged, this, &SectionsSidebar::followPage);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SectionsSidebar::followPage);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &SectionsSidebar::updateActions);
    followPage();
}

QSize SectionsSidebar::sizeHint() const
{
    // A list view alone asks for more than its rows need.
    int width = m_view->sizeHintForColumn(0);
    for (const QToolButton* button : m_places)
        width = std::max(width, button->sizeHint().width() + 2 * look::grid);
    return {width, QWidget::sizeHint().height()};
}

void SectionsSidebar::buildView()
{
    m_view->setModel(m_model);
    auto* delegate = new SectionsDelegate(m_view);
    m_view->setItemDelegate(delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDropIndicatorShown(true);
    m_view->setDragDropOverwriteMode(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_view->setAccessibleName(tr("Sections of the page"));
    connect(delegate, &SectionsDelegate::eyeClicked, this, [this](const QModelIndex& index) {
        m_actions.setHidden(index.row(), !index.data(SectionsModel::HiddenRole).toBool());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_following && index.isValid())
            choose({Destination::Kind::Section, index.data(SectionsModel::IdRole).toString()});
    });
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& index) {
        choose({Destination::Kind::Section, index.data(SectionsModel::IdRole).toString()});
    });
}

void SectionsSidebar::buildActions()
{
    const auto action = [this](const char* id, QStringView iconName, const QString& text, const QKeySequence& keys,
                            auto&& run) {
        auto* made = new QAction(icon(iconName), text, this);
        made->setObjectName(QLatin1StringView(id));
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QAction::triggered, this, run);
        m_view->addAction(made);
        return made;
    };
    m_rename = action("section.rename", u"pen-line", tr("Rename section"), Qt::Key_F2, [this] { renameCurrent(); });
    m_up = action("section.up", u"arrow-up", tr("Move section up"), Qt::ALT | Qt::Key_Up, [this] { moveCurrent(-1); });
    m_down = action("section.down", u"arrow-down", tr("Move section down"), Qt::ALT | Qt::Key_Down, [this] { moveCurrent(1); });
    m_hide = action("section.hide", u"eye-off", tr("Hide section"), Qt::CTRL | Qt::Key_H, [this] {
        const QModelIndex index = m_view->currentIndex();
        m_actions.setHidden(index.row(), !index.data(SectionsModel::HiddenRole).toBool());
    });
    m_remove = action("section.remove", u"trash-2", tr("Delete section"), Qt::Key_Delete,
        [this] { m_actions.remove(currentRow()); });
    m_view->addAction(m_kindMenu->menuAction());
    m_kindMenu->menuAction()->setObjectName(QStringLiteral("section.kind"));
    connect(m_kindMenu, &QMenu::aboutToShow, this, &SectionsSidebar::fillKindMenu);
    for (const profile::SectionKind kind : addableKinds())
        m_addMenu->addAction(icon(kindIcon(kind)), kindName(kind), this, [this, kind] { addSection(kind); });
}

QToolButton* SectionsSidebar::placeButton(
    Destination::Kind kind, QStringView iconName, const QString& text, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setIcon(icon(iconName, IconTint::Secondary));
    button->setToolTip(tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setProperty("place", int(kind));
    connect(button, &QToolButton::clicked, this, [this, kind] { choose({kind, {}}); });
    return button;
}

int SectionsSidebar::currentRow() const
{
    return m_current.kind == Destination::Kind::Section ? m_model->rowOf(m_current.section) : -1;
}

void SectionsSidebar::choose(const Destination& destination)
{
    if (destination.kind == Destination::Kind::Section && m_model->rowOf(destination.section) < 0)
        return;
    const bool same = destination == m_current;
    m_current = destination;
    showMarks();
    if (!same)
        Q_EMIT chosen(m_current);
}

void SectionsSidebar::showMarks()
{
    const QScopedValueRollback guard(m_following, true);
    const int row = currentRow();
    if (row >= 0) {
        m_row = row;
        m_view->setCurrentIndex(m_model->index(row));
    } else {
        m_view->clearSelection();
        m_view->selectionModel()->clearCurrentIndex();
    }
    for (QToolButton* button : m_places)
        button->setChecked(button->property("place").toInt() == int(m_current.kind));
    updateActions();
}

void SectionsSidebar::followPage()
{
    m_places[1]->setVisible(m_workspace.isSite());
    m_places[2]->setVisible(m_workspace.isSite());
    m_places[4]->setVisible(m_workspace.isSite());
    m_addButton->setEnabled(m_workspace.isOpen());
    const bool otherPage = m_page != m_workspace.root() + m_workspace.currentPage();
    m_page = m_workspace.root() + m_workspace.currentPage();
    if (m_current.kind == Destination::Kind::Section && m_model->rowOf(m_current.section) < 0) {
        // The section is gone (removed, or of another page): its neighbour, or the first, takes its place.
        const int row = otherPage ? 0 : std::min(m_row, m_model->rowCount() - 1);
        m_current.section.clear();
        if (m_model->rowCount() > 0)
            choose({Destination::Kind::Section, m_model->index(std::max(0, row)).data(SectionsModel::IdRole).toString()});
    } else if (otherPage) {
        Q_EMIT chosen(m_current);
    }
    showMarks();
}

void SectionsSidebar::updateActions()
{
    const int row = currentRow();
    const bool free = row >= 0 && !m_actions.isFixed(row);
    for (QAction* action : {m_rename, m_hide, m_remove, m_kindMenu->menuAction()})
        action->setEnabled(free);
    m_up->setEnabled(free && row > 0 && !m_actions.isFixed(row - 1));
    m_down->setEnabled(free && row + 1 < m_model->rowCount());
    const bool hidden = row >= 0 && m_model->index(row).data(SectionsModel::HiddenRole).toBool();
    m_hide->setText(hidden ? tr("Show section") : tr("Hide section"));
    m_hide->setIcon(icon(hidden ? u"eye" : u"eye-off"));
}

void SectionsSidebar::fillKindMenu()
{
    m_kindMenu->clear();
    const int row = currentRow();
    if (row < 0 || m_actions.isFixed(row))
        return;
    const QString heading = m_workspace.profile().sections[size_t(row)].heading;
    const auto said = m_actions.saidKind(row);
    auto* group = new QActionGroup(m_kindMenu);
    const auto choice = [&](const QString& text, std::optional<profile::SectionKind> kind) {
        QAction* made = m_kindMenu->addAction(text);
        made->setCheckable(true);
        made->setChecked(kind == said);
        group->addAction(made);
        connect(made, &QAction::triggered, this, [this, heading, kind] {
            const int now = currentRow();
            if (now >= 0 && m_workspace.profile().sections[size_t(now)].heading == heading)
                m_actions.setKind(now, kind);
        });
        return made;
    };
    choice(tr("As its heading says"), std::nullopt);
    m_kindMenu->addSeparator();
    for (const profile::SectionKind kind : addableKinds())
        choice(kindName(kind), kind)->setIcon(icon(kindIcon(kind)));
}

void SectionsSidebar::moveCurrent(int by)
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_actions.move(row, by < 0 ? row - 1 : row + 2);
}

void SectionsSidebar::renameCurrent()
{
    const int row = currentRow();
    if (row < 0 || m_actions.isFixed(row))
        return;
    m_view->setFocus();
    m_view->edit(m_model->index(row));
}

void SectionsSidebar::addSection(profile::SectionKind kind)
{
    const int row = currentRow();
    const int at = row >= 0 ? row + 1 : m_model->rowCount();
    if (!m_actions.add(kind, newHeading(kind, m_workspace.profile()), at) || at >= m_model->rowCount())
        return;
    choose({Destination::Kind::Section, m_model->index(at).data(SectionsModel::IdRole).toString()});
    renameCurrent();
}

QList<QAction*> SectionsSidebar::sectionActions() const { return {m_rename, m_up, m_down, m_hide, m_remove}; }

void SectionsSidebar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), look::sidebarFill(palette()));
}

} // namespace lectern::app
