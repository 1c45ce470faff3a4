// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/namechunks.h"

#include "core/profile/read/personname.h"
#include "core/profile/read/reading.h"
#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

class Chunker {
public:
    Chunker(QByteArrayView bytes, const Spans& spans, TextRange scope)
        : m_bytes(bytes)
        , m_scope(scope)
        , m_from(scope.from)
    {
        run(spans, 0, int(spans.size()));
        close(scope.to, scope.to, true);
    }

    std::vector<Chunk> chunks;

private:
    void close(qsizetype to, qsizetype next, bool stop, bool listed = false)
    {
        TextRange text = trimmed(m_bytes, { m_from, std::max(m_from, to) });
        for (const char* dash : { "— ", "– ", "- " }) {
            if (slice(m_bytes, text).startsWith(dash))
                text = trimmed(m_bytes, { text.from + qsizetype(qstrlen(dash)), text.to });
        }
        for (const char* word : { "and ", "& ", "und ", "et ", "y " }) {
            if (slice(m_bytes, text).startsWith(word) && !slice(m_bytes, text).startsWith("et al"))
                text = trimmed(m_bytes, { text.from + qsizetype(qstrlen(word)), text.to });
        }
        bool introduced = false;
        for (const char* word : { "gemeinsam mit ", "hrsg. mit ", "joint work with ", "Joint with ",
                 "joint with ", "with ", "With ", "by ", "mit ", "avec ", "con " }) {
            if (slice(m_bytes, text).startsWith(word)) {
                text = trimmed(m_bytes, { text.from + qsizetype(qstrlen(word)), text.to });
                introduced = true;
            }
        }
        m_from = next;
        if (!text.isEmpty())
            chunks.push_back({ text, stop, introduced, next, false, listed });
        else if (stop && !chunks.empty())
            chunks.back().stop = true;
    }

    void run(const Spans& spans, int first, int last)
    {
        for (int i = first; i < last; i = spans[size_t(i)].end) {
            const Span& span = spans[size_t(i)];
            if (span.kind == SpanKind::Text)
                text(span.range);
            else if (span.kind == SpanKind::Code && isNameInCode(span))
                continue;
            else if (span.kind == SpanKind::Break || span.kind == SpanKind::Code
                || span.kind == SpanKind::Image)
                close(span.range.from, span.range.to, true);
            else if (span.kind == SpanKind::Escape && m_bytes[span.range.from + 1] == '|')
                close(span.range.from, span.range.to, true);
            else if (isRemark(spans, i) || isSentence(span))
                close(span.range.from, span.range.to, true);
            else if (span.kind == SpanKind::Tag && span.name != "img")
                continue;
            // "**Ann, ** Bob": the comma stands inside the emphasis.
        }
    }

    /// A title in italics behind the last name, without a comma between.
    bool isSentence(const Span& span) const
    {
        if (span.kind != SpanKind::Emphasis && span.kind != SpanKind::Strong
            && !(span.kind == SpanKind::Element && (span.name == "i" || span.name == "em")))
            return false;
        const QString text = plainText(decoded(m_bytes, span.inner));
        return text.count(u' ') > 3 && !text.contains(u',') && !isNameLike(text);
    }

    /// "`Ann Bee`": some mark their own name so.
    bool isNameInCode(const Span& span) const
    {
        const QString text = decoded(m_bytes, span.range).remove(u'`');
        return text.trimmed().contains(u' ') && isNameLike(text);
    }

    /// "**(co-first author)**" behind a name.
    bool isRemark(const Spans& spans, int index) const
    {
        const Span& span = spans[size_t(index)];
        const bool wrapper = span.kind == SpanKind::Strong || span.kind == SpanKind::Emphasis
            || (span.kind == SpanKind::Element && span.name != "sup" && span.name != "sub");
        const QByteArrayView inside = slice(m_bytes, trimmed(m_bytes, span.inner));
        return wrapper && inside.startsWith('(') && inside.endsWith(')') && inside.contains(' ');
    }

