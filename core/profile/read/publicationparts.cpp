// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/publicationparts.h"

#include "core/profile/read/titlelines.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

class PartFinder {
public:
    PartFinder(QByteArrayView bytes, TextRange range)
        : m_bytes(bytes)
        , m_range(range)
    {
        m_parts.layout = layOut(bytes, range);
    }

    PublicationParts run()
    {
        findBadge();
        // A picture or a badge alone is no line of the entry.
        segments().erase(
            std::remove_if(segments().begin(), segments().end(),
                [&](const Segment& segment) { return visibleText(m_bytes, segment.spans).isEmpty(); }),
            segments().end());
        const TextRange address = unwrapEntry();
        m_parts.title = findTitle(m_bytes, m_parts.layout.segments);
        if (!address.isEmpty() && m_parts.title.found && !m_parts.title.linked) {
            m_parts.title.linked = true;
            m_parts.title.url = address;
        }
        findPeople();
        findPlace();
        findRest();
        return std::move(m_parts);
    }

private:
    std::vector<Segment>& segments() { return m_parts.layout.segments; }

    /// What of a segment is still unread: behind the title, or all.
    TextRange open(size_t index) const
    {
        const TextRange range = m_parts.layout.segments[index].range;
        return m_parts.title.found && index == m_parts.title.segment
            ? TextRange { m_parts.title.behind, range.to }
            : range;
    }

    /// "[Bee, A., Dee, C. “Title,” Venue, 2016](url)" and "**Bee, A. (2016). Title. Venue.**": goes inside of
    /// the link or the emphasis; returns the address.
    TextRange unwrapEntry()
    {
        if (segments().empty() || segments().front().spans.empty())
            return {};
        Segment& first = segments().front();
        const Span& link = first.spans.front();
        const bool linked = link.kind == SpanKind::Link && link.hasTarget;
        if ((!linked && link.kind != SpanKind::Strong) || link.range != first.range)
            return {};
        const AuthorRun people = findAuthors(m_bytes, link.inner);
        // A title may look like names, but not like their list with a quote or a year behind it.
        const bool full = std::all_of(people.parts.begin(), people.parts.end(), [&](TextRange part) {
            const QByteArrayView name = slice(m_bytes, part);
            return name.contains(' ') || name.contains('.');
        });
        TextRange year;
        bool shortened = false;
        const bool listed = full && people.parts.size() > 1 && people.range.from <= link.inner.from + 3
            && people.range.to + 12 < link.inner.to && findYear(m_bytes, link.inner, year, shortened);
        if (!listed && (linked || !beginsAsReference(slice(m_bytes, link.inner))))
            return {};
        const TextRange address = linked ? link.target : TextRange {};
        first.range = trimmed(m_bytes, link.inner);
        first.spans = scanInline(m_bytes, first.range);
        return address;
    }

    void findBadge()
    {
        for (size_t i = 0; i < segments().size(); ++i) {
            if (segments()[i].holder.contains("badge")) {
                m_parts.badge = segments()[i].range;
                m_parts.hasBadge = true;
                segments().erase(segments().begin() + qsizetype(i));
                return;
            }
        }
    }

