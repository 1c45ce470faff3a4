// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/collect.h"

#include "core/profile/read/cells.h"
#include "core/profile/read/dated.h"
#include "core/profile/read/datedruns.h"
#include "core/profile/read/grouplines.h"
#include "core/profile/read/lineitems.h"
#include "core/profile/read/paperruns.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

class Collector {
public:
    /// `told`: a heading tells the kind.
    Collector(
        QByteArrayView bytes, const Blocks& blocks, SectionKind kind, ItemReader& reader, bool told = true)
        : m_bytes(bytes)
        , m_blocks(blocks)
        , m_kind(kind)
        , m_told(told)
        , m_reader(reader)
        , m_runs(bytes, blocks, reader, kind == SectionKind::Publications)
        , m_entries(bytes, blocks, reader, kind)
    {
    }

    std::vector<Item> run()
    {
        for (m_at = 0; m_at < m_blocks.size(); ++m_at)
            take(m_blocks[m_at]);
        return std::move(m_items);
    }

    [[nodiscard]] int publications() const { return m_publications; }

    /// Takes whatever has words for a title: a layout that nobody foresaw loses no papers.
    void loosen() { m_loose = true; }

private:
    void take(const Block& block)
    {
        switch (block.kind) {
        case BlockKind::Heading:
            heading(block);
            break;
        case BlockKind::Liquid:
            if (block.name.startsWith("include"))
                add(ItemKind::Raw, block.range, block);
            break;
        case BlockKind::Paragraph:
        case BlockKind::Quote:
            paragraph(block);
            break;
        case BlockKind::ListItem:
            listItem(block);
            break;
        case BlockKind::Html:
            html(block);
            break;
        case BlockKind::Table:
            table(block);
            break;
        case BlockKind::Code:
            if (m_kind == SectionKind::About)
                text(block);
            else
                add(ItemKind::Raw, block.range, block);
            break;
        case BlockKind::Anchor:
        case BlockKind::Comment:
        case BlockKind::Wrapper:
        case BlockKind::Rule:
            break;
        }
    }

    /// A sub-heading names a group; "#### Title of the paper" above its names and links is the paper itself.
    void heading(const Block& block)
    {
        const bool papers = m_kind == SectionKind::Publications || m_kind == SectionKind::Custom;
        if (const size_t count = papers ? m_runs.headed(m_at) : 0)
            add(ItemKind::Publication, { block.range.from, m_blocks[m_at + count - 1].range.to }, block,
                count);
        else if (const size_t blocks = m_entries.headed(m_at))
            add(ItemKind::Dated, { block.range.from, m_blocks[m_at + blocks - 1].range.to }, block, blocks);
        else
            m_group = plainText(decoded(m_bytes, block.content));
    }

    /// True for the first of a comment's blocks that is its only one: the item then has the comment with it.
    bool ownsComment(size_t first, size_t last) const
    {
        const TextRange comment = m_blocks[first].comment;
        const bool before = first > 0 && m_blocks[first - 1].comment == comment;
        const bool behind = last + 1 < m_blocks.size() && m_blocks[last + 1].comment == comment;
        // What else it holds may be another section's.
        const TextRange lead
            = trimmed(m_bytes, { comment.from, std::max(comment.from, m_blocks[first].range.from) });
        const TextRange rest
            = trimmed(m_bytes, { m_blocks[last].range.to, std::max(m_blocks[last].range.to, comment.to) });
        const QByteArrayView marks("<!- \t\r\n");
        const QByteArrayView opening = slice(m_bytes, lead);
        const bool opens
            = std::all_of(opening.begin(), opening.end(), [&](char c) { return marks.contains(c); });
        return !before && !behind && opens && slice(m_bytes, rest).size() <= 3;
    }

    Item& add(ItemKind kind, TextRange range, const Block& block, size_t count = 1)
    {
        if (block.isHidden() && ownsComment(m_at, m_at + count - 1)) {
            range.from = std::min(lineStart(m_bytes, block.comment.from), block.comment.from);
            if (!trimmed(m_bytes, { range.from, block.comment.from }).isEmpty())
                range.from = block.comment.from;
            const qsizetype end = nextLine(m_bytes, block.comment.to, m_bytes.size());
            range.to = trimmed(m_bytes, { block.comment.to, end }).isEmpty() ? end : block.comment.to;
        }
        Item item = m_reader.read(range, kind);
        item.hidden = block.isHidden();
        item.group = m_group;
        if (item.kind == ItemKind::Publication)
            ++m_publications;
        m_items.push_back(std::move(item));
        m_at += count - 1;
        return m_items.back();
    }

