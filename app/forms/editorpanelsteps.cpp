// SPDX-License-Identifier: GPL-3.0-or-later
// The part of EditorPanel that changes the page and follows its changes.
#include "app/forms/editorpanel.h"

#include "app/forms/itemactions.h"
#include "app/forms/itemform.h"
#include "app/forms/itemlistmodel.h"
#include "app/forms/itemlistview.h"
#include "app/forms/itemmatching.h"
#include "app/forms/sectionheader.h"
#include "app/shell/icons.h"
#include "core/profile/grouping.h"

#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>
#include <utility>

namespace lectern::app {

using profile::ItemRef;
using profile::Section;

void EditorPanel::onOpened()
{
    m_text = m_workspace.profile().file.bytes();
    const QString wanted = m_sectionId;
    m_sectionId.clear();
    if (m_workspace.profile().section(wanted))
        showSection(wanted);
    else
        showNothing();
}

void EditorPanel::onChanged(const Change& change)
{
    const Edits edits = editsSince(change);
    if ((edits.empty() && !change.empty()) || m_sectionId.isEmpty())
        return;
    if (!followSection(edits)) {
        showNothing();
        return;
    }
    m_header->follow(*section());
    followItems(edits);
    refreshEmpty();
}

/// What happened to the page's text: the edits of its one file, or how the texts of several files together differ.
Edits EditorPanel::editsSince(const Change& change)
{
    const QByteArray before = std::exchange(m_text, m_workspace.profile().file.bytes());
    if (m_workspace.pageText().files().size() > 1) {
        const Edit edit = difference(before, m_text);
        return edit.isNoop() ? Edits() : Edits { edit };
    }
    Edits edits;
    for (const FileEdits& file : change) {
        if (file.file == m_workspace.currentPage())
            edits.insert(edits.end(), file.edits.begin(), file.edits.end());
    }
    return edits;
}

bool EditorPanel::followSection(const Edits& edits)
{
    for (const Edit& edit : edits)
        m_sectionRange = mapped(m_sectionRange, edit);
    const Section* shown = section();
    if (!shown) {
        // A rename can change the id: the section that now stands there is the one.
        const auto& sections = m_workspace.profile().sections;
        const auto found = std::find_if(sections.begin(), sections.end(), [this](const Section& section) {
            return !m_sectionRange.isEmpty() && section.range.contains(m_sectionRange.from);
        });
        if (found == sections.end())
            return false;
        shown = &*found;
        m_sectionId = shown->id;
        Q_EMIT sectionIdChanged(m_sectionId);
    }
    m_sectionRange = shown->range;
    return true;
}

void EditorPanel::followItems(const Edits& edits)
{
    const auto& items = section()->items;
    auto entries = listEntries(items);
    const std::vector<int> places = matchedItems(m_model->entries(), entries, edits);
    if (m_prose) {
        m_model->setEntries(std::move(entries));
        followProse(places);
        return;
    }
    ItemForm* const form = m_forms.front();
    const int before = m_current;
    if (form->isAdding()) {
        m_current = form->ref().item;
        m_selected = { m_current };
    } else if (!form->isDraft()) {
        std::vector<int> selected;
        for (const int item : m_selected) {
            if (item < int(places.size()) && places[size_t(item)] >= 0)
                selected.push_back(places[size_t(item)]);
        }
        std::sort(selected.begin(), selected.end());
        m_current = before >= 0 && before < int(places.size()) ? places[size_t(before)] : before;
        m_selected = std::move(selected);
    }
    const bool gone = m_current < 0 && before >= 0 && !form->isDraft();
    if (gone && !items.empty()) {
        m_current = std::min(before, int(items.size()) - 1);
        m_selected = { m_current };
    }
    const int scroll = m_list->verticalScrollBar()->value();
    const std::vector<int> selected = m_selected;
    const bool remade = m_model->setEntries(std::move(entries));
    if (remade || m_current != before || selected != m_list->selectedItems()) {
        m_list->verticalScrollBar()->setValue(scroll);
        select(selected, m_current);
    }
    if (gone)
        showCurrent(m_current);
    else
        form->follow(
            { sectionIndex(), form->isDraft() ? std::min(form->ref().item, int(items.size())) : m_current });
    if (gone && m_current >= 0)
        Q_EMIT itemSelected(currentItem());
}

void EditorPanel::followProse(const std::vector<int>& places)
{
    const size_t count = section()->items.size();
    const int index = sectionIndex();
    std::vector<ItemForm*> next(count, nullptr);
    for (size_t i = 0; i < m_forms.size(); ++i) {
        const int place = m_forms[i]->isAdding() ? m_forms[i]->ref().item
            : i < places.size()                  ? places[i]
                                                 : -1;
        if (place >= 0 && place < int(count) && !next[size_t(place)])
            next[size_t(place)] = m_forms[i];
        else {
            m_forms[i]->hide();
            m_forms[i]->deleteLater();
        }
    }
    m_forms = std::move(next);
    for (size_t i = 0; i < count; ++i) {
        const bool kept = m_forms[i] != nullptr;
        if (!kept)
            m_forms[i] = makeForm();
        m_forms[i]->setAmongTexts(true);
        if (m_formsColumn->indexOf(m_forms[i]) != int(i))
            m_formsColumn->insertWidget(int(i), m_forms[i]);
        m_forms[i]->show();
        if (kept)
            m_forms[i]->follow({ index, int(i) });
        else
            m_forms[i]->showItem({ index, int(i) });
    }
    m_current = std::min(m_current, int(count) - 1);
}

std::vector<int> EditorPanel::chosen() const
{
    if (!section())
        return {};
    if (!m_prose)
        return m_list->selectedItems();
    return m_current >= 0 && m_current < int(section()->items.size()) ? std::vector<int> { m_current }
                                                                      : std::vector<int>();
}

void EditorPanel::removeItems(const std::vector<int>& items)
{
    if (section() && !items.empty())
        m_actions->remove(sectionIndex(), items);
}

void EditorPanel::duplicateItem(int item)
{
    if (item < 0 || !section() || !m_actions->duplicate(sectionIndex(), item))
        return;
    showItem({ sectionIndex(), item + 1 });
    Q_EMIT itemSelected(currentItem());
}

void EditorPanel::moveItems(const std::vector<int>& items, int before)
{
    if (items.empty() || !section())
        return;
    int movedTo = 0;
    if (m_actions->move(sectionIndex(), items, before, movedTo))
        followMoved(items, movedTo);
}

void EditorPanel::moveBehind(const std::vector<int>& items, int behind)
{
    int movedTo = 0;
    if (!items.empty() && section() && m_actions->moveBehind(sectionIndex(), items, behind, movedTo))
        followMoved(items, movedTo);
}

/// Keeps items chosen that were moved.
void EditorPanel::followMoved(const std::vector<int>& items, int movedTo)
{
    const auto offset = std::find(items.begin(), items.end(), m_current) - items.begin();
    std::vector<int> now(items.size());
    std::iota(now.begin(), now.end(), movedTo);
    const int current = movedTo + std::min(int(offset), int(items.size()) - 1);
    if (m_prose) {
        m_current = current;
        reveal(m_forms[size_t(current)]);
        return;
    }
    select(now, current);
    m_forms.front()->follow({ sectionIndex(), current });
}

void EditorPanel::moveItemsByOne(const std::vector<int>& items, bool up)
{
    if (items.empty() || !section())
        return;
    const auto& all = section()->items;
    const int neighbour = up ? items.front() - 1 : items.back() + 1;
    if (neighbour < 0 || neighbour >= int(all.size()))
        return;
    // The next place up may be the end of the group before, the next one down the begin of the group behind.
    const int own = up ? items.front() : items.back();
    const bool crosses = all[size_t(neighbour)].group != all[size_t(own)].group;
    if (up && crosses) {
        moveBehind(items, neighbour);
        return;
    }
    const int before = up || crosses ? neighbour : neighbour + 1;
    if (before >= 0 && before <= int(section()->items.size()))
        moveItems(items, before);
}

void EditorPanel::hideItems(const std::vector<int>& items, bool hidden)
{
    if (section())
        m_actions->setHidden(sectionIndex(), items, hidden);
}

/// The sections of the page whose entries are of the same kind.
void EditorPanel::addTargets(QMenu* menu, const std::vector<int>& items)
{
    const profile::ItemKind kind = section()->items[size_t(items.front())].kind;
    auto* const targets = new QMenu(tr("Move to another section"), menu);
    const auto& sections = m_workspace.profile().sections;
    for (int index = 0; index < int(sections.size()); ++index) {
        const profile::Section& target = sections[size_t(index)];
        const bool fits = std::any_of(target.items.begin(), target.items.end(),
            [kind](const profile::Item& item) { return item.kind == kind; });
        if (index == sectionIndex() || !fits || target.heading.isEmpty())
            continue;
        QAction* const action = targets->addAction(target.heading);
        connect(action, &QAction::triggered, this, [this, items, index] {
            m_workspace.endMerge();
            m_actions->moveToSection(sectionIndex(), items, index);
        });
    }
    if (targets->isEmpty())
        delete targets;
    else
        menu->addMenu(targets)->setIcon(icon(u"arrow-right"));
}

/// The groups of the section that the items do not all stand in, empty ones too.
void EditorPanel::addGroups(QMenu* menu, const std::vector<int>& items)
{
    const auto groups = profile::groupsOf(m_workspace.profile(), sectionIndex());
    auto* const targets = new QMenu(tr("Move to another group"), menu);
    QStringList offered;
    for (const profile::Group& group : groups) {
        const bool inside = std::all_of(items.begin(), items.end(),
            [&](int item) { return section()->items[size_t(item)].group == group.name; });
        if (inside || group.name.isEmpty() || offered.contains(group.name))
            continue;
        offered.append(group.name);
        connect(targets->addAction(group.name), &QAction::triggered, this, [this, items, name = group.name] {
            m_workspace.endMerge();
            m_actions->moveToGroup(sectionIndex(), items, name);
        });
    }
    if (targets->isEmpty())
        delete targets;
    else
        menu->addMenu(targets)->setIcon(icon(u"list"));
}

/// The other pages of the site; they are read when the menu opens.
void EditorPanel::addPages(QMenu* menu, const std::vector<int>& items)
{
    if (m_workspace.pages().size() < 2)
        return;
    auto* const pages = new QMenu(tr("Move to another page"), menu);
    menu->addMenu(pages)->setIcon(icon(u"file-text"));
    connect(pages, &QMenu::aboutToShow, this, [this, pages, items] { fillPages(pages, items); });
}

void EditorPanel::fillPages(QMenu* pages, const std::vector<int>& items)
{
    if (!pages->isEmpty() || !section())
        return;
    const auto kind = section()->kind;
    for (const QString& page : m_workspace.pages()) {
        const auto reading = page == m_workspace.currentPage()
            ? Result<PageReading>(Error { ErrorCode::NotFound, page, {} })
            : m_workspace.readPage(page);
        if (!reading)
            continue;
        for (const profile::Section& target : reading->profile.sections) {
            if (target.kind != kind || target.heading.isEmpty())
                continue;
            QAction* const action = pages->addAction(tr("%1: %2", "page: section").arg(page, target.heading));
            connect(action, &QAction::triggered, this, [this, items, page, id = target.id] {
                m_workspace.endMerge();
                m_actions->moveToPage(sectionIndex(), items, page, id);
            });
        }
    }
    if (pages->isEmpty())
        pages->addAction(tr("No other page has such a section"))->setEnabled(false);
}

void EditorPanel::openMenu(const QPoint& position, const std::vector<int>& items)
{
    if (QMenu* const menu = makeMenu(items))
        menu->popup(position);
}

QMenu* EditorPanel::makeMenu(const std::vector<int>& items)
{
    if (items.empty() || !section())
        return nullptr;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [menu](QStringView name, const QString& text, const QKeySequence& keys, auto&& does) {
        QAction* const action = menu->addAction(icon(name), text);
        action->setShortcut(keys);
        QObject::connect(action, &QAction::triggered, menu, does);
        return action;
    };
    const bool one = items.size() == 1;
    const bool anyShown = std::any_of(
        items.begin(), items.end(), [this](int item) { return !section()->items[size_t(item)].hidden; });
    ItemForm* const form = m_forms[m_prose ? size_t(items.front()) : 0];
    add(u"pencil", tr("Edit"), m_prose ? QKeySequence() : QKeySequence(Qt::Key_Return), [form] {
        form->focusFirst();
    })->setEnabled(one);
    const bool inSource = form->isSourceShown();
    add(inSource ? u"square-pen" : u"file-code", inSource ? tr("Edit in the form") : tr("Edit source"), {},
        [form, inSource] { form->setSourceShown(!inSource); })
        ->setEnabled(one);
    add(u"copy", tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this, items] {
        duplicateItem(items.front());
    })->setEnabled(one);
    menu->addSeparator();
    add(u"arrow-up", tr("Move up"), Qt::ALT | Qt::Key_Up, [this, items] { moveItemsByOne(items, true); });
    add(u"arrow-down", tr("Move down"), Qt::ALT | Qt::Key_Down,
        [this, items] { moveItemsByOne(items, false); });
    addTargets(menu, items);
    addGroups(menu, items);
    addPages(menu, items);
    if (const auto form = one ? profile::formOf(m_workspace.profile(), { sectionIndex(), items.front() }) : std::nullopt) {
        const bool plain = *form == profile::PublicationForm::Plain;
        add(plain ? u"image" : u"list", plain ? tr("Show with a picture") : tr("Show as a plain entry"), {},
            [this, item = items.front(), plain] {
                m_actions->convert(sectionIndex(), item,
                    plain ? profile::PublicationForm::PaperBox : profile::PublicationForm::Plain);
            });
    }
    menu->addSeparator();
    add(anyShown ? u"eye-off" : u"eye", anyShown ? tr("Hide on the page") : tr("Show on the page"), {},
        [this, items, anyShown] { hideItems(items, anyShown); });
    add(u"trash-2", tr("Delete"), m_prose ? QKeySequence() : QKeySequence(Qt::Key_Delete),
        [this, items] { removeItems(items); });
    return menu;
}

} // namespace lectern::app
