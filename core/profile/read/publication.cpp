// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/publication.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/publicationparts.h"
#include "core/profile/read/values.h"
#include "core/profile/scan/bytes.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::profile {
namespace {

class PublicationReader {
public:
    PublicationReader(QByteArrayView bytes, TextRange range)
        : m_bytes(bytes)
        , m_range(range)
        , m_parts(findParts(bytes, range))
    {
    }

    Reading run()
    {
        m_reading.kind = ItemKind::Publication;
        m_reading.marked = m_parts.title.found && !m_parts.title.plain;
        emitTitle();
        emitAuthors();
        emitVenue();
        emitNote();
        emitLinks();
        emitPicture();
        emitHighlights();
        return std::move(m_reading);
    }

private:
    void emitTitle()
    {
        if (!m_parts.title.found) {
            if (!m_parts.layout.hasScholarId)
                m_reading.slots.push_back(
                    absentSlot(FieldId::Title, FieldShape::Line, Codec::Line, m_range.from));
            return;
        }
        const bool markdownLink = m_parts.title.linked && !m_parts.title.html;
        m_reading.slots.push_back(presentSlot(FieldId::Title, FieldShape::Line,
            markdownLink ? Codec::LinkText : Codec::Line,
            markdownLink ? linkTextValue(m_bytes, m_parts.title.text) : decoded(m_bytes, m_parts.title.text),
            m_parts.title.text));
        if (m_parts.title.linked) {
            m_reading.slots.push_back(presentSlot(FieldId::Url, FieldShape::Url,
                m_parts.title.html ? Codec::Attribute : Codec::LinkUrl,
                linkUrlValue(m_bytes, m_parts.title.url), m_parts.title.url, m_parts.title.url));
            m_reading.slots.back().field.present = !m_parts.title.url.isEmpty();
        } else if (m_parts.title.canLink) {
            Slot slot = absentSlot(FieldId::Url, FieldShape::Url, Codec::Wrap, m_parts.title.text.to);
            slot.whole = m_parts.title.text;
            m_reading.slots.push_back(std::move(slot));
        }
    }

    /// An entry of nothing but a Google Scholar id has no line that a name could join.
    bool isFilledByScript() const { return !m_parts.title.found && m_parts.layout.hasScholarId; }

    void emitAuthors()
    {
        if (m_parts.people.found) {
            Slot slot = presentSlot(FieldId::Authors, FieldShape::Authors, Codec::Authors,
                readAuthors(m_bytes, m_parts.people.parts), m_parts.people.range, authorsWhole());
            slot.parts = m_parts.people.parts;
            m_reading.slots.push_back(std::move(slot));
        } else if (!isFilledByScript()) {
            m_reading.slots.push_back(addedLine(FieldId::Authors, FieldShape::Authors, Codec::Authors));
        }
    }

    /// A line of nothing but names goes with them; in a line with more, the separator behind them does.
    TextRange authorsWhole() const
    {
        const Segment& segment = m_parts.layout.segments[m_parts.peopleSegment];
        const QByteArrayView before = slice(m_bytes,
            trimmed(
                m_bytes, { segment.range.from, std::max(segment.range.from, m_parts.people.range.from) }));
        const bool label = before.isEmpty() || before.endsWith(':') || before.endsWith("：");
        const bool owns = m_parts.peopleSegment != m_parts.title.segment && label
            && trimmed(m_bytes, { m_parts.people.range.to, segment.range.to }).length() <= 1;
        if (owns)
            return wholeLines(m_bytes, segment.range, m_range);
        TextRange whole = m_parts.people.range;
        if (m_parts.title.found && m_parts.peopleSegment == m_parts.title.segment
            && m_parts.people.range.to <= m_parts.title.whole.from) {
            whole.to = m_parts.title.whole.from;
            return whole;
        }
        while (whole.from > m_range.from && isBlank(m_bytes[whole.from - 1]))
            --whole.from;
        if (whole.from > m_range.from && m_bytes[whole.from - 1] == ',')
            --whole.from;
        else
            whole.from = m_parts.people.range.from;
        return whole;
    }

    /// A value that the item has no line for gets one of its own behind the last line of the title's part.
    Slot addedLine(FieldId id, FieldShape shape, Codec codec) const
    {
        const qsizetype at = lastTextEnd();
        const bool bullets = std::any_of(m_parts.layout.segments.begin(), m_parts.layout.segments.end(),
            [](const Segment& segment) { return segment.nested; });
        const QByteArray eol = lineEndingAt(m_bytes, m_range.from);
        const bool item = !m_parts.layout.segments.empty() && m_parts.layout.segments.front().bullet;
        return absentSlot(
            id, shape, codec, at, bullets && !item ? eol + "- " : eol + eol + (item ? "  " : ""));
    }

    qsizetype lastTextEnd() const
    {
        if (m_parts.people.found)
            return m_parts.layout.segments[m_parts.peopleSegment].range.to;
        if (m_parts.title.found)
            return m_parts.layout.segments[m_parts.title.segment].range.to;
        return m_parts.layout.segments.empty() ? m_range.to : m_parts.layout.segments.back().range.to;
    }