    /// Prose: neighbours with nothing but blank lines between them are one text.
    void text(const Block& block)
    {
        const auto isProse = [&](const Block& next) {
            const bool any = m_kind == SectionKind::About;
            return next.comment == block.comment
                && (next.kind == BlockKind::Paragraph || next.kind == BlockKind::Quote
                    || (any
                        && (next.kind == BlockKind::ListItem || next.kind == BlockKind::Code
                            || next.kind == BlockKind::Table)));
        };
        size_t count = 1;
        TextRange range = block.range;
        while (m_at + count < m_blocks.size()) {
            const Block& next = m_blocks[m_at + count];
            if (!isProse(next) || (m_kind != SectionKind::About && startsItem(next)))
                break;
            range.to = next.range.to;
            ++count;
        }
        const bool words = hasWords(range);
        if (words || !isEmptyLines(m_bytes, range))
            add(words ? ItemKind::Text : ItemKind::Raw, range, block, count);
    }

    /// A paragraph with its date at an end of its first line; a talk may tell it anywhere.
    bool isDatedText(const Block& block) const
    {
        return findDate(m_bytes, trimmed(m_bytes, block.range)).found
            || (m_kind == SectionKind::Talks && hasDate(block.range));
    }

    /// "2021:" or "**Preprints**" right before a list.
    bool namesGroup(size_t at) const
    {
        if (at + 1 >= m_blocks.size() || m_blocks[at + 1].kind != BlockKind::ListItem
            || m_kind == SectionKind::About)
            return false;
        const bool counted = isDigit(m_bytes[trimmed(m_bytes, m_blocks[at + 1].range).from]);
        const bool bold = m_kind == SectionKind::Publications || m_kind == SectionKind::Talks
            || m_kind == SectionKind::Honors || counted;
        return isGroupLine(m_bytes, m_blocks[at].range)
            || (bold && isBoldGroupLine(m_bytes, m_blocks[at].range));
    }

    /// True for a paragraph that a section of this kind reads as an item of its own.
    bool startsItem(const Block& block) const
    {
        const size_t at = size_t(&block - m_blocks.data());
        if (m_kind == SectionKind::Reviewing || namesGroup(at))
            return true;
        if (m_kind == SectionKind::Publications)
            return m_runs.length(at) > 0 || isGroupLine(m_bytes, block.range);
        return isDatedText(block) || m_entries.isBoldEntry(block) || isGroupLine(m_bytes, block.range);
    }

    void paragraph(const Block& block)
    {
        if (m_kind == SectionKind::About)
            return text(block);
        if (const auto lines = entryLines(m_bytes, block.range, m_kind, m_reader); !lines.empty())
            return addRows(lines, block);
        if (namesGroup(m_at))
            return void(m_group = groupName(m_bytes, block.range));
        if (const size_t count = m_entries.withList(m_at)) {
            add(ItemKind::Dated, { block.range.from, m_blocks[m_at + count - 1].range.to }, block, count);
            return;
        }
        if (m_kind == SectionKind::Publications || m_kind == SectionKind::Custom) {
            if (const size_t count = m_runs.length(m_at)) {
                add(ItemKind::Publication, { block.range.from, m_blocks[m_at + count - 1].range.to }, block,
                    count);
                return;
            }
            if (m_loose && m_runs.isRough(block))
                return void(add(ItemKind::Publication, block.range, block));
        } else if (m_kind == SectionKind::Reviewing && block.kind == BlockKind::Paragraph) {
            add(ItemKind::Review, block.range, block);
            return;
        }
        if (m_kind != SectionKind::Publications && (isDatedText(block) || m_entries.isBoldEntry(block))) {
            add(ItemKind::Dated, block.range, block);
            return;
        }
        text(block);
    }

    /// Below a heading that promises publications the look of a reference is enough.
    bool isPaper(TextRange range)
    {
        // Thousands that are none tell of those behind them: reading each as a paper takes seconds.
        if (m_kind == SectionKind::Custom && ++m_asked > 4000 && m_publications * 4 < m_asked)
            return false;
        return m_kind == SectionKind::Publications
            ? m_reader.isReference(range) || (m_loose && m_runs.isTitled(range))
            : m_reader.isPaper(range, false);
    }

    void listItem(const Block& block)
    {
        switch (m_kind) {
        case SectionKind::About:
            return text(block);
        case SectionKind::Reviewing:
            add(ItemKind::Review, block.range, block);
            return;
        case SectionKind::Publications:
        case SectionKind::Custom:
            if (isPaper(block.range) && !m_runs.listsOccasions(m_at)) {
                add(ItemKind::Publication, block.range, block);
                return;
            }
            break;
        default:
            break;
        }
        add(ItemKind::Dated, block.range, block);
    }

