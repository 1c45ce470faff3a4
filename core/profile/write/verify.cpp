// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/write/verify.h"

#include "core/profile/read/shape.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/write/encode.h"

#include <algorithm>

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

/// True for a field whose bytes another one has too, so that it changes with it.
bool sharesBytes(const Field* changed, const Field& other)
{
    // A badge tells venue, year and ranks where nothing else does.
    const bool inBadge = changed && other.id == FieldId::Badge && changed->range.from >= other.range.from
        && changed->range.to <= other.range.to;
    return inBadge
        || (changed && changed->present
            && (changed->range.overlaps(other.range) || changed->range == other.range));
}

/// Every field that was there, but the changed one and what shares its bytes, says what it said.
bool otherFieldsKeepTheirValues(const Item& before, const Item& now, FieldId id)
{
    for (const Field& other : before.fields) {
        if (other.id == id || !other.present || sharesBytes(before.field(id), other))
            continue;
        const Field* same = now.field(other.id);
        if (!same || same->value != other.value)
            return false;
    }
    return true;
}

bool sameKind(const Profile& before, const Profile& now, ItemRef ref)
{
    return sameShape(before, now) && othersUntouched(before, now, ref)
        && now.item(ref)->kind == before.item(ref)->kind && now.item(ref)->hidden == before.item(ref)->hidden;
}

/// Fields of prose, in which a reader may see more than one thing.
bool isProse(FieldId id)
{
    switch (id) {
    case FieldId::Venue:
    case FieldId::Status:
    case FieldId::Award:
    case FieldId::Note:
    case FieldId::Badge:
    case FieldId::Abstract:
    case FieldId::Text:
    case FieldId::Place:
    case FieldId::Role:
        return true;
    default:
        return false;
    }
}

QStringList wordsOf(const QString& markdown)
{
    QString text = markdown;
    for (QChar& c : text) {
        if (!c.isLetterOrNumber())
            c = u' ';
    }
    return text.split(u' ', Qt::SkipEmptyParts);
}

QString textOf(const FieldValue& value)
{
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* words = std::get_if<QStringList>(&value))
        return words->join(u' ');
    QString out;
    if (const auto* links = std::get_if<std::vector<Link>>(&value)) {
        for (const Link& link : *links)
            out += link.label + u' ' + link.url + u' ';
    } else if (const auto* authors = std::get_if<std::vector<Author>>(&value)) {
        for (const Author& author : *authors)
            out += author.name + u' ' + author.url + u' ';
    }
    return out;
}

} // namespace

bool keepsItsPromise(
    const Profile& profile, const Edits& edits, ItemRef ref, FieldId id, const FieldValue& value)
{
    const Profile now = readShape(profile, profile.file.with(edits), ref);
    if (!sameKind(profile, now, ref))
        return false;
    const Field* field = now.item(ref)->field(id);
    if (isEmpty(value) ? field && field->present && !isEmpty(field->value)
                       : !field || !field->present || field->value != value)
        return false;
    return otherFieldsKeepTheirValues(*profile.item(ref), *now.item(ref), id);
}

bool keepsTheWords(
    const Profile& profile, const Edits& edits, ItemRef ref, FieldId id, const FieldValue& value)
{
    // The elements of a list are what is typed: none is parted or joined.
    if (!isProse(id) || isEmpty(value) || !std::holds_alternative<QString>(value))
        return false;
    const Profile now = readShape(profile, profile.file.with(edits), ref);
    if (!sameKind(profile, now, ref) || !otherFieldsKeepTheirValues(*profile.item(ref), *now.item(ref), id))
        return false;
    QStringList found;
    for (const Field& field : now.item(ref)->fields) {
        const Field* old = profile.item(ref)->field(field.id);
        if (field.present && (field.id == id || !old || !old->present || old->value != field.value))
            found += wordsOf(textOf(field.value));
    }
    const QStringList typed = wordsOf(textOf(value));
    return std::all_of(
        typed.begin(), typed.end(), [&](const QString& word) { return found.removeOne(word); });
}

Sequence sequence(const Profile& profile)
{
    Sequence out;
    for (const Section& section : profile.sections) {
        std::vector<Sequence::Entry> items;
        for (const Item& item : section.items)
            items.push_back(
                { profile.file.view(trimmed(profile.file.bytes(), item.range)).toByteArray(), item.kind });
        out.items.push_back(std::move(items));
    }
    return out;
}

Sequence withJoinedProse(const Sequence& sequence)
{
    Sequence out;
    for (const auto& section : sequence.items) {
        std::vector<Sequence::Entry> items;
        for (const Sequence::Entry& entry : section) {
            const QByteArray words = entry.kind == ItemKind::Text ? entry.bytes.simplified() : entry.bytes;
            if (!items.empty() && entry.kind == ItemKind::Text && items.back().kind == ItemKind::Text)
                items.back().bytes += ' ' + words;
            else
                items.push_back({ words, entry.kind });
        }
        out.items.push_back(std::move(items));
    }
    return out;
}

} // namespace lectern::profile