    void findPeople()
    {
        if (m_parts.title.authors.found) {
            m_parts.people = m_parts.title.authors;
            m_parts.peopleSegment = m_parts.title.segment;
            return;
        }
        if (peopleBeforeTitle())
            return;
        // "**Title.** Ann Bee. *Journal*, 2020"
        if (m_parts.title.found) {
            const Segment& segment = segments()[m_parts.title.segment];
            qsizetype from = m_parts.title.behind;
            while (from < segment.range.to && (isSpace(m_bytes[from]) || m_bytes[from] == '.'))
                ++from;
            if (m_parts.people = loneNameBehind(m_bytes, segment, from); m_parts.people.found) {
                m_parts.peopleSegment = m_parts.title.segment;
                return;
            }
        }
        if (peopleBeforeYear())
            return;
        for (size_t i = 0; i < segments().size(); ++i) {
            if (m_parts.title.found && i < m_parts.title.segment && m_parts.title.linked
                && !m_parts.title.belowPeople)
                continue;
            AuthorRun run = findAuthors(m_bytes, open(i));
            while (run.found && areEditors(m_bytes, run, m_range))
                run = findAuthors(m_bytes, { run.range.to, segments()[i].range.to });
            const bool surer
                = run.found && (run.names > 1 || i <= m_parts.title.segment + 1) && !isPartOfTitle(run.range);
            if (surer && !looksLikeProse(i, run)) {
                m_parts.people = run;
                m_parts.peopleSegment = i;
                return;
            }
        }
    }

    /// "Bee A. (2021), *Journal of X*, pp. 1-23" below the title: names, their year and where it appeared.
    bool peopleBeforeYear()
    {
        const size_t below = m_parts.title.segment + 1;
        if (!m_parts.title.found || below >= segments().size() || !m_parts.title.dating.isEmpty())
            return false;
        const TextRange line = segments()[below].range;
        const qsizetype open = slice(m_bytes, line).indexOf(" (");
        if (open < 4 || !isYearAt(m_bytes, line.from + open + 2, line))
            return false;
        const AuthorRun run = findAuthors(m_bytes, { line.from, line.from + open });
        if (!run.found || run.range.from > line.from + 2 || line.from + open - run.range.to > 2)
            return false;
        m_parts.people = run;
        m_parts.peopleSegment = below;
        m_parts.title.dating = { line.from + open + 2, line.from + open + 6 };
        m_parts.title.cited = true;
        m_parts.people.behind = std::min(line.to, line.from + open + 7);
        return true;
    }

    /// "Achebe, Ben. 2023. " and "Achebe, Ben. Forthcoming. " before a title: the names alone.
    TextRange withoutDating(TextRange scope)
    {
        scope = trimmed(m_bytes, scope);
        // "… 2023. **" before a link that is emphasised.
        qsizetype open = scope.to;
        while (open > scope.from && QByteArrayView("*_").contains(m_bytes[open - 1]))
            --open;
        if (open > scope.from && isSpace(m_bytes[open - 1]))
            scope = trimmed(m_bytes, { scope.from, open });
        const QByteArrayView text = slice(m_bytes, scope);
        const qsizetype mark = text.endsWith('.') ? text.chopped(1).lastIndexOf(' ') : -1;
        if (mark < 3)
            return scope;
        const TextRange word { scope.from + mark + 1, scope.to - 1 };
        TextRange year;
        bool shortened = false;
        if (findYear(m_bytes, word, year, shortened) && year == word)
            m_parts.title.dating = year;
        else if (!startsWithNoCase(slice(m_bytes, word), "forthcoming")
            && !startsWithNoCase(slice(m_bytes, word), "n.d"))
            return scope;
        return trimmed(m_bytes, { scope.from, word.from });
    }

