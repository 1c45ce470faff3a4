// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/changereport.h"

#include "core/document/yamldocument.h"
#include "core/publish/fieldtext.h"
#include "core/publish/linediff.h"

#include <QHash>

#include <algorithm>

namespace lectern::publish {
namespace {

using profile::Item;
using profile::Profile;
using profile::Section;
using Kind = PageChange::Kind;

struct Place {
    const Section* section = nullptr;
    const Item* item = nullptr;
    size_t index = 0; ///< among all items of the page
};

std::vector<Place> itemsOf(const Profile& profile)
{
    std::vector<Place> places;
    for (const Section& section : profile.sections) {
        for (const Item& item : section.items)
            places.push_back({&section, &item, places.size()});
    }
    return places;
}

QByteArray bytesOf(const Profile& profile, const Item& item) { return profile.file.view(item.range).toByteArray(); }

QString valueOf(const Item& item, profile::FieldId id)
{
    const profile::Field* field = item.field(id);
    return field && field->present ? fieldText(field->value) : QString();
}

/// Pairs the items of both states: equal bytes first, then the same title, then the same place between paired neighbours.
std::vector<int> pairItems(const Profile& before, const std::vector<Place>& old, const Profile& after, const std::vector<Place>& now)
{
    std::vector<int> partner(now.size(), -1); // index into old
    std::vector<bool> taken(old.size(), false);
    const auto pairBy = [&](auto keyBefore, auto keyAfter) {
        QMultiHash<QByteArray, size_t> free;
        for (size_t i = old.size(); i-- > 0;) {
            if (!taken[i] && !keyBefore(old[i]).isEmpty())
                free.insert(keyBefore(old[i]), i);
        }
        for (size_t i = 0; i < now.size(); ++i) {
            if (partner[i] >= 0)
                continue;
            const auto found = free.find(keyAfter(now[i]));
            if (found == free.end())
                continue;
            partner[i] = int(found.value());
            taken[found.value()] = true;
            free.erase(found);
        }
    };
    pairBy([&](const Place& place) { return place.section->id.toUtf8() + '\n' + bytesOf(before, *place.item); },
        [&](const Place& place) { return place.section->id.toUtf8() + '\n' + bytesOf(after, *place.item); });
    pairBy([&](const Place& place) { return bytesOf(before, *place.item); },
        [&](const Place& place) { return bytesOf(after, *place.item); });
    pairBy([](const Place& place) { return place.item->title.toUtf8(); },
        [](const Place& place) { return place.item->title.toUtf8(); });
    // What is left between two paired neighbours, in equal number within one section, changed in place.
    for (size_t i = 0; i < now.size(); ++i) {
        if (partner[i] >= 0)
            continue;
        const int previous = i > 0 ? partner[i - 1] : -1;
        const size_t candidate = size_t(previous + 1);
        if (candidate < old.size() && !taken[candidate] && old[candidate].section->kind == now[i].section->kind
            && old[candidate].item->kind == now[i].item->kind && (i == 0 || previous >= 0)) {
            partner[i] = int(candidate);
            taken[candidate] = true;
        }
    }
    return partner;
}

/// Positions that keep their order: a longest increasing run of partners. The others have moved.
std::vector<bool> inOrder(const std::vector<int>& partner)
{
    std::vector<size_t> tails;
    std::vector<int> previous(partner.size(), -1);
    for (size_t i = 0; i < partner.size(); ++i) {
        if (partner[i] < 0)
            continue;
        const auto at = std::lower_bound(
            tails.begin(), tails.end(), partner[i], [&](size_t index, int value) { return partner[index] < value; });
        previous[i] = at == tails.begin() ? -1 : int(*std::prev(at));
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> kept(partner.size(), false);
    for (int i = tails.empty() ? -1 : int(tails.back()); i >= 0; i = previous[size_t(i)])
        kept[size_t(i)] = true;
    return kept;
}

PageChange about(Kind kind, const Section& section, const Item* item)
{
    PageChange change;
    change.kind = kind;
    change.section = section.kind;
    change.sectionHeading = section.heading;
    if (item)
        change.item = item->title;
    return change;
}

class Report {
public:
    Report(const Profile& before, const Profile& after) : m_before(before), m_after(after) {}

    std::vector<PageChange> make()
    {
        frontMatter();
        sections();
        items();
        rest();
        return std::move(m_changes);
    }

private:
    void add(PageChange change, TextRange before, TextRange after)
    {
        change.beforeRange = before;
        change.afterRange = after;
        m_changes.push_back(std::move(change));
    }

    void frontMatter()
    {
        const auto read = [](const Profile& profile) -> std::optional<YamlDocument> {
            if (!profile.frontMatter)
                return std::nullopt;
            auto yaml = YamlDocument::parse(profile.file.bytes(), profile.frontMatter->yaml);
            return yaml ? std::optional(*yaml) : std::nullopt;
        };
        const auto old = read(m_before);
        const auto now = read(m_after);
        if (!old || !now)
            return;
        QStringList keys = old->keys();
        for (const QString& key : now->keys()) {
            if (!keys.contains(key))
                keys.append(key);
        }
        for (const QString& key : keys) {
            const auto shown = [&](const YamlDocument& yaml) { return yaml.list({key}).join(QStringLiteral(", ")); };
            const YamlValue* a = old->find({key});
            const YamlValue* b = now->find({key});
            if ((a != nullptr) == (b != nullptr) && shown(*old) == shown(*now))
                continue;
            PageChange change;
            change.kind = Kind::FrontMatterChanged;
            change.key = key;
            change.before = shown(*old);
            change.after = shown(*now);
            add(change, a ? TextRange {a->keyRange.from, a->range.to} : m_before.frontMatter->yaml,
                b ? TextRange {b->keyRange.from, b->range.to} : m_after.frontMatter->yaml);
        }
    }

    void sections()
    {
        std::vector<int> partner;
        for (const Section& section : m_after.sections)
            partner.push_back(partnerOf(section));
        const auto kept = inOrder(partner);
        for (size_t i = 0; i < m_after.sections.size(); ++i) {
            const Section& section = m_after.sections[i];
            if (partner[i] < 0) {
                add(about(Kind::SectionAdded, section, nullptr), {}, section.headingRange);
                continue;
            }
            const Section& old = m_before.sections[size_t(partner[i])];
            if (old.heading != section.heading) {
                PageChange change = about(Kind::SectionRenamed, section, nullptr);
                change.before = old.heading;
                change.after = section.heading;
                add(change, old.headingRange, section.headingRange);
            }
            if (old.hidden != section.hidden)
                add(about(section.hidden ? Kind::SectionHidden : Kind::SectionShown, section, nullptr), old.range, section.range);
            if (!kept[i])
                add(about(Kind::SectionMoved, section, nullptr), old.range, section.range);
        }
        for (size_t i = 0; i < m_before.sections.size(); ++i) {
            if (std::find(partner.begin(), partner.end(), int(i)) == partner.end())
                add(about(Kind::SectionRemoved, m_before.sections[i], nullptr), m_before.sections[i].range, {});
        }
    }

    int partnerOf(const Section& section) const
    {
        const auto& old = m_before.sections;
        for (size_t i = 0; i < old.size(); ++i) {
            if (old[i].heading == section.heading && old[i].kind == section.kind)
                return int(i);
        }
        for (size_t i = 0; i < old.size(); ++i) {
            const bool headingLives = std::any_of(m_after.sections.begin(), m_after.sections.end(),
                [&](const Section& other) { return other.heading == old[i].heading && other.kind == old[i].kind; });
            if (old[i].id == section.id && !headingLives)
                return int(i);
        }
        return -1;
    }

    void items()
    {
        const auto old = itemsOf(m_before);
        const auto now = itemsOf(m_after);
        const auto partner = pairItems(m_before, old, m_after, now);
        const auto kept = inOrder(partner);
        std::vector<bool> found(old.size(), false);
        for (size_t i = 0; i < now.size(); ++i) {
            if (partner[i] < 0) {
                add(about(Kind::ItemAdded, *now[i].section, now[i].item), {}, now[i].item->range);
                continue;
            }
            const Place& was = old[size_t(partner[i])];
            found[was.index] = true;
            compare(was, now[i]);
            if (!kept[i])
                add(about(Kind::ItemMoved, *now[i].section, now[i].item), was.item->range, now[i].item->range);
        }
        for (const Place& place : old) {
            if (!found[place.index])
                add(about(Kind::ItemRemoved, *place.section, place.item), place.item->range, {});
        }
    }

    void compare(const Place& old, const Place& now)
    {
        if (bytesOf(m_before, *old.item) == bytesOf(m_after, *now.item) && old.item->hidden == now.item->hidden)
            return;
        const size_t first = m_changes.size();
        if (old.item->hidden != now.item->hidden && old.section->hidden == now.section->hidden)
            add(about(now.item->hidden ? Kind::ItemHidden : Kind::ItemShown, *now.section, now.item), old.item->range, now.item->range);
        std::vector<profile::FieldId> ids;
        for (const Item* item : {old.item, now.item}) {
            for (const profile::Field& field : item->fields) {
                if (std::find(ids.begin(), ids.end(), field.id) == ids.end())
                    ids.push_back(field.id);
            }
        }
        for (const profile::FieldId id : ids) {
            PageChange change = about(Kind::FieldChanged, *now.section, now.item);
            change.field = id;
            change.before = valueOf(*old.item, id);
            change.after = valueOf(*now.item, id);
            if (change.before != change.after)
                add(change, old.item->range, now.item->range);
        }
        if (m_changes.size() == first)
            add(about(Kind::SourceChanged, *now.section, now.item), old.item->range, now.item->range);
    }

    /// Lines that differ and that nothing said so far covers.
    void rest()
    {
        for (const Hunk& hunk : lineDiff(m_before.file.bytes(), m_after.file.bytes())) {
            const auto covers = [&](const PageChange& change) {
                const auto touches = [](TextRange a, TextRange b) { return a.from <= b.to && b.from <= a.to; };
                return (!change.beforeRange.isEmpty() && touches(change.beforeRange, hunk.before))
                    || (!change.afterRange.isEmpty() && touches(change.afterRange, hunk.after));
            };
            if (std::none_of(m_changes.begin(), m_changes.end(), covers)) {
                add(bare(hunk), hunk.before, hunk.after);
            }
        }
    }

    static PageChange inSection(const Profile& profile, TextRange range)
    {
        for (const Section& section : profile.sections) {
            if (section.range.contains(range))
                return about(Kind::TextChanged, section, nullptr);
        }
        return {};
    }

    /// Of lines outside every item: sub-headings, or any other text.
    PageChange bare(const Hunk& hunk) const
    {
        PageChange change
            = hunk.after.isEmpty() ? inSection(m_before, hunk.before) : inSection(m_after, hunk.after);
        const QString before = groupAt(m_before, hunk.before);
        const QString after = groupAt(m_after, hunk.after);
        const auto isGroup = [](const QString& group, TextRange range) { return !group.isEmpty() || range.isEmpty(); };
        if (before != after && isGroup(before, hunk.before) && isGroup(after, hunk.after)) {
            change.kind = before.isEmpty() ? Kind::GroupAdded : after.isEmpty() ? Kind::GroupRemoved : Kind::GroupRenamed;
            change.before = before;
            change.after = after;
            return change;
        }
        const auto line = [](const Profile& profile, TextRange range) {
            return QString::fromUtf8(profile.file.view(range)).simplified().left(120);
        };
        change.before = line(m_before, hunk.before);
        change.after = line(m_after, hunk.after);
        return change;
    }

    /// The name of the group whose heading these lines are and nothing else; empty where they are none.
    static QString groupAt(const Profile& profile, TextRange range)
    {
        const QString text = QString::fromUtf8(profile.file.view(range)).trimmed();
        if (text.isEmpty() || text.contains(u'\n'))
            return {};
        for (const Section& section : profile.sections) {
            for (const Item& item : section.items) {
                // Around the name stand the marks of a heading: `## 2025`, `<h3>2025</h3>`, `**2025**`.
                constexpr qsizetype mostMarks = 24;
                if (!item.group.isEmpty() && section.range.contains(range) && text.contains(item.group)
                    && text.size() - item.group.size() <= mostMarks)
                    return item.group;
            }
        }
        return {};
    }

    const Profile& m_before;
    const Profile& m_after;
    std::vector<PageChange> m_changes;
};

} // namespace

std::vector<PageChange> pageChanges(const Profile& before, const Profile& after)
{
    if (before.file == after.file)
        return {};
    return Report(before, after).make();
}

} // namespace lectern::publish
