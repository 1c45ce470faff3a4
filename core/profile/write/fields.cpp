// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"

#include "core/profile/read/reading.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/write/encode.h"
#include "core/profile/write/lists.h"
#include "core/profile/write/verify.h"

namespace lectern::profile {
namespace {

Error failure(ErrorCode code, FieldId id)
{
    return { code, QString(), QString(name(id)) };
}

bool isList(const Slot& slot)
{
    return slot.codec == Codec::Authors || slot.codec == Codec::Tags || slot.codec == Codec::Links
        || slot.codec == Codec::Bullets;
}

/// Sets one field: plans edits in several styles and takes the first that reads back as it was meant.
class FieldSetter {
public:
    FieldSetter(const Profile& profile, ItemRef ref, const Slot& slot, const Item& item)
        : m_profile(profile)
        , m_bytes(profile.file.bytes())
        , m_ref(ref)
        , m_slot(slot)
        , m_item(item)
    {
    }

    Result<Edits> set(const FieldValue& value, ReadBack readBack)
    {
        const FieldId id = m_slot.field.id;
        if (isEmpty(value))
            return clear(value);
        std::vector<Edits> ways;
        for (const auto& [before, behind] : surroundings()) {
            const auto core = bytesOf(value);
            if (!core)
                break;
            ways.push_back(m_slot.codec == Codec::Wrap
                    ? wrapped(*core)
                    : replaced(m_slot.field.range, before + *core + behind));
            if (keepsItsPromise(m_profile, ways.back(), m_ref, id, value))
                return ways.back();
        }
        // What is typed stays typed where a reader sees more in it than one field.
        for (const Edits& edits : ways) {
            if (readBack == ReadBack::Words && keepsTheWords(m_profile, edits, m_ref, id, value))
                return edits;
        }
        return failure(ErrorCode::InvalidValue, id);
    }

private:
    Edits replaced(TextRange range, const QByteArray& bytes) const
    {
        const Edit edit = replacement(m_bytes, range, bytes);
        return edit.isNoop() ? Edits() : Edits { edit };
    }

    Result<Edits> clear(const FieldValue& value)
    {
        const FieldId id = m_slot.field.id;
        // With the syntax that only it needed; else the bare value; both must leave an item that reads the
        // same.
        for (const TextRange range : { m_slot.whole, m_slot.field.range }) {
            if (range.isEmpty())
                continue;
            const Edits edits = replaced(range, {});
            if (keepsItsPromise(m_profile, edits, m_ref, id, value))
                return edits;
        }
        return failure(m_slot.whole.isEmpty() ? ErrorCode::NotEditable : ErrorCode::InvalidValue, id);
    }

    std::optional<QByteArray> bytesOf(const FieldValue& value) const
    {
        if (isList(m_slot))
            return listBytes(m_bytes, m_slot, value, style());
        const QString text = std::get<QString>(value);
        if (m_slot.codec == Codec::Wrap)
            return linkUrlBytes(text, true);
        return encoded(m_bytes, m_slot, text, innerRange(m_bytes, m_item.range));
    }

    /// How the item marks its owner; else how another of the page does.
    ListStyle style() const
    {
        bool known = false;
        ListStyle own = m_slot.codec == Codec::Authors ? authorStyle(m_bytes, m_slot, known) : ListStyle();
        if (known || m_slot.codec != Codec::Authors)
            return own;
        for (const Section& section : m_profile.sections) {
            for (const Item& item : section.items) {
                if (item.kind != ItemKind::Publication)
                    continue;
                const Reading reading = readItem(m_bytes, item.range, item.kind);
                const Slot* authors = reading.slot(FieldId::Authors);
                ListStyle found = authors ? authorStyle(m_bytes, *authors, known) : ListStyle();
                if (known) {
                    found.supMarks = found.supMarks || own.supMarks;
                    return found;
                }
            }
        }
        return own;
    }

    /// Syntax around a value that is added: as the neighbours have it, then as the form usually has it.
    std::vector<std::pair<QByteArray, QByteArray>> surroundings() const
    {
        if (m_slot.field.present)
            return { { QByteArray(), QByteArray() } };
        std::vector<std::pair<QByteArray, QByteArray>> out;
        const auto& items = m_profile.sections[size_t(m_ref.section)].items;
        for (int distance = 1; distance < int(items.size()) && out.size() < 3 && distance < 40; ++distance) {
            for (const int index : { m_ref.item - distance, m_ref.item + distance })
                learn(index, out);
        }
        out.emplace_back(m_slot.before, m_slot.after);
        return out;
    }

    void learn(int index, std::vector<std::pair<QByteArray, QByteArray>>& out) const
    {
        const Item* item = m_profile.item({ m_ref.section, index });
        if (!item || item->kind != m_item.kind || item->hidden != m_item.hidden)
            return;
        const Reading reading = readItem(m_bytes, item->range, item->kind);
        const Slot* slot = reading.slot(m_slot.field.id);
        if (!slot || !slot->field.present || slot->codec != m_slot.codec || slot->whole.isEmpty()
            || !slot->whole.contains(slot->field.range))
            return;
        const TextRange before { slot->whole.from, slot->field.range.from };
        const TextRange behind { slot->field.range.to, slot->whole.to };
        const std::pair style { slice(m_bytes, before).toByteArray(), slice(m_bytes, behind).toByteArray() };
        if (std::find(out.begin(), out.end(), style) == out.end())
            out.push_back(style);
    }

    /// A link around bytes that stay as they are.
    Edits wrapped(const QByteArray& url) const
    {
        const TextRange text = m_slot.whole;
        return { { text.from, {}, "[" }, { text.to + 1, {}, "](" + url + ")" } };
    }

    const Profile& m_profile;
    const QByteArray& m_bytes;
    ItemRef m_ref;
    const Slot& m_slot;
    const Item& m_item;
};

} // namespace

Result<Edits> setField(
    const Profile& profile, ItemRef ref, FieldId id, const FieldValue& value, ReadBack readBack)
{
    const Item* item = profile.item(ref);
    if (!item)
        return failure(ErrorCode::NoSuchAddress, id);
    const Reading reading = readItem(profile.file.bytes(), item->range, item->kind);
    const Slot* slot = reading.slot(id);
    if (!slot)
        return failure(item->kind == ItemKind::Raw ? ErrorCode::NotEditable : ErrorCode::NoSuchAddress, id);
    // What is there stays as it is, also where a typed value would be put in order first.
    if (slot->field.present && slot->field.value == value)
        return Edits();
    const auto wanted = normalised(value, slot->field.shape, item->kind == ItemKind::Dated);
    if (!wanted)
        return failure(ErrorCode::InvalidValue, id);
    if (slot->field.present ? slot->field.value == *wanted : isEmpty(*wanted))
        return Edits();
    return FieldSetter(profile, ref, *slot, *item).set(*wanted, readBack);
}

} // namespace lectern::profile
