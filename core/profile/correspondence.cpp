// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/correspondence.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// The section that is the same by what it is called; -1 where none is.
int sameByName(const Section& section, const Profile& to)
{
    const auto& sections = to.sections;
    const auto find = [&sections](auto matches) {
        const auto found = std::ranges::find_if(sections, matches);
        return found == sections.end() ? -1 : int(found - sections.begin());
    };
    // The id of a section of a known kind is the kind's name, in every language.
    if (section.kind != SectionKind::Custom) {
        if (const int same = find([&](const Section& other) { return other.id == section.id; }); same >= 0)
            return same;
    }
    if (!section.anchor.isEmpty())
        return find([&](const Section& other) { return other.anchor == section.anchor; });
    return section.level == 0 ? find([](const Section& other) { return other.level == 0; }) : -1;
}

QString addressOf(const Item& item)
{
    const Field* const field = item.field(FieldId::Url);
    const auto* const url = field ? std::get_if<QString>(&field->value) : nullptr;
    return url ? *url : QString();
}

} // namespace

int correspondingSection(const Profile& from, int section, const Profile& to)
{
    if (section < 0 || section >= int(from.sections.size()))
        return -1;
    if (const int same = sameByName(from.sections[size_t(section)], to); same >= 0)
        return same;
    // As far behind the last one before it that corresponds.
    for (int before = section - 1; before >= 0; --before) {
        const int same = sameByName(from.sections[size_t(before)], to);
        if (same < 0)
            continue;
        const int place = same + section - before;
        return place < int(to.sections.size()) ? place : -1;
    }
    return section < int(to.sections.size()) ? section : -1;
}

ItemRef correspondingItem(const Profile& from, ItemRef ref, const Profile& to)
{
    const int section = correspondingSection(from, ref.section, to);
    const Item* const item = from.item(ref);
    if (section < 0 || !item)
        return { section, -1 };
    const auto& items = to.sections[size_t(section)].items;
    if (const QString address = addressOf(*item); !address.isEmpty()) {
        const auto same
            = std::ranges::find_if(items, [&](const Item& other) { return addressOf(other) == address; });
        if (same != items.end())
            return { section, int(same - items.begin()) };
    }
    const bool isAlike = items.size() == from.sections[size_t(ref.section)].items.size();
    return { section, isAlike ? ref.item : -1 };
}

} // namespace lectern::profile
