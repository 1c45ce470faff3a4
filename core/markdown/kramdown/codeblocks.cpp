// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"

namespace lectern::markdown {

using namespace chars;

std::size_t BlockParser::codeEnd(std::string_view text, std::size_t at) const
{
    const auto textOnLine = [&](std::size_t from) {
        const std::size_t start = skipBlank(text, from);
        return start < text.size() && !isSpace(text[start]) && text.find('\n', start) != none;
    };
    for (;;) {
        const std::size_t blank = shape::blankLines(text, at);
        std::size_t end = blank ? blank : at;
        std::size_t indented = shape::indent(text, end);
        if (!indented || !textOnLine(indented))
            return at;
        while (indented && textOnLine(indented)) {
            end = lineEnd(text, indented);
            indented = shape::indent(text, end);
        }
        while (end < text.size() && textOnLine(end) && !matchBlockListLine(text, end)
            && !shape::endMark(text, end) && !html::endsLazyText(text, end))
            end = lineEnd(text, end);
        at = end;
    }
}

bool BlockParser::parseIndentedCode()
{
    const std::size_t end = codeEnd(text(), m_pos);
    if (end == m_pos)
        return false;
    std::string code;
    for (std::size_t at = m_pos; at < end;) {
        const std::size_t next = lineEnd(text(), at);
        const std::size_t indented = shape::indent(text(), at);
        if (indented == 0 && !code.empty() && !isSpace(text()[skipOptionalSpaces(text(), at)])) {
            // A lazy line joins the line before it.
            code.back() = ' ';
            code += text().substr(at, next - at);
        } else {
            const std::size_t from = indented ? indented : at;
            code += text().substr(from, next - from);
        }
        at = next;
    }
    Node* block = addBlock(NodeKind::CodeBlock, m_pos, end);
    block->text = m_context.arena.copy(code);
    m_pos = end;
    return true;
}

std::size_t BlockParser::fenceInfoEnd(std::string_view text, std::size_t at, std::string_view* language) const
{
    const auto skip = [&](std::size_t from) {
        while (from < text.size() && text[from] != '\n' && isSpace(text[from]))
            ++from;
        return from;
    };
    const std::size_t start = skip(at);
    std::size_t end = start;
    while (end < text.size() && !isSpace(text[end]))
        ++end;
    const std::size_t newline = skip(end);
    if (newline >= text.size() || text[newline] != '\n')
        return 0;
    *language = text.substr(start, end - start);
    return newline + 1;
}

bool BlockParser::parseFence()
{
    // kramdown's own input knows tildes at the start of a line only.
    if (!shape::fenceStart(text(), m_pos)
        || (!m_context.options.gfmInput && text().compare(m_pos, 3, "~~~") != 0))
        return false;
    m_context.hasLookedFar = true;
    const std::size_t start = m_context.options.gfmInput ? skipOptionalSpaces(text(), m_pos) : m_pos;
    std::size_t run = start;
    while ((at(run) == '`' && m_context.options.gfmInput) || at(run) == '~')
        ++run;
    // A shorter fence is tried where the full one finds no end; the marks left over then count as language.
    for (std::size_t length = run - start; length >= 3; --length) {
        std::string_view language;
        const std::size_t code = fenceInfoEnd(text(), start + length, &language);
        if (code == 0)
            continue;
        const std::string_view fence = text().substr(start, length);
        for (std::size_t line = code; line < text().size(); line = lineEnd(text(), line)) {
            m_context.spend();
            std::size_t close = m_context.options.gfmInput ? skipOptionalSpaces(text(), line) : line;
            if (text().compare(close, length, fence) != 0)
                continue;
            for (close += length; at(close) == fence.back();)
                ++close;
            while (isSpace(at(close)) && at(close) != '\n')
                ++close;
            if (at(close) != '\n')
                continue;
            Node* block = addBlock(NodeKind::CodeBlock, m_pos, close + 1);
            block->isFenced = true;
            block->text = text().substr(code, line - code);
            block->extra = language;
            if (!language.empty()) {
                const std::size_t query = language.find('?', 1);
                setAttribute(m_context.arena, block->attributes, "class",
                    m_context.arena.copy("language-" + std::string(language.substr(0, query))));
            }
            m_pos = close + 1;
            return true;
        }
    }
    return false;
}

} // namespace lectern::markdown
