// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/reading.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/write/placing.h"
#include "core/profile/write/verify.h"
#include "core/profile/write/visibility.h"

#include <algorithm>

namespace lectern::profile {
namespace {

Error failure(ErrorCode code, const QString& detail = {})
{
    return { code, QString(), detail };
}

bool isSection(const Profile& profile, int section)
{
    return section >= 0 && section < int(profile.sections.size());
}

/// Tries edits made by `plan` in tight and in loose layout; the first after which the page's items stand as
/// `wanted`.
template<class Plan> Result<Edits> firstThatReads(const Profile& profile, const Sequence& wanted, Plan plan)
{
    for (const bool loose : { false, true }) {
        const Edits edits = plan(loose);
        const Sequence now = sequence(after(profile, edits));
        if (now == wanted)
            return edits;
        if (loose && withJoinedProse(now) == withJoinedProse(wanted))
            return edits;
    }
    return failure(ErrorCode::NotEditable);
}

Edits inserted(const Profile& profile, int section, int at, const QByteArray& item, bool loose)
{
    const Place place = placeFor(profile, section, at, item, loose);
    EditList edits(profile.file.bytes());
    edits.replace({ place.at, place.at }, placed(profile, place, item));
    return edits.edits();
}

Result<Edits> insertItem(const Profile& profile, int section, int at, const QByteArray& item, ItemKind kind)
{
    Sequence wanted = sequence(profile);
    auto& items = wanted.items[size_t(section)];
    items.insert(items.begin() + at, { QByteArray(item).trimmed(), kind });
    return firstThatReads(
        profile, wanted, [&](bool loose) { return inserted(profile, section, at, item, loose); });
}

} // namespace

Result<Edits> setItemSource(const Profile& profile, ItemRef ref, const QByteArray& source)
{
    const Item* item = profile.item(ref);
    if (!item)
        return failure(ErrorCode::NoSuchAddress);
    const QByteArray& bytes = profile.file.bytes();
    const TextRange text = withoutLineEnding(bytes, item->range);
    QByteArray wanted = source;
    if (text.to < item->range.to) {
        while (wanted.endsWith('\n') || wanted.endsWith('\r'))
            wanted.chop(1);
    }
    const Edit edit = replacement(bytes, text, wanted);
    return edit.isNoop() ? Edits() : Edits { edit };
}

Result<Edits> insertSource(const Profile& profile, int section, int at, const QByteArray& source)
{
    if (!isSection(profile, section) || at < 0 || at > int(profile.sections[size_t(section)].items.size()))
        return failure(ErrorCode::NoSuchAddress);
    return insertItem(profile, section, at, source, ItemKind::Raw);
}

Result<Edits> duplicateItem(const Profile& profile, ItemRef ref)
{
    const Item* item = profile.item(ref);
    if (!item)
        return failure(ErrorCode::NoSuchAddress);
    return insertItem(
        profile, ref.section, ref.item + 1, profile.file.view(item->range).toByteArray(), item->kind);
}

Result<Edits> removeItems(const Profile& profile, const std::vector<ItemRef>& refs)
{
    std::vector<ItemRef> order = refs;
    const auto less
        = [](ItemRef a, ItemRef b) { return std::pair(a.section, a.item) < std::pair(b.section, b.item); };
    std::sort(order.begin(), order.end(), less);
    order.erase(std::unique(order.begin(), order.end()), order.end());
    Sequence wanted = sequence(profile);
    for (auto ref = order.rbegin(); ref != order.rend(); ++ref) {
        if (!profile.item(*ref))
            return failure(ErrorCode::NoSuchAddress);
        auto& items = wanted.items[size_t(ref->section)];
        items.erase(items.begin() + ref->item);
    }
    // One after the other from the end: each leaves the places before it as they are.
    return firstThatReads(profile, wanted, [&](bool loose) {
        Profile now = profile;
        Edits edits;
        for (auto ref = order.rbegin(); ref != order.rend(); ++ref) {
            TextRange range = removal(now, *ref);
            EditList step(now.file.bytes());
            step.replace(loose ? now.item(*ref)->range : range,
                loose ? lineEndingAt(now.file.bytes(), range.from) : QByteArray());
            edits.insert(edits.end(), step.edits().begin(), step.edits().end());
            if (order.size() > 1)
                now = after(now, step.edits());
            if (!now.item(*ref) && ref + 1 != order.rend() && !now.item(*(ref + 1)))
                break;
        }
        return edits;
    });
}

Result<Edits> moveItem(const Profile& profile, ItemRef from, int toSection, int toItem)
{
    const Item* item = profile.item(from);
    if (!item || !isSection(profile, toSection) || toItem < 0
        || toItem > int(profile.sections[size_t(toSection)].items.size()))
        return failure(ErrorCode::NoSuchAddress);
    const bool same = from.section == toSection;
    // Before the next item is another place where that one stands under another sub-heading.
    const Item* next = profile.item({ toSection, toItem });
    if (same && (toItem == from.item || (toItem == from.item + 1 && (!next || next->group == item->group))))
        return Edits();
    QByteArray source = profile.file.view(item->range).toByteArray();
    // What is hidden with others in one comment is hidden on its own elsewhere.
    if (item->hidden && !isOwnComment(profile, from) && !profile.sections[size_t(from.section)].hidden)
        source = hiddenBytes(source, false);
    Sequence wanted = sequence(profile);
    auto& left = wanted.items[size_t(from.section)];
    left.erase(left.begin() + from.item);
    const int at = same && toItem > from.item ? toItem - 1 : toItem;
    auto& right = wanted.items[size_t(toSection)];
    right.insert(right.begin() + at, { source.trimmed(), item->kind });
    return firstThatReads(profile, wanted, [&](bool loose) {
        const TextRange range = removal(profile, from);
        EditList first(profile.file.bytes());
        first.replace(range, {});
        Edits edits = first.edits();
        const Profile now = after(profile, edits);
        if (now.sections.size() != profile.sections.size()
            || at > int(now.sections[size_t(toSection)].items.size()))
            return Edits();
        const Edits second = inserted(now, toSection, at, source, loose);
        edits.insert(edits.end(), second.begin(), second.end());
        return edits;
    });
}

namespace {

/// The item of a section to model a new one on: the neighbour of the place that has the most fields of its
/// kind's usual form.
int modelFor(const Profile& profile, int section, int at)
{
    const auto& items = profile.sections[size_t(section)].items;
    const auto usable = [&](int i) {
        return i >= 0 && i < int(items.size()) && !items[size_t(i)].hidden
            && items[size_t(i)].kind != ItemKind::Raw;
    };
    const ItemKind wanted = profile.sections[size_t(section)].kind == SectionKind::Publications
        ? ItemKind::Publication
        : profile.sections[size_t(section)].kind == SectionKind::Reviewing ? ItemKind::Review
                                                                           : ItemKind::Dated;
    for (const bool exact : { true, false }) {
        for (int distance = 0; distance <= int(items.size()); ++distance) {
            for (const int i : { at + distance, at - 1 - distance }) {
                if (usable(i) && (!exact || items[size_t(i)].kind == wanted))
                    return i;
            }
        }
    }
    return -1;
}

QByteArray firstOr(const std::vector<QByteArray>& found, const char* fallback)
{
    return found.empty() ? QByteArray(fallback) : found.front();
}

/// Markers and date styles of the page's other dated items, for a section that has none of its own.
QByteArray datedTemplate(const Profile& profile)
{
    std::vector<QByteArray> found;
    for (const Section& section : profile.sections) {
        for (const Item& item : section.items) {
            const Field* date
                = item.kind == ItemKind::Dated && !item.hidden ? item.field(FieldId::Date) : nullptr;
            const Field* text = item.field(FieldId::Text);
            if (!date || !date->present || !text || date->range.from > text->range.from)
                continue;
            QByteArray bytes = profile.file.view({ item.range.from, text->range.from }).toByteArray();
            if (!bytes.contains('\n') && !bytes.contains('\r'))
                found.push_back(std::move(bytes));
        }
    }
    return firstOr(found, "- *2000*: ") + "Text";
}

/// A new item where a section has none to learn from.
QByteArray plainTemplate(const Profile& profile, SectionKind kind, const QByteArray& eol)
{
    switch (kind) {
    case SectionKind::About:
        return "Text";
    case SectionKind::Publications: {
        for (const Section& section : profile.sections) {
            const auto found = std::find_if(section.items.begin(), section.items.end(),
                [](const Item& item) { return item.kind == ItemKind::Publication && !item.hidden; });
            if (found != section.items.end())
                return profile.file.view(found->range).toByteArray();
        }
        return "[Title of the paper](https://example.org)" + eol
            + "- Accepted by **Venue 2000 (CCF-A)**, note" + eol
            + "- Authors: **First Author**, Second Author";
    }
    case SectionKind::Reviewing:
        return "- Venue";
    default:
        return datedTemplate(profile);
    }
}

FieldValue emptyValue(FieldShape shape)
{
    switch (shape) {
    case FieldShape::Authors:
        return std::vector<Author>();
    case FieldShape::Links:
        return std::vector<Link>();
    case FieldShape::Tags:
    case FieldShape::Lines:
        return QStringList();
    default:
        return QString();
    }
}

QByteArray sourceFor(const Profile& profile, int section, int at)
{
    const int model = modelFor(profile, section, at);
    if (model >= 0) {
        // Blanks at a line's end are nobody's style.
        const TextRange inner = innerRange(profile.file.bytes(), profile.item({ section, model })->range);
        return profile.file.view({ inner.from, trimmed(profile.file.bytes(), inner).to }).toByteArray();
    }
    return plainTemplate(
        profile, profile.sections[size_t(section)].kind, lineEndingAt(profile.file.bytes(), 0));
}

/// Fills a copy of a neighbour: given fields take their values, the others go where they can go.
class Filler {
public:
    Filler(Profile page, ItemRef ref)
        : m_page(std::move(page))
        , m_ref(ref)
    {
    }

