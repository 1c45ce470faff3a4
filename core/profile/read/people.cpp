// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/people.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

#include <QSet>

#include <algorithm>

namespace lectern::profile {
namespace {

bool isMark(QChar c)
{
    return QStringView(
        u"*†‡§¶#✉✝+^＊⋆★☆∗⁎✦♠♣♦♥📧🖂⚑≛=~0123456789¹²³⁴⁵⁰")
        .contains(c);
}

const QSet<QString>& particles()
{
    static const QSet<QString> words { QStringLiteral("de"), QStringLiteral("van"), QStringLiteral("von"),
        QStringLiteral("der"), QStringLiteral("den"), QStringLiteral("da"), QStringLiteral("di"),
        QStringLiteral("la"), QStringLiteral("le"), QStringLiteral("bin"), QStringLiteral("al"),
        QStringLiteral("ben"), QStringLiteral("del"), QStringLiteral("dos"), QStringLiteral("el"),
        QStringLiteral("ter"), QStringLiteral("du"), QStringLiteral("zu"), QStringLiteral("e"),
        QStringLiteral("y"), QStringLiteral("ibn"), QStringLiteral("jr"), QStringLiteral("jr."),
        QStringLiteral("des") };
    return words;
}

/// Words that stand in titles and names of journals, never in a person's.
const QSet<QString>& commonWords()
{
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "journal conference conferences transactions proceedings ieee acm arxiv springer elsevier "
            "workshop workshops letters "
            "university institute international symposium review reviews nature science sciences advances "
            "engineering "
            "applications recognition intelligence analysis learning vision systems computing computer "
            "computers networks "
            "networking research technology technologies security information imaging medicine medical "
            "language processing "
            "data software graphics robotics automation society annual meeting european national best paper "
            "award oral "
            "spotlight poster highlight code project page website demo video dataset datasets preprint "
            "submitted accepted "
            "published under report thesis bibtex abstract slides supplementary neural deep model models "
            "using via based "
            "for with toward towards from on in of the to by at chapter patent patents reviewer lab "
            "laboratory school "
            "department program committee member press access magazine communications physics chemistry "
            "biology health "
            "association evaluation benchmark survey framework method methods network graph image images "
            "detection segmentation classification generation translation optimization reinforcement authors "
            "author "
            "lecture notes findings track demo tutorial paper papers link links arxiv pdf "
            "proc contents chapters feature selection clustering spectral multi-view multi-label "
            "semi-supervised self-supervised efficient towards scalable robust adaptive");
        QSet<QString> set;
        for (const QString& word : list.split(u' '))
            set.insert(word);
        return set;
    }();
    return words;
}

bool hasIdeograph(const QString& text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() < 0xFF00; });
}

QString withoutMarks(QString text)
{
    while (!text.isEmpty()
        && (isMark(text.back()) || text.back().isSpace() || text.back() == u',' || text.back() == u'$'))
        text.chop(1);
    while (!text.isEmpty() && (text.front().isSpace() || isMark(text.front())))
        text.remove(0, 1);
    return text;
}

bool isInitials(const QString& text)
{
    static const QString letters = QStringLiteral(". -");
    int capitals = 0;
    for (const QChar c : text) {
        if (c.isUpper())
            ++capitals;
        else if (!letters.contains(c) || c == u'\0')
            return false;
    }
    return capitals >= 1 && capitals <= 4 && text.contains(u'.');
}

bool isNameWord(const QString& word, bool first)
{
    if (word.isEmpty())
        return false;
    if (particles().contains(word.toLower()))
        return !first || word.front().isUpper() || word.size() > 1;
    const QChar c = word.front();
    if (!(c.isUpper() || (c.isLetter() && !c.isLower() && !c.isUpper()) || c == u'(' || c == u'\''))
        return false;
    int letters = 0;
    int capitals = 0;
    for (const QChar letter : word) {
        if (letter.isDigit() || QStringView(u":?!/\\|@%={}[]\"“”<>_").contains(letter))
            return false;
        letters += letter.isLetter();
        capitals += letter.isUpper();
    }
    // "ICLR", "NeurIPS": acronyms have more capitals than a name's word.
    return letters > 0
        && (capitals <= 2
            || (capitals <= 3 && (word.contains(u'-') || word.contains(u'.') || word.contains(u'\''))));
}

