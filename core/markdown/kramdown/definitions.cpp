// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"

namespace lectern::markdown {

using namespace chars;

bool BlockParser::parseMath()
{
    std::size_t start = skipOptionalSpaces(text(), m_pos);
    const bool isEscaped = at(start) == '\\';
    const std::size_t open = start + (isEscaped ? 1 : 0);
    if (text().compare(open, 2, "$$") != 0)
        return false;
    m_context.hasLookedFar = true;
    const std::size_t close = text().find("$$", open + 2);
    if (close == none || !isAfterBoundary())
        return false;
    std::size_t end = close + 2;
    for (std::size_t pos = end; isSpace(at(pos)); ++pos) {
        if (at(pos) == '\n') {
            end = pos + 1;
            break;
        }
    }
    if (isEscaped) {
        if (end == close + 2)
            return false; // with text behind it, the backslash is the paragraph's
        // The backslash goes; what follows is read as a paragraph with a formula in it.
        m_pos = start + 1;
        return parseTable() || parseParagraph();
    }
    if (!isBeforeBoundary(end))
        return false;
    Node* math = addBlock(NodeKind::Math, start, close + 2);
    math->text = strip(text().substr(open + 2, close - open - 2));
    m_pos = end;
    return true;
}

bool BlockParser::parseFootnoteDefinition()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    if (text().compare(start, 2, "[^") != 0)
        return false;
    const std::size_t length = listNameLength(text(), start + 2);
    const std::size_t colon = start + 2 + length;
    if (length == 0 || text().compare(colon, 2, "]:") != 0)
        return false;
    const std::size_t firstEnd = lineEnd(text(), colon + 2);
    const std::size_t end = codeEnd(text(), firstEnd);
    const std::string_view name = text().substr(start + 2, length);

    ChunkBuilder builder(m_context);
    for (std::size_t line = colon + 2; line < end;) {
        const std::size_t next = lineEnd(text(), line);
        const std::size_t indented = shape::indent(text(), line);
        builder.add(piece(indented ? indented : line, next));
        line = next;
    }
    Node* content = m_context.newNode(NodeKind::FootnoteDefinition, range(m_pos, end));
    content->extra = name;
    const std::size_t from = m_pos;
    m_pos = end;
    parse(content, builder.finish());
    FootnoteDefinition& definition = m_context.footnotes[name];
    if (!definition.content)
        m_context.footnoteOrder.push_back(name);
    definition.content = content;
    ++m_context.definitions;
    definition.mark = addMark("footnote_def", from, end);
    return true;
}

namespace {

/// What may follow a link definition's address: white space, a title in quotes, the end of a line.
struct DefinitionTail {
    std::string_view title;
    bool hasTitle = false;
    std::size_t end = 0; ///< 0: something else follows
};

/// A quoted title at `at` that is the last thing on its line.
DefinitionTail titleAt(std::string_view text, std::size_t at)
{
    if (at >= text.size() || (text[at] != '"' && text[at] != '\''))
        return {};
    const std::size_t newline = text.find('\n', at);
    if (newline == none)
        return {};
    std::size_t last = newline;
    while (last > at && isBlank(text[last - 1]))
        --last;
    if (last < at + 3 || text[last - 1] != text[at])
        return {};
    return { text.substr(at + 1, last - at - 2), true, newline + 1 };
}

DefinitionTail tailAt(std::string_view text, std::size_t at)
{
    const std::size_t next = skipBlank(text, at);
    if (next >= text.size())
        return {};
    if (text[next] == '\n') {
        const DefinitionTail title = titleAt(text, skipBlank(text, next + 1));
        return title.end ? title : DefinitionTail { {}, false, next + 1 };
    }
    return next > at ? titleAt(text, next) : DefinitionTail {};
}

} // namespace

bool BlockParser::parseLinkDefinition()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    if (at(start) != '[')
        return false;
    const std::size_t bracket = text().find_first_of("]\n", start + 1);
    if (bracket == none || bracket == start + 1 || at(bracket) != ']' || at(bracket + 1) != ':')
        return false;
    const std::size_t url = skipBlank(text(), bracket + 2);
    const std::size_t newline = text().find('\n', url);
    if (newline == none)
        return false;
    LinkDefinition definition;
    DefinitionTail tail;
    if (at(url) == '<') {
        for (std::size_t close = text().find('>', url); close < newline && !tail.end;
             close = text().find('>', close + 1)) {
            tail = tailAt(text(), close + 1);
            definition.url = text().substr(url + 1, close - url - 1);
        }
    }
    if (!tail.end) {
        if (skipSpace(text(), url) >= newline)
            return false;
        // The shortest address behind which the rest makes sense.
        for (std::size_t end = url + 1; end <= newline && !tail.end; ++end) {
            if (end == newline || isBlank(at(end)))
                tail = tailAt(text(), end);
            definition.url = text().substr(url, end - url);
        }
        if (!tail.end)
            return false;
        for (std::size_t i = 1; i < definition.url.size(); ++i) {
            const char c = definition.url[i];
            if ((c == '"' || c == '\'') && isBlank(definition.url[i - 1]))
                return false;
        }
    }
    definition.title = tail.title;
    definition.hasTitle = tail.hasTitle;
    const std::string key = Context::linkKey(text().substr(start + 1, bracket - start - 1));
    definition.mark = addMark("link_def", m_pos, tail.end);
    m_context.links[key] = definition;
    ++m_context.definitions;
    m_pos = tail.end;
    return true;
}

bool BlockParser::parseAbbreviation()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    if (text().compare(start, 2, "*[") != 0)
        return false;
    const std::size_t newline = text().find('\n', start);
    const std::size_t close = start + 3 <= text().size() ? text().find("]:", start + 3) : none;
    if (newline == none || close == none || close > newline)
        return false;
    const std::string_view name = text().substr(start + 2, close - start - 2);
    const auto [entry, isNew] = m_context.abbreviations.try_emplace(name);
    if (isNew)
        m_context.abbreviationOrder.push_back(name);
    entry->second.title = strip(text().substr(close + 2, newline - close - 2));
    ++m_context.definitions;
    entry->second.mark = addMark("abbrev_def", m_pos, newline + 1);
    m_pos = newline + 1;
    return true;
}

} // namespace lectern::markdown