    Result<QByteArray> fill(const NewFields& fields)
    {
        for (const auto& [id, value] : fields) {
            const Result<Edits> edits = setField(m_page, m_ref, id, value);
            if (!edits)
                m_failed = edits.error();
            else
                m_page = after(m_page, *edits);
        }
        std::vector<Field> rest = m_page.item(m_ref)->fields;
        std::reverse(rest.begin(), rest.end());
        for (const Field& field : rest) {
            const bool given = std::any_of(
                fields.begin(), fields.end(), [&](const auto& f) { return f.first == field.id; });
            if (!given && field.present && !required(field.id, fields))
                apply(field.id, emptyValue(field.shape));
        }
        // A field that had no place in the neighbour's form may have one now, or read back only in the
        // finished item.
        for (const auto& [id, value] : fields)
            apply(id, value);
        for (const auto& [id, value] : fields) {
            const Field* field = m_page.item(m_ref)->field(id);
            if (!field && id != FieldId::Url)
                return failure(ErrorCode::NotEditable, QString(name(id)));
        }
        if (m_failed.code == ErrorCode::InvalidValue && !applied(fields))
            return m_failed;
        return m_page.file.view(m_page.item(m_ref)->range).toByteArray();
    }

private:
    void apply(FieldId id, const FieldValue& value)
    {
        if (const Result<Edits> edits = setField(m_page, m_ref, id, value))
            m_page = after(m_page, *edits);
    }

