// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/write/verify.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/write/encode.h"

namespace lectern::profile {

Profile after(const Profile& profile, const Edits& edits)
{
    return readAgain(profile, profile.file.with(edits));
}

namespace {

bool sameShape(const Profile& before, const Profile& now)
{
    if (before.sections.size() != now.sections.size())
        return false;
    for (size_t i = 0; i < before.sections.size(); ++i) {
        if (before.sections[i].items.size() != now.sections[i].items.size()
            || before.sections[i].kind != now.sections[i].kind)
            return false;
    }
    return true;
}

bool othersUntouched(const Profile& before, const Profile& now, ItemRef ref)
{
    for (int section = 0; section < int(before.sections.size()); ++section) {
        const auto& items = before.sections[size_t(section)].items;
        for (int item = 0; item < int(items.size()); ++item) {
            const Item& other = now.sections[size_t(section)].items[size_t(item)];
            if (ItemRef { section, item } != ref
                && before.file.view(items[size_t(item)].range) != now.file.view(other.range))
                return false;
        }
    }
    return true;
}

} // namespace

bool keepsItsPromise(
    const Profile& profile, const Edits& edits, ItemRef ref, FieldId id, const FieldValue& value)
{
    const Profile now = after(profile, edits);
    if (!sameShape(profile, now) || !othersUntouched(profile, now, ref))
        return false;
    const Item& before = *profile.item(ref);
    const Item& item = *now.item(ref);
    const Field* field = item.field(id);
    if (item.kind != before.kind || item.hidden != before.hidden)
        return false;
    if (isEmpty(value) ? field && field->present && !isEmpty(field->value)
                       : !field || !field->present || field->value != value)
        return false;
    const Field* old = before.field(id);
    for (const Field& other : before.fields) {
        const Field* same = item.field(other.id);
        // A badge tells venue, year and ranks where nothing else does.
        const bool inBadge = old && other.id == FieldId::Badge && old->range.from >= other.range.from
            && old->range.to <= other.range.to;
        const bool shared = inBadge
            || (old && old->present && (old->range.overlaps(other.range) || old->range == other.range));
        if (other.id == id || !other.present || shared)
            continue;
        if (!same || same->value != other.value)
            return false;
    }
    return true;
}

Sequence sequence(const Profile& profile)
{
    Sequence out;
    for (const Section& section : profile.sections) {
        std::vector<QByteArray> items;
        for (const Item& item : section.items)
            items.push_back(profile.file.view(trimmed(profile.file.bytes(), item.range)).toByteArray());
        out.items.push_back(std::move(items));
    }
    return out;
}

} // namespace lectern::profile
