// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"

#include "core/profile/read/collect.h"
#include "core/profile/read/grouplines.h"
#include "core/profile/read/paperruns.h"
#include "core/profile/read/shape.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/rangememo.h"

#include <QHash>

#include <algorithm>

namespace lectern::profile {
namespace {

/// Blocks of one section: [first, last), the heading at `heading` where it has one.
struct Part {
    size_t first = 0;
    size_t last = 0;
    bool headed = false;
    size_t heading = 0;
};

/// The level whose headings begin sections: the highest on the page. A heading that is alone on it, above all
/// others and with a name for words, is the page's title, not a section's.
int sectionLevel(QByteArrayView bytes, const Blocks& blocks, ItemReader& reader)
{
    int counts[7] = {};
    int known[7] = {};
    const Block* first = nullptr;
    for (const Block& block : blocks) {
        if (block.kind != BlockKind::Heading || block.isHidden())
            continue;
        first = first ? first : &block;
        ++counts[block.level];
        const QString heading = plainText(decoded(bytes, block.content));
        // A year is a part of the publications.
        known[block.level] += isYearAlone(heading) || reader.kindOfHeading(heading) != SectionKind::Custom;
    }
    int level = 1;
    while (level < 7 && counts[level] == 0)
        ++level;
    if (!first || first->level != level || counts[level] != 1 || known[level] > 0)
        return level;
    int next = level + 1;
    while (next < 7 && counts[next] == 0)
        ++next;
    return next < 7 && known[next] > 1 ? next : level;
}

QString slug(const QString& heading)
{
    QString out;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() && c.unicode() < 0xD800)
            out += c;
        else if (!out.isEmpty() && !out.endsWith(u'-'))
            out += u'-';
    }
    while (out.endsWith(u'-'))
        out.chop(1);
    return out.isEmpty() ? QStringLiteral("section") : out;
}

/// The id that kramdown's GFM parser gives a heading: its words in lower case, blanks as hyphens, marks left
/// out.
QString headingAnchor(const QString& heading)
{
    QString out;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            out += c;
        else if (c == u' ')
            out += u'-';
    }
    return out;
}

/// True for a sub-heading that begins a section although it stands below another: "Education" in
/// "Experience". Papers, news and projects have groups that are named by anything.
bool isOwnSection(SectionKind kind, SectionKind current, const QString& heading)
{
    if (kind == SectionKind::Custom || kind == current)
        return false;
    switch (current) {
    case SectionKind::About:
    case SectionKind::Custom:
        return true;
    case SectionKind::News:
        return false;
    case SectionKind::Publications:
    case SectionKind::Projects:
        // A paper's title may hold any of these words.
        return heading.count(u' ') < 5
            && (kind == SectionKind::Honors || kind == SectionKind::Education || kind == SectionKind::Teaching
                || kind == SectionKind::Reviewing);
    default:
        // A place of work with its years is an entry's heading.
        return heading.count(u' ') < 4
            && std::none_of(heading.begin(), heading.end(), [](QChar c) { return c.isDigit(); });
    }
}

/// What readers of the page see of a section whose heading alone stands in a comment.
bool isVisibleItem(const Block& block)
{
    return !block.isHidden()
        && (block.kind == BlockKind::Paragraph || block.kind == BlockKind::ListItem
            || block.kind == BlockKind::Table);
}

class ProfileReader {
public:
    ProfileReader(const SourceFile& file, const ReadOptions& options, std::shared_ptr<const ItemMemo> before,
        SpareItems spare = {})
        : m_bytes(file.bytes())
        , m_options(options)
        , m_reader(file.bytes(), std::move(before), std::move(spare))
    {
        m_profile.file = file;
        m_profile.options = options;
        m_profile.frontMatter = findFrontMatter(m_bytes);
        m_start = contentStart(m_bytes);
        m_told = toldKind();
    }

    Profile run()
    {
        const ReadScope scope(m_bytes);
        m_blocks = scanBlocks(m_bytes, { m_start, m_bytes.size() }, [&](QByteArrayView words) {
            return m_reader.kindOfHeading(plainText(decoded(words))) != SectionKind::Custom;
        });
        split();
        for (size_t i = 0; i < m_parts.size(); ++i) {
            // What a part without a heading is, its items' fields tell.
            m_reader.readShapes(m_shapes && m_parts[i].headed);
            section(i);
        }
        biography();
        names();
        owner();
        m_profile.memo = m_reader.memo();
        return std::move(m_profile);
    }