    /// "A, B, C, [Title](url) (Venue 2026)"
    bool peopleBeforeTitle()
    {
        if (!m_parts.title.found)
            return false;
        const TextRange scope { segments()[m_parts.title.segment].range.from, m_parts.title.whole.from };
        if (scope.length() < 5)
            return false;
        const TextRange names = withoutDating(scope);
        AuthorRun run = findAuthors(m_bytes, names);
        // "Bee A. (2025), [Title](url)": one name before its year.
        const qsizetype open = slice(m_bytes, names).indexOf(" (");
        if (!run.found && open > 3 && isYearAt(m_bytes, names.from + open + 2, names)) {
            run = findAuthors(m_bytes, { names.from, names.from + open });
            run.found = run.found && run.alone && run.names == 1;
        }
        if (!run.found || run.range.from - scope.from > 4)
            return false;
        // `<span>Blog</span>` before a title.
        const QString word = plainText(decoded(m_bytes, run.range));
        if (run.names == 1 && !word.contains(u' ') && !word.isEmpty() && word.front().unicode() < 0x2E80)
            return false;
        TextRange rest = trimmed(m_bytes, { run.range.to, std::max(run.range.to, names.to) });
        if (slice(m_bytes, rest).startsWith(". ("))
            rest.from += 2;
        const qsizetype close = slice(m_bytes, rest).indexOf(')');
        if (slice(m_bytes, rest).startsWith('(') && close > 0) {
            m_parts.title.dating = { rest.from + 1, rest.from + close };
            m_parts.title.cited = true;
            rest.from += close + 1;
        }
        if (hasWords(rest))
            return false;
        m_parts.title.cited = m_parts.title.cited || names.to < trimmed(m_bytes, scope).to;
        m_parts.people = run;
        m_parts.peopleSegment = m_parts.title.segment;
        return true;
    }

    /// False for blanks, full stops and the quotes around a title that is a link.
    bool hasWords(TextRange range) const
    {
        const QString text = plainText(decoded(m_bytes, range));
        return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    }

    bool isPartOfTitle(TextRange range) const
    {
        return m_parts.title.found && range.overlaps(m_parts.title.text);
    }

    /// A sentence with two names in its middle is no author list: that begins its segment or follows the
    /// title.
    bool looksLikeProse(size_t index, const AuthorRun& run) const
    {
        const TextRange scope = open(index);
        const QByteArrayView before
            = slice(m_bytes, trimmed(m_bytes, { scope.from, std::max(scope.from, run.range.from) }));
        // "With Ann Bee." may end an entry.
        const bool coda = run.introduced && m_parts.title.found && index == m_parts.title.segment;
        return before.size() > 24 && run.names < 3 && !coda;
    }

    void findPlace()
    {
        if (m_parts.people.found && !m_parts.title.belowPeople) {
            qsizetype from = std::max(m_parts.people.range.to, m_parts.people.behind);
            if (m_parts.title.found && m_parts.peopleSegment == m_parts.title.segment
                && m_parts.title.whole.from >= m_parts.people.range.to)
                from = std::max(from, m_parts.title.behind);
            tryVenue({ from, segments()[m_parts.peopleSegment].range.to }, m_parts.peopleSegment,
                m_parts.title.cited);
        }
        if (!m_parts.venue.found && m_parts.title.found) {
            const bool together = m_parts.people.found && m_parts.peopleSegment == m_parts.title.segment;
            const qsizetype end
                = together ? m_parts.people.range.from : segments()[m_parts.title.segment].range.to;
            tryVenue({ m_parts.title.behind, end }, m_parts.title.segment,
                m_parts.title.cited && !m_parts.people.found);
            m_parts.venueBefore = m_parts.venue.found && together;
        }
        VenuePlace yearOnly;
        size_t yearSegment = 0;
        for (size_t i = 0; i < segments().size() && !m_parts.venue.found; ++i) {
            const bool used = (m_parts.title.found && i == m_parts.title.segment)
                || (m_parts.people.found && i == m_parts.peopleSegment);
            if (used || isHighlight(i))
                continue;
            // "*Memoirs of the Congress*" on the line below the names.
            const bool below = m_parts.title.belowPeople
                || (m_parts.people.found && i == m_parts.peopleSegment + 1 && !segments()[i].spans.empty()
                    && segments()[i].spans.front().range == segments()[i].range);
            const bool emphasis = below && !segments()[i].spans.empty()
                && segments()[i].spans.front().kind == SpanKind::Emphasis;
            tryVenue(segments()[i].range, i,
                emphasis || (!m_parts.people.found && beginsWithVenue(segments()[i])));
            // A cell with nothing but the year.
            if (m_parts.venue.found && m_parts.venue.name.isEmpty()) {
                yearOnly = std::exchange(m_parts.venue, {});
                yearSegment = i;
            }
        }
        if (m_parts.venue.found && m_parts.venue.year.isEmpty()) {
            m_parts.venue.year = yearOnly.year;
            m_parts.venue.shortYear = yearOnly.shortYear;
        } else if (!m_parts.venue.found && yearOnly.found) {
            m_parts.venue = yearOnly;
            m_parts.venueSegment = yearSegment;
        }
        const bool dated
            = !m_parts.title.dating.isEmpty() && m_parts.title.dating.to < m_parts.title.whole.from;
        if (!m_parts.venue.found && m_parts.title.found && !(dated && m_parts.title.cited)) {
            TextRange before { segments()[m_parts.title.segment].range.from, m_parts.title.whole.from };
            // "**[ICDE 2025]** Ann Bee, Carl Dee. Title."
            if (m_parts.people.found && m_parts.people.range.from > before.from + 4)
                before.to = std::min(before.to, m_parts.people.range.from);
            if (!m_parts.people.found || !m_parts.people.range.overlaps(before))
                tryVenue(before, m_parts.title.segment, m_parts.title.linked && before.length() < 80);
            m_parts.venueBefore = m_parts.venue.found;
        }
        if (m_parts.hasBadge)
            m_parts.badgeVenue = readVenue(m_bytes, m_parts.badge);
        if (m_parts.title.found && m_parts.title.dating.isEmpty() && m_parts.venue.found
            && m_parts.venue.year.isEmpty())
            m_parts.title.dating = yearBehindTitle();
        // The year alone is something, too.
        VenuePlace when;
        if (!m_parts.venue.found && findYear(m_bytes, m_parts.title.dating, when.year, when.shortYear)) {
            when.found = true;
            when.phrase = when.outer = m_parts.title.dating;
            m_parts.venue = when;
            m_parts.venueSegment = m_parts.title.segment;
        }
    }

