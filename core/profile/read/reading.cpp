// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/reading.h"

#include "core/profile/scan/bytes.h"

namespace lectern::profile {
namespace {

QString firstLine(const QString& markdown)
{
    return plainText(QStringView(markdown).left(400)).left(160);
}

QString textOf(const Slot* slot)
{
    return slot && slot->field.present ? std::get<QString>(slot->field.value) : QString();
}

void describePublication(const Reading& reading, Item& item)
{
    item.title = firstLine(textOf(reading.slot(FieldId::Title)));
    if (item.title.isEmpty())
        item.title = textOf(reading.slot(FieldId::ScholarId));
    QStringList second;
    const QString venue = plainText(textOf(reading.slot(FieldId::Venue)));
    const QString year = textOf(reading.slot(FieldId::Year));
    if (!venue.isEmpty())
        second.append(year.isEmpty() || venue.contains(year) ? venue : venue + u' ' + year);
    else if (!year.isEmpty())
        second.append(year);
    item.subtitle = second.join(u' ');
    item.when = readDate(year);
}

QString wordsOf(const Slot* slot)
{
    const auto* words = slot ? std::get_if<QStringList>(&slot->field.value) : nullptr;
    return words ? words->join(QStringLiteral(", ")) : textOf(slot);
}

} // namespace

TextRange innerRange(QByteArrayView bytes, TextRange itemRange)
{
    const TextRange text = trimmed(bytes, itemRange);
    const QByteArrayView view = slice(bytes, text);
    // One comment around it all; a first comment that ends before the last byte is a part of the item.
    if (!view.startsWith("<!--") || view.size() < 7 || view.indexOf("-->", 4) != view.size() - 3)
        return itemRange;
    TextRange inner { text.from + 4, text.to - 3 };
    while (inner.from < inner.to && isBlank(bytes[inner.from]))
        ++inner.from;
    if (inner.from < inner.to && isEndOfLine(bytes[inner.from]))
        inner.from = nextLine(bytes, inner.from, inner.to);
    while (inner.to > inner.from && isSpace(bytes[inner.to - 1]))
        --inner.to;
    return inner;
}

Reading readItem(QByteArrayView bytes, TextRange range, ItemKind kind)
{
    const TextRange inner = innerRange(bytes, range);
    switch (kind) {
    case ItemKind::Text:
        return readText(bytes, inner);
    case ItemKind::Dated:
        return readDated(bytes, inner);
    case ItemKind::Review:
        return readReview(bytes, inner);
    case ItemKind::Publication:
        return readPublication(bytes, inner);
    case ItemKind::Raw:
        break;
    }
    return {};
}

Reading readText(QByteArrayView bytes, TextRange range)
{
    Reading reading;
    reading.kind = ItemKind::Text;
    const TextRange text = trimmed(bytes, range);
    reading.slots.push_back(
        presentSlot(FieldId::Text, FieldShape::Text, Codec::Text, decoded(bytes, text), text));
    return reading;
}

void describe(QByteArrayView bytes, const Reading& reading, Item& item)
{
    item.kind = reading.kind;
    for (const Slot& slot : reading.slots)
        item.fields.push_back(slot.field);
    switch (reading.kind) {
    case ItemKind::Publication:
        describePublication(reading, item);
        break;
    case ItemKind::Review:
        item.title = firstLine(wordsOf(reading.slot(FieldId::Venue)));
        item.subtitle = plainText(textOf(reading.slot(FieldId::Year)));
        item.when = readDate(item.subtitle);
        break;
    case ItemKind::Dated:
    case ItemKind::Text:
        item.title
            = firstLine(textOf(reading.slot(reading.slot(FieldId::Title) ? FieldId::Title : FieldId::Text)));
        item.subtitle = plainText(textOf(reading.slot(FieldId::Date)));
        item.when = readDate(item.subtitle);
        break;
    case ItemKind::Raw: {
        const TextRange text = trimmed(bytes, item.range);
        item.title = QString::fromUtf8(slice(bytes, { text.from, std::min(text.to, text.from + 200) }))
                         .simplified()
                         .left(80);
        break;
    }
    }
}

Slot presentSlot(
    FieldId id, FieldShape shape, Codec codec, FieldValue value, TextRange range, TextRange whole)
{
    Slot slot;
    // A line of a form is one, however many the page needs for it.
    if (auto* text = std::get_if<QString>(&value); text && shape != FieldShape::Text && text->contains(u'\n'))
        *text = text->simplified();
    slot.field = { id, shape, std::move(value), range, true };
    slot.codec = codec;
    slot.whole = whole;
    return slot;
}

Slot absentSlot(FieldId id, FieldShape shape, Codec codec, qsizetype at, const QByteArray& before,
    const QByteArray& after)
{
    Slot slot;
    slot.field = { id, shape, QString(), { at, at }, false };
    if (shape == FieldShape::Authors)
        slot.field.value = std::vector<Author>();
    else if (shape == FieldShape::Links)
        slot.field.value = std::vector<Link>();
    else if (shape == FieldShape::Tags || shape == FieldShape::Lines)
        slot.field.value = QStringList();
    slot.codec = codec;
    slot.before = before;
    slot.after = after;
    return slot;
}

QString plainText(QStringView markdown)
{
    const QByteArray bytes = markdown.toUtf8();
    return visibleText(bytes, { 0, bytes.size() });
}

} // namespace lectern::profile
