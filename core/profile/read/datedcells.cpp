// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/dated.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/lineitems.h"
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

namespace {

/// The inside of a `<span>` that holds all of a text.
TextRange onlyElement(QByteArrayView bytes, TextRange text)
{
    const Spans spans = scanInline(bytes, text);
    const bool only = !spans.empty() && spans.front().kind == SpanKind::Element
        && spans.front().end == int(spans.size())
        && (spans.front().name == "span" || spans.front().name == "div");
    return only ? trimmed(bytes, spans.front().inner) : text;
}

} // namespace

Reading readDated(QByteArrayView bytes, TextRange range)
{
    Reading reading;
    reading.kind = ItemKind::Dated;
    TextRange body = itemBody(bytes, range);
    if (const Cells cells = cellsOf(bytes, body); cells.cells.size() > 1)
        return readCells(bytes, cells);
    else if (cells.cells.size() == 1)
        body = cells.cells.front().range;
    DatePlace place = findDate(bytes, body);
    TextRange enclosed;
    qsizetype line = body.from;
    for (int lines = 0; !place.found && enclosed.isEmpty() && lines < 3 && line < body.to; ++lines) {
        const qsizetype next = nextLine(bytes, line, body.to);
        TextRange text = trimmed(bytes, { line, next });
        // A definition: ": 2021 – present".
        if (lines > 0 && slice(bytes, text).startsWith(": "))
            text = trimmed(bytes, { text.from + 1, text.to });
        const DatePlace later = lines == 0 || text.isEmpty() ? DatePlace {} : findDate(bytes, text);
        if (later.found)
            enclosed = later.date;
        else if (!text.isEmpty())
            enclosed = enclosedDate(bytes, scanInline(bytes, text));
        line = next;
    }
    if (!enclosed.isEmpty()) {
        reading.slots.push_back(
            presentSlot(FieldId::Date, FieldShape::Date, Codec::Line, decoded(bytes, enclosed), enclosed));
    } else if (place.found) {
        reading.slots.push_back(presentSlot(FieldId::Date, FieldShape::Date, Codec::Line,
            decoded(bytes, place.date), place.date, place.whole));
    } else {
        reading.slots.push_back(
            absentSlot(FieldId::Date, FieldShape::Date, Codec::Line, body.from, "*", "*: "));
    }
    const TextRange text = onlyElement(bytes, trimmed(bytes, place.text));
    reading.slots.push_back(
        presentSlot(FieldId::Text, FieldShape::Text, Codec::Text, dedented(bytes, text), text));
    return reading;
}

TextRange itemBody(QByteArrayView bytes, TextRange range)
{
    const qsizetype end = nextLine(bytes, range.from, range.to);
    const qsizetype marker
        = listMarkerLength(bytes, range.from, withoutLineEnding(bytes, { range.from, end }).to);
    TextRange body { range.from + marker, range.to };
    body.from += ordinalAt(bytes, body).length;
    body = trimmed(bytes, body);
    // The break before the next of several lines is none of this one's text.
    for (const char* tag : { "<br>", "<br/>", "<br />" }) {
        if (slice(bytes, body).endsWith(tag))
            body = trimmed(bytes, { body.from, body.to - qsizetype(qstrlen(tag)) });
    }
    return body;
}

} // namespace lectern::profile
