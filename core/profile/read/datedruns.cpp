// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/datedruns.h"

#include "core/profile/read/dated.h"
#include "core/profile/read/grouplines.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// Places of work and study, and what was made there: each may stand below a heading of its own.
bool mayBeHeaded(SectionKind kind)
{
    return kind == SectionKind::Experience || kind == SectionKind::Education || kind == SectionKind::Projects;
}

/// A paragraph that is a date or begins with one.
bool beginsWithDate(QByteArrayView bytes, TextRange paragraph)
{
    const TextRange body = trimmed(bytes, paragraph);
    const DatePlace place = findDate(bytes, body);
    return isDate(bytes, body) || (place.found && place.date.from <= place.text.from);
}

} // namespace

DatedRuns::DatedRuns(QByteArrayView bytes, const Blocks& blocks, ItemReader& reader, SectionKind kind)
    : m_bytes(bytes)
    , m_blocks(blocks)
    , m_reader(reader)
    , m_kind(kind)
{
}

bool DatedRuns::isBoldEntry(const Block& block) const
{
    const bool dated = (m_kind != SectionKind::Custom || hasBoldEntries()) && m_kind != SectionKind::News
        && m_kind != SectionKind::About;
    const QByteArrayView text = slice(m_bytes, trimmed(m_bytes, block.range));
    const bool defined = text.contains("\n: ") || text.contains("\r: ");
    return dated && block.kind == BlockKind::Paragraph
        && (defined || text.startsWith("**") || text.startsWith("<b>") || text.startsWith("<strong>"))
        && hasDate(block.range);
}

/// Paragraphs of a part of any name that begin in bold letters and hold dates, two or more.
bool DatedRuns::hasBoldEntries() const
{
    const auto isEntry = [&](const Block& block) {
        return block.kind == BlockKind::Paragraph && slice(m_bytes, block.range).startsWith("**")
            && hasDate(block.range);
    };
    if (!m_boldEntries)
        m_boldEntries = std::count_if(m_blocks.begin(), m_blocks.end(), isEntry) > 1;
    return *m_boldEntries;
}

size_t DatedRuns::withList(size_t at) const
{
    const Block& block = m_blocks[at];
    if (m_kind == SectionKind::Publications || m_kind == SectionKind::Reviewing
        || block.kind != BlockKind::Paragraph)
        return 0;
    size_t count = datesFollow(at) ? 2 : 1;
    const size_t head = count;
    // A blank line parts no place of work from what was done there.
    const bool apart = mayBeHeaded(m_kind) && isBoldEntry(block);
    while (at + count < m_blocks.size() && m_blocks[at + count].kind == BlockKind::ListItem
        && m_blocks[at + count].comment == block.comment
        && (m_blocks[at + count].range.from == m_blocks[at + count - 1].range.to
            || (apart && !hasDate(m_blocks[at + count].range))))
        ++count;
    if (count == 1)
        return 0;
    return head > 1 || hasDate(block.range) ? count : 0;
}

/// "**Title**" and below it a paragraph that begins with its dates.
bool DatedRuns::datesFollow(size_t at) const
{
    if (at + 1 >= m_blocks.size() || !isAloneInBold(m_bytes, m_blocks[at].range))
        return false;
    const Block& next = m_blocks[at + 1];
    return m_kind != SectionKind::News && next.kind == BlockKind::Paragraph
        && next.comment == m_blocks[at].comment && hasDate(next.range) && !isBoldEntry(next);
}

/// How many blocks of text and lists stand between a heading and the next thing.
size_t DatedRuns::contentBehind(size_t at) const
{
    size_t count = 0;
    while (at + 1 + count < m_blocks.size()) {
        const Block& next = m_blocks[at + 1 + count];
        const bool text = next.kind == BlockKind::Paragraph || next.kind == BlockKind::ListItem
            || next.kind == BlockKind::Quote;
        if (!text || next.comment != m_blocks[at].comment)
            break;
        ++count;
    }
    return count;
}

/// The heading tells when, or one paragraph below it does.
bool DatedRuns::isDatedHeading(size_t at, size_t count) const
{
    const TextRange words = trimmed(m_bytes, m_blocks[at].content);
    if (isDate(m_bytes, words))
        return false;
    int dates = 0;
    for (size_t i = 0; i < count; ++i) {
        const Block& block = m_blocks[at + 1 + i];
        dates += block.kind == BlockKind::Paragraph && beginsWithDate(m_bytes, block.range);
    }
    const Block& first = m_blocks[at + 1];
    const bool once = dates == 1 && first.kind == BlockKind::Paragraph && hasDate(first.range);
    const bool alone = dates == 1 && isDate(m_bytes, trimmed(m_bytes, first.range));
    // "### Company (2019 – 2021)" right above a list names a group.
    return once || alone
        || (dates == 0 && first.kind == BlockKind::Paragraph && findDate(m_bytes, words).found);
}

/// Half of the section's sub-headings and more are places with dates.
bool DatedRuns::entriesAreHeaded() const
{
    if (!m_headed) {
        int headings = 0;
        int dated = 0;
        for (size_t at = 0; at < m_blocks.size(); ++at) {
            const Block& block = m_blocks[at];
            if (block.kind != BlockKind::Heading || block.isHidden())
                continue;
            const size_t count = contentBehind(at);
            headings += count > 0;
            dated += count > 0 && isDatedHeading(at, count);
        }
        m_headed = dated > 0 && dated * 2 >= headings;
    }
    return *m_headed;
}

size_t DatedRuns::headed(size_t at) const
{
    const Block& block = m_blocks[at];
    if (!mayBeHeaded(m_kind) || m_bytes[block.range.from] != '#' || !entriesAreHeaded()
        || isDate(m_bytes, trimmed(m_bytes, block.content)))
        return 0;
    const size_t count = contentBehind(at);
    return count > 0 ? count + 1 : 0;
}

} // namespace lectern::profile
