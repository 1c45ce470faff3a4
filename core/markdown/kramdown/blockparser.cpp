// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"

#include "core/markdown/kramdown/chars.h"

namespace lectern::markdown {

using namespace chars;

void BlockParser::parse(Node* parent, const Chunk& chunk)
{
    const Chunk outerSource = m_source;
    const std::size_t outerPos = m_pos;
    const bool outerStopped = m_isStopped;
    m_source = chunk;
    m_pos = 0;
    parseInto(parent);
    m_source = outerSource;
    m_pos = outerPos;
    m_isStopped = outerStopped;
}

bool BlockParser::parseInto(Node* parent)
{
    Node* const outerTree = m_tree;
    AttributeList* const outerList = m_waitingList;
    m_tree = parent;
    m_waitingList = nullptr;
    m_isStopped = false;
    const bool tooDeep = ++m_context.depth > Context::deepest;
    if (tooDeep && !atEnd()) {
        m_context.report("markdown.limit", range(m_pos, text().size()), "depth");
        appendText(m_context, m_tree, m_source.sub(m_pos), NodeKind::Text);
        m_pos = text().size();
    }
    while (!atEnd() && !m_isStopped) {
        const std::size_t before = m_pos;
        m_context.spend();
        if (parseBlock())
            continue;
        if (m_isStopped)
            break;
        // No rule takes the line (a space, a tab and text): it stands there without a paragraph.
        m_pos = lineEnd(text(), before);
        appendText(m_context, m_tree, piece(before, m_pos), NodeKind::RawText);
    }
    --m_context.depth;
    const bool stopped = m_isStopped;
    m_isStopped = false;
    m_tree = outerTree;
    m_waitingList = outerList;
    return stopped;
}

bool BlockParser::parseBlock()
{
    if (parseBlankLines())
        return true;
    if (shape::indent(text(), m_pos) && parseIndentedCode())
        return true;
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    const char head = at(start);
    return parseSpecial(head, start) || (!m_isStopped && parseParagraph());
}

bool BlockParser::parseSpecial(char head, std::size_t start)
{
    const auto afterText = [this] { return parseSetextHeading() || parseTable(); };
    switch (head) {
    case '`':
    case '~':
        return parseFence() || afterText();
    case '>':
        return parseQuote();
    case '#':
        return parseHeading() || afterText();
    case '*':
        return parseRule() || parseList() || afterText() || parseAbbreviation();
    case '-':
    case '_':
    case '+':
        return parseRule() || parseList() || afterText();
    case ':':
        return parseDefinitionList() || afterText();
    case '<':
        return parseHtmlBlock() || (!m_isStopped && afterText());
    case '$':
    case '\\':
        return parseSetextHeading() || parseMath() || parseTable();
    case '[':
        return parseSetextHeading() || parseTable() || parseFootnoteDefinition() || parseLinkDefinition();
    case '{':
        return parseSetextHeading() || parseTable() || parseExtension();
    case '^':
        return parseSetextHeading() || parseTable() || (start == m_pos && parseEndMark());
    case '\t':
        return false;
    default:
        return (isDigit(head) && parseList()) || afterText();
    }
}

bool BlockParser::parseBlankLines()
{
    const std::size_t end = shape::blankLines(text(), m_pos);
    if (end == 0)
        return false;
    if (m_tree->last && m_tree->last->kind == NodeKind::Blank) {
        m_tree->last->number += std::uint32_t(end - m_pos);
    } else {
        Node* blank = addBlock(NodeKind::Blank, m_pos, m_pos);
        // What matters of a blank is whether it is one bare newline.
        blank->number = std::uint32_t(end - m_pos);
    }
    m_pos = end;
    return true;
}

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
    if (!shape::fenceStart(text(), m_pos))
        return false;
    const std::size_t start = m_context.options.gfmInput ? skipOptionalSpaces(text(), m_pos) : m_pos;
    std::size_t run = start;
    while (at(run) == '`' || at(run) == '~')
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

bool BlockParser::parseQuote()
{
    const std::size_t from = m_pos;
    std::size_t end = lineEnd(text(), m_pos);
    while (!endsLazyText(end))
        end = lineEnd(text(), end);
    ChunkBuilder builder(m_context);
    for (std::size_t line = from; line < end;) {
        const std::size_t next = lineEnd(text(), line);
        std::size_t content = skipOptionalSpaces(text(), line);
        if (at(content) == '>')
            content += at(content + 1) == ' ' ? 2 : 1;
        else
            content = line;
        builder.add(piece(content, next));
        line = next;
    }
    Node* quote = addBlock(NodeKind::Quote, from, end);
    m_pos = end;
    parse(quote, builder.finish());
    return true;
}

bool BlockParser::parseHeading()
{
    const bool gfm = m_context.options.gfmInput;
    if (!(gfm && m_context.options.paragraphEnd) && !isAfterBoundary())
        return false;
    int level = 0;
    const std::size_t content = shape::heading(text(), m_pos, gfm, &level);
    if (content == 0)
        return false;
    const std::size_t end = lineEnd(text(), content);
    std::size_t to = content + stripRight(text().substr(content, end - content)).size();
    std::string_view id;
    to = withoutId(content, to, &id);
    // A closing run of `#` goes, too: behind a blank in GFM, anywhere but behind a backslash in kramdown's own parser.
    std::size_t marks = to;
    while (marks > content && at(marks - 1) == '#')
        --marks;
    if (!gfm && marks < to && marks > content && at(marks - 1) == '\\')
        ++marks;
    if (marks < to && (gfm ? marks > content && isBlank(at(marks - 1)) : true))
        to = content + stripRight(text().substr(content, marks - content)).size();
    if (to == content)
        return false;
    addHeading(level, id, content, to, end);
    return true;
}

std::size_t BlockParser::withoutId(std::size_t from, std::size_t to, std::string_view* id) const
{
    if (to - from < 5 || at(to - 1) != '}')
        return to;
    // Letters, digits and marks of any script, led by a letter or an underscore.
    const std::size_t open = text().rfind("{#", to - 1);
    if (open == none || open < from + 1 || !isBlank(at(open - 1)))
        return to;
    const std::size_t brace = open + 2;
    for (std::size_t pos = brace; pos < to - 1;) {
        const CodePoint c = decode(text(), pos);
        const bool isMark = at(pos) == ':' || at(pos) == '.' || at(pos) == '-';
        if (pos == brace ? isMark || isDigit(at(pos)) || !isWordUnicode(c.value)
                         : !isMark && !isWordUnicode(c.value))
            return to;
        pos += c.length;
    }
    if (brace >= to - 1)
        return to;
    *id = text().substr(brace, to - 1 - brace);
    return from + stripRight(text().substr(from, open - from)).size();
}

void BlockParser::addHeading(
    int level, std::string_view id, std::size_t from, std::size_t to, std::size_t end)
{
    Node* heading = addBlock(NodeKind::Heading, m_pos, end);
    heading->level = std::uint8_t(level);
    appendText(m_context, heading, piece(from, to), NodeKind::RawText);
    if (!id.empty())
        setAttribute(m_context.arena, heading->attributes, "id", id);
    m_pos = end;
}

bool BlockParser::parseSetextHeading()
{
    const std::size_t content = skipOptionalSpaces(text(), m_pos);
    const std::size_t underline = lineEnd(text(), content);
    if (content >= text().size() || isBlank(at(content)) || at(content) == '\n'
        || (at(underline) != '-' && at(underline) != '='))
        return false;
    std::size_t end = underline;
    while (at(end) == '-' || at(end) == '=')
        ++end;
    while (isSpace(at(end)) && at(end) != '\n')
        ++end;
    if (at(end) != '\n' || !isAfterBoundary())
        return false;
    std::string_view id;
    std::size_t to = content + stripRight(text().substr(content, underline - content)).size();
    to = withoutId(content, to, &id);
    addHeading(at(underline) == '-' ? 2 : 1, id, content, to, end + 1);
    return true;
}

bool BlockParser::parseRule()
{
    const std::size_t end = shape::rule(text(), m_pos);
    if (end == 0)
        return false;
    addBlock(NodeKind::Rule, m_pos, end);
    m_pos = end;
    return true;
}

bool BlockParser::parseEndMark()
{
    const std::size_t end = shape::endMark(text(), m_pos);
    if (end == 0)
        return false;
    addMark({}, m_pos, end);
    m_pos = end;
    return true;
}

bool BlockParser::parseParagraph()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    if (start >= text().size() || isBlank(at(start)) || at(start) == '\n')
        return false;
    const std::size_t from = m_pos;
    std::size_t end = lineEnd(text(), m_pos);
    while (!endsParagraph(end))
        end = lineEnd(text(), end);
    const std::size_t to = from + stripRight(text().substr(from, end - from)).size();
    Node* last = m_tree->last;
    m_pos = end;
    if (last && last->kind == NodeKind::Paragraph) {
        // A line that looked like another block and is none goes on with the paragraph.
        if (last->last && last->last->kind == NodeKind::RawText) {
            const bool hardBreak = from >= 3 && text().compare(from - 3, 3, "  \n") == 0;
            appendText(m_context, last, hardBreak ? piece(from - 3, from) : piece(from - 1, from),
                NodeKind::RawText);
        }
        appendText(m_context, last, piece(from, to), NodeKind::RawText);
        last->range.to = std::max(last->range.to, range(from, to).to);
        return true;
    }
    Node* paragraph = addBlock(NodeKind::Paragraph, from, to);
    const std::size_t content = std::min(skipSpace(text(), from), to);
    appendText(m_context, paragraph, piece(content, to), NodeKind::RawText);
    return true;
}

