// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ItemActions that deals with groups and other pages.
#include "app/forms/itemactions.h"

#include "app/shell/errortext.h"
#include "app/workspace/workspace.h"
#include "core/profile/grouping.h"

#include <algorithm>
#include <array>

namespace lectern::app {

using profile::Profile;

namespace {

Profile readAfter(const Profile& profile, const Edits& edits)
{
    return profile::readAgain(profile, profile.file.with(edits));
}

/// Items that still wait follow when another one goes from `from` to `to`.
void follow(std::vector<int>& waiting, int from, int to)
{
    for (int& item : waiting) {
        item -= item > from;
        item += item >= to;
    }
}

} // namespace

bool ItemActions::group(int section, GroupBy by)
{
    const Profile& profile = m_workspace.profile();
    const std::array<QString, 8> types { tr("Journal articles"), tr("Conference papers"),
        tr("Workshop papers"), tr("Preprints"), tr("Books and chapters"), tr("Theses"), tr("Patents"),
        tr("Others") };
    const profile::Grouping grouping = by == GroupBy::Year
        ? profile::groupedByYear(profile, section, tr("Without a year"))
        : by == GroupBy::Type ? profile::groupedByType(profile, section, types)
                              : profile::ungrouped(profile, section);
    const auto edits = profile::groupItems(profile, section, grouping);
    if (!edits && edits.error().code == ErrorCode::NotEditable) {
        refuse(tr("These entries cannot be grouped: something else stands between them or around them."));
        return false;
    }
    const bool changes = edits && !edits->empty();
    const QString label = by == GroupBy::Year ? tr("Group by year")
        : by == GroupBy::Type                 ? tr("Group by type")
                                              : tr("Take the groups away");
    if (!push(edits, label))
        return false;
    if (changes) {
        const int count = int(grouping.names.size());
        tell(QStringLiteral("grouped"),
            by == GroupBy::Nothing ? tr("The sub-headings are gone; the entries stand in one list.")
                                   : tr("The entries now stand under %n sub-heading(s).", nullptr, count));
    }
    return true;
}

bool ItemActions::renameGroup(int section, int item, const QString& name)
{
    const profile::Item* const inside = m_workspace.profile().item({ section, item });
    const QString before = inside ? inside->group : QString();
    const auto edits = profile::renameGroup(m_workspace.profile(), { section, item }, name);
    if (!edits && edits.error().code == ErrorCode::NotEditable) {
        refuse(tr("“%1” is no heading of its own; change its words in the source.").arg(before));
        return false;
    }
    m_workspace.endMerge();
    return push(edits, tr("Rename group “%1” to “%2”").arg(before, name.simplified()));
}

bool ItemActions::moveBehind(int section, const std::vector<int>& items, int behind, int& movedTo)
{
    const QString label = tr("Move %1").arg(named(section, items));
    Edits all;
    Profile now = m_workspace.profile();
    std::vector<int> waiting(items.rbegin(), items.rend());
    while (!waiting.empty()) {
        const int item = waiting.back();
        waiting.pop_back();
        if (item == behind)
            continue;
        const auto edits = profile::moveItemBehind(now, { section, item }, section, behind);
        if (!edits)
            return push(edits.error(), {});
        all.insert(all.end(), edits->begin(), edits->end());
        if (!edits->empty())
            now = readAfter(now, *edits);
        const int landed = item < behind ? behind : behind + 1;
        follow(waiting, item, landed);
        behind = landed;
    }
    movedTo = behind + 1 - int(items.size());
    return push(all, label);
}

bool ItemActions::moveToGroup(int section, const std::vector<int>& items, const QString& group)
{
    const QString label = tr("Move %1 to “%2”").arg(named(section, items), group);
    Edits all;
    Profile now = m_workspace.profile();
    // Each goes to the group's begin, so the last one goes first.
    std::vector<int> waiting = items;
    while (!waiting.empty()) {
        const int item = waiting.back();
        waiting.pop_back();
        const auto edits = profile::moveItemToGroup(now, { section, item }, section, group);
        if (!edits)
            return push(edits.error(), {});
        if (edits->empty())
            continue;
        all.insert(all.end(), edits->begin(), edits->end());
        now = readAfter(now, *edits);
        const auto groups = profile::groupsOf(now, section);
        const auto there = std::ranges::find(groups, group, &profile::Group::name);
        if (there != groups.end() && !there->items.empty())
            follow(waiting, item, there->items.front());
    }
    return push(all, label);
}

bool ItemActions::moveToPage(
    int section, const std::vector<int>& items, const QString& page, const QString& toSection)
{
    const auto reading = m_workspace.readPage(page);
    if (!reading)
        return push(reading.error(), {});
    const QString name = named(section, items);
    Profile here = m_workspace.profile();
    Profile there = reading->profile;
    const auto target = std::ranges::find(there.sections, toSection, &profile::Section::id);
    if (target == there.sections.end())
        return push(Error { ErrorCode::NoSuchAddress, page, {} }, {});
    const int to = int(target - there.sections.begin());
    int at = placeForNew(*target, -1);
    Edits out;
    Edits in;
    for (size_t i = 0; i < items.size(); ++i) {
        const auto edits = profile::moveItemToPage(here, { section, items[i] - int(i) }, there, to, at++);
        if (!edits)
            return push(edits.error(), {});
        out.insert(out.end(), edits->first.begin(), edits->first.end());
        in.insert(in.end(), edits->second.begin(), edits->second.end());
        here = readAfter(here, edits->first);
        there = readAfter(there, edits->second);
    }
    Change change = m_workspace.pageText().changeFor(out);
    const Change entered = reading->text.changeFor(in);
    const bool shared = std::ranges::any_of(entered, [&change](const FileEdits& edits) {
        return std::ranges::find(change, edits.file, &FileEdits::file) != change.end();
    });
    if (shared) {
        refuse(tr("Both pages hold the same file: the entries can be moved in it, not between the pages."));
        return false;
    }
    change.insert(change.end(), entered.begin(), entered.end());
    m_workspace.push(change, tr("Move %1 to the page %2").arg(name, page), EditSource::List);
    tell(QStringLiteral("moved"), tr("Moved %1 to the page %2.").arg(name, page));
    return true;
}

} // namespace lectern::app