    bool applied(const NewFields& fields) const
    {
        return std::all_of(fields.begin(), fields.end(), [&](const auto& field) {
            const Field* found = m_page.item(m_ref)->field(field.first);
            return found && setField(m_page, m_ref, field.first, field.second).valueOr({ Edit() }).empty();
        });
    }

    /// What an item of this form is not read without keeps the neighbour's value until the user writes
    /// another.
    bool required(FieldId id, const NewFields&) const { return id == FieldId::Title || id == FieldId::Text; }

    Profile m_page;
    ItemRef m_ref;
    Error m_failed;
};

} // namespace

Result<Edits> addItem(const Profile& profile, int section, int at, const NewFields& fields)
{
    if (!isSection(profile, section) || at < 0 || at > int(profile.sections[size_t(section)].items.size()))
        return failure(ErrorCode::NoSuchAddress);
    const Result<Edits> copy
        = insertItem(profile, section, at, sourceFor(profile, section, at), ItemKind::Raw);
    if (!copy)
        return copy.error();
    const Profile page = after(profile, *copy);
    const Result<QByteArray> filled = Filler(page, { section, at }).fill(fields);
    if (!filled)
        return filled.error();
    const QByteArray whole = page.file.bytes();
    const TextRange range = page.item({ section, at })->range;
    const QByteArray result = whole.left(range.from) + *filled + whole.mid(range.to);
    const Edit edit = difference(profile.file.bytes(), result);
    return edit.isNoop() ? Edits() : Edits { edit };
}

std::vector<Field> emptyFields(const Profile& profile, int section)
{
    if (!isSection(profile, section))
        return {};
    const int count = int(profile.sections[size_t(section)].items.size());
    const int model = modelFor(profile, section, count);
    std::vector<Field> fields;
    if (model >= 0) {
        fields = profile.item({ section, model })->fields;
    } else {
        const Result<Edits> copy
            = insertItem(profile, section, count, sourceFor(profile, section, count), ItemKind::Raw);
        if (!copy)
            return {};
        if (const Item* item = after(profile, *copy).item({ section, count }))
            fields = item->fields;
    }
    for (Field& field : fields) {
        field.value = emptyValue(field.shape);
        field.range = {};
        field.present = false;
    }
    return fields;
}

} // namespace lectern::profile
