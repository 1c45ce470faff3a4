// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/profile/scan/inline.h"
#include "core/profile/scan/lines.h"

namespace lectern::profile {

/// How a value stands in the bytes, and so how another is written in its place.
enum class Codec {
    Text, ///< Markdown of many lines
    Line, ///< Markdown of one line, as written
    LinkText, ///< between the brackets of a link
    LinkUrl, ///< between its parentheses
    Attribute, ///< between the quotes of an HTML attribute
    Wrap, ///< a link around the bytes that stand there
    Year, ///< four digits
    ShortYear, ///< the last two digits of a year
    Authors,
    Tags,
    Links,
    Bullets,
};

/// A field as the writers see it.
struct Slot {
    Field field;
    Codec codec = Codec::Line;
    TextRange whole; ///< what goes with an emptied value; empty where the item cannot be without it
    QByteArray before; ///< syntax to put before a value that is added
    QByteArray after;
    std::vector<TextRange> parts; ///< of a list: the bytes of each element
};

/// One item, read. Slots stand in the order of a form.
struct Reading {
    ItemKind kind = ItemKind::Raw;
    std::vector<Slot> slots;
    bool marked = false; ///< a publication whose title is linked, emphasised, quoted or cited

    [[nodiscard]] const Slot* slot(FieldId id) const
    {
        for (const Slot& slot : slots) {
            if (slot.field.id == id)
                return &slot;
        }
        return nullptr;
    }
};

/// What stands in an item's range: the range without the comment around a hidden item.
[[nodiscard]] TextRange innerRange(QByteArrayView bytes, TextRange itemRange);

[[nodiscard]] Reading readItem(QByteArrayView bytes, TextRange range, ItemKind kind);
[[nodiscard]] Reading readText(QByteArrayView bytes, TextRange range);
[[nodiscard]] Reading readDated(QByteArrayView bytes, TextRange range);
[[nodiscard]] Reading readReview(QByteArrayView bytes, TextRange range);
[[nodiscard]] Reading readPublication(QByteArrayView bytes, TextRange range);

/// Fills an item's fields and its list lines from a reading.
void describe(QByteArrayView bytes, const Reading& reading, Item& item);

/// A slot for a value that is there.
[[nodiscard]] Slot presentSlot(
    FieldId id, FieldShape shape, Codec codec, FieldValue value, TextRange range, TextRange whole = {});
/// A slot for one that can be added at a place.
[[nodiscard]] Slot absentSlot(FieldId id, FieldShape shape, Codec codec, qsizetype at,
    const QByteArray& before = {}, const QByteArray& after = {});

} // namespace lectern::profile
