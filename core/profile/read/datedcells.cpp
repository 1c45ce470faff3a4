// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/dated.h"

#include "core/profile/scan/bytes.h"

#include <optional>

namespace lectern::profile {

Reading readCells(QByteArrayView bytes, const Cells& cells)
{
    Reading reading;
    reading.kind = ItemKind::Dated;
    const FieldShape shape = cells.html ? FieldShape::Text : FieldShape::Line;
    const Codec codec = cells.html ? Codec::Text : Codec::Line;
    std::vector<TextRange> texts;
    std::optional<Slot> title;
    std::optional<Slot> date;
    for (const Cell& cell : cells.cells) {
        const TextRange body = trimmed(bytes, cell.range);
        const DatePlace place = date ? DatePlace {} : findDate(bytes, body);
        if (cell.heading && !title) {
            title = presentSlot(FieldId::Title, FieldShape::Line, Codec::Line, decoded(bytes, body), body);
        } else if (place.found || (!date && isDate(bytes, body))) {
            const TextRange when = place.found ? place.date : body;
            date = presentSlot(FieldId::Date, FieldShape::Date, Codec::Line, decoded(bytes, when), when);
            if (place.found && !trimmed(bytes, place.text).isEmpty())
                texts.push_back(trimmed(bytes, place.text));
        } else {
            texts.push_back(body);
        }
    }
    if (date)
        reading.slots.push_back(*date);
    if (title)
        reading.slots.push_back(*title);
    if (!texts.empty())
        reading.slots.push_back(presentSlot(FieldId::Text, shape, codec, decoded(bytes, texts[0]), texts[0]));
    if (texts.size() > 1)
        reading.slots.push_back(presentSlot(
            FieldId::Place, FieldShape::Line, Codec::Line, decoded(bytes, texts[1]).simplified(), texts[1]));
    return reading;
}

} // namespace lectern::profile
