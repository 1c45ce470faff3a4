// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/segments.h"

#include "core/profile/read/lineitems.h"
#include "core/profile/read/people.h"
#include "core/profile/read/venue.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/tags.h"

namespace lectern::profile {
namespace {

class Cutter {
public:
    Cutter(QByteArrayView bytes, TextRange range)
        : m_bytes(bytes)
        , m_range(range)
        , m_at(range.from)
        , m_from(range.from)
    {
    }

    Layout run()
    {
        const QByteArrayView text = slice(m_bytes, trimmed(m_bytes, m_range));
        m_row = text.startsWith('|') && !text.contains('\n') && !text.contains('\r');
        beginLine();
        while (m_at < m_range.to)
            step();
        cut(m_range.to, m_range.to, true);
        join();
        for (Segment& segment : m_out.segments)
            segment.spans = scanInline(m_bytes, segment.range);
        return std::move(m_out);
    }

private:
    void beginLine()
    {
        qsizetype lineEnd = m_at;
        while (lineEnd < m_range.to && !isEndOfLine(m_bytes[lineEnd]))
            ++lineEnd;
        const qsizetype marker = listMarkerLength(m_bytes, m_at, lineEnd);
        m_bullet = marker > 0;
        m_nested = m_bullet && !m_first;
        if (!trimmed(m_bytes, { m_at, lineEnd }).isEmpty())
            m_first = false;
        m_at += marker;
        // "> Names. Venue" below a title.
        while (m_at < lineEnd && m_bytes[m_at] == '>')
            m_at = trimmed(m_bytes, { m_at + 1, lineEnd }).from;
        if (!m_nested)
            m_at += labelLength(m_at, lineEnd);
        m_from = m_at;
    }

    /// "[12] ", "[C3] " or the hashes of a heading before an entry's words.
    qsizetype labelLength(qsizetype at, qsizetype lineEnd) const
    {
        const qsizetype from = at;
        while (at < lineEnd && m_bytes[at] == '#')
            ++at;
        if (at > from)
            return at < lineEnd && isBlank(m_bytes[at]) ? at - from : 0;
        if (const Ordinal ordinal = ordinalAt(m_bytes, { from, lineEnd }); ordinal.length > 0)
            return ordinal.length;
        if (at < lineEnd && m_bytes[at] == '\\')
            ++at;
        if (at >= lineEnd || m_bytes[at] != '[')
            return 0;
        ++at;
        const qsizetype letters = at;
        while (at < lineEnd && at - letters < 4 && isAsciiLetter(m_bytes[at]))
            ++at;
        const qsizetype digits = at;
        while (at < lineEnd && isDigit(m_bytes[at]))
            ++at;
        if (at == digits || at - digits > 3)
            return 0;
        if (at < lineEnd && m_bytes[at] == '\\')
            ++at;
        return at + 1 < lineEnd && m_bytes[at] == ']' && isBlank(m_bytes[at + 1]) ? at + 1 - from : 0;
    }

    /// Ends a segment at `to`; the next begins at `next`.
    void cut(qsizetype to, qsizetype next, bool hard)
    {
        const TextRange text = trimmed(m_bytes, { m_from, std::max(m_from, to) });
        if (!text.isEmpty()) {
            Segment segment;
            segment.range = text;
            segment.bullet = m_bullet;
            segment.nested = m_nested;
            segment.hard = hard;
            segment.holder = m_holders.empty() ? QByteArray() : m_holders.back().second;
            m_out.segments.push_back(std::move(segment));
            m_bullet = m_nested = false;
        } else if (hard && !m_out.segments.empty()) {
            m_out.segments.back().hard = true;
        }
        m_at = m_from = next;
    }

    void step()
    {
        const char c = m_bytes[m_at];
        if (isEndOfLine(c)) {
            const bool spaces = m_at - m_from >= 2 && m_bytes[m_at - 1] == ' ' && m_bytes[m_at - 2] == ' ';
            const bool slashes = m_at - m_from >= 2 && m_bytes[m_at - 1] == '\\' && m_bytes[m_at - 2] == '\\';
            qsizetype next = nextLine(m_bytes, m_at, m_range.to);
            qsizetype blank = next;
            while (blank < m_range.to && isBlank(m_bytes[blank]))
                ++blank;
            const bool empty = blank >= m_range.to || isEndOfLine(m_bytes[blank]);
            const bool slash = !slashes && m_at > m_from && m_bytes[m_at - 1] == '\\';
            cut(m_at - (slashes ? 2 : slash ? 1 : 0), next, spaces || slashes || slash || empty);
            beginLine();
        } else if (c == '|' && m_row && m_bytes[m_at - (m_at > m_range.from ? 1 : 0)] != '\\') {
            cut(m_at, m_at + 1, true);
        } else if (c == '<') {
            angle();
        } else if (c == '!' && m_at + 1 < m_range.to && m_bytes[m_at + 1] == '[') {
            markdownImage();
            ++m_at;
        } else if (c == '\\' && m_at + 1 < m_range.to) {
            m_at += isEndOfLine(m_bytes[m_at + 1]) || m_bytes[m_at + 1] == '\\' ? 1 : 2;
        } else {
            ++m_at;
        }
    }

