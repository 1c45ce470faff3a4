// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/grouping.h"

#include "core/profile/intentions.h"
#include "core/profile/read/layout.h"
#include "core/profile/read/reading.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/write/placing.h"
#include "core/profile/write/verify.h"
#include "core/profile/write/visibility.h"

#include <algorithm>

namespace lectern::profile {
namespace {

bool isSection(const Profile& profile, int section)
{
    return section >= 0 && section < int(profile.sections.size());
}

Error failure(ErrorCode code)
{
    return { code, {}, {} };
}

/// The sub-headings of a section that no item has for its own.
Blocks subHeadings(const Profile& profile, const Section& section)
{
    Blocks out;
    const TextRange body { std::max(section.range.from, section.headingRange.to), section.range.to };
    for (const Block& block : scanBlocks(profile.file.bytes(), body)) {
        const bool own = std::any_of(section.items.begin(), section.items.end(),
            [&](const Item& item) { return item.range.overlaps(block.range); });
        if (block.kind == BlockKind::Heading && !block.isHidden() && !own)
            out.push_back(block);
    }
    return out;
}

QString wordsOf(const Profile& profile, const Block& heading)
{
    return plainText(decoded(profile.file.bytes(), heading.content));
}

/// Writes a section anew: its sub-headings and items in another order, each with its bytes.
class Arranger {
public:
    Arranger(const Profile& profile, int section, const Grouping& grouping)
        : m_profile(profile)
        , m_bytes(profile.file.bytes())
        , m_section(profile.sections[size_t(section)])
        , m_grouping(grouping)
        , m_headings(subHeadings(profile, m_section))
        , m_eol(lineEndingAt(m_bytes, std::max<qsizetype>(0, m_section.range.from)))
    {
        measure();
        for (int group = -1; group < int(grouping.names.size()); ++group) {
            for (int item = 0; item < int(grouping.groupOf.size()); ++item) {
                if (grouping.groupOf[size_t(item)] == group)
                    order.push_back(item);
            }
        }
    }

    std::vector<int> order; ///< the items as they shall stand

    /// Where items and sub-headings stand; empty where anything but comments stands between them.
    [[nodiscard]] TextRange span() const { return m_span; }

    /// `loose`: blank lines between all items.
    [[nodiscard]] QByteArray text(bool loose) const
    {
        QByteArray out;
        int group = -1;
        for (size_t i = 0; i < order.size(); ++i) {
            const int wanted = m_grouping.groupOf[size_t(order[i])];
            if (wanted != group)
                out += (out.isEmpty() ? QByteArray() : m_eol) + heading(wanted) + m_eol;
            else if (i > 0 && (loose || !isTight(order[i - 1], order[i])))
                out += m_eol;
            group = wanted;
            out += source(order[i]) + m_eol;
        }
        return out;
    }

private:
    /// Comments between items go with the item before them, or below a sub-heading with the one behind.
    void measure()
    {
        std::vector<std::pair<TextRange, int>> pieces;
        for (int item = 0; item < int(m_section.items.size()); ++item) {
            m_ranges.push_back(m_section.items[size_t(item)].range);
            pieces.push_back({ m_ranges.back(), item });
        }
        for (const Block& heading : m_headings)
            pieces.push_back({ heading.range, -1 });
        std::sort(pieces.begin(), pieces.end(),
            [](const auto& a, const auto& b) { return a.first.from < b.first.from; });
        for (size_t i = 1; i < pieces.size(); ++i) {
            const TextRange gap { pieces[i - 1].first.to, pieces[i].first.from };
            if (gap.from > gap.to)
                return;
            const TextRange words = trimmed(m_bytes, gap);
            if (words.isEmpty())
                continue;
            const Blocks blocks = scanBlocks(m_bytes, gap);
            const bool comments = std::all_of(blocks.begin(), blocks.end(),
                [](const Block& block) { return block.kind == BlockKind::Comment; });
            if (!comments || (pieces[i - 1].second < 0 && pieces[i].second < 0))
                return;
            if (pieces[i - 1].second >= 0)
                m_ranges[size_t(pieces[i - 1].second)].to = words.to;
            else
                m_ranges[size_t(pieces[i].second)].from = words.from;
        }
        if (!pieces.empty())
            m_span = { pieces.front().first.from, pieces.back().first.to };
    }

