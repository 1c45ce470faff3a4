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
    while (!atEnd() && !m_isStopped)
        readBlock();
    --m_context.depth;
    const bool stopped = m_isStopped;
    m_isStopped = false;
    m_tree = outerTree;
    m_waitingList = outerList;
    return stopped;
}

void BlockParser::enter(const Chunk& chunk, std::size_t from, Node* parent)
{
    m_source = chunk;
    m_pos = from;
    m_tree = parent;
    m_waitingList = nullptr;
    m_isStopped = false;
}

void BlockParser::readBlock()
{
    const std::size_t before = m_pos;
    m_context.spend();
    if (parseBlock() || m_isStopped)
        return;
    // No rule takes the line (a space, a tab and text): it stands there without a paragraph.
    m_pos = lineEnd(text(), before);
    appendText(m_context, m_tree, piece(before, m_pos), NodeKind::RawText);
}

/// Behind blank lines, with nothing that waits for the next block and no block that would reach back over them.
bool BlockParser::isAtSeam() const
{
    if (m_waitingList || !m_tree->last || m_tree->last->kind != NodeKind::Blank)
        return false;
    // Definitions go on with those before.
    const Node* before = m_tree->last->previous;
    if (before && before->kind == NodeKind::DefinitionList)
        return false;
    const char head = at(skipOptionalSpaces(text(), m_pos));
    return head != ':' && head != '{' && !isSpace(head);
}

bool BlockParser::parseBlock()
{
    if (m_context.options.smartOnly)
        return parseHtmlBlock() || (!m_isStopped && takeLine());
    if (parseBlankLines())
        return true;
    if (shape::indent(text(), m_pos) && parseIndentedCode())
        return true;
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    const char head = at(start);
    return parseSpecial(head, start) || (!m_isStopped && parseParagraph());
}

bool BlockParser::takeLine()
{
    const std::size_t end = lineEnd(text(), m_pos);
    appendText(m_context, m_tree, piece(m_pos, end), NodeKind::RawText);
    m_pos = end;
    return true;
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
            if (from > 0 && text()[from - 1] == '\n')
                appendText(m_context, last, hardBreak ? piece(from - 3, from) : piece(from - 1, from),
                    NodeKind::RawText);
            else // behind the end tag of an element that became a paragraph
                appendMadeText(m_context, last, "\n", range(from, from), NodeKind::RawText);
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