    bool wordAt(qsizetype at, qsizetype end, const char* word) const
    {
        return slice(m_bytes, { at, end }).startsWith(word);
    }

    void text(TextRange range)
    {
        for (qsizetype at = range.from; at < range.to; ++at) {
            const char c = m_bytes[at];
            // Most bytes: no list is parted there.
            if (isAsciiLetter(c) || isDigit(c))
                continue;
            if (c == ',' || c == ';')
                close(at, at + 1, false, c == ';');
            else if (wordAt(at, range.to, "，") || wordAt(at, range.to, "、") || wordAt(at, range.to, "；"))
                close(at, at + 3, false);
            else if (isSpace(c) && wordAt(at + 1, range.to, "et al"))
                close(at, at + 1, false);
            else if (const qsizetype length = isSpace(c) ? conjunction(at + 1, range.to) : 0) {
                const size_t before = chunks.size();
                close(at, at + length, false);
                if (chunks.size() > before)
                    chunks.back().conjoined = true;
            } else if (c == '/' && isListedBySlashes(at, range.to))
                close(at, at + 1, false, true);
            else if (c == ':' || c == '|' || c == '/' || c == '?' || c == '!' || c == ')' || c == '"')
                close(at, at + 1, true);
            else if (wordAt(at, range.to, "：") || wordAt(at, range.to, "｜") || wordAt(at, range.to, "“"))
                close(at, at + 3, true);
            else if (c == '(' && authorRemark(at, range.to))
                at = m_bytes.indexOf(')', at);
            else if (c == '(' && !nameAlias(at, range.to))
                close(at, at + 1, true);
            else if (c == '(')
                at = m_bytes.indexOf(')', at);
            else if (const qsizetype mark = c == '.' ? markLength(at + 1, range.to) : 0; mark > 0)
                close(at + 1 + mark, at + 1 + mark, true);
            else if (c == '.' && sentenceEnds(at, range.to))
                close(at, at + 1, true);
        }
    }

    /// "Müller, Anna / Schmidt, Bernd": a slash parts names that hold commas themselves.
    bool isListedBySlashes(qsizetype at, qsizetype end) const
    {
        return !chunks.empty() && !chunks.back().stop && at > m_scope.from && isBlank(m_bytes[at - 1])
            && at + 1 < end && isBlank(m_bytes[at + 1]) && m_bytes[m_from - 1] == ',';
    }

