// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/lexer.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

#include <algorithm>

namespace lectern::profile {
namespace {

constexpr qsizetype longestTarget = 4096;

class Lexer {
public:
    Lexer(QByteArrayView bytes, TextRange range)
        : m_bytes(bytes)
        , m_at(range.from)
        , m_textFrom(range.from)
        , m_range(range)
    {
    }

    std::vector<Lexeme> run()
    {
        m_out.reserve(24);
        while (m_at < m_range.to) {
            if (!step())
                ++m_at;
        }
        flushText();
        return std::move(m_out);
    }

private:
    char at(qsizetype i) const { return i >= m_range.from && i < m_range.to ? m_bytes[i] : '\n'; }

    void flushText()
    {
        if (m_textFrom < m_at)
            m_out.push_back(
                { Lexeme::Kind::Span, SpanKind::Text, { m_textFrom, m_at }, {}, false, 0, false, false, {} });
        m_textFrom = m_at;
    }

    bool emitLexeme(Lexeme lexeme)
    {
        flushText();
        m_at = m_textFrom = lexeme.range.to;
        m_out.push_back(std::move(lexeme));
        return true;
    }

    bool emitSpan(SpanKind kind, qsizetype to)
    {
        Lexeme lexeme;
        lexeme.span = kind;
        lexeme.range = { m_at, to };
        return emitLexeme(std::move(lexeme));
    }

    bool step()
    {
        switch (m_bytes[m_at]) {
        case '\\':
            return backslash();
        case '\n':
        case '\r':
            return emitSpan(
                SpanKind::Newline, m_at + (m_bytes[m_at] == '\r' && at(m_at + 1) == '\n' ? 2 : 1));
        case ' ':
            return spaces();
        case '`':
            return code();
        case '$':
            return math();
        case '<':
            return angle();
        case '{':
            return liquid();
        case '&':
            return entity();
        case '*':
        case '_':
            return emphasisRun();
        case '!':
            return at(m_at + 1) == '[' && bracket(Lexeme::Kind::OpenImage, 2);
        case '[':
            return bracket(Lexeme::Kind::Open, 1);
        case ']':
            return closeBracket();
        default:
            return false;
        }
    }

    qsizetype lineEndBehind(qsizetype i) const
    {
        if (i < m_range.to && m_bytes[i] == '\r')
            ++i;
        if (i < m_range.to && m_bytes[i] == '\n')
            ++i;
        return i;
    }

    bool backslash()
    {
        if (at(m_at + 1) == '\\' && m_at + 1 < m_range.to) {
            qsizetype end = m_at + 2;
            while (end < m_range.to && isBlank(m_bytes[end]))
                ++end;
            if (end >= m_range.to || isEndOfLine(m_bytes[end]))
                return emitSpan(SpanKind::Break, lineEndBehind(end));
        }
        return m_at + 1 < m_range.to && isAsciiPunctuation(m_bytes[m_at + 1])
            && emitSpan(SpanKind::Escape, m_at + 2);
    }

    bool spaces()
    {
        qsizetype end = m_at;
        while (end < m_range.to && m_bytes[end] == ' ')
            ++end;
        if (end - m_at >= 2 && end < m_range.to && isEndOfLine(m_bytes[end]))
            return emitSpan(SpanKind::Break, lineEndBehind(end));
        m_at = end;
        return true;
    }

    /// Finds `needle` before the end; remembers that there is none, so that many openers stay linear.
    qsizetype find(QByteArrayView needle, qsizetype from, qsizetype& noneFrom) const
    {
        if (noneFrom >= 0 && from >= noneFrom)
            return -1;
        const qsizetype found = m_bytes.first(m_range.to).indexOf(needle, from);
        if (found < 0)
            noneFrom = from;
        return found;
    }

    bool code()
    {
        qsizetype open = m_at;
        while (at(open) == '`' && open < m_range.to)
            ++open;
        const qsizetype ticks = open - m_at;
        const size_t slot = size_t(std::min<qsizetype>(ticks, 3) - 1);
        qsizetype close = open;
        while ((close = find(QByteArrayView("```").first(qsizetype(slot) + 1), close, m_noCode[slot])) >= 0) {
            qsizetype behind = close;
            while (behind < m_range.to && m_bytes[behind] == '`')
                ++behind;
            if (behind - close == ticks)
                return emitSpan(SpanKind::Code, behind);
            close = behind;
        }
        m_at = open - 1;
        return false;
    }

    bool math()
    {
        const bool twice = at(m_at + 1) == '$';
        const qsizetype open = m_at + (twice ? 2 : 1);
        if (!twice && isSpace(at(open)))
            return false;
        const qsizetype close = find(twice ? "$$" : "$", open, m_noMath[twice]);
        if (close < 0 || close == open || (!twice && (isSpace(m_bytes[close - 1]) || isDigit(at(close + 1)))))
            return false;
        for (qsizetype i = open; i < close; ++i) {
            if (isEndOfLine(m_bytes[i]))
                return false;
        }
        return emitSpan(SpanKind::Math, close + (twice ? 2 : 1));
    }

    bool angle()
    {
        if (slice(m_bytes, { m_at, m_range.to }).startsWith("<!--")) {
            const qsizetype close = find("-->", m_at + 4, m_noComment);
            return close >= 0 && emitSpan(SpanKind::Comment, close + 3);
        }
        const auto tag = tagAt(m_bytes, m_at, m_range.to);
        if (!tag)
            return false;
        if (tag->name == "br") {
            qsizetype end = tag->range.to;
            while (end < m_range.to && isBlank(m_bytes[end]))
                ++end;
            const bool lineEnds = end < m_range.to && isEndOfLine(m_bytes[end]);
            return emitSpan(SpanKind::Break, lineEnds ? lineEndBehind(end) : tag->range.to);
        }
        if (tag->selfClosing)
            return emitTag(*tag, Lexeme::Kind::Span);
        return emitTag(*tag, tag->closing ? Lexeme::Kind::TagClose : Lexeme::Kind::TagOpen);
    }

