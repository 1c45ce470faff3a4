// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/itemreader.h"

#include "core/profile/read/cells.h"
#include "core/profile/read/kinds.h"
#include "core/profile/read/titles.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

bool isTitled(QByteArrayView bytes, TextRange range)
{
    const Layout layout = layOut(bytes, range);
    const TitlePlace title = findTitle(bytes, layout.segments);
    if (title.belowPeople)
        return true;
    // "[Ann Bee](/) and [Carl Dee](/), “[Title](url)”, …"
    if (title.found && title.segment == 0 && title.whole.from - range.from > 59) {
        const AuthorRun people = findAuthors(bytes, { layout.segments[0].range.from, title.whole.from });
        if (people.names > 1 && people.range.from - layout.segments[0].range.from < 4)
            return true;
    }
    return title.found && title.segment == 0 && (title.linked || title.canLink)
        && (title.whole.from - range.from < 60 || title.authors.found
            || visibleText(bytes, { range.from, title.whole.from }).size() < 60);
}

/// True where a letter stands before anything that may be a mark: it is seen, whatever follows. Prose may be
/// as long as the page.
bool beginsWithWord(QByteArrayView text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c != ' ' && c != '\n' && c != ',' && c != '.');
    });
    return first != text.end() && ((*first >= 'a' && *first <= 'z') || (*first >= 'A' && *first <= 'Z'));
}

} // namespace

ItemReader::ItemReader(const QByteArray& bytes, std::shared_ptr<const ItemMemo> before, SpareItems spare)
    : m_memo(std::make_shared<ItemMemo>(bytes))
    , m_before(std::move(before))
    , m_spare(std::move(spare))
{
    if (m_before)
        m_memo->entries.reserve(m_before->entries.size());
}

ItemMemo::Key ItemReader::key(TextRange range, int what) const
{
    return { QByteArray::fromRawData(m_memo->bytes.constData() + range.from, range.length()), what };
}

const ItemMemo::Entry& ItemReader::entry(TextRange range, ItemKind kind)
{
    const ItemMemo::Key wanted = key(range, int(kind));
    auto& entries = m_memo->entries;
    if (const auto found = entries.constFind(wanted); found != entries.constEnd())
        return **found;
    if (m_before) {
        if (const auto found = m_before->entries.constFind(wanted); found != m_before->entries.constEnd())
            return **entries.insert(wanted, *found);
    }
    const Reading reading = readItem(m_memo->bytes, range, kind);
    auto made = std::make_shared<ItemMemo::Entry>();
    made->item.range = range;
    describe(m_memo->bytes, reading, made->item);
    made->item.range = {};
    for (Field& field : made->item.fields)
        field.range = field.range.shifted(-range.from);
    if (kind == ItemKind::Publication)
        made->look = publicationLook(reading);
    made->marked = reading.marked;
    return **entries.insert(wanted, std::move(made));
}

Item ItemReader::read(TextRange range, ItemKind kind)
{
    const ItemMemo::Entry& found = entry(range, kind);
    if (m_shapes) {
        Item shape;
        shape.kind = found.item.kind;
        shape.range = range;
        return shape;
    }
    if (auto spare = m_spare.take(range, kind))
        return *std::move(spare);
    Item item = found.item;
    item.range = range;
    for (Field& field : item.fields)
        field.range = field.range.shifted(range.from);
    return item;
}

bool ItemReader::isPaper(TextRange range, bool picturesCount)
{
    const ItemMemo::Entry& found = entry(range, ItemKind::Publication);
    return picturesCount ? found.look.pictured : found.look.paper;
}

bool ItemReader::isReference(TextRange range)
{
    const ItemMemo::Entry& found = entry(range, ItemKind::Publication);
    return found.look.pictured || found.look.reference;
}

bool ItemReader::hasMarkedTitle(TextRange range)
{
    return entry(range, ItemKind::Publication).marked;
}

template<class T, class Make>
T ItemReader::known(QHash<ItemMemo::Key, T> ItemMemo::*table, TextRange range, Make make)
{
    const ItemMemo::Key wanted = key(range, 0);
    QHash<ItemMemo::Key, T>& now = (*m_memo).*table;
    if (const auto found = now.constFind(wanted); found != now.constEnd())
        return *found;
    if (m_before) {
        const QHash<ItemMemo::Key, T>& before = (*m_before).*table;
        if (const auto found = before.constFind(wanted); found != before.constEnd())
            return *now.insert(wanted, *found);
    }
    return *now.insert(wanted, make());
}

bool ItemReader::beginsWithTitle(TextRange range)
{
    return known(&ItemMemo::titles, range, [&] { return isTitled(m_memo->bytes, range); });
}

bool ItemReader::hasDate(TextRange range)
{
    const Item& item = entry(range, ItemKind::Dated).item;
    const Field* date = item.field(FieldId::Date);
    const Field* text = item.field(FieldId::Text);
    return date && date->present && text && text->present;
}

SectionKind ItemReader::kindOfHeading(const QString& heading)
{
    auto& kinds = m_memo->kinds;
    if (const auto found = kinds.constFind(heading); found != kinds.constEnd())
        return *found;
    const bool known = m_before && m_before->kinds.contains(heading);
    return *kinds.insert(heading, known ? m_before->kinds.value(heading) : profile::kindOfHeading(heading));
}

bool ItemReader::hasWords(TextRange range)
{
    if (beginsWithWord(slice(m_memo->bytes, range)))
        return true;
    return known(&ItemMemo::words, range,
        [&] { return !visibleText(m_memo->bytes, range).isEmpty(); });
}

std::vector<TextRange> ItemReader::rows(TextRange block)
{
    std::vector<TextRange> rows = known(&ItemMemo::rows, block, [&] {
        std::vector<TextRange> found = htmlRows(m_memo->bytes, block);
        for (TextRange& row : found)
            row = row.shifted(-block.from);
        return found;
    });
    for (TextRange& row : rows)
        row = row.shifted(block.from);
    return rows;
}

} // namespace lectern::profile
