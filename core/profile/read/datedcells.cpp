// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/dated.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/lineitems.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"

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

/// "### Company (2020 – 2022)" above the rest of an entry: its words; empty where there is none.
TextRange headingWords(QByteArrayView bytes, TextRange body)
{
    const TextRange line = trimmed(bytes, { body.from, nextLine(bytes, body.from, body.to) });
    TextRange words = line;
    while (words.from < words.to && bytes[words.from] == '#')
        ++words.from;
    if (words.from == line.from || words.from == words.to || !isBlank(bytes[words.from]))
        return {};
    while (words.to > words.from && (bytes[words.to - 1] == '#' || isBlank(bytes[words.to - 1])))
        --words.to;
    return trimmed(bytes, words);
}

/// An entry below a heading of its own.
Reading readHeaded(QByteArrayView bytes, TextRange body, TextRange words)
{
    Reading reading;
    reading.kind = ItemKind::Dated;
    const TextRange rest = trimmed(bytes, { nextLine(bytes, words.to, body.to), body.to });
    DatePlace place = findDate(bytes, words);
    TextRange text = rest;
    TextRange title = words;
    if (place.found && place.date.from > place.text.from) {
        title = place.text;
    } else {
        const TextRange first = trimmed(bytes, { rest.from, nextLine(bytes, rest.from, rest.to) });
        place = findDate(bytes, first);
        if (!place.found && isDate(bytes, first))
            place = { true, first, first, {} };
        // "2025.09 – now, Faculty of Ropes": the rest of the line is text; a date behind words stays there.
        if (place.found && place.date.from <= place.text.from && place.whole.to < rest.to)
            text = trimmed(bytes, { place.whole.to, rest.to });
    }
    if (place.found)
        reading.slots.push_back(presentSlot(
            FieldId::Date, FieldShape::Date, Codec::Line, decoded(bytes, place.date), place.date));
    else
        reading.slots.push_back(
            absentSlot(FieldId::Date, FieldShape::Date, Codec::Line, rest.from, "*", "*: "));
    reading.slots.push_back(
        presentSlot(FieldId::Title, FieldShape::Line, Codec::Line, decoded(bytes, title), title));
    reading.slots.push_back(
        presentSlot(FieldId::Text, FieldShape::Text, Codec::Text, decoded(bytes, text), text));
    return reading;
}

/// "Company, Place May 2019 – Aug 2020: Role": what stands before the first colon ends with its dates.
TextRange dateBeforeColon(QByteArrayView bytes, TextRange body)
{
    const TextRange line = trimmed(bytes, { body.from, nextLine(bytes, body.from, body.to) });
    const QByteArrayView view = slice(bytes, line);
    qsizetype colon = -1;
    for (const char* mark : { " : ", ": ", "：" }) {
        if (colon < 0)
            colon = view.indexOf(mark);
    }
    if (colon < 8 || colon > 160)
        return {};
    const TextRange head = trimmed(bytes, { line.from, line.from + colon });
    TextRange date;
    qsizetype at = head.to;
    for (int words = 0; words < 6 && at > head.from; ++words) {
        while (at > head.from && isBlank(bytes[at - 1]))
            --at;
        while (at > head.from && !isBlank(bytes[at - 1]))
            --at;
        if (at > head.from && isDate(bytes, { at, head.to }))
            date = { at, head.to };
    }
    return date;
}

} // namespace

Reading readDated(QByteArrayView bytes, TextRange range)
{
    Reading reading;
    reading.kind = ItemKind::Dated;
    TextRange body = itemBody(bytes, range);
    if (!body.isEmpty() && bytes[body.from] == '#') {
        if (const TextRange words = headingWords(bytes, body); !words.isEmpty())
            return readHeaded(bytes, body, words);
    }
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
    if (!place.found && enclosed.isEmpty())
        enclosed = dateBeforeColon(bytes, body);
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