    /// readShape().
    Profile runForShape(ItemRef whole)
    {
        m_shapes = true;
        Profile shape = run();
        shape.ownerName.clear();
        if (shape.item(whole)) {
            Item& item = shape.sections[size_t(whole.section)].items[size_t(whole.item)];
            m_reader.readShapes(false);
            Item read = m_reader.read(item.range, item.kind);
            read.hidden = item.hidden;
            read.group = item.group;
            item = std::move(read);
        }
        return shape;
    }

private:
    SectionKind kindOf(const QString& heading)
    {
        const auto said = m_options.kinds.constFind(heading);
        return said != m_options.kinds.constEnd() ? *said : m_reader.kindOfHeading(heading);
    }

    void split()
    {
        const int level = m_level = sectionLevel(m_bytes, m_blocks, m_reader);
        m_parts.push_back({});
        const PaperRuns runs(m_bytes, m_blocks, m_reader, true);
        SectionKind current = SectionKind::About;
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            const Block& block = m_blocks[i];
            if (block.kind != BlockKind::Heading)
                continue;
            const QString heading = plainText(decoded(m_bytes, block.content));
            const SectionKind kind = kindOf(heading);
            // Sub-headings are groups, but a biography's or a custom part's may well begin their own section.
            const bool next = m_parts.back().headed && kind != SectionKind::Custom && kind != current
                && heading.count(u' ') < 4 && block.level <= m_blocks[m_parts.back().heading].level;
            // "## Education" and "## Interests" stand side by side below "# About me".
            const Block* above = m_parts.back().headed ? &m_blocks[m_parts.back().heading] : nullptr;
            const bool beside = above && kind != current && above->level > level
                && block.level <= above->level && !block.isHidden() && current != SectionKind::Publications
                && current != SectionKind::Projects && current != SectionKind::News;
            const bool own = block.level <= level || next || beside || isOwnSection(kind, current, heading);
            if (own && m_told == SectionKind::Publications && runs.headed(i) > 0)
                continue;
            // Groups inside a hidden section are its own.
            if (!own
                || (block.isHidden() && m_parts.back().headed && m_blocks[m_parts.back().heading].isHidden()
                    && block.level > m_blocks[m_parts.back().heading].level))
                continue;
            size_t first = i;
            while (first > m_parts.back().first && m_blocks[first - 1].kind == BlockKind::Anchor
                && m_blocks[first - 1].comment == block.comment)
                --first;
            m_parts.back().last = first;
            m_parts.push_back({ first, i, true, i });
            current = kind;
        }
        m_parts.back().last = m_blocks.size();
    }

    /// Where a part begins in the file: at its comment where that begins with it.
    qsizetype startOf(size_t index) const
    {
        if (index == 0)
            return m_start;
        const Part& part = m_parts[index];
        const Block& block = m_blocks[part.first];
        const bool opens
            = block.isHidden() && (part.first == 0 || m_blocks[part.first - 1].comment != block.comment);
        if (!opens)
            return block.range.from;
        const qsizetype line = lineStart(m_bytes, block.comment.from);
        return trimmed(m_bytes, { line, block.comment.from }).isEmpty() ? line : block.comment.from;
    }

    void section(size_t index)
    {
        const Part& part = m_parts[index];
        Section section;
        section.range
            = { startOf(index), index + 1 < m_parts.size() ? startOf(index + 1) : qsizetype(m_bytes.size()) };
        Blocks body(m_blocks.begin() + qsizetype(part.headed ? part.heading + 1 : part.first),
            m_blocks.begin() + qsizetype(part.last));
        section.level = 0;
        section.kind = SectionKind::About;
        if (part.headed) {
            const Block& heading = m_blocks[part.heading];
            section.level = heading.level;
            section.headingRange = heading.range;
            section.headingTextRange = heading.content;
            section.heading = plainText(decoded(m_bytes, heading.content));
            section.hidden = heading.isHidden() && std::none_of(body.begin(), body.end(), isVisibleItem);
            section.kind = kindOf(section.heading);
            // "2020–2022" or a course's name on a page about teaching.
            if (section.kind == SectionKind::Custom
                && (m_told == SectionKind::Teaching || m_told == SectionKind::Talks))
                section.kind = m_told;
            section.anchor
                = heading.id.isEmpty() ? headingAnchor(section.heading) : QString::fromUtf8(heading.id);
        } else if (body.empty() && trimmed(m_bytes, section.range).isEmpty() && m_parts.size() > 1) {
            return;
        }
        for (size_t i = part.first; i < (part.headed ? part.heading : part.last); ++i) {
            if (m_blocks[i].kind == BlockKind::Anchor && (part.headed || section.anchor.isEmpty()))
                section.anchor = QString::fromUtf8(m_blocks[i].name);
        }
        // What a hidden section's items share with it is no comment of theirs.
        if (section.hidden) {
            for (Block& block : body) {
                if (block.comment == m_blocks[part.heading].comment)
                    block.comment = {};
            }
        }
        // What stands below the page's title is prose, however short its lines.
        SectionKind about = SectionKind::About;
        const bool title = section.kind == SectionKind::Custom && section.level < m_level;
        // "Estudios" are what somebody learned, or what they wrote.
        const bool promised = m_told == SectionKind::Publications
            && (section.kind == SectionKind::Custom || section.kind == SectionKind::Education);
        if (!part.headed)
            section.items = headless(body, section.kind);
        else if (promised)
            section.items = promisedPapers(body, section.kind);
        else
            section.items = collectItems(m_bytes, body, title ? about : section.kind, m_reader);
        m_profile.sections.push_back(std::move(section));
    }

    /// Below a heading of any name on a page of publications: "Other", "Theses", "Robotics".
    std::vector<Item> promisedPapers(const Blocks& body, SectionKind& kind)
    {
        SectionKind papers = SectionKind::Publications;
        std::vector<Item> items = collectItems(m_bytes, body, papers, m_reader);
        // A title alone could be anything.
        const auto found = std::count_if(items.begin(), items.end(), [](const Item& item) {
            const auto has = [&](FieldId id) { return item.field(id) && item.field(id)->present; };
            return item.kind == ItemKind::Publication
                && (has(FieldId::Authors) || has(FieldId::Venue) || has(FieldId::Year));
        });
        if (found * 2 <= qsizetype(items.size()))
            return collectItems(m_bytes, body, kind, m_reader);
        kind = papers;
        return items;
    }

    /// What stands before the first heading: of the kind that the page's name in its front matter tells, as
    /// long as it holds such items; on a page without headings of the kind that their shape tells. Else
    /// prose.
    std::vector<Item> headless(const Blocks& body, SectionKind& kind)
    {
        SectionKind told = m_told;
        if (told != SectionKind::About && (told != SectionKind::Custom || m_parts.size() == 1)) {
            std::vector<Item> items = collectItems(m_bytes, body, told, m_reader);
            const auto found = std::count_if(items.begin(), items.end(), [&](const Item& item) {
                const Field* date = item.kind == ItemKind::Dated ? item.field(FieldId::Date) : nullptr;
                return told == SectionKind::Publications ? item.kind == ItemKind::Publication
                                                         : (date && date->present);
            });
            // A sentence with a link is soon taken for one paper, not for two.
            const Field* authors = items.size() == 1 ? items.front().field(FieldId::Authors) : nullptr;
            const bool lone = found == 1 && told == SectionKind::Publications && authors && authors->present;
            if ((found > 1 || lone) && told != SectionKind::Custom) {
                kind = told;
                return items;
            }
        }
        return collectItems(m_bytes, body, kind, m_reader);
    }

    /// The kind that the page's name in its front matter tells, or else its address.
    SectionKind toldKind()
    {
        const SectionKind named = m_reader.kindOfHeading(frontValue("title:"));
        QString place = frontValue("permalink:").remove(QLatin1StringView(".html"));
        while (place.endsWith(u'/'))
            place.chop(1);
        const bool address = place.mid(place.lastIndexOf(u'/') + 1) == QLatin1StringView("publications");
        if (address && (named == SectionKind::Custom || named == SectionKind::Projects))
            return SectionKind::Publications;
        // "/teaching/" on a page without a title.
        return named == SectionKind::Custom && frontValue("title:").isEmpty()
            ? m_reader.kindOfHeading(place.mid(place.lastIndexOf(u'/') + 1))
            : named;
    }

    /// A value of the front matter, without quotes; empty where it has none.
    QString frontValue(QByteArrayView name) const
    {
        if (!m_profile.frontMatter)
            return {};
        const TextRange yaml = m_profile.frontMatter->yaml;
        for (qsizetype at = yaml.from; at < yaml.to; at = nextLine(m_bytes, at, yaml.to)) {
            const QByteArrayView line = slice(m_bytes, { at, nextLine(m_bytes, at, yaml.to) });
            if (line.startsWith(name))
                return plainText(decoded(line.sliced(name.size()))).remove(u'"').remove(u'\'').trimmed();
        }
        return {};
    }

    /// Prose below the page's title is the biography where no other part is one.
    void biography()
    {
        auto headed = std::find_if(m_profile.sections.begin(), m_profile.sections.end(),
            [](const Section& section) { return section.level > 0; });
        const auto isAbout = [](const Section& section) {
            return section.kind == SectionKind::About && !section.items.empty();
        };
        if (headed == m_profile.sections.end() || headed->kind != SectionKind::Custom
            || headed + 1 == m_profile.sections.end() || (headed + 1)->level <= headed->level
            || std::any_of(m_profile.sections.begin(), m_profile.sections.end(), isAbout))
            return;
        const bool prose = std::all_of(headed->items.begin(), headed->items.end(),
            [](const Item& item) { return item.kind == ItemKind::Text; });
        if (prose)
            headed->kind = SectionKind::About;
    }

    void names()
    {
        QHash<QString, int> used;
        const bool frontEmpty = !m_profile.sections.empty() && m_profile.sections.front().level == 0
            && m_profile.sections.front().items.empty();
        for (Section& section : m_profile.sections) {
            QString base
                = section.kind == SectionKind::Custom ? slug(section.heading) : QString(name(section.kind));
            if (&section == &m_profile.sections.front() && frontEmpty && m_profile.sections.size() > 1)
                base = QStringLiteral("front");
            if (section.hidden)
                base = QStringLiteral("hidden-") + base;
            QString id = base;
            while (used.contains(id))
                id = base + u'-' + QString::number(++used[base]);
            used.insert(id, 1);
            section.id = id;
        }
    }

    /// The owner is who is marked most often; a name that the site tells is taken in the page's own spelling.
    void owner()
    {
        QHash<QString, int> marked;
        QString best;
        for (const Section& section : m_profile.sections) {
            for (const Item& item : section.items) {
                const Field* authors
                    = item.kind == ItemKind::Publication ? item.field(FieldId::Authors) : nullptr;
                if (!authors || !authors->present)
                    continue;
                for (const Author& author : std::get<std::vector<Author>>(authors->value)) {
                    if (m_options.ownerNames.contains(author.name, Qt::CaseInsensitive)) {
                        m_profile.ownerName = author.name;
                        return;
                    }
                    if (author.owner && ++marked[author.name] > marked.value(best))
                        best = author.name;
                }
            }
        }
        m_profile.ownerName = best;
    }

    const QByteArray& m_bytes;
    const ReadOptions& m_options;
    ItemReader m_reader;
    Profile m_profile;
    qsizetype m_start = 0;
    SectionKind m_told = SectionKind::Custom; ///< what the page's name says
    int m_level = 1; ///< of the headings that begin sections
    bool m_shapes = false;
    Blocks m_blocks;
    std::vector<Part> m_parts;
};

} // namespace

Profile readProfile(const SourceFile& file, const ReadOptions& options)
{
    return ProfileReader(file, options, nullptr).run();
}

Profile readAgain(const Profile& before, const SourceFile& file)
{
    return ProfileReader(file, before.options, before.memo).run();
}

Profile readAgain(Profile&& before, const SourceFile& file)
{
    const SourceFile next = file; // perhaps `before`'s own
    Profile old = std::move(before);
    SpareItems spare(std::move(old.sections), old.file.bytes(), next.bytes());
    return ProfileReader(next, old.options, old.memo, std::move(spare)).run();
}

Profile readShape(const Profile& before, const SourceFile& file, ItemRef whole)
{
    return ProfileReader(file, before.options, before.memo).runForShape(whole);
}

} // namespace lectern::profile
