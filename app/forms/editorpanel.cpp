// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/editorpanel.h"

#include "app/forms/fieldframe.h"
#include "app/forms/fieldwords.h"
#include "app/forms/itemactions.h"
#include "app/forms/itemform.h"
#include "app/forms/itemlistmodel.h"
#include "app/forms/itemlistview.h"
#include "app/forms/itemmatching.h"
#include "app/forms/sectionheader.h"
#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace lectern::app {

using profile::ItemKind;
using profile::ItemRef;
using profile::Section;

EditorPanel::EditorPanel(Workspace& workspace, QWidget* parent, Spelling* spelling)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_spelling(spelling)
    , m_model(std::make_unique<ItemListModel>())
    , m_actions(new ItemActions(workspace, this))
    , m_header(new SectionHeader(this))
    , m_search(new QLineEdit(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_list(new ItemListView(*m_model, m_splitter))
    , m_scroll(new QScrollArea(m_splitter))
    , m_formsArea(new QWidget)
    , m_formsColumn(new QVBoxLayout(m_formsArea))
    , m_empty(new look::TextLabel(look::TextRole::Secondary, {}, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(this);
    look::tighten(column);
    column->addWidget(m_header);
    auto* searchLine = new QHBoxLayout;
    searchLine->setContentsMargins(look::margin, 0, look::margin, look::grid);
    searchLine->addWidget(m_search);
    column->addLayout(searchLine);
    column->addWidget(m_empty);
    column->addWidget(m_splitter, 1);
    buildList();
    connectList();
    connectHeader();
    connect(m_actions, &ItemActions::noticed, this, &EditorPanel::messageRequested);
    connect(&m_workspace, &Workspace::changed, this, &EditorPanel::onChanged);
    connect(&m_workspace, &Workspace::opened, this, &EditorPanel::onOpened);
    connect(&m_workspace, &Workspace::currentPageChanged, this, &EditorPanel::onOpened);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (now && m_formsArea->isAncestorOf(now))
            reveal(now);
    });
    m_text = m_workspace.profile().file.bytes();
    showNothing();
}

EditorPanel::~EditorPanel() = default;

void EditorPanel::buildList()
{
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search this section"));
    m_search->setAccessibleName(tr("Search this section"));
    look::makeClearable(m_search);
    auto* const sign = m_search->addAction(icon(u"search", IconTint::Secondary), QLineEdit::LeadingPosition);
    connect(sign, &QAction::triggered, this, &EditorPanel::focusSearch);
    sign->setText(tr("Search this section"));
    m_search->setMinimumHeight(fieldHeight(this));
    m_empty->setContentsMargins(look::margin, look::grid, look::margin, look::grid);
    m_empty->setWordWrap(true);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_list->setMinimumHeight(72);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The bars keep their room when there is nothing to scroll, so that the columns' edges never move.
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    look::tighten(m_formsColumn);
    m_formsColumn->addStretch();
    m_scroll->setWidget(m_formsArea);
    m_formsArea->setBackgroundRole(QPalette::Base);
    m_splitter->setStretchFactor(1, 1);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_splitByUser = true; });
}

void EditorPanel::connectList()
{
    connect(m_list, &ItemListView::currentItemChanged, this, &EditorPanel::chooseItem);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_model->filter().isEmpty() || !m_list->selectedItems().empty())
            m_selected = m_list->selectedItems();
    });
    connect(m_list, &ItemListView::openRequested, this, [this] {
        if (!m_forms.empty())
            m_forms.front()->focusFirst();
    });
    connect(m_list, &ItemListView::deleteRequested, this, [this] { removeItems(chosen()); });
    connect(m_list, &ItemListView::duplicateRequested, this, [this] { duplicateItem(m_current); });
    connect(
        m_list, &ItemListView::moveByKeyRequested, this, [this](bool up) { moveItemsByOne(chosen(), up); });
    connect(m_list, &ItemListView::moveRequested, this, [this](int before) { moveItems(chosen(), before); });
    connect(m_list, &ItemListView::moveBehindRequested, this,
        [this](int behind) { moveBehind(chosen(), behind); });
    connect(m_list, &ItemListView::menuRequested, this, [this](const QPoint& at) { openMenu(at, chosen()); });
    // When the line that was typed in is gone.
    connect(m_model.get(), &ItemListModel::groupRenamed, this,
        [this](int item, const QString& name) {
            if (section())
                m_actions->renameGroup(sectionIndex(), item, name);
        }, Qt::QueuedConnection);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        const auto selected = m_selected;
        m_model->setFilter(text);
        select(selected, m_current);
        refreshEmpty();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_list->setFocus(Qt::OtherFocusReason);
        if (m_list->currentItem() < 0)
            m_list->setCurrentIndex(m_model->index(0));
    });
}

void EditorPanel::connectHeader()
{
    connect(m_header, &SectionHeader::addRequested, this, &EditorPanel::addItem);
    connect(m_header, &SectionHeader::sortRequested, this, [this](profile::SortOrder order) {
        if (section())
            m_actions->sort(sectionIndex(), order);
    });
    connect(m_header, &SectionHeader::groupRequested, this, [this](ItemActions::GroupBy by) {
        m_workspace.endMerge();
        if (section())
            m_actions->group(sectionIndex(), by);
    });
    connect(m_header, &SectionHeader::hideRequested, this, [this](bool hidden) {
        if (section())
            m_actions->setSectionHidden(sectionIndex(), hidden);
    });
    connect(m_header, &SectionHeader::renamed, this, [this](const QString& heading) {
        if (section())
            m_actions->rename(sectionIndex(), heading);
    });
    connect(m_header, &SectionHeader::renamingEnded, this, [this] { m_workspace.endMerge(); });
}