    /// "Pérez J, Gómez MA, Ruiz A. Title": capitals without full stops end a list of their like.
    bool isListOfBareInitials() const
    {
        if (chunks.empty() || chunks.back().stop)
            return false;
        const QByteArrayView text = slice(m_bytes, chunks.back().range);
        const qsizetype blank = text.lastIndexOf(' ');
        const QByteArrayView last = text.sliced(blank + 1);
        return blank > 1 && last.size() <= 5 && std::all_of(last.begin(), last.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || c == '.';
        });
    }

    /// "Ефанов Н. Н." and "Doe K. L.": another initial stands behind a full stop.
    bool initialFollows(qsizetype at) const
    {
        while (at < m_scope.to && isSpace(m_bytes[at]))
            ++at;
        const QString next = decoded(m_bytes, { at, std::min(at + 3, m_scope.to) });
        return next.size() > 1 && next[0].isUpper() && next[1] == u'.';
    }

    /// Length of "and", "und", "et" and the like between two names; 0 where there is none.
    qsizetype conjunction(qsizetype at, qsizetype end) const
    {
        for (const char* word : { "and ", "& ", "und ", "et " }) {
            if (wordAt(at, end, word) && !wordAt(at, end, "et al"))
                return qsizetype(qstrlen(word));
        }
        // "Ruiz, M. y Peña, J." and "Ana Ruiz y José Peña", but "Santiago Ramón y Cajal".
        if (!wordAt(at, end, "y "))
            return 0;
        qsizetype next = at + 2;
        while (next < end && m_bytes[next] != ',' && m_bytes[next] != '.' && !isSpace(m_bytes[next]))
            ++next;
        const bool initials = at > m_from + 1 && m_bytes[at - 2] == '.';
        return initials || (next < end && isSpace(m_bytes[next])) ? 2 : 0;
    }

    /// "(corresponding author)" behind a name.
    bool authorRemark(qsizetype at, qsizetype end) const
    {
        const qsizetype close = slice(m_bytes, { at, std::min(at + 60, end) }).indexOf(')');
        return close > 0 && isAuthorRemark(decoded(m_bytes, { at, at + close }));
    }

    /// "(赵洲)" behind a name.
    bool nameAlias(qsizetype at, qsizetype end) const
    {
        const qsizetype close = slice(m_bytes, { at, std::min(at + 41, end) }).indexOf(')');
        if (close < 4)
            return false;
        const QString inside = decoded(m_bytes, { at + 1, at + close });
        return std::all_of(inside.begin(), inside.end(), [](QChar c) { return c.unicode() >= 0x2E80; });
    }

    /// Marks behind the last initial of a list that ends with them: "Bee, A., & Dee, C.✉ Title"; 0 where it
    /// goes on.
    qsizetype markLength(qsizetype at, qsizetype end) const
    {
        if (at < end && static_cast<unsigned char>(m_bytes[at]) < 0x80 && !isBlank(m_bytes[at]))
            return 0;
        const qsizetype length = authorMarks(slice(m_bytes, { at, std::min(at + 12, end) }));
        const qsizetype behind = at + length;
        if (length == 0 || behind + 1 >= end || !isBlank(m_bytes[behind]))
            return 0;
        const QByteArrayView rest = slice(m_bytes, { behind + 1, end });
        return rest[0] == '&' || rest.startsWith("and ") || rest.startsWith("et ") || rest.startsWith("y ")
            ? 0
            : length;
    }

    bool sentenceEnds(qsizetype at, qsizetype end) const
    {
        if (at + 1 < m_scope.to && (at + 1 < end ? !isSpace(m_bytes[at + 1]) : false))
            return at - m_from > 4 && isLower(m_bytes[at - 1]) && isLower(m_bytes[at - 2])
                && isAsciiLetter(m_bytes[at - 3]) && isCapital(m_bytes[at + 1]);
        qsizetype word = at;
        while (word > std::max(m_scope.from, m_from) && isWordByte(m_bytes[word - 1]))
            --word;
        const QByteArrayView last = slice(m_bytes, { word, at });
        if (last.size() == 1 && last[0] >= 'A' && last[0] <= 'Z')
            return isListOfBareInitials() && !initialFollows(at + 1)
                && (at + 2 >= m_scope.to || conjunction(at + 2, m_scope.to) == 0);
        if (last.size() == 2 && initialFollows(at + 1))
            return false;
        if (last == "al")
            return !listGoesOn(at + 1);
        return !(last == "Jr" || last == "Dr" || last == "St"
            || (last.isEmpty() && at > 0 && m_bytes[at - 1] == '.'));
    }

    /// True where "et al." is not the list's last word: a comma, a mark or an "and" follows.
    bool listGoesOn(qsizetype at) const
    {
        const QByteArrayView rest = slice(m_bytes, trimmed(m_bytes, { at, m_scope.to }));
        return !rest.isEmpty() && (QByteArrayView(",;&(*").contains(rest[0]) || rest.startsWith("and "));
    }

    QByteArrayView m_bytes;
    TextRange m_scope;
    qsizetype m_from;
};

} // namespace

std::vector<Chunk> nameChunks(QByteArrayView bytes, const Spans& spans, TextRange scope)
{
    return std::move(Chunker(bytes, spans, scope).chunks);
}

} // namespace lectern::profile
