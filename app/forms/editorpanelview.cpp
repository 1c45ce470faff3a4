// SPDX-License-Identifier: GPL-3.0-or-later
// The part of EditorPanel that arranges what is shown.
#include "app/forms/editorpanel.h"

#include "app/forms/itemform.h"
#include "app/forms/itemlistmodel.h"
#include "app/forms/itemlistview.h"
#include "app/shell/look.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace lectern::app {

using profile::ItemKind;
using profile::ItemRef;
using profile::Section;

namespace {

/// A list this short needs no search line.
constexpr size_t fewItems = 3;
/// Beyond this many texts a section of prose is shown as a list.
constexpr size_t mostTexts = 40;

bool isProse(const Section& section)
{
    const auto isText
        = [](const profile::Item& item) { return item.kind == ItemKind::Text || item.kind == ItemKind::Raw; };
    const bool onlyTexts = std::all_of(section.items.begin(), section.items.end(), isText);
    return onlyTexts && !section.items.empty() && section.items.size() <= mostTexts;
}

} // namespace

void EditorPanel::arrange()
{
    m_prose = isProse(*section());
    m_splitter->show();
    m_list->setVisible(!m_prose);
    m_model->setEntries(listEntries(section()->items));
    if (m_prose)
        presentProse();
    else
        presentItems();
    refreshEmpty();
    fitList();
}

void EditorPanel::presentItems()
{
    fitForms(1);
    m_forms.front()->setAmongTexts(false);
    m_current = std::min(m_current, int(section()->items.size()) - 1);
    select(m_selected, m_current);
    showCurrent(m_current);
}

void EditorPanel::presentProse()
{
    const int index = sectionIndex();
    fitForms(section()->items.size());
    for (size_t i = 0; i < m_forms.size(); ++i) {
        m_forms[i]->setAmongTexts(true);
        m_forms[i]->showItem({ index, int(i) });
    }
}

ItemForm* EditorPanel::makeForm()
{
    auto* form = new ItemForm(m_workspace, m_spelling, m_formsArea);
    connectForm(form);
    return form;
}

void EditorPanel::connectForm(ItemForm* form)
{
    connect(form, &ItemForm::fieldFocused, this, [this](ItemRef ref, profile::FieldId id) {
        if (m_prose && ref.item != m_current) {
            m_current = ref.item;
            Q_EMIT itemSelected(ref);
        }
        Q_EMIT fieldFocused(ref, id);
    });
    connect(form, &ItemForm::duplicateRequested, this, [this](ItemRef ref) { duplicateItem(ref.item); });
    connect(form, &ItemForm::deleteRequested, this, [this](ItemRef ref) { removeItems({ ref.item }); });
    connect(form, &ItemForm::hideRequested, this,
        [this](ItemRef ref, bool hidden) { hideItems({ ref.item }, hidden); });
    connect(form, &ItemForm::menuRequested, this,
        [this](ItemRef ref, const QPoint& position) { openMenu(position, { ref.item }); });
}

void EditorPanel::fitForms(size_t count)
{
    while (m_forms.size() > count) {
        m_forms.back()->hide();
        m_forms.back()->deleteLater(); // its own change may have led here
        m_forms.pop_back();
    }
    while (m_forms.size() < count) {
        m_forms.push_back(makeForm());
        m_formsColumn->insertWidget(int(m_forms.size()) - 1, m_forms.back());
        m_forms.back()->show();
    }
}

void EditorPanel::select(const std::vector<int>& items, int current)
{
    m_selected = items;
    m_current = current;
    m_list->setSelectedItems(items, current);
    m_selected = items; // what a filter hides stays chosen
}

void EditorPanel::showCurrent(int item)
{
    if (item >= 0)
        m_forms.front()->showItem({ sectionIndex(), item });
    else
        m_forms.front()->clear();
}

void EditorPanel::chooseItem(int item)
{
    if (m_prose || !section())
        return;
    m_workspace.endMerge();
    m_current = item;
    showCurrent(item);
    m_scroll->ensureVisible(0, 0);
    Q_EMIT itemSelected(currentItem());
}

void EditorPanel::refreshEmpty()
{
    const Section* const shown = section();
    if (!shown)
        return;
    const bool drafting = !m_forms.empty() && m_forms.back()->isDraft();
    const bool nothingFound = !m_model->filter().isEmpty() && m_model->rowCount() == 0;
    QString text;
    if (shown->items.empty() && !drafting)
        text = tr("Nothing here yet. “Add” makes the first entry.");
    else if (nothingFound)
        text = tr("No entry has all of these words.");
    m_empty->setText(text);
    m_empty->setVisible(!text.isEmpty());
    m_list->setVisible(!m_prose && !shown->items.empty());
    const bool searching = m_search->hasFocus() || !m_search->text().isEmpty();
    m_search->setVisible(!m_prose && (shown->items.size() > fewItems || searching));
}

void EditorPanel::fitList()
{
    if (m_splitByUser || m_prose || height() <= 0)
        return;
    int wanted = 2;
    for (int row = 0; row < m_model->rowCount() && wanted < height(); ++row)
        wanted += m_list->sizeHintForRow(row);
    const int room = m_splitter->height();
    const int list = std::clamp(wanted, 72, std::max(72, room * 9 / 20));
    m_splitter->setSizes({ list, std::max(room - list, 1) });
}

void EditorPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The splitter takes its new height after this event.
    QTimer::singleShot(0, this, &EditorPanel::fitList);
}

} // namespace lectern::app