bool BlockParser::endsLazyText(std::size_t pos) const
{
    if (pos >= text().size() || (pos + 1 == text().size() && at(pos) == '\n'))
        return true;
    const std::size_t start = skipOptionalSpaces(text(), pos);
    switch (at(start)) {
    case ' ':
    case '\t':
    case '\n':
    case '\v':
    case '\f':
    case '\r':
        return shape::blankLines(text(), pos) != 0;
    case '{':
        return bool(matchBlockList(text(), start));
    case '^':
        return start == pos && shape::endMark(text(), pos);
    case '<':
        return html::endsLazyText(text(), pos);
    default:
        return false;
    }
}

bool BlockParser::endsParagraph(std::size_t pos) const
{
    if (endsLazyText(pos))
        return true;
    const std::size_t start = skipOptionalSpaces(text(), pos);
    const bool gfm = m_context.options.gfmInput && m_context.options.paragraphEnd;
    switch (at(start)) {
    case ':':
        return shape::definitionMarker(text(), pos) != 0;
    case '#':
        return gfm && start == pos && shape::headingStart(text(), pos);
    case '>':
        return gfm;
    case '`':
    case '~':
        return gfm && shape::fenceStart(text(), pos);
    case '*':
    case '-':
    case '+':
        return gfm && shape::bulletMarker(text(), pos) != 0;
    default:
        return gfm && isDigit(at(start)) && shape::orderedMarker(text(), pos) != 0;
    }
}