    [[nodiscard]] QByteArray source(int item) const
    {
        const TextRange range = m_ranges[size_t(item)];
        return slice(m_bytes, withoutLineEnding(m_bytes, range)).toByteArray();
    }

    [[nodiscard]] bool isListItem(int item) const
    {
        const TextRange range = innerRange(m_bytes, m_section.items[size_t(item)].range);
        const qsizetype end = nextLine(m_bytes, range.from, range.to);
        return listMarkerLength(m_bytes, range.from, withoutLineEnding(m_bytes, { range.from, end }).to) > 0;
    }

    /// Items of a list stand close where the section's own do.
    [[nodiscard]] bool isTight(int one, int other) const
    {
        if (!isListItem(one) || !isListItem(other))
            return false;
        for (size_t i = 1; i < m_section.items.size(); ++i) {
            const TextRange gap { m_section.items[i - 1].range.to, m_section.items[i].range.from };
            const bool headed = std::any_of(m_headings.begin(), m_headings.end(),
                [&](const Block& heading) { return gap.contains(heading.range); });
            if (!headed && !gap.isEmpty() && isListItem(int(i) - 1) && isListItem(int(i)))
                return false;
        }
        return true;
    }

    [[nodiscard]] QByteArray heading(int group) const
    {
        const QString name = m_grouping.names[group];
        for (const Block& heading : m_headings) {
            if (wordsOf(m_profile, heading) == name)
                return slice(m_bytes, withoutLineEnding(m_bytes, heading.range)).toByteArray() + m_eol;
        }
        const int level = m_headings.empty() ? std::min(6, m_section.level + 1) : m_headings.front().level;
        return QByteArray(level, '#') + ' ' + name.toUtf8() + m_eol;
    }

