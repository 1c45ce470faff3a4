// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/itemactions.h"

#include "app/forms/fieldwords.h"
#include "app/shell/errortext.h"
#include "app/shell/infobar.h"
#include "app/workspace/workspace.h"

#include <QPointer>
#include <QUndoStack>

#include <algorithm>

namespace lectern::app {

using profile::ItemRef;
using profile::Profile;

namespace {

/// The page after `edits`, read again, for intentions that build on one another.
Profile readAfter(const Profile& profile, const Edits& edits)
{
    return profile::readAgain(profile, profile.file.with(edits));
}

/// Does `one` to each item in turn, the page read anew in between.
template<class One> Result<Edits> inTurn(const Profile& profile, const std::vector<int>& items, One one)
{
    Edits all;
    Profile now = profile;
    for (const int item : items) {
        const Result<Edits> edits = one(now, item);
        if (!edits)
            return edits.error();
        if (edits->empty())
            continue;
        all.insert(all.end(), edits->begin(), edits->end());
        now = readAfter(now, *edits);
    }
    return all;
}

/// Before the item behind this one is another place than its own: under the next sub-heading.
bool beginsOtherGroup(const Profile& profile, ItemRef ref)
{
    const profile::Item* const next = profile.item({ ref.section, ref.item + 1 });
    return next && next->group != profile.item(ref)->group;
}

} // namespace

ItemActions::ItemActions(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
}

void ItemActions::refuse(const QString& sentence)
{
    Notice notice;
    notice.id = QStringLiteral("forms.refused");
    notice.kind = Notice::Kind::Warning;
    notice.text = sentence;
    notice.milliseconds = undoBarMilliseconds;
    Q_EMIT noticed(notice);
}

/// Says what the step that was just made did, with its undo.
void ItemActions::tell(const QString& id, const QString& sentence)
{
    QUndoStack* const stack = m_workspace.undoStack();
    Notice notice;
    notice.id = id;
    notice.text = sentence;
    notice.milliseconds = undoBarMilliseconds;
    notice.actions.push_back({ tr("Undo"), [stack = QPointer(stack), index = stack->index()] {
                                  // Only this step: after another one the window's undo is the way.
                                  if (stack && stack->index() == index)
                                      stack->undo();
                              } });
    Q_EMIT noticed(notice);
}

bool ItemActions::push(const Result<Edits>& edits, const QString& label, const QString& mergeKey)
{
    if (!edits) {
        refuse(errorText(edits.error()));
        return false;
    }
    if (!edits->empty())
        m_workspace.pushPage(*edits, label, EditSource::List, mergeKey);
    return true;
}

QString ItemActions::named(int section, const std::vector<int>& items) const
{
    const profile::Section& place = m_workspace.profile().sections[size_t(section)];
    if (items.size() != 1)
        return tr("%n entries", nullptr, int(items.size()));
    const QString& title = place.items[size_t(items.front())].title;
    return title.trimmed().isEmpty() ? words::itemNoun(place.kind) : words::quoted(title);
}

bool ItemActions::moveToSection(int section, const std::vector<int>& items, int target)
{
    const profile::Profile& profile = m_workspace.profile();
    const QString label = tr("Move %1 to “%2”").arg(named(section, items), profile.sections[size_t(target)].heading);
    // Each leaves its place, so that the next one stands one place further up.
    std::vector<int> places;
    for (size_t i = 0; i < items.size(); ++i)
        places.push_back(items[i] - int(i));
    return push(inTurn(profile, places,
                    [section, target](const profile::Profile& now, int item) {
                        return profile::moveItem(
                            now, { section, item }, target, int(now.sections[size_t(target)].items.size()));
                    }),
        label);
}

bool ItemActions::convert(int section, int item, profile::PublicationForm form)
{
    const QString name = named(section, { item });
    return push(profile::convertItem(m_workspace.profile(), { section, item }, form),
        form == profile::PublicationForm::PaperBox ? tr("Show %1 with a picture").arg(name)
                                                   : tr("Show %1 as a plain entry").arg(name));
}

bool ItemActions::remove(int section, const std::vector<int>& items)
{
    if (items.empty())
        return false;
    std::vector<ItemRef> refs;
    for (const int item : items)
        refs.push_back({ section, item });
    const QString name = named(section, items);
    if (!push(profile::removeItems(m_workspace.profile(), refs), tr("Delete %1").arg(name)))
        return false;
    tell(QStringLiteral("deleted"), tr("Deleted %1").arg(name));
    return true;
}

bool ItemActions::duplicate(int section, int item)
{
    return push(profile::duplicateItem(m_workspace.profile(), { section, item }),
        tr("Duplicate %1").arg(named(section, { item })));
}

bool ItemActions::move(int section, const std::vector<int>& items, int before, int& movedTo)
{
    movedTo = before
        - int(std::count_if(items.begin(), items.end(), [before](int item) { return item < before; }));
    // Those above the place go down one after another, each taking its place at once; those below follow in
    // order.
    Edits all;
    Profile now = m_workspace.profile();
    int gone = 0; // items moved away from above the place so far
    int arrived = 0; // items moved in from below
    for (const int item : items) {
        const bool down = item < before;
        const int from = down ? item - gone : item;
        const int to = down ? before : before + arrived;
        down ? ++gone : ++arrived;
        if (from == to || (from + 1 == to && !beginsOtherGroup(now, { section, from })))
            continue;
        const Result<Edits> edits = profile::moveItem(now, { section, from }, section, to);
        if (!edits)
            return push(edits.error(), {});
        all.insert(all.end(), edits->begin(), edits->end());
        if (items.size() > 1 && !edits->empty())
            now = readAfter(now, *edits);
    }
    return push(all, tr("Move %1").arg(named(section, items)));
}

bool ItemActions::setHidden(int section, const std::vector<int>& items, bool hidden)
{
    if (items.empty())
        return false;
    const QString label = (hidden ? tr("Hide %1") : tr("Show %1")).arg(named(section, items));
    const Profile& profile = m_workspace.profile();
    // From the last to the first, no edit shifts what is still to come.
    Edits all;
    for (auto item = items.rbegin(); item != items.rend(); ++item) {
        const Result<Edits> edits = profile::setItemHidden(profile, { section, *item }, hidden);
        if (!edits)
            return push(edits.error(), {});
        all.insert(all.end(), edits->begin(), edits->end());
    }
    if (applies(profile.file.bytes(), all))
        return push(all, label);
    return push(inTurn(profile, items,
                    [&](const Profile& now, int item) {
                        return profile::setItemHidden(now, { section, item }, hidden);
                    }),
        label);
}

bool ItemActions::sort(int section, profile::SortOrder order)
{
    const QString label
        = order == profile::SortOrder::NewestFirst ? tr("Sort newest first") : tr("Sort oldest first");
    return push(profile::sortItems(m_workspace.profile(), section, order), label);
}

bool ItemActions::rename(int section, const QString& heading)
{
    const profile::Section& place = m_workspace.profile().sections[size_t(section)];
    return push(profile::renameSection(m_workspace.profile(), section, heading),
        tr("Rename section %1").arg(words::quoted(place.heading)), QStringLiteral("rename/") + place.id);
}

bool ItemActions::setSectionHidden(int section, bool hidden)
{
    const QString name = words::quoted(m_workspace.profile().sections[size_t(section)].heading);
    return push(profile::setSectionHidden(m_workspace.profile(), section, hidden),
        (hidden ? tr("Hide section %1") : tr("Show section %1")).arg(name));
}

int ItemActions::placeForNew(const profile::Section& section, int current)
{
    const auto& items = section.items;
    int from = 0;
    int to = int(items.size());
    if (current >= 0 && current < to) {
        const QString& group = items[size_t(current)].group;
        from = to = current;
        while (from > 0 && items[size_t(from - 1)].group == group)
            --from;
        while (to < int(items.size()) && items[size_t(to)].group == group)
            ++to;
    }
    const profile::Item* first = nullptr;
    const profile::Item* last = nullptr;
    for (int i = from; i < to; ++i) {
        const profile::Item& item = items[size_t(i)];
        if (item.when.start)
            (first ? last : first) = &item;
    }
    return first && last && *first->when.start < *last->when.start ? to : from;
}

} // namespace lectern::app