int EditorPanel::sectionIndex() const
{
    const auto& sections = m_workspace.profile().sections;
    const auto found = std::find_if(sections.begin(), sections.end(),
        [this](const Section& section) { return section.id == m_sectionId; });
    return m_sectionId.isEmpty() || found == sections.end() ? -1 : int(found - sections.begin());
}

const Section* EditorPanel::section() const
{
    const int index = sectionIndex();
    return index < 0 ? nullptr : &m_workspace.profile().sections[size_t(index)];
}

ItemRef EditorPanel::currentItem() const
{
    const int index = sectionIndex();
    return { index, index < 0 ? -1 : m_current };
}

void EditorPanel::showNothing()
{
    m_sectionId.clear();
    m_current = -1;
    m_selected.clear();
    m_model->setEntries({});
    fitForms(0);
    m_header->showNothing();
    m_search->hide();
    m_splitter->hide();
    m_empty->setText(m_workspace.isOpen() ? tr("Choose a section on the left.") : QString());
    m_empty->show();
    layout()->setAlignment(m_empty, Qt::AlignTop);
}

void EditorPanel::showSection(const QString& sectionId)
{
    // No merge ends here: a section that was just added is shown before it gets its name, which belongs to
    // the adding.
    const bool same = sectionId == m_sectionId;
    m_sectionId = sectionId;
    const Section* const shown = section();
    if (!shown) {
        showNothing();
        return;
    }
    m_sectionRange = shown->range;
    if (!same) {
        m_search->clear();
        m_current = shown->items.empty() ? -1 : 0;
        m_selected.clear();
        if (m_current >= 0)
            m_selected.push_back(0);
    }
    m_header->showSection(*shown);
    arrange();
    if (!same && m_current >= 0)
        Q_EMIT itemSelected(currentItem());
}

void EditorPanel::showItem(ItemRef ref)
{
    const auto& sections = m_workspace.profile().sections;
    if (!m_workspace.profile().item(ref))
        return;
    showSection(sections[size_t(ref.section)].id);
    if (m_prose) {
        m_current = ref.item;
        reveal(m_forms[size_t(ref.item)]);
        return;
    }
    if (m_model->rowOf(ref.item) < 0)
        m_search->clear();
    select({ ref.item }, ref.item);
    showCurrent(ref.item);
}

void EditorPanel::focusField(ItemRef ref, profile::FieldId id)
{
    if (!m_workspace.profile().item(ref))
        return;
    if (currentItem() != ref || m_forms.empty())
        showItem(ref);
    ItemForm* const form = m_forms[m_prose ? size_t(ref.item) : 0];
    if (!form->focusField(id))
        form->focusFirst();
}

void EditorPanel::addItem()
{
    const Section* const shown = section();
    if (!shown)
        return;
    m_workspace.endMerge();
    const int at = ItemActions::placeForNew(*shown, m_current);
    if (m_prose) {
        fitForms(m_forms.size() + 1);
        m_forms.back()->showDraft(sectionIndex(), int(shown->items.size()));
    } else {
        m_search->clear();
        select({}, -1);
        m_forms.front()->showDraft(sectionIndex(), at);
    }
    refreshEmpty();
    m_forms.back()->focusFirst();
}

void EditorPanel::focusSearch()
{
    if (m_prose || !section() || section()->items.empty())
        return;
    m_search->show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void EditorPanel::focusContent()
{
    if (!m_prose && section() && !section()->items.empty())
        m_list->setFocus(Qt::OtherFocusReason);
    else if (!m_forms.empty())
        m_forms.front()->focusFirst();
}

void EditorPanel::reveal(QWidget* widget)
{
    // A field's note stands below it: show it too.
    m_scroll->ensureWidgetVisible(widget, 0, 3 * look::grid);
}

bool EditorPanel::ownKey(const QKeyEvent& event)
{
    const bool move
        = event.modifiers() == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down);
    if (event.matches(QKeySequence::Undo))
        m_workspace.undoStack()->undo();
    else if (event.matches(QKeySequence::Redo))
        m_workspace.undoStack()->redo();
    else if (move && !chosen().empty())
        moveItemsByOne(chosen(), event.key() == Qt::Key_Up);
    else if (event.matches(QKeySequence::Find))
        focusSearch();
    else if (event.key() == Qt::Key_Escape && m_search->hasFocus() && !m_search->text().isEmpty())
        m_search->clear();
    else if (event.key() == Qt::Key_Escape && !m_prose && m_list->isVisible() && !m_list->hasFocus()) {
        if (m_forms.front()->isDraft())
            showItem({ sectionIndex(), 0 });
        m_list->setFocus(Qt::OtherFocusReason);
    } else
        return false;
    return true;
}

void EditorPanel::keyPressEvent(QKeyEvent* event)
{
    if (!ownKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace lectern::app