    const Profile& m_profile;
    const QByteArray& m_bytes;
    const Section& m_section;
    const Grouping& m_grouping;
    Blocks m_headings;
    QByteArray m_eol;
    std::vector<TextRange> m_ranges; ///< of the items, with the comments that go with them
    TextRange m_span;
};

/// Every item of the section has its bytes and its group, and the rest of the page is what it was.
bool standsAs(const Profile& profile, const Profile& now, int section, const Grouping& grouping,
    const std::vector<int>& order)
{
    Sequence before = sequence(profile);
    if (now.sections.size() != profile.sections.size())
        return false;
    std::vector<Sequence::Entry> wanted;
    for (const int item : order)
        wanted.push_back(before.items[size_t(section)][size_t(item)]);
    before.items[size_t(section)] = std::move(wanted);
    if (!(sequence(now) == before))
        return false;
    for (size_t i = 0; i < order.size(); ++i) {
        const Item& was = profile.sections[size_t(section)].items[size_t(order[i])];
        const Item& item = now.sections[size_t(section)].items[i];
        const int group = grouping.groupOf[size_t(order[i])];
        const QString name = group < 0 ? QString() : plainText(grouping.names[group]);
        if (item.kind != was.kind || item.hidden != was.hidden || item.group != name)
            return false;
    }
    return true;
}

} // namespace

std::vector<Group> groupsOf(const Profile& profile, int section)
{
    if (!isSection(profile, section))
        return {};
    const Section& home = profile.sections[size_t(section)];
    const Blocks headings = subHeadings(profile, home);
    std::vector<Group> groups;
    size_t next = 0;
    const auto openHeadings = [&](qsizetype before) {
        for (; next < headings.size() && headings[next].range.from < before; ++next)
            groups.push_back({ wordsOf(profile, headings[next]), headings[next].range, {} });
    };
    for (int i = 0; i < int(home.items.size()); ++i) {
        const Item& item = home.items[size_t(i)];
        openHeadings(item.range.from);
        if (groups.empty() || groups.back().name != item.group)
            groups.push_back({ item.group, {}, {} });
        groups.back().items.push_back(i);
    }
    openHeadings(home.range.to);
    return groups;
}

Result<Edits> renameGroup(const Profile& profile, ItemRef ref, const QString& name)
{
    const Item* const item = profile.item(ref);
    const QString text = name.simplified();
    if (!item || item->group.isEmpty())
        return failure(ErrorCode::NoSuchAddress);
    if (plainText(text).isEmpty())
        return failure(ErrorCode::InvalidValue);
    if (text == item->group)
        return Edits();
    const Block* above = nullptr;
    const Blocks headings = subHeadings(profile, profile.sections[size_t(ref.section)]);
    for (const Block& heading : headings) {
        if (heading.range.from < item->range.from && wordsOf(profile, heading) == item->group)
            above = &heading;
    }
    if (!above)
        return failure(ErrorCode::NotEditable);
    // Only the words change, where they stand as a reader sees them.
    const QByteArray& bytes = profile.file.bytes();
    const QByteArray words = item->group.toUtf8();
    const qsizetype at = slice(bytes, above->content).toByteArray().indexOf(words);
    const TextRange range = at < 0 ? above->content
                                   : TextRange { above->content.from + at, above->content.from + at + words.size() };
    const Edit edit = replacement(bytes, range, text.toUtf8());
    const Profile now = after(profile, { edit });
    const Item* const there = now.item(ref);
    const bool isAlike = now.sections.size() == profile.sections.size() && there
        && now.sections[size_t(ref.section)].items.size() == profile.sections[size_t(ref.section)].items.size();
    if (!isAlike || there->group != plainText(text))
        return failure(ErrorCode::InvalidValue);
    return Edits { edit };
}

Result<Edits> groupItems(const Profile& profile, int section, const Grouping& grouping)
{
    if (!isSection(profile, section))
        return failure(ErrorCode::NoSuchAddress);
    const Section& home = profile.sections[size_t(section)];
    const bool inside = std::all_of(grouping.groupOf.begin(), grouping.groupOf.end(),
        [&](int group) { return group >= -1 && group < int(grouping.names.size()); });
    const bool named = std::none_of(grouping.names.begin(), grouping.names.end(),
        [](const QString& name) { return plainText(name).isEmpty() || name.contains(u'\n'); });
    if (grouping.groupOf.size() != home.items.size() || !inside || !named)
        return failure(ErrorCode::InvalidValue);
    const Arranger arranger(profile, section, grouping);
    const TextRange span = arranger.span();
    const bool ownLines = std::none_of(home.items.begin(), home.items.end(), [&](const Item& item) {
        return item.hidden
            && !profile.file.view(trimmed(profile.file.bytes(), item.range)).startsWith("<!--");
    });
    if (home.level == 0 || home.hidden || span.isEmpty() || !ownLines)
        return failure(ErrorCode::NotEditable);
    for (const bool loose : { false, true }) {
        QByteArray text = arranger.text(loose);
        // The file's last line keeps the way it ends.
        const TextRange bare = withoutLineEnding(profile.file.bytes(), span);
        if (bare.to == span.to)
            text = text.left(withoutLineEnding(text, { 0, text.size() }).to);
        const Edit edit = replacement(profile.file.bytes(), span, text);
        const Edits edits = edit.isNoop() ? Edits() : Edits { edit };
        if (standsAs(profile, after(profile, edits), section, grouping, arranger.order))
            return edits;
    }
    return failure(ErrorCode::NotEditable);
}

Result<Edits> moveItemToGroup(const Profile& profile, ItemRef from, int toSection, const QString& group)
{
    const Item* item = profile.item(from);
    const std::vector<Group> groups = groupsOf(profile, toSection);
    const auto found = std::find_if(
        groups.begin(), groups.end(), [&](const Group& candidate) { return candidate.name == group; });
    if (!item || found == groups.end())
        return failure(ErrorCode::NoSuchAddress);
    if (from.section == toSection && item->group == group)
        return Edits();
    if (!found->items.empty())
        return moveItem(profile, from, toSection, found->items.front());
    // Below a heading that nothing stands under yet.
    int at = 0;
    for (const Item& other : profile.sections[size_t(toSection)].items)
        at += other.range.from < found->heading.from;
    const QByteArray& bytes = profile.file.bytes();
    const QByteArray eol = lineEndingAt(bytes, found->heading.from);
    const QByteArray source = slice(bytes, withoutLineEnding(bytes, item->range)).toByteArray();
    const TextRange out = removal(profile, from);
    const TextRange in { found->heading.to, found->heading.to };
    const QByteArray line = isEndOfLine(bytes[found->heading.to - 1]) ? QByteArray() : eol;
    const QByteArray written = line + eol + source + (line.isEmpty() ? eol : QByteArray());
    EditList edits(bytes);
    edits.replace(out.from < in.from ? out : in, out.from < in.from ? QByteArray() : written);
    edits.replace(out.from < in.from ? in : out, out.from < in.from ? written : QByteArray());
    const Profile now = after(profile, edits.edits());
    const ItemRef moved { toSection, from.section == toSection && from.item < at ? at - 1 : at };
    const Item* there = now.item(moved);
    if (!there || there->group != group
        || now.file.view(trimmed(now.file.bytes(), there->range))
            != profile.file.view(trimmed(bytes, item->range)))
        return failure(ErrorCode::NotEditable);
    return edits.edits();
}

Result<Edits> moveItemBehind(const Profile& profile, ItemRef from, int toSection, int behind)
{
    const bool same = from.section == toSection;
    if (!profile.item(from) || !profile.item({ toSection, behind }))
        return failure(ErrorCode::NoSuchAddress);
    if (same
        && (behind == from.item
            || (behind + 1 == from.item
                && profile.item(from)->group == profile.item({ toSection, behind })->group)))
        return Edits();
    // Before that item it stands in the right group; then that item goes before it.
    const Result<Edits> first = moveItem(profile, from, toSection, behind);
    if (!first)
        return first.error();
    const Profile between = after(profile, *first);
    const int at = same && from.item < behind ? behind - 1 : behind;
    const Result<Edits> second = moveItem(between, { toSection, at + 1 }, toSection, at);
    if (!second)
        return second.error();
    const Edit edit = difference(profile.file.bytes(), applied(between.file.bytes(), *second));
    return edit.isNoop() ? Edits() : Edits { edit };
}

Result<std::pair<Edits, Edits>> moveItemToPage(
    const Profile& profile, ItemRef from, const Profile& page, int toSection, int toItem)
{
    const Item* item = profile.item(from);
    if (!item || !isSection(page, toSection))
        return failure(ErrorCode::NoSuchAddress);
    QByteArray source = profile.file.view(item->range).toByteArray();
    if (item->hidden && !isOwnComment(profile, from) && !profile.sections[size_t(from.section)].hidden)
        source = hiddenBytes(source, false);
    source.replace("\r\n", "\n").replace('\r', '\n');
    source.replace("\n", lineEndingAt(page.file.bytes(), page.sections[size_t(toSection)].range.from));
    const Result<Edits> out = removeItems(profile, { from });
    if (!out)
        return out.error();
    const Result<Edits> in = insertSource(page, toSection, toItem, source);
    if (!in)
        return in.error();
    return std::pair { *out, *in };
}

} // namespace lectern::profile
