// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/people.h"

#include "core/profile/read/namechunks.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/rangememo.h"
#include "core/profile/scan/tags.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// Marks that are set as formulas ("$^\\dagger$") are no part of a name.
QString visible(QByteArrayView bytes, TextRange range)
{
    thread_local RangeMemo<QString> memo;
    return memo.value(bytes, range, [&] {
        Spans spans = scanInline(bytes, range);
        for (Span& span : spans) {
            if (span.kind == SpanKind::Math)
                span.kind = SpanKind::Comment;
        }
        return visibleText(bytes, spans);
    });
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
        // "<span> — with Ann Bee</span>"
        const bool with = inner.contains("with ") && inner.indexOf("with ") < 8;
        if (!wrapper || !(inner.contains(',') || two || with))
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
    QString family = withoutMarks(visible(bytes, chunks[at].range));
    // "Moreno B., Tomas"
    const bool shortened = family.endsWith(u'.') && family.size() > 4 && family[family.size() - 3] == u' ';
    if (shortened)
        family.chop(3);
    const QString given = withoutMarks(visible(bytes, chunks[at + 1].range));
    const auto isWord = [](const QString& text) {
        return text.size() > 2 && text.front().isUpper() && text.back().isLower() && !text.contains(u' ');
    };
    const QStringList words = given.split(u' ');
    const bool middle = words.size() == 1 || (!shortened && words.size() == 2 && words[1].size() <= 2);
    if (!isWord(family) || !middle || !isWord(words[0]) || !isNameLike(family) || !isNameLike(given))
        return false;
    if (chunks[at + 1].stop)
        return true;
    if (at + 2 >= chunks.size())
        return false;
    const QString next = visible(bytes, chunks[at + 2].range);
    return (isNameLike(next) && (withoutMarks(next).contains(u' ') || isEtAl(next))) || !isNameLike(next);
}

bool areFullNames(QByteArrayView bytes, const std::vector<TextRange>& parts)
{
    return std::all_of(
        parts.begin(), parts.end(), [&](TextRange part) { return slice(bytes, part).contains(' '); });
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
        // "Ann Bee, Carl Dee, Nous: Title": a word before a colon among full names begins the title.
        const bool colon = chunk.range.to < bytes.size() && bytes[chunk.range.to] == ':';
        if (colon && run.parts.size() > 1 && !text.contains(u' ') && areFullNames(bytes, run.parts)) {
            run.behind = chunk.range.from;
            break;
        }
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
    // "…, Carl Dee, Quiet Harbour Maps and Patient Walks for …": a title begins like a name.
    if (run.parts.size() > 2 && at < chunks.size() && chunks[at - 1].conjoined && !chunks[at - 1].stop
        && visible(bytes, chunks[at].range).count(u' ') > 4 && areFullNames(bytes, run.parts)) {
        run.behind = run.parts.back().from;
        run.parts.pop_back();
        --run.names;
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

/// "Bee, Ann and Dee, Carl and Fox, Eve": an "and" behind each second piece, as BibTeX lists names.
bool isListedByAnd(QByteArrayView bytes, const std::vector<Chunk>& chunks)
{
    size_t end = 0;
    size_t single = 0;
    while (end < chunks.size() && isNameLike(visible(bytes, chunks[end].range))) {
        if (end % 2 == 1) {
            single += !visible(bytes, chunks[end].range).contains(u' ');
            if (!chunks[end].conjoined)
                break;
        } else if (chunks[end].conjoined || chunks[end].stop) {
            return false;
        }
        ++end;
    }
    const size_t pairs = (end + 1) / 2;
    return end % 2 == 1 && pairs > 1 && single * 2 >= pairs;
}

/// "Bee, Ann; Dee, Carl": where semicolons or slashes part the names, a comma stands inside of one.
void joinTurnedAround(QByteArrayView bytes, std::vector<Chunk>& chunks)
{
    if (std::none_of(chunks.begin(), chunks.end(), [](const Chunk& chunk) { return chunk.listed; })) {
        if (!isListedByAnd(bytes, chunks))
            return;
        for (Chunk& chunk : chunks)
            chunk.listed = chunk.conjoined;
    }
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

/// "**Bee, A., & Dee, C.** (2024). Title": the names alone are emphasised.
AuthorRun emphasisedList(QByteArrayView bytes, TextRange scope, const Spans& spans)
{
    if (spans.empty() || spans.front().end == int(spans.size()) || spans.front().range.from != scope.from)
        return {};
    const Span& span = spans.front();
    if ((span.kind != SpanKind::Strong && span.kind != SpanKind::Emphasis)
        || !slice(bytes, span.inner).contains(','))
        return {};
    AuthorRun run = findAuthors(bytes, span.inner);
    const bool full = std::all_of(run.parts.begin(), run.parts.end(), [&](TextRange part) {
        const QByteArrayView name = slice(bytes, part);
        return name.contains(' ') || name.contains('.') || uchar(name[0]) >= 0xE0;
    });
    if (run.parts.size() < 2 || !full || run.range.from > span.inner.from + 2
        || run.range.to + 2 < span.inner.to)
        return {};
    run.alone = false;
    run.behind = span.range.to;
    return run;
}

} // namespace

namespace {

AuthorRun firstAuthors(QByteArrayView bytes, TextRange scope)
{
    scope = contents(bytes, scope);
    const Spans spans = scanInline(bytes, scope);
    if (AuthorRun run = emphasisedList(bytes, scope, spans); run.found)
        return run;
    std::vector<Chunk> chunks = nameChunks(bytes, spans, scope);
    joinTurnedAround(bytes, chunks);
    AuthorRun single;
    for (size_t at = 0; at < chunks.size();) {
        AuthorRun run = runFrom(bytes, chunks, at);
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

} // namespace

AuthorRun findAuthors(QByteArrayView bytes, TextRange scope)
{
    thread_local RangeMemo<AuthorRun> memo;
    return memo.value(bytes, scope, [&] { return firstAuthors(bytes, scope); });
}

} // namespace lectern::profile