bool BlockParser::isAfterBoundary() const
{
    const Node* last = m_tree->last;
    return !last || last->kind == NodeKind::Blank
        || (last->kind == NodeKind::EndOfBlock && last->text.empty()) || m_waitingList;
}

bool BlockParser::isBeforeBoundary(std::size_t pos) const
{
    return pos >= text().size() || shape::blankLines(text(), pos) || shape::endMark(text(), pos)
        || matchBlockListLine(text(), pos);
}

TextRange BlockParser::range(std::size_t from, std::size_t to) const
{
    while (to > from && isSpace(text()[to - 1]))
        --to;
    while (from < to && isSpace(text()[from]))
        ++from;
    if (from >= text().size()) {
        const qsizetype end = m_source.endToSource(text().size());
        return { end, end };
    }
    const qsizetype start = m_source.toSource(from);
    return { start, from == to ? start : m_source.endToSource(to) };
}

Node* BlockParser::newBlock(NodeKind kind, std::size_t from, std::size_t to)
{
    Node* node = m_context.newNode(kind, range(from, to));
    node->ial = m_waitingList;
    m_waitingList = nullptr;
    return node;
}

Node* BlockParser::addBlock(NodeKind kind, std::size_t from, std::size_t to)
{
    Node* node = newBlock(kind, from, to);
    appendChild(m_tree, node);
    return node;
}

Node* BlockParser::addMark(std::string_view what, std::size_t from, std::size_t to)
{
    Node* mark = addBlock(NodeKind::EndOfBlock, from, to);
    mark->text = what;
    return mark;
}

} // namespace lectern::markdown