    bool emitTag(const HtmlTag& tag, Lexeme::Kind kind)
    {
        Lexeme lexeme;
        lexeme.kind = kind;
        lexeme.span = SpanKind::Tag;
        lexeme.range = tag.range;
        lexeme.name = tag.name;
        return emitLexeme(std::move(lexeme));
    }

    bool liquid()
    {
        // kramdown's attributes for what stands before them: "{: .btn}".
        if (at(m_at + 1) == ':') {
            qsizetype end = m_at + 2;
            while (end < m_range.to && m_bytes[end] != '}' && !isEndOfLine(m_bytes[end]))
                ++end;
            return at(end) == '}' && emitSpan(SpanKind::Liquid, end + 1);
        }
        const bool output = at(m_at + 1) == '{';
        if (!output && at(m_at + 1) != '%')
            return false;
        const qsizetype close = find(output ? "}}" : "%}", m_at + 2, m_noLiquid[output]);
        return close >= 0 && emitSpan(SpanKind::Liquid, close + 2);
    }

    bool entity()
    {
        qsizetype end = m_at + 1;
        if (at(end) == '#')
            ++end;
        const qsizetype from = end;
        while (end < m_range.to && end - from < 32 && (isAsciiLetter(m_bytes[end]) || isDigit(m_bytes[end])))
            ++end;
        return end > from && at(end) == ';' && emitSpan(SpanKind::Entity, end + 1);
    }

    bool emphasisRun()
    {
        Lexeme run;
        run.kind = Lexeme::Kind::Run;
        run.mark = m_bytes[m_at];
        qsizetype end = m_at;
        while (end < m_range.to && m_bytes[end] == run.mark)
            ++end;
        const char before = at(m_at - 1);
        const char behind = at(end);
        // A star behind a word is an author's mark ("Ann*, Bob*"), whatever kramdown makes of it.
        const bool afterWord = isWordByte(before) || before == '>' || before == '\\';
        run.canOpen = !isSpace(behind) && end < m_range.to
            && (!isWordByte(before) || (end - m_at > 1 && run.mark == '*'))
            && !(afterWord && (behind == ',' || behind == ';' || behind == '.'));
        run.canClose = m_at > m_range.from && !isSpace(before) && (run.mark == '*' || !isWordByte(behind));
        run.range = { m_at, end };
        return emitLexeme(std::move(run));
    }

    bool bracket(Lexeme::Kind kind, qsizetype length)
    {
        Lexeme open;
        open.kind = kind;
        open.range = { m_at, m_at + length };
        ++m_openBrackets;
        return emitLexeme(std::move(open));
    }

    bool closeBracket()
    {
        Lexeme close;
        close.kind = Lexeme::Kind::Close;
        close.range = { m_at, m_at + 1 };
        if (m_openBrackets > 0) {
            --m_openBrackets;
            if (at(m_at + 1) == '(')
                readTarget(close);
        }
        return emitLexeme(std::move(close));
    }

    /// `(address "title")` behind a bracket. Parentheses in the address balance, a backslash protects one.
    void readTarget(Lexeme& close)
    {
        qsizetype i = m_at + 2;
        while (i < m_range.to && isBlank(m_bytes[i]))
            ++i;
        if (i < m_range.to && isEndOfLine(m_bytes[i])) {
            i = lineEndBehind(i);
            while (i < m_range.to && isBlank(m_bytes[i]))
                ++i;
        }
        const bool pointed = at(i) == '<';
        const qsizetype from = pointed ? ++i : i;
        qsizetype to = -1;
        int depth = 0;
        for (const qsizetype limit = std::min(m_range.to, i + longestTarget);
             i < limit && !isEndOfLine(m_bytes[i]); ++i) {
            const char c = m_bytes[i];
            if (c == '\\' && isAsciiPunctuation(at(i + 1)))
                ++i;
            else if (pointed ? c == '>' : c == ')' && depth == 0)
                break;
            else if (!pointed && to < 0 && isBlank(c) && isTitle(i))
                to = i;
            else if (c == '(')
                ++depth;
            else if (c == ')')
                --depth;
        }
        if (at(i) != (pointed ? '>' : ')'))
            return;
        if (to < 0)
            to = i;
        if (pointed) {
            while (i < m_range.to && m_bytes[i] != ')' && !isEndOfLine(m_bytes[i]))
                ++i;
            if (at(i) != ')')
                return;
        }
        close.target = trimmed(m_bytes, { from, to });
        close.hasTarget = true;
        close.range.to = i + 1;
    }

    bool isTitle(qsizetype i) const
    {
        while (i < m_range.to && isBlank(m_bytes[i]))
            ++i;
        return at(i) == '"' || at(i) == '\'';
    }

    QByteArrayView m_bytes;
    qsizetype m_at;
    qsizetype m_textFrom;
    TextRange m_range;
    std::vector<Lexeme> m_out;
    int m_openBrackets = 0;
    mutable qsizetype m_noCode[3] = { -1, -1, -1 };
    mutable qsizetype m_noMath[2] = { -1, -1 };
    mutable qsizetype m_noLiquid[2] = { -1, -1 };
    mutable qsizetype m_noComment = -1;
};

} // namespace

std::vector<Lexeme> lexInline(QByteArrayView bytes, TextRange range)
{
    return Lexer(bytes, range).run();
}

} // namespace lectern::profile
