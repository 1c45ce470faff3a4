// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/paperruns.h"

#include "core/profile/read/grouplines.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/inline.h"

#include <algorithm>

namespace lectern::profile {

PaperRuns::PaperRuns(QByteArrayView bytes, const Blocks& blocks, ItemReader& reader, bool sure)
    : m_bytes(bytes)
    , m_blocks(blocks)
    , m_reader(reader)
    , m_sure(sure)
{
}

/// "{: #id .class }" on a line of its own.
bool PaperRuns::isAttributes(const Block& block) const
{
    return block.kind == BlockKind::Liquid && slice(m_bytes, trimmed(m_bytes, block.range)).startsWith("{:");
}

/// "- Authors: …" in a list that tells of one paper.
bool PaperRuns::isLabelled(const Block& block) const
{
    QByteArrayView text = slice(m_bytes, trimmed(m_bytes, block.content));
    while (text.startsWith('*') || text.startsWith('_'))
        text = text.sliced(1);
    return block.kind == BlockKind::ListItem
        && (startsWithNoCase(text, "author") || startsWithNoCase(text, "auteur")
            || startsWithNoCase(text, "autor"));
}

bool PaperRuns::listsOccasions(size_t at) const
{
    size_t first = at;
    while (first > 0 && m_blocks[first].kind == BlockKind::ListItem
        && m_blocks[first - 1].range.to == m_blocks[first].range.from) {
        --first;
        if (first == m_listAt) {
            first = m_listFrom;
            break;
        }
    }
    m_listAt = at;
    m_listFrom = first;
    const QByteArrayView text = slice(m_bytes, trimmed(m_bytes, m_blocks[first].range));
    return first != at && m_blocks[first].kind == BlockKind::Paragraph
        && (text.contains("resented ") || text.contains("resentations"));
}

/// "Bee A. (2026), *Journal of X*, pp. 1-23": what is emphasised behind the names and their year is no title.
bool PaperRuns::isJournalBehindNames(TextRange range) const
{
    const Item& item = m_reader.look(range, ItemKind::Publication);
    const Field* title = item.field(FieldId::Title);
    const Field* authors = item.field(FieldId::Authors);
    if (!title || !title->present || !authors || !authors->present
        || title->range.from < authors->range.to + 2)
        return false;
    const QByteArrayView between
        = slice(m_bytes, TextRange { authors->range.to, title->range.from }.shifted(range.from));
    const QByteArrayView text = slice(m_bytes, title->range.shifted(range.from));
    const bool emphasis = (between.endsWith('*') && !between.endsWith("**"))
        || (text.startsWith('*') && !text.startsWith("**"));
    return emphasis && between.contains('(');
}

/// Behind `<details markdown="1">` and all that it holds; `at` where no such element begins.
size_t PaperRuns::behindDetails(size_t at) const
{
    const auto isDetails = [&](const Block& block, bool open) {
        return block.kind == BlockKind::Wrapper && block.name == "details" && block.open == open;
    };
    if (at >= m_blocks.size() || !isDetails(m_blocks[at], true))
        return at;
    size_t end = at + 1;
    while (
        end < m_blocks.size() && !isDetails(m_blocks[end], false) && m_blocks[end].kind != BlockKind::Heading)
        ++end;
    return end < m_blocks.size() && isDetails(m_blocks[end], false) ? end + 1 : at;
}

size_t PaperRuns::headed(size_t at) const
{
    const Block& block = m_blocks[at];
    size_t count = 1;
    size_t first = 0; // the paragraph behind the heading and its attributes
    for (; at + count < m_blocks.size(); ++count) {
        if (const size_t behind = first > 0 ? behindDetails(at + count) : 0; behind > at + count) {
            count = behind - at - 1;
            continue;
        }
        const Block& next = m_blocks[at + count];
        const bool attributes = first == 0 && isAttributes(next);
        const bool details = first > 0 && next.kind == BlockKind::Html && next.name == "details";
        const bool text = next.kind == BlockKind::Paragraph || next.kind == BlockKind::ListItem;
        if (next.comment != block.comment || !(text || attributes || details))
            break;
        if (text && first == 0)
            first = count;
    }
    const QString words = plainText(decoded(m_bytes, block.content));
    if (first == 0 || words.count(u' ') < 2)
        return 0;
    // A long heading may hold any word.
    const bool named = m_reader.kindOfHeading(words) != SectionKind::Custom;
    if (named && !(m_sure && words.count(u' ') > 4))
        return 0;
    const Block& body = m_blocks[at + first];
    // Plain words below a long heading tell where and when.
    const bool plain = m_sure && !named && words.count(u' ') > 3
        && (!m_reader.hasMarkedTitle(body.range) || isJournalBehindNames(body.range));
    const bool about = body.kind == BlockKind::Paragraph ? plain || !beginsWithTitle(body) : isLabelled(body);
    const TextRange range { block.range.from, m_blocks[at + count - 1].range.to };
    return about && (m_sure ? m_reader.isReference(range) : m_reader.isPaper(range, false)) ? count : 0;
}

size_t PaperRuns::length(size_t at) const
{
    const Block& first = m_blocks[at];
    if (first.kind != BlockKind::Paragraph)
        return 0;
    const size_t titled = beginsWithTitle(first) ? titledLength(at) : 0;
    return titled == 0 && m_sure && isLoneReference(first) ? 1 : titled;
}

/// "**Invited Talks**": a heading in all but name.
bool PaperRuns::namesSection(const Block& block) const
{
    return isBoldGroupLine(m_bytes, block.range)
        && m_reader.kindOfHeading(plainText(decoded(m_bytes, trimmed(m_bytes, block.range))))
        != SectionKind::Custom;
}

/// Title, people and place: a paper of its own, whatever stands before it.
bool PaperRuns::isWhole(const Block& block) const
{
    const Item& item = m_reader.look(block.range, ItemKind::Publication);
    const auto present = [&](FieldId id) {
        const Field* field = item.field(id);
        return field && field->present;
    };
    return present(FieldId::Title) && present(FieldId::Authors) && present(FieldId::Venue);
}

/// Below a heading that promises publications: a paragraph that begins with what is linked or emphasised, or
/// with names.
bool PaperRuns::isLoneReference(const Block& block) const
{
    if (isBoldGroupLine(m_bytes, block.range) || isGroupLine(m_bytes, block.range)
        || !m_reader.isReference(block.range))
        return false;
    const Item& item = m_reader.look(block.range, ItemKind::Publication);
    const Field* title = item.field(FieldId::Title);
    const Field* authors = item.field(FieldId::Authors);
    if (!title || !title->present)
        return false;
    const qsizetype start
        = std::min(title->range.from, authors && authors->present ? authors->range.from : title->range.from);
    const TextRange before = TextRange { 0, start }.shifted(block.range.from);
    return visibleText(m_bytes, before).size() < 30
        && (title->range.from < 60 || start < title->range.from);
}

bool PaperRuns::isTitled(TextRange range) const
{
    const Item& item = m_reader.look(range, ItemKind::Publication);
    const Field* title = item.field(FieldId::Title);
    const Field* url = item.field(FieldId::Url);
    // "[Theses](#theses)" leads to another place of the page.
    const bool inside = url && url->present && std::get<QString>(url->value).startsWith(u'#');
    return title && title->present && !inside;
}

bool PaperRuns::isRough(const Block& block) const
{
    const QByteArrayView text = slice(m_bytes, block.range);
    TextRange year;
    bool shortened = false;
    return text.size() < 500 && isTitled(block.range)
        && (text.count(',') > 2 || findYear(m_bytes, block.range, year, shortened));
}

/// The longest run that reads as one paper is it, so that is tried first.
size_t PaperRuns::titledLength(size_t at) const
{
    const Block& first = m_blocks[at];
    // A list right below belongs to the entry: it is read with it, and not line by line.
    const auto listFollows = [&](size_t last) {
        return at + last < m_blocks.size() && m_blocks[at + last].kind == BlockKind::ListItem
            && m_blocks[at + last].comment == first.comment
            && m_blocks[at + last - 1].range.to == m_blocks[at + last].range.from;
    };
    std::vector<size_t> ends;
    const auto longest = [&] {
        const auto paper = std::find_if(ends.rbegin(), ends.rend(), [&](size_t end) {
            return isPaper({ first.range.from, m_blocks[at + end - 1].range.to });
        });
        return paper == ends.rend() ? 0 : *paper;
    };
    if (!listFollows(1))
        ends.push_back(1);
    bool lists = false;
    for (size_t count = 1; at + count < m_blocks.size() && count < 12;) {
        const Block& next = m_blocks[at + count];
        if (next.comment != first.comment)
            break;
        if (next.kind == BlockKind::ListItem) {
            const bool adjacent = m_blocks[at + count - 1].range.to == next.range.from;
            if (!adjacent && (longest() > 0 || isPaper(next.range)))
                break;
            lists = true;
        } else if (next.kind != BlockKind::Paragraph || lists || beginsWithTitle(next)
            || (m_sure && (isWhole(next) || namesSection(next)))) {
            break;
        }
        ++count;
        if (!(listFollows(count) && count < 12))
            ends.push_back(count);
    }
    const size_t best = longest();
    return best == 0 && isPaper(first.range) ? 1 : best;
}

} // namespace lectern::profile
