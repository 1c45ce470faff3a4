// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/tokens.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lectern::liquid {

namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isStripped(char c) { return isSpace(c) || c == '\0'; }
bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

class Splitter {
public:
    explicit Splitter(QByteArrayView text) : m_text(text) {}

    std::vector<Token> run()
    {
        qsizetype at = 0;
        while (at < m_text.size()) {
            const qsizetype opening = nextOpening(at);
            if (opening < 0) {
                addText(at, m_text.size());
                break;
            }
            addText(at, opening);
            at = addMarkup(opening);
        }
        return std::move(m_tokens);
    }

private:
    qsizetype nextOpening(qsizetype at) const
    {
        while ((at = m_text.indexOf('{', at)) >= 0) {
            if (at + 1 >= m_text.size())
                return -1;
            if (m_text[at + 1] == '%' || m_text[at + 1] == '{')
                return at;
            ++at;
        }
        return -1;
    }

    /// Where the markup that opens at `at` ends; -1 where it does not.
    qsizetype endOfMarkup(qsizetype at)
    {
        if (m_text[at + 1] == '%') {
            if (at + 2 >= m_tagEndsAfter)
                return -1;
            const qsizetype end = m_text.indexOf("%}", at + 2);
            if (end < 0)
                m_tagEndsAfter = at + 2;
            return end < 0 ? -1 : end + 2;
        }
        if (at + 2 >= m_outputEndsAfter)
            return -1;
        const qsizetype end = m_text.indexOf('}', at + 2);
        if (end < 0) {
            m_outputEndsAfter = at + 2;
            return -1;
        }
        return end + 1 < m_text.size() && m_text[end + 1] == '}' ? end + 2 : end + 1;
    }

    qsizetype addMarkup(qsizetype at)
    {
        const qsizetype end = endOfMarkup(at);
        if (end < 0) {
            add(Token::Kind::Unclosed, at, at + 2);
            return at + 2;
        }
        const QByteArrayView markup = m_text.sliced(at, end - at);
        const bool isTag = markup[1] == '%';
        if (isTag ? tagName(markup).isEmpty() : !markup.endsWith("}}") || markup.size() < 4) {
            add(Token::Kind::Unclosed, at, end);
            return end;
        }
        if (markup[2] == '-')
            stripBefore();
        add(isTag ? Token::Kind::Tag : Token::Kind::Output, at, end);
        m_stripNext = markup[markup.size() - 3] == '-';
        return isTag && tagName(markup) == "raw" ? addRaw(end) : end;
    }

    /// The body of a raw block that begins at `from`, and its end tag; returns where the end tag ends.
    qsizetype addRaw(qsizetype from)
    {
        qsizetype at = from;
        while (at < m_text.size()) {
            const qsizetype opening = nextOpening(at);
            if (opening < 0)
                break;
            const qsizetype end = endOfMarkup(opening);
            if (end < 0) {
                at = opening + 2;
                continue;
            }
            const qsizetype bodyEnd = rawEnd(opening, end);
            if (bodyEnd >= 0) {
                add(Token::Kind::Raw, from, bodyEnd);
                return end;
            }
            at = end;
        }
        add(Token::Kind::Raw, from, m_text.size());
        return m_text.size();
    }

    /// Where "{% endraw" begins in the token [from, to), as tags/raw.rb finds it: the last "{%" that a word follows.
    qsizetype rawEnd(qsizetype from, qsizetype to) const
    {
        const QByteArrayView token = m_text.sliced(from, to - from);
        if (!token.endsWith("%}"))
            return -1;
        qsizetype at = token.size() - 2;
        while (at > 0 && (at = token.lastIndexOf("{%", at - 1)) >= 0) {
            qsizetype word = at + 2;
            while (word < token.size() && isSpace(token[word]))
                ++word;
            qsizetype end = word;
            while (end < token.size() && isWord(token[end]))
                ++end;
            if (end > word)
                return token.sliced(word, end - word) == "endraw" ? from + at : -1;
        }
        return -1;
    }

    void addText(qsizetype from, qsizetype to)
    {
        if (from >= to)
            return;
        if (m_stripNext) {
            while (from < to && isStripped(m_text[from]))
                ++from;
        }
        m_stripNext = false;
        qsizetype at = from;
        while (at < to && isSpace(m_text[at]))
            ++at;
        add(at == to ? Token::Kind::Blank : Token::Kind::Text, from, to);
    }

    void stripBefore()
    {
        if (m_tokens.empty())
            return;
        Token& last = m_tokens.back();
        if (last.kind != Token::Kind::Text && last.kind != Token::Kind::Blank)
            return;
        while (last.range.to > last.range.from && isStripped(m_text[last.range.to - 1]))
            --last.range.to;
        if (last.range.isEmpty())
            last.kind = Token::Kind::Blank;
    }

    void add(Token::Kind kind, qsizetype from, qsizetype to) { m_tokens.push_back({kind, {from, to}}); }

    QByteArrayView m_text;
    std::vector<Token> m_tokens;
    bool m_stripNext = false;
    // No end follows behind these offsets: keeps many openings without an end from costing a search each.
    qsizetype m_tagEndsAfter = std::numeric_limits<qsizetype>::max();
    qsizetype m_outputEndsAfter = std::numeric_limits<qsizetype>::max();
};

} // namespace

std::vector<Token> split(QByteArrayView text) { return Splitter(text).run(); }

QByteArrayView tagName(QByteArrayView tag)
{
    qsizetype at = 2;
    if (at < tag.size() && tag[at] == '-')
        ++at;
    while (at < tag.size() && isSpace(tag[at]))
        ++at;
    qsizetype end = at;
    if (end < tag.size() && tag[end] == '#')
        return tag.sliced(at, 1);
    while (end < tag.size() && isWord(tag[end]))
        ++end;
    return tag.sliced(at, end - at);
}

QByteArray skeletonOf(QByteArrayView text, const std::vector<Token>& tokens)
{
    QByteArray skeleton;
    for (const Token& token : tokens) {
        if (token.kind == Token::Kind::Tag || token.kind == Token::Kind::Output) {
            skeleton += text.sliced(token.range.from, token.range.length());
        } else {
            skeleton += '\1';
            skeleton += char('0' + int(token.kind) + (token.range.isEmpty() ? 8 : 0));
        }
    }
    return skeleton;
}

QByteArray skeletonJson(QByteArrayView text, const std::vector<Token>& tokens)
{
    QJsonArray list;
    for (const Token& token : tokens) {
        switch (token.kind) {
        case Token::Kind::Tag:
        case Token::Kind::Output:
            list.append(QString::fromUtf8(text.sliced(token.range.from, token.range.length())));
            break;
        case Token::Kind::Blank:
            list.append(1);
            break;
        case Token::Kind::Raw:
            list.append(token.range.isEmpty() ? 2 : 3);
            break;
        case Token::Kind::Text:
        case Token::Kind::Unclosed:
            list.append(0);
            break;
        }
    }
    return QJsonDocument(list).toJson(QJsonDocument::Compact);
}

} // namespace lectern::liquid