/// "WANG": three letters or more, all of them capitals.
bool isShouted(const QString& word)
{
    return word.size() > 2 && word.size() <= 12
        && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper() || c == u'-'; });
}

} // namespace

bool isEtAl(const QString& visible)
{
    const QString text = visible.toLower().simplified();
    return text == QLatin1StringView("et al") || text == QLatin1StringView("et al.")
        || text == QLatin1StringView("...") || text == QStringLiteral("…")
        || text == QLatin1StringView("others") || text == QStringLiteral("等")
        || text == QLatin1StringView("et. al.") || text == QLatin1StringView("...,");
}

bool isNameLike(const QString& visible)
{
    const QString text = withoutMarks(visible.simplified());
    if (text.isEmpty() || text.size() > 60)
        return false;
    if (isEtAl(visible))
        return true;
    if (hasIdeograph(text) && !text.contains(u' '))
        return text.size() >= 2 && text.size() <= 5 && !text.contains(QStringLiteral("大学"))
            && text.front().isLetter();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 5)
        return false;
    int shouted = 0;
    int mixed = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (commonWords().contains(words[i].toLower()))
            return false;
        // "Jiaqi WANG": one word of a name may stand in capitals.
        if (isShouted(words[i]))
            ++shouted;
        else if (!isNameWord(words[i], i == 0))
            return false;
        else
            mixed += words[i].size() > 2 && words[i].back().isLower();
    }
    return (words.size() > 1 || words.first().size() > 1)
        && (shouted == 0 || (shouted == 1 && mixed > 0 && words.size() < 4));
}

bool isNearlyName(const QString& visible)
{
    const QStringList words = withoutMarks(visible.simplified()).split(u' ', Qt::SkipEmptyParts);
    return words.size() > 1 && words.size() < 4 && isNameWord(words.first(), true)
        && std::all_of(words.begin(), words.end(), [](const QString& word) {
               return word.size() > 1 && !commonWords().contains(word.toLower())
                   && std::all_of(word.begin(), word.end(),
                       [](QChar c) { return c.isLetter() || c == u'-' || c == u'.'; });
           });
}

namespace {

struct Chunk {
    TextRange range;
    bool stop = false; ///< the list cannot go on behind it
    qsizetype behind = 0;
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
    void close(qsizetype to, qsizetype next, bool stop)
    {
        TextRange text = trimmed(m_bytes, { m_from, std::max(m_from, to) });
        for (const char* word : { "and ", "& ", "und ", "et " }) {
            if (slice(m_bytes, text).startsWith(word) && !slice(m_bytes, text).startsWith("et al"))
                text = trimmed(m_bytes, { text.from + qsizetype(qstrlen(word)), text.to });
        }
        m_from = next;
        if (!text.isEmpty())
            chunks.push_back({ text, stop, next });
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
            else if (span.kind == SpanKind::Tag && span.name != "img")
                continue;
            // "**Ann, ** Bob": the comma stands inside the emphasis.
        }
    }

    bool wordAt(qsizetype at, qsizetype end, const char* word) const
    {
        return slice(m_bytes, { at, end }).startsWith(word);
    }