    void angle()
    {
        if (m_comments && m_bytes.sliced(m_at).startsWith("<!--")) {
            const qsizetype close = m_bytes.first(m_range.to).indexOf("-->", m_at + 4);
            m_comments = close >= 0;
            if (m_comments) {
                // A comment at the begin of a segment is none of its text.
                if (trimmed(m_bytes, { m_from, m_at }).isEmpty())
                    m_from = close + 3;
                m_at = close + 3;
                return;
            }
        }
        const auto tag = tagAt(m_bytes, m_at, m_range.to);
        if (!tag) {
            ++m_at;
            return;
        }
        // BibTeX that a script shows.
        if (tag->name == "pre" && !tag->closing) {
            const qsizetype close = m_bytes.first(m_range.to).indexOf("</pre>", tag->range.to);
            if (close > 0) {
                cut(tag->range.from, close + 6, true);
                return;
            }
        }
        note(*tag);
        if (tag->name == "br" && hasOpenBracket(slice(m_bytes, { m_from, m_at }))) {
            m_at = tag->range.to;
            return;
        }
        if (tag->name == "br" || isBlockElement(tag->name) || isHeadingTag(tag->name)) {
            hold(*tag);
            cut(tag->range.from, tag->range.to, true);
            return;
        }
        m_at = tag->range.to;
    }

    static bool isHeadingTag(const QByteArray& name)
    {
        return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    }

    /// Keeps track of the class of the block element that we are in.
    void hold(const HtmlTag& tag)
    {
        if (tag.selfClosing)
            return;
        const TextRange text = trimmed(m_bytes, { m_from, std::max(m_from, tag.range.from) });
        if (!text.isEmpty())
            cut(tag.range.from, tag.range.from, true);
        if (!tag.closing) {
            const auto value = attributeValue(m_bytes, tag, "class");
            m_holders.emplace_back(tag.name, value ? slice(m_bytes, *value).toByteArray() : QByteArray());
            if (isHeadingTag(tag.name))
                m_holders.back().second += " title";
        } else if (!m_holders.empty() && m_holders.back().first == tag.name) {
            m_holders.pop_back();
        }
    }

    void note(const HtmlTag& tag)
    {
        if (tag.closing)
            return;
        if (tag.name == "img" || tag.name == "source" || tag.name == "video") {
            const auto address = attributeValue(m_bytes, tag, "src");
            const auto alt = attributeValue(m_bytes, tag, "alt");
            if (address)
                picture(*address, alt.value_or(TextRange {}), alt.has_value());
        }
        const auto data
            = tag.name == "span" || tag.name == "a" ? attributeValue(m_bytes, tag, "data") : std::nullopt;
        if (data && !m_out.hasScholarId && slice(m_bytes, *data).contains(':')) {
            m_out.scholarId = *data;
            m_out.hasScholarId = true;
        }
    }

    void markdownImage()
    {
        const TextRange scope { m_at, std::min(m_range.to, m_at + 2000) };
        if (slice(m_bytes, scope).indexOf("](") < 0)
            return;
        const Spans spans = scanInline(m_bytes, scope);
        if (spans.empty() || spans.front().kind != SpanKind::Image)
            return;
        picture(spans.front().target, spans.front().inner, true);
        // "![…](…){: .align-left} Title": none of the words.
        const qsizetype behind = spans.front().range.to;
        const QByteArrayView rest = slice(m_bytes, { behind, m_range.to });
        const qsizetype close = rest.startsWith("{:") ? rest.indexOf('}') : -1;
        if (close > 0 && trimmed(m_bytes, { m_from, m_at }).isEmpty())
            m_from = trimmed(m_bytes, { behind + close + 1, m_range.to }).from;
    }

