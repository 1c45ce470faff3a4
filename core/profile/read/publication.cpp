// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/publication.h"

#include "core/profile/read/layout.h"
#include "core/profile/read/people.h"
#include "core/profile/read/segments.h"
#include "core/profile/read/titles.h"
#include "core/profile/read/values.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

class PublicationReader {
public:
    PublicationReader(QByteArrayView bytes, TextRange range)
        : m_bytes(bytes)
        , m_range(range)
        , m_layout(layOut(bytes, range))
    {
    }

    Reading run()
    {
        findBadge();
        // A picture or a badge alone is no line of the entry.
        segments().erase(
            std::remove_if(segments().begin(), segments().end(),
                [&](const Segment& segment) { return visibleText(m_bytes, segment.spans).isEmpty(); }),
            segments().end());
        m_title = findTitle(m_bytes, m_layout.segments);
        findPeople();
        findPlace();
        findRest();
        m_reading.kind = ItemKind::Publication;
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
    std::vector<Segment>& segments() { return m_layout.segments; }

    /// What of a segment is still unread: behind the title, or all.
    TextRange open(size_t index) const
    {
        const TextRange range = m_layout.segments[index].range;
        return m_title.found && index == m_title.segment ? TextRange { m_title.behind, range.to } : range;
    }

    void findBadge()
    {
        for (size_t i = 0; i < segments().size(); ++i) {
            if (segments()[i].holder.contains("badge")) {
                m_badge = segments()[i].range;
                m_hasBadge = true;
                segments().erase(segments().begin() + qsizetype(i));
                return;
            }
        }
    }

    void findPeople()
    {
        if (m_title.authors.found) {
            m_people = m_title.authors;
            m_peopleSegment = m_title.segment;
            return;
        }
        if (peopleBeforeTitle())
            return;
        for (size_t i = 0; i < segments().size(); ++i) {
            if (m_title.found && i < m_title.segment && m_title.linked)
                continue;
            AuthorRun run = findAuthors(m_bytes, open(i));
            const bool surer
                = run.found && (run.names > 1 || i <= m_title.segment + 1) && !isPartOfTitle(run.range);
            if (surer && !looksLikeProse(i, run)) {
                m_people = run;
                m_peopleSegment = i;
                return;
            }
        }
    }

    /// "A, B, C, [Title](url) (Venue 2026)"
    bool peopleBeforeTitle()
    {
        if (!m_title.found)
            return false;
        const TextRange scope { segments()[m_title.segment].range.from, m_title.whole.from };
        if (scope.length() < 5)
            return false;
        AuthorRun run = findAuthors(m_bytes, scope);
        if (!run.found || run.range.from - scope.from > 4)
            return false;
        TextRange rest = trimmed(m_bytes, { run.range.to, scope.to });
        const qsizetype close = slice(m_bytes, rest).indexOf(')');
        if (slice(m_bytes, rest).startsWith('(') && close > 0) {
            m_title.dating = { rest.from + 1, rest.from + close };
            m_title.cited = true;
            rest.from += close + 1;
        }
        if (trimmed(m_bytes, rest).length() > 2)
            return false;
        m_people = run;
        m_peopleSegment = m_title.segment;
        return true;
    }

    bool isPartOfTitle(TextRange range) const { return m_title.found && range.overlaps(m_title.text); }

    /// A sentence with two names in its middle is no author list: that begins its segment or follows the
    /// title.
    bool looksLikeProse(size_t index, const AuthorRun& run) const
    {
        const TextRange scope = open(index);
        const QByteArrayView before
            = slice(m_bytes, trimmed(m_bytes, { scope.from, std::max(scope.from, run.range.from) }));
        return before.size() > 24 && run.names < 3;
    }

    void findPlace()
    {
        if (m_people.found) {
            qsizetype from = std::max(m_people.range.to, m_people.behind);
            if (m_title.found && m_peopleSegment == m_title.segment
                && m_title.whole.from >= m_people.range.to)
                from = std::max(from, m_title.behind);
            tryVenue({ from, segments()[m_peopleSegment].range.to }, m_peopleSegment, m_title.cited);
        }
        if (!m_venue.found && m_title.found) {
            const bool together = m_people.found && m_peopleSegment == m_title.segment;
            const qsizetype end = together ? m_people.range.from : segments()[m_title.segment].range.to;
            tryVenue({ m_title.behind, end }, m_title.segment);
            m_venueBefore = m_venue.found && together;
        }
        VenuePlace yearOnly;
        for (size_t i = 0; i < segments().size() && !m_venue.found; ++i) {
            const bool used
                = (m_title.found && i == m_title.segment) || (m_people.found && i == m_peopleSegment);
            if (used || isHighlight(i))
                continue;
            tryVenue(segments()[i].range, i);
            // A cell with nothing but the year.
            if (m_venue.found && m_venue.name.isEmpty())
                yearOnly = std::exchange(m_venue, {});
        }
        if (m_venue.found && m_venue.year.isEmpty()) {
            m_venue.year = yearOnly.year;
            m_venue.shortYear = yearOnly.shortYear;
        } else if (!m_venue.found && yearOnly.found) {
            m_venue = yearOnly;
        }
        if (!m_venue.found && m_title.found) {
            const TextRange before { segments()[m_title.segment].range.from, m_title.whole.from };
            if (!m_people.found || !m_people.range.overlaps(before))
                tryVenue(before, m_title.segment, m_title.linked && before.length() < 80);
            m_venueBefore = m_venue.found;
        }
        if (m_hasBadge)
            m_badgeVenue = readVenue(m_bytes, m_badge);
    }

    void tryVenue(TextRange scope, size_t index, bool sure = false)
    {
        if (scope.from >= scope.to)
            return;
        m_venue = findVenue(m_bytes, scope, sure);
        m_venueSegment = index;
    }

    /// A bullet of prose below a box or an entry.
    bool isHighlight(size_t index) const
    {
        const Segment& segment = m_layout.segments[index];
        if (!segment.nested || (m_people.found && index == m_peopleSegment)
            || (m_title.found && index == m_title.segment))
            return false;
        const QByteArrayView text = slice(m_bytes, segment.range);
        for (const char* label : { "accepted", "authors", "published", "in ", "venue", "to appear" }) {
            if (startsWithNoCase(text, label))
                return false;
        }
        const VenuePlace venue = findVenue(m_bytes, segment.range);
        return !(venue.found && !venue.year.isEmpty() && venue.outer.length() * 2 > segment.range.length());
    }

    void findRest()
    {
        for (size_t i = 0; i < segments().size(); ++i) {
            const bool used = (m_title.found && i == m_title.segment)
                || (m_people.found && i == m_peopleSegment) || (m_venue.found && i == m_venueSegment);
            if (!used && isHighlight(i))
                m_highlights.push_back(segments()[i].range);
        }
    }

    void emitTitle()
    {
        if (!m_title.found) {
            if (!m_layout.hasScholarId)
                m_reading.slots.push_back(
                    absentSlot(FieldId::Title, FieldShape::Line, Codec::Line, m_range.from));
            return;
        }
        const bool markdownLink = m_title.linked && !m_title.html;
        m_reading.slots.push_back(
            presentSlot(FieldId::Title, FieldShape::Line, markdownLink ? Codec::LinkText : Codec::Line,
                markdownLink ? linkTextValue(m_bytes, m_title.text) : decoded(m_bytes, m_title.text),
                m_title.text));
        if (m_title.linked) {
            m_reading.slots.push_back(
                presentSlot(FieldId::Url, FieldShape::Url, m_title.html ? Codec::Attribute : Codec::LinkUrl,
                    linkUrlValue(m_bytes, m_title.url), m_title.url, m_title.url));
            m_reading.slots.back().field.present = !m_title.url.isEmpty();
        } else if (m_title.canLink) {
            Slot slot = absentSlot(FieldId::Url, FieldShape::Url, Codec::Wrap, m_title.text.to);
            slot.whole = m_title.text;
            m_reading.slots.push_back(std::move(slot));
        }
    }

    void emitAuthors()
    {
        if (m_people.found) {
            Slot slot = presentSlot(FieldId::Authors, FieldShape::Authors, Codec::Authors,
                readAuthors(m_bytes, m_people.parts), m_people.range, authorsWhole());
            slot.parts = m_people.parts;
            m_reading.slots.push_back(std::move(slot));
        } else {
            m_reading.slots.push_back(addedLine(FieldId::Authors, FieldShape::Authors, Codec::Authors));
        }
    }

    /// A line of nothing but names goes with them; in a line with more, the separator behind them does.
    TextRange authorsWhole() const
    {
        const Segment& segment = m_layout.segments[m_peopleSegment];
        const QByteArrayView before = slice(m_bytes,
            trimmed(m_bytes, { segment.range.from, std::max(segment.range.from, m_people.range.from) }));
        const bool label = before.isEmpty() || before.endsWith(':') || before.endsWith("：");
        const bool owns = m_peopleSegment != m_title.segment && label
            && trimmed(m_bytes, { m_people.range.to, segment.range.to }).length() <= 1;
        if (owns)
            return wholeLines(m_bytes, segment.range, m_range);
        TextRange whole = m_people.range;
        if (m_title.found && m_peopleSegment == m_title.segment && m_people.range.to <= m_title.whole.from) {
            whole.to = m_title.whole.from;
            return whole;
        }
        while (whole.from > m_range.from && isBlank(m_bytes[whole.from - 1]))
            --whole.from;
        if (whole.from > m_range.from && m_bytes[whole.from - 1] == ',')
            --whole.from;
        else
            whole.from = m_people.range.from;
        return whole;
    }

    /// A value that the item has no line for gets one of its own behind the last line of the title's part.
    Slot addedLine(FieldId id, FieldShape shape, Codec codec) const
    {
        const qsizetype at = lastTextEnd();
        const bool bullets = std::any_of(m_layout.segments.begin(), m_layout.segments.end(),
            [](const Segment& segment) { return segment.nested; });
        const QByteArray eol = lineEndingAt(m_bytes, m_range.from);
        const bool item = !m_layout.segments.empty() && m_layout.segments.front().bullet;
        return absentSlot(
            id, shape, codec, at, bullets && !item ? eol + "- " : eol + eol + (item ? "  " : ""));
    }

    qsizetype lastTextEnd() const
    {
        if (m_people.found)
            return m_layout.segments[m_peopleSegment].range.to;
        if (m_title.found)
            return m_layout.segments[m_title.segment].range.to;
        return m_layout.segments.empty() ? m_range.to : m_layout.segments.back().range.to;
    }

    void emitVenue()
    {
        VenuePlace place = m_venue;
        if (!place.found || (place.name.isEmpty() && m_badgeVenue.found))
            place = m_badgeVenue;
        if (place.found && place.year.isEmpty() && m_badgeVenue.found) {
            place.year = m_badgeVenue.year;
            place.yearWhole = m_badgeVenue.yearWhole;
            place.shortYear = m_badgeVenue.shortYear;
        }
        // "(2020)" behind the authors tells the year; numbers behind the venue are volumes and pages.
        if (place.found && findYear(m_bytes, m_title.dating, place.year, place.shortYear))
            place.yearWhole = {};
        if (!place.found) {
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
            m_reading.slots.push_back(absentSlot(FieldId::Ranks, FieldShape::Tags, Codec::Tags,
                std::max(behindName, place.year.to), " (", ")"));
        }
    }

    void emitNote()
    {
        if (m_venue.found && !m_venue.award.isEmpty())
            m_reading.slots.push_back(presentSlot(FieldId::Award, FieldShape::Line, Codec::Line,
                decoded(m_bytes, m_venue.award), m_venue.award, m_venue.awardWhole));
        if (!m_venue.found || m_venueBefore || !m_title.dating.isEmpty())
            return;
        const TextRange segment = m_layout.segments[m_venueSegment].range;
        const TextRange rest { std::max(m_venue.outer.to, std::max(m_venue.year.to, m_venue.ranksWhole.to)),
            segment.to };
        const NotePlace note = findNote(m_bytes, rest);
        if (note.found) {
            const bool award = m_venue.award.isEmpty() && isAward(plainText(decoded(m_bytes, note.text)));
            m_reading.slots.push_back(presentSlot(award ? FieldId::Award : FieldId::Note, FieldShape::Line,
                Codec::Line, decoded(m_bytes, note.text), note.text, note.whole));
        } else if (note.canAdd) {
            m_reading.slots.push_back(
                absentSlot(FieldId::Note, FieldShape::Line, Codec::Line, note.at, note.before));
        }
    }

    void emitLinks()
    {
        const LinkPlace links = findLinks(
            m_bytes, m_layout.segments, m_title.whole, m_people.found ? m_people.range : TextRange {});
        if (!links.parts.empty()) {
            Slot slot = presentSlot(
                FieldId::Links, FieldShape::Links, Codec::Links, links.values, links.range, links.range);
            slot.parts = links.parts;
            m_reading.slots.push_back(std::move(slot));
        }
    }

    void emitPicture()
    {
        const Picture& picture = m_layout.picture;
        if (picture.found) {
            m_reading.slots.push_back(presentSlot(FieldId::Image, FieldShape::Image, Codec::Attribute,
                decoded(m_bytes, picture.address), picture.address, picture.address));
            if (picture.hasAlt)
                m_reading.slots.push_back(presentSlot(FieldId::ImageAlt, FieldShape::Line, Codec::Attribute,
                    decoded(m_bytes, picture.alt), picture.alt, picture.alt));
        }
        if (m_hasBadge)
            m_reading.slots.push_back(presentSlot(
                FieldId::Badge, FieldShape::Line, Codec::Line, decoded(m_bytes, m_badge), m_badge));
        if (m_layout.hasScholarId)
            m_reading.slots.push_back(presentSlot(FieldId::ScholarId, FieldShape::Line, Codec::Attribute,
                decoded(m_bytes, m_layout.scholarId), m_layout.scholarId, m_layout.scholarId));
    }

    void emitHighlights()
    {
        if (m_highlights.empty())
            return;
        QStringList lines;
        for (const TextRange range : m_highlights)
            lines.append(decoded(m_bytes, range).simplified());
        const TextRange range { m_highlights.front().from, m_highlights.back().to };
        Slot slot = presentSlot(FieldId::Highlights, FieldShape::Lines, Codec::Bullets, lines, range,
            wholeLines(m_bytes, range, m_range));
        slot.parts = m_highlights;
        m_reading.slots.push_back(std::move(slot));
    }

    QByteArrayView m_bytes;
    TextRange m_range;
    Layout m_layout;
    TitlePlace m_title;
    AuthorRun m_people;
    size_t m_peopleSegment = 0;
    VenuePlace m_venue;
    size_t m_venueSegment = 0;
    bool m_venueBefore = false;
    TextRange m_badge;
    bool m_hasBadge = false;
    VenuePlace m_badgeVenue;
    std::vector<TextRange> m_highlights;
    Reading m_reading;
};

} // namespace

Reading readPublication(QByteArrayView bytes, TextRange range)
{
    return PublicationReader(bytes, range).run();
}

bool isPublication(const Reading& reading, bool picturesCount)
{
    const auto present = [&](FieldId id) {
        const Slot* slot = reading.slot(id);
        return slot && slot->field.present;
    };
    // What a script fills in from Google Scholar has nothing but the paper's id.
    if (!present(FieldId::Title))
        return present(FieldId::ScholarId) && !present(FieldId::Authors);
    return present(FieldId::Authors) || (present(FieldId::Venue) && present(FieldId::Year))
        || present(FieldId::Badge) || (picturesCount && present(FieldId::Image));
}

} // namespace lectern::profile