    /// "**Title** (2020). *Journal* 12(3)"
    TextRange yearBehindTitle() const
    {
        const TextRange rest = trimmed(m_bytes, open(m_parts.title.segment));
        TextRange year;
        bool shortened = false;
        const bool next = rest.length() > 5 && m_bytes[rest.from] == '(' && m_bytes[rest.from + 5] == ')'
            && findYear(m_bytes, { rest.from + 1, rest.from + 5 }, year, shortened);
        return next ? year : TextRange {};
    }

    /// "*Journal* 25, 373–381 (2023)"
    bool beginsWithVenue(const Segment& segment) const
    {
        TextRange year;
        bool shortened = false;
        if (segment.spans.empty() || segment.spans.front().kind != SpanKind::Emphasis)
            return false;
        return findYear(m_bytes, segment.range, year, shortened);
    }

    void tryVenue(TextRange scope, size_t index, bool sure = false)
    {
        if (scope.from >= scope.to)
            return;
        m_parts.venue = findVenue(m_bytes, scope, sure);
        m_parts.venueSegment = index;
    }

    /// A bullet of prose below a box or an entry.
    bool isHighlight(size_t index) const
    {
        const Segment& segment = m_parts.layout.segments[index];
        if (!segment.nested || (m_parts.people.found && index == m_parts.peopleSegment)
            || (m_parts.title.found && index == m_parts.title.segment))
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
            const bool used = (m_parts.title.found && i == m_parts.title.segment)
                || (m_parts.people.found && i == m_parts.peopleSegment)
                || (m_parts.venue.found && i == m_parts.venueSegment);
            if (!used && isHighlight(i))
                m_parts.highlights.push_back(segments()[i].range);
        }
    }

    QByteArrayView m_bytes;
    TextRange m_range;
    PublicationParts m_parts;
};

} // namespace

PublicationParts findParts(QByteArrayView bytes, TextRange range)
{
    return PartFinder(bytes, range).run();
}

} // namespace lectern::profile