    void picture(TextRange address, TextRange alt, bool hasAlt)
    {
        if (m_out.picture.found || isServiceBadge(slice(m_bytes, address)))
            return;
        m_out.picture = { address, alt, true, hasAlt };
    }

    /// Lines that only a soft break parts are one where the first cannot end there.
    void join()
    {
        std::vector<Segment> joined;
        for (Segment& segment : m_out.segments) {
            if (!joined.empty() && !joined.back().hard && !segment.bullet) {
                Segment& last = joined.back();
                const char end = m_bytes[last.range.to - 1];
                const QByteArrayView text = slice(m_bytes, last.range);
                const QByteArrayView next = slice(m_bytes, segment.range);
                // "Names,\nTitle,\nJournal, 2020": a line for each part.
                const bool ends = end == ',' && !last.nested && endsPart(joined, next);
                if ((QByteArrayView(",(&/|").contains(end) && !ends) || text.endsWith(" and") || last.nested
                    || (beginsWithYear(next) && isLineOfPeople(last.range)) || hasOpenBracket(text)
                    || hasOpenEmphasis(text) || goesOn(text, next)) {
                    last.range.to = segment.range.to;
                    last.hard = segment.hard;
                    continue;
                }
            }
            joined.push_back(std::move(segment));
        }
        m_out.segments = std::move(joined);
    }

    /// "(2014). Title" below the names.
    static bool beginsWithYear(QByteArrayView text)
    {
        return text.size() > 6 && text[0] == '(' && isYearAt(text, 1, { 1, 6 })
            && (text[5] == ')' || text[5] == ',');
    }

    bool isLineOfPeople(TextRange line) const
    {
        const AuthorRun run = findAuthors(m_bytes, line);
        return run.found && run.names > 0 && run.range.from <= line.from + 4
            && trimmed(m_bytes, { run.range.to, line.to }).length() <= 2;
    }

    /// True behind a whole line of names, and behind the line below that: a comma ends them.
    bool endsPart(const std::vector<Segment>& lines, QByteArrayView next) const
    {
        const TextRange last = lines.back().range;
        if (isLineOfPeople(last)) {
            const AuthorRun more = findAuthors(next, { 0, next.size() });
            const TextRange head { 0, std::min<qsizetype>(next.size(), 60) };
            return !(more.found && more.range.from < 6) && slice(next, head).count(' ') > 1;
        }
        return lines.size() == 2 && !lines[0].hard && lines[0].range.to > lines[0].range.from
            && m_bytes[lines[0].range.to - 1] == ',' && isLineOfPeople(lines[0].range);
    }

    /// Inside the brackets of a link's text: it goes on behind a break.
    static bool hasOpenBracket(QByteArrayView text)
    {
        int depth = 0;
        for (const char c : text)
            depth = c == '[' ? depth + 1 : c == ']' ? std::max(0, depth - 1) : depth;
        return depth > 0 || text.endsWith("](") || text.count("<a ") > text.count("</a>");
    }

    /// "**Ann" at a line's end, "Bee**" at the begin of the next; a title in quotes may be parted so too.
    static bool hasOpenEmphasis(QByteArrayView text)
    {
        qsizetype marks = 0;
        for (qsizetype at = text.indexOf("**"); at >= 0; at = text.indexOf("**", at + 2))
            ++marks;
        return marks % 2 == 1 || text.count("“") > text.count("”") || text.count("''") % 2 == 1;
    }

    /// A sentence that an editor wrapped: "… in", "Proceedings of …".
    static bool goesOn(QByteArrayView text, QByteArrayView next)
    {
        if (text.size() < 40 || next.isEmpty())
            return false;
        for (const char* word : { " in", " of", " the", " for", " on" }) {
            if (text.endsWith(word))
                return true;
        }
        return false;
    }

    QByteArrayView m_bytes;
    TextRange m_range;
    qsizetype m_at;
    qsizetype m_from;
    bool m_row = false; ///< a row of a Markdown table
    bool m_comments = true; ///< there may be another comment's end
    bool m_first = true;
    bool m_bullet = false;
    bool m_nested = false;
    std::vector<std::pair<QByteArray, QByteArray>> m_holders;
    Layout m_out;
};

} // namespace

Layout layOut(QByteArrayView bytes, TextRange range)
{
    return Cutter(bytes, range).run();
}

bool isServiceBadge(QByteArrayView address)
{
    for (const char* service : { "shields.io", "badge", "komarev", "star-history", "visitor", "hits." }) {
        if (address.contains(QByteArrayView(service)))
            return true;
    }
    return false;
}

} // namespace lectern::profile