    void emitVenue()
    {
        VenuePlace place = m_parts.venue;
        if (!place.found || (place.name.isEmpty() && m_parts.badgeVenue.found))
            place = m_parts.badgeVenue;
        if (place.found && place.year.isEmpty() && m_parts.badgeVenue.found) {
            place.year = m_parts.badgeVenue.year;
            place.yearWhole = m_parts.badgeVenue.yearWhole;
            place.shortYear = m_parts.badgeVenue.shortYear;
        }
        // "(2020)" behind the authors tells the year; numbers behind the venue are volumes and pages.
        if (place.found && findYear(m_bytes, m_parts.title.dating, place.year, place.shortYear))
            place.yearWhole = {};
        if (!place.found) {
            if (!isFilledByScript())
                m_reading.slots.push_back(addedLine(FieldId::Venue, FieldShape::Line, Codec::Line));
            return;
        }
        if (!place.name.isEmpty())
            m_reading.slots.push_back(presentSlot(
                FieldId::Venue, FieldShape::Line, Codec::Line, decoded(m_bytes, place.name), place.name));
        const qsizetype behindName = std::max(place.name.to, place.phrase.from);
        if (!place.year.isEmpty())
            m_reading.slots.push_back(
                presentSlot(FieldId::Year, FieldShape::Line, place.shortYear ? Codec::ShortYear : Codec::Year,
                    yearValue(m_bytes, place.year), place.year, place.yearWhole));
        else
            m_reading.slots.push_back(
                absentSlot(FieldId::Year, FieldShape::Line, Codec::Year, behindName, " "));
        if (!place.ranks.isEmpty()) {
            QStringList ranks;
            for (const TextRange part : place.rankParts)
                ranks.append(plainText(decoded(m_bytes, part)));
            Slot slot = presentSlot(
                FieldId::Ranks, FieldShape::Tags, Codec::Tags, ranks, place.ranks, place.ranksWhole);
            slot.parts = place.rankParts;
            m_reading.slots.push_back(std::move(slot));
        } else {
            // Behind "(2025)", not inside of it.
            const qsizetype year = std::max(place.year.to, place.yearWhole.to);
            const bool closes = year == place.year.to && year < m_range.to && !place.year.isEmpty()
                && m_bytes[year] == ')' && place.year.from > m_range.from
                && m_bytes[place.year.from - 1] == '(';
            m_reading.slots.push_back(absentSlot(FieldId::Ranks, FieldShape::Tags, Codec::Tags,
                std::max(behindName, year + closes), " (", ")"));
        }
    }

    void emitNote()
    {
        if (m_parts.venue.found && !m_parts.venue.award.isEmpty())
            m_reading.slots.push_back(presentSlot(FieldId::Award, FieldShape::Line, Codec::Line,
                decoded(m_bytes, m_parts.venue.award), m_parts.venue.award, m_parts.venue.awardWhole));
        if (!m_parts.venue.found || m_parts.venueBefore || !m_parts.title.dating.isEmpty())
            return;
        const TextRange segment = m_parts.layout.segments[m_parts.venueSegment].range;
        const TextRange rest { std::max(m_parts.venue.outer.to,
                                   std::max(m_parts.venue.year.to, m_parts.venue.ranksWhole.to)),
            segment.to };
        const NotePlace note = findNote(m_bytes, rest);
        if (note.found) {
            const bool award
                = m_parts.venue.award.isEmpty() && isAward(plainText(decoded(m_bytes, note.text)));
            m_reading.slots.push_back(presentSlot(award ? FieldId::Award : FieldId::Note, FieldShape::Line,
                Codec::Line, decoded(m_bytes, note.text), note.text, note.whole));
        } else if (note.canAdd) {
            m_reading.slots.push_back(
                absentSlot(FieldId::Note, FieldShape::Line, Codec::Line, note.at, note.before));
        }
    }

    void emitLinks()
    {
        const LinkPlace links = findLinks(m_bytes, m_parts.layout.segments, m_parts.title.whole,
            m_parts.people.found ? m_parts.people.range : TextRange {});
        if (!links.parts.empty()) {
            Slot slot = presentSlot(
                FieldId::Links, FieldShape::Links, Codec::Links, links.values, links.range, links.range);
            slot.parts = links.parts;
            m_reading.slots.push_back(std::move(slot));
        }
    }

    void emitPicture()
    {
        const Picture& picture = m_parts.layout.picture;
        if (picture.found) {
            m_reading.slots.push_back(presentSlot(FieldId::Image, FieldShape::Image, Codec::Attribute,
                decoded(m_bytes, picture.address), picture.address, picture.address));
            if (picture.hasAlt)
                m_reading.slots.push_back(presentSlot(FieldId::ImageAlt, FieldShape::Line, Codec::Attribute,
                    decoded(m_bytes, picture.alt), picture.alt, picture.alt));
        }
        if (m_parts.hasBadge)
            m_reading.slots.push_back(presentSlot(FieldId::Badge, FieldShape::Line, Codec::Line,
                decoded(m_bytes, m_parts.badge), m_parts.badge));
        if (m_parts.layout.hasScholarId)
            m_reading.slots.push_back(presentSlot(FieldId::ScholarId, FieldShape::Line, Codec::Attribute,
                decoded(m_bytes, m_parts.layout.scholarId), m_parts.layout.scholarId,
                m_parts.layout.scholarId));
    }