    void html(const Block& block)
    {
        if (block.name == "summary") {
            m_group = plainText(decoded(m_bytes, trimmed(m_bytes, block.range)));
            return;
        }
        // `<div class="badge">2024</div> //`
        if (const QString year
            = m_kind == SectionKind::Publications ? yearOf(m_bytes, block.range) : QString();
            !year.isEmpty())
            return void(m_group = year);
        if (m_kind == SectionKind::About && block.name == "p" && hasWords(block.range)) {
            add(ItemKind::Text, block.range, block);
            return;
        }
        if (block.name == "style" || block.name == "script" || m_kind == SectionKind::About) {
            add(ItemKind::Raw, block.range, block);
            return;
        }
        const bool sure = m_kind == SectionKind::Publications;
        std::vector<TextRange> rows = m_reader.rows(block.range);
        if (rows.empty() && m_kind == SectionKind::Reviewing)
            rows = entryLines(m_bytes, block.content, m_kind, m_reader);
        const bool papers = sure || m_kind == SectionKind::Custom || m_kind == SectionKind::Projects;
        if (papers && rows.empty() && isPaper(block.range))
            add(ItemKind::Publication, block.range, block);
        else if (!rows.empty())
            addRows(rows, block);
        else
            add(isEntry(block) ? ItemKind::Dated : ItemKind::Raw, block.range, block);
    }

    bool hasDate(TextRange range) const { return m_reader.hasDate(range); }
    bool hasWords(TextRange range) const { return m_reader.hasWords(range); }

    /// An element of its own with a date in it: a place of work with its logo; a project needs no date.
    bool isEntry(const Block& block) const
    {
        if ((m_kind == SectionKind::Projects && m_told) || block.name == "li")
            return hasWords(block.range);
        if (m_kind == SectionKind::Custom || m_kind == SectionKind::Publications)
            return false;
        return hasDate(block.range);
    }

    void table(const Block& block)
    {
        const std::vector<TextRange> rows
            = m_kind == SectionKind::About ? std::vector<TextRange>() : tableRows(m_bytes, block.range);
        if (m_kind == SectionKind::About)
            text(block);
        else if (rows.empty() || (m_kind == SectionKind::Custom && !hasDates(rows)))
            add(ItemKind::Raw, block.range, block);
        else
            addRows(rows, block);
    }

    bool hasDates(const std::vector<TextRange>& rows) const
    {
        return std::any_of(rows.begin(), rows.end(), [&](TextRange row) { return hasDate(row); });
    }

    /// Each row of a table or list in HTML is an item.
    void addRows(const std::vector<TextRange>& rows, const Block& block)
    {
        for (const TextRange row : rows) {
            const bool papers = m_kind == SectionKind::Publications || m_kind == SectionKind::Custom;
            const bool paper = papers && isPaper(row);
            const ItemKind kind = paper            ? ItemKind::Publication
                : m_kind == SectionKind::Reviewing ? ItemKind::Review
                                                   : ItemKind::Dated;
            m_publications += paper;
            Item item = m_reader.read(row, kind);
            item.hidden = block.isHidden() || slice(m_bytes, trimmed(m_bytes, row)).startsWith("<!--");
            item.group = m_group;
            m_items.push_back(std::move(item));
        }
    }

    QByteArrayView m_bytes;
    const Blocks& m_blocks;
    SectionKind m_kind;
    bool m_told;
    bool m_loose = false;
    ItemReader& m_reader;
    PaperRuns m_runs;
    DatedRuns m_entries;
    std::vector<Item> m_items;
    QString m_group;
    size_t m_at = 0;
    int m_publications = 0;
    int m_asked = 0; ///< how often a part of any name was asked for papers
};

} // namespace

std::vector<Item> collectItems(
    QByteArrayView bytes, const Blocks& blocks, SectionKind& kind, ItemReader& reader)
{
    Collector collector(bytes, blocks, kind, reader);
    std::vector<Item> items = collector.run();
    if (kind == SectionKind::Publications && collector.publications() == 0 && items.size() > 1) {
        Collector loose(bytes, blocks, kind, reader);
        loose.loosen();
        std::vector<Item> found = loose.run();
        return loose.publications() > 1 && loose.publications() * 2 > int(found.size()) ? found : items;
    }
    if (kind != SectionKind::Custom)
        return items;
    if (collector.publications() * 2 > int(items.size())) {
        kind = SectionKind::Publications;
        return items;
    }
    // A lone entry that looks like a paper is none among others that do not.
    if (collector.publications() > 0) {
        SectionKind plain = SectionKind::Projects;
        items = Collector(bytes, blocks, plain, reader, false).run();
    }
    return items;
}

} // namespace lectern::profile
