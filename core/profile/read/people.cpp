// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/people.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

#include <algorithm>

namespace lectern::profile {
namespace {

struct Chunk {
    TextRange range;
    bool stop = false; ///< the list cannot go on behind it
    bool introduced = false; ///< "with …"
    qsizetype behind = 0;
    bool listed = false; ///< a semicolon or a slash parts it from the next
};

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
        for (const char* word : { "and ", "& ", "und ", "et ", "y " }) {
            if (slice(m_bytes, text).startsWith(word) && !slice(m_bytes, text).startsWith("et al"))
                text = trimmed(m_bytes, { text.from + qsizetype(qstrlen(word)), text.to });
        }
        bool introduced = false;
        for (const char* word : { "joint work with ", "Joint with ", "joint with ", "with ", "With ", "by ",
                 "mit ", "avec ", "con " }) {
            if (slice(m_bytes, text).startsWith(word)) {
                text = trimmed(m_bytes, { text.from + qsizetype(qstrlen(word)), text.to });
                introduced = true;
            }
        }
        m_from = next;
        if (!text.isEmpty())
            chunks.push_back({ text, stop, introduced, next, listed });
        else if (stop && !chunks.empty())
            chunks.back().stop = true;
    }

    void run(const Spans& spans, int first, int last)
    {
        for (int i = first; i < last; i = spans[size_t(i)].end) {
            const Span& span = spans[size_t(i)];
            if (span.kind == SpanKind::Text)
                text(span.range);
            else if (span.kind == SpanKind::Break || span.kind == SpanKind::Code
                || span.kind == SpanKind::Image)
                close(span.range.from, span.range.to, true);
            else if (span.kind == SpanKind::Escape && m_bytes[span.range.from + 1] == '|')
                close(span.range.from, span.range.to, true);
            else if (isRemark(spans, i))
                close(span.range.from, span.range.to, true);
            else if (span.kind == SpanKind::Tag && span.name != "img")
                continue;
            // "**Ann, ** Bob": the comma stands inside the emphasis.
        }
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
            else if (const qsizetype length = isSpace(c) ? conjunction(at + 1, range.to) : 0)
                close(at, at + length, false);
            else if (c == '/' && isListedBySlashes(at, range.to))
                close(at, at + 1, false, true);
            else if (c == ':' || c == '|' || c == '/' || c == '?' || c == '!' || c == ')' || c == '"')
                close(at, at + 1, true);
            else if (wordAt(at, range.to, "：") || wordAt(at, range.to, "｜") || wordAt(at, range.to, "“"))
                close(at, at + 3, true);
            else if (c == '(' && !nameAlias(at, range.to))
                close(at, at + 1, true);
            else if (c == '(')
                at = m_bytes.indexOf(')', at);
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

    /// "(赵洲)" behind a name.
    bool nameAlias(qsizetype at, qsizetype end) const
    {
        const qsizetype close = slice(m_bytes, { at, end }).indexOf(')');
        if (close < 4 || close > 40)
            return false;
        const QString inside = decoded(m_bytes, { at + 1, at + close });
        return std::all_of(inside.begin(), inside.end(), [](QChar c) { return c.unicode() >= 0x2E80; });
    }

    bool sentenceEnds(qsizetype at, qsizetype end) const
    {
        if (at + 1 < m_scope.to && (at + 1 < end ? !isSpace(m_bytes[at + 1]) : false))
            return false;
        qsizetype word = at;
        while (word > m_scope.from && isWordByte(m_bytes[word - 1]))
            --word;
        const QByteArrayView last = slice(m_bytes, { word, at });
        if (last.size() == 1 && last[0] >= 'A' && last[0] <= 'Z')
            return isListOfBareInitials() && !initialFollows(at + 1);
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

/// Marks that are set as formulas ("$^\\dagger$") are no part of a name.
QString visible(QByteArrayView bytes, TextRange range)
{
    Spans spans = scanInline(bytes, range);
    for (Span& span : spans) {
        if (span.kind == SpanKind::Math)
            span.kind = SpanKind::Comment;
    }
    return visibleText(bytes, spans);
}

/// Descends into an emphasis or element that holds the whole scope: "*A, B, C*".
TextRange contents(QByteArrayView bytes, TextRange scope)
{
    for (int depth = 0; depth < 8; ++depth) {
        scope = trimmed(bytes, scope);
        const Spans spans = scanInline(bytes, scope);
        if (spans.empty() || spans.front().end != int(spans.size()))
            return scope;
        const Span& span = spans.front();
        const bool wrapper = span.kind == SpanKind::Emphasis || span.kind == SpanKind::Strong
            || span.kind == SpanKind::Element;
        const QByteArrayView inner = slice(bytes, span.inner);
        // "P. Novak and J. Amsel", but not "Parking Minimums and Rents".
        const qsizetype conjunction = std::max(inner.lastIndexOf(" and "), inner.lastIndexOf(" & "));
        const bool two = conjunction > 0 && inner.sliced(conjunction + 1).count(' ') > 1;
        if (!wrapper || !(inner.contains(',') || two))
            return scope;
        scope = span.inner;
    }
    return scope;
}

/// "Wang huaibin" between names: somebody forgot a capital.
bool isSlipOfCase(QByteArrayView bytes, const std::vector<Chunk>& chunks, size_t at, const AuthorRun& run)
{
    return !run.parts.empty() && !chunks[at].stop && at + 1 < chunks.size()
        && isNearlyName(visible(bytes, chunks[at].range)) && isNameLike(visible(bytes, chunks[at + 1].range));
}

/// "Reyes, Tomás, Anne Delacroix, and …": the first name of a list is turned around, the others are not; or
/// there is no other.
bool isTurnedAround(QByteArrayView bytes, const std::vector<Chunk>& chunks, size_t at)
{
    if (at + 1 >= chunks.size() || chunks[at].stop)
        return false;
    const QString family = withoutMarks(visible(bytes, chunks[at].range));
    const QString given = withoutMarks(visible(bytes, chunks[at + 1].range));
    const auto isWord = [](const QString& text) {
        return text.size() > 2 && text.front().isUpper() && text.back().isLower() && !text.contains(u' ');
    };
    const QStringList words = given.split(u' ');
    const bool middle = words.size() == 1 || (words.size() == 2 && words[1].size() <= 2);
    if (!isWord(family) || !middle || !isWord(words[0]) || !isNameLike(family) || !isNameLike(given))
        return false;
    if (chunks[at + 1].stop)
        return true;
    if (at + 2 >= chunks.size())
        return false;
    const QString next = visible(bytes, chunks[at + 2].range);
    return (isNameLike(next) && (withoutMarks(next).contains(u' ') || isEtAl(next))) || !isNameLike(next);
}

AuthorRun runFrom(QByteArrayView bytes, const std::vector<Chunk>& chunks, size_t& at)
{
    AuthorRun run;
    run.introduced = chunks[at].introduced;
    if (isTurnedAround(bytes, chunks, at)) {
        run.parts.push_back({ chunks[at].range.from, chunks[at + 1].range.to });
        run.names = 1;
        run.behind = chunks[at + 1].behind;
        at += 2;
        if (chunks[at - 1].stop) {
            run.range = run.parts.front();
            return run;
        }
    }
    while (at < chunks.size()) {
        const Chunk& chunk = chunks[at];
        if (chunk.introduced && !run.parts.empty())
            break;
        const QString text = visible(bytes, chunk.range);
        const bool initials = !run.parts.empty() && isInitials(withoutMarks(text));
        if (!initials && !isNameLike(text) && !isSlipOfCase(bytes, chunks, at, run))
            break;
        if (initials) {
            run.parts.back().to = chunk.range.to;
        } else {
            run.parts.push_back(chunk.range);
            run.names += !isEtAl(text);
        }
        run.behind = chunk.behind;
        ++at;
        if (chunk.stop)
            break;
    }
    if (run.parts.empty())
        ++at;
    else
        run.range = { run.parts.front().from, run.parts.back().to };
    return run;
}

/// "Authors: " stands before the names.
bool isLabelled(QByteArrayView bytes, TextRange scope, TextRange names)
{
    const QByteArrayView before = slice(bytes, trimmed(bytes, { scope.from, names.from }));
    return startsWithNoCase(before, "author") && before.size() < 20;
}

/// "*Journal* **18**": what is emphasised is a volume.
bool isVolume(QByteArrayView bytes, TextRange part)
{
    const Spans spans = scanInline(bytes, part);
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
        const QByteArrayView inside = slice(bytes, span.inner);
        return span.kind == SpanKind::Strong && std::all_of(inside.begin(), inside.end(), isDigit);
    });
}

bool isEmphasised(QByteArrayView bytes, TextRange part)
{
    if (isVolume(bytes, part))
        return false;
    return readAuthor(bytes, part).author.owner;
}

/// "Bee, Ann; Dee, Carl": where semicolons or slashes part the names, a comma stands inside of one.
void joinTurnedAround(QByteArrayView bytes, std::vector<Chunk>& chunks)
{
    if (std::none_of(chunks.begin(), chunks.end(), [](const Chunk& chunk) { return chunk.listed; }))
        return;
    const auto isName = [&](const Chunk& chunk) {
        const QString text = visible(bytes, chunk.range);
        return !isEtAl(text) && (isNameLike(text) || isInitials(withoutMarks(text)));
    };
    std::vector<Chunk> joined;
    bool lists = false; // the chunk before ended with a semicolon
    for (size_t i = 0; i < chunks.size(); ++i) {
        const bool pair = i + 1 < chunks.size() && !chunks[i].listed && !chunks[i].stop
            && (chunks[i + 1].listed || (lists && chunks[i + 1].stop)) && isName(chunks[i])
            && isName(chunks[i + 1]);
        lists = pair || chunks[i].listed;
        joined.push_back(chunks[i]);
        if (pair) {
            Chunk& whole = joined.back();
            whole = chunks[++i];
            whole.range.from = chunks[i - 1].range.from;
            whole.introduced = chunks[i - 1].introduced;
        }
    }
    chunks = std::move(joined);
}

} // namespace

AuthorRun findAuthors(QByteArrayView bytes, TextRange scope)
{
    scope = contents(bytes, scope);
    const Spans spans = scanInline(bytes, scope);
    Chunker chunker(bytes, spans, scope);
    joinTurnedAround(bytes, chunker.chunks);
    AuthorRun single;
    for (size_t at = 0; at < chunker.chunks.size();) {
        AuthorRun run = runFrom(bytes, chunker.chunks, at);
        if (run.names == 0)
            continue;
        run.found = true;
        run.alone = run.range.from == scope.from && trimmed(bytes, { run.range.to, scope.to }).length() <= 1;
        if (run.parts.size() >= 2)
            return run;
        const bool full = visible(bytes, run.parts.front()).contains(u' ');
        const bool sure = isEmphasised(bytes, run.parts.front()) || run.introduced
            || isLabelled(bytes, scope, run.range) || (run.alone && full);
        if (!single.found && sure)
            single = run;
    }
    return single;
}

} // namespace lectern::profile