    void text(TextRange range)
    {
        for (qsizetype at = range.from; at < range.to; ++at) {
            const char c = m_bytes[at];
            if (c == ',' || c == ';')
                close(at, at + 1, false);
            else if (wordAt(at, range.to, "，") || wordAt(at, range.to, "、") || wordAt(at, range.to, "；"))
                close(at, at + 3, false);
            else if (isSpace(c) && (wordAt(at + 1, range.to, "and ") || wordAt(at + 1, range.to, "& ")))
                close(at, at + (m_bytes[at + 1] == 'a' ? 4 : 2), false);
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
        if (!wrapper || !slice(bytes, span.inner).contains(','))
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

AuthorRun runFrom(QByteArrayView bytes, const std::vector<Chunk>& chunks, size_t& at)
{
    AuthorRun run;
    while (at < chunks.size()) {
        const Chunk& chunk = chunks[at];
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

bool isEmphasised(QByteArrayView bytes, TextRange part)
{
    return readAuthor(bytes, part).author.owner;
}

} // namespace

AuthorRun findAuthors(QByteArrayView bytes, TextRange scope)
{
    scope = contents(bytes, scope);
    const Spans spans = scanInline(bytes, scope);
    const Chunker chunker(bytes, spans, scope);
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
        if (!single.found && (isEmphasised(bytes, run.parts.front()) || (run.alone && full)))
            single = run;
    }
    return single;
}

AuthorPart readAuthor(QByteArrayView bytes, TextRange part)
{
    AuthorPart out;
    const Spans spans = scanInline(bytes, part);
    QString name;
    QString marks;
    int pieces = 0;
    for (int i = 0; i < int(spans.size()); ++i) {
        const Span& span = spans[size_t(i)];
        switch (span.kind) {
        case SpanKind::Strong:
            out.author.owner = true;
            out.marked = span.range;
            break;
        case SpanKind::Element:
            if (span.name == "sup" || span.name == "sub") {
                marks += visibleText(bytes, spans, i + 1, span.end);
                out.marks = out.marks.isEmpty() ? span.range : TextRange { out.marks.from, span.range.to };
                out.supMarks = true;
                i = span.end - 1;
            } else if (span.name == "a") {
                if (const auto tag = tagAt(bytes, span.range.from, span.range.to))
                    if (const auto href = attributeValue(bytes, *tag, "href"))
                        out.author.url = decoded(bytes, *href);
            } else if (!out.author.owner) {
                out.author.owner = true;
                out.marked = span.range;
            }
            break;
        case SpanKind::Link:
            out.author.url = decoded(bytes, span.target);
            break;
        case SpanKind::Math:
        case SpanKind::Escape:
        case SpanKind::Entity: {
            QString mark = visibleText(bytes, spans, i, i + 1);
            if (span.kind == SpanKind::Entity && mark == u"") {
                name += u' ';
                break;
            }
            if (span.kind == SpanKind::Math)
                mark.replace(QStringLiteral("\\dagger"), QStringLiteral("†"))
                    .replace(QStringLiteral("\\ddagger"), QStringLiteral("‡"))
                    .remove(u'$')
                    .remove(u'^')
                    .remove(u'{')
                    .remove(u'}')
                    .replace(QStringLiteral("\\ast"), QStringLiteral("*"))
                    .remove(u'\\');
            marks += mark;
            out.marks = out.marks.isEmpty() ? span.range : TextRange { out.marks.from, span.range.to };
            break;
        }
        case SpanKind::Text: {
            TextRange range = trimmed(bytes, span.range);
            QString text = decoded(bytes, range);
            QString kept = withoutMarks(text);
            if (kept.isEmpty()) {
                marks += text;
                if (!text.isEmpty())
                    out.marks = out.marks.isEmpty() ? range : TextRange { out.marks.from, range.to };
                break;
            }
            const qsizetype at = text.indexOf(kept);
            const QString behind = text.mid(at + kept.size()).trimmed();
            const qsizetype from = range.from + text.left(at).toUtf8().size();
            out.name = { from, from + kept.toUtf8().size() };
            if (!behind.isEmpty()) {
                marks += behind;
                out.marks = out.marks.isEmpty() ? TextRange { out.name.to, range.to }
                                                : TextRange { out.marks.from, range.to };
            }
            // Replaced bytes count differently in text and in the file.
            pieces += text.contains(QChar::ReplacementCharacter) ? 2 : 1;
            name += name.isEmpty() || name.endsWith(u' ') ? kept : u' ' + kept;
            break;
        }
        default:
            break;
        }
    }
    out.author.name = name.simplified();
    out.author.marks = marks.simplified().remove(u' ');
    if (pieces != 1)
        out.name = {};
    if (out.marked.isEmpty())
        out.marked = out.name;
    return out;
}

std::vector<Author> readAuthors(QByteArrayView bytes, const std::vector<TextRange>& parts)
{
    std::vector<Author> authors;
    for (const TextRange part : parts)
        authors.push_back(readAuthor(bytes, part).author);
    const auto owners
        = std::count_if(authors.begin(), authors.end(), [](const Author& author) { return author.owner; });
    if (authors.size() > 2 && size_t(owners) == authors.size()) {
        for (Author& author : authors)
            author.owner = false;
    }
    return authors;
}

} // namespace lectern::profile