    void emitHighlights()
    {
        if (m_parts.highlights.empty())
            return;
        QStringList lines;
        for (const TextRange range : m_parts.highlights)
            lines.append(decoded(m_bytes, range).simplified());
        const TextRange range { m_parts.highlights.front().from, m_parts.highlights.back().to };
        Slot slot = presentSlot(FieldId::Highlights, FieldShape::Lines, Codec::Bullets, lines, range,
            wholeLines(m_bytes, range, m_range));
        slot.parts = m_parts.highlights;
        m_reading.slots.push_back(std::move(slot));
    }

    QByteArrayView m_bytes;
    TextRange m_range;
    const PublicationParts m_parts;
    Reading m_reading;
};

} // namespace

Reading readPublication(QByteArrayView bytes, TextRange range)
{
    return PublicationReader(bytes, range).run();
}

namespace {

/// Where papers are kept.
bool isPaperAddress(const QString& url)
{
    static const QRegularExpression places(
        QStringLiteral(
            "arxiv\\.org|doi\\.org|\\.pdf|openreview|aclanthology|biorxiv|medrxiv|ssrn\\.com|hal\\.|"
            "dl\\.acm|ieeexplore|springer|sciencedirect|eprint\\.iacr|jstor|zenodo|repec|nber\\.org"),
        QRegularExpression::CaseInsensitiveOption);
    return places.match(url).hasMatch();
}

/// "See my Google Scholar for a full list", "* equal contribution": told of all papers, not one of them.
bool leadsElsewhere(const Reading& reading)
{
    static const QRegularExpression elsewhere(
        QStringLiteral(
            "google scholar|\\bscholar\\b|\\bdblp\\b|\\borcid\\b|research ?gate|\\binspire\\b|full list|"
            "complete list|list of publications|publication list|publications? page|all publications|full "
            "publications|"
            "curriculum vit|\\bc\\.?v\\b|equal(ly)? contribut|corresponding author|alphabetic|"
            "完整.{0,6}(列表|清单|目录|论文|成果)|(全部|所有|更多).{0,4}(论文|成果|发表|列表)|谷歌学术|"
            "一覧|全リスト|vollständige.{0,12}liste|(alle|weitere) publikationen|liste complète|"
            "toutes (mes|les) publications|lista completa|todas (mis|las) publicaciones|elenco completo"),
        QRegularExpression::CaseInsensitiveOption);
    const Slot* title = reading.slot(FieldId::Title);
    if (!title || !title->field.present)
        return false;
    const QString words = plainText(std::get<QString>(title->field.value));
    return (words.size() < 90 || elsewhere.match(words.left(40)).hasMatch())
        && elsewhere.match(words).hasMatch();
}

bool isPresent(const Reading& reading, FieldId id)
{
    const Slot* slot = reading.slot(id);
    return slot && slot->field.present;
}

/// See PublicationLook::reference; of a text that leads to no other place.
bool hasReference(const Reading& reading)
{
    const auto present = [&](FieldId id) { return isPresent(reading, id); };
    // "[Overview](#overview)" leads to another place of the page.
    const Slot* address = reading.slot(FieldId::Url);
    const QString* url
        = address && address->field.present ? std::get_if<QString>(&address->field.value) : nullptr;
    const bool linked = url && *url != u"/" && !(url->startsWith(u'#') && url->size() > 1);
    if (linked || present(FieldId::Venue)
        || (reading.marked && (present(FieldId::Year) || present(FieldId::Note))))
        return true;
    if (!present(FieldId::Links))
        return false;
    const auto& links = std::get<std::vector<Link>>(reading.slot(FieldId::Links)->field.value);
    return std::any_of(
        links.begin(), links.end(), [](const Link& link) { return isPaperAddress(link.url); });
}

} // namespace

PublicationLook publicationLook(const Reading& reading)
{
    const auto present = [&](FieldId id) { return isPresent(reading, id); };
    PublicationLook look;
    // What a script fills in from Google Scholar has nothing but the paper's id.
    if (!present(FieldId::Title)) {
        look.paper = look.pictured = present(FieldId::ScholarId) && !present(FieldId::Authors);
        return look;
    }
    look.paper = present(FieldId::Authors) || (present(FieldId::Venue) && present(FieldId::Year))
        || present(FieldId::Badge);
    look.pictured = look.paper || present(FieldId::Image);
    look.reference = hasReference(reading);
    if ((look.pictured || look.reference) && leadsElsewhere(reading))
        return {};
    return look;
}

} // namespace lectern::profile
