// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmlelements.h"
#include "core/markdown/kramdown/htmltonative.h"

namespace lectern::markdown {

using namespace chars;

bool BlockParser::parseHtmlBlock()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    // A comment is a block at the very start of a line only.
    if (start == m_pos) {
        if (const std::size_t end = matchComment(m_pos)) {
            Node* comment = m_context.newNode(NodeKind::Comment, range(m_pos, end));
            comment->text = text().substr(m_pos, end - m_pos);
            appendChild(m_tree, comment);
            m_pos = end;
            skipRestOfLine();
            return true;
        }
    }
    if (const html::OpenTag tag = matchOpenTag(start)) {
        if (html::tagInfo(toLowerUnicode(tag.name)).isSpan)
            return false;
        m_pos = tag.end;
        openElement(tag, start);
        if (m_context.options.htmlToNative)
            HtmlToNative(m_context).convert(m_tree->last);
        return true;
    }
    const html::CloseTag close = html::matchCloseTag(text(), start);
    if (!close)
        return false;
    const std::string name = toLowerUnicode(close.name);
    if (html::tagInfo(name).isSpan || m_tree->kind != NodeKind::HtmlElement || m_tree->text != name)
        return false;
    m_pos = close.end;
    m_isStopped = true;
    return false;
}

html::OpenTag BlockParser::matchOpenTag(std::size_t pos)
{
    const html::OpenTag tag = html::matchOpenTag(text(), pos);
    if (!tag && html::nameLength(text(), pos + 1) != 0)
        m_context.hasLookedFar = true;
    return tag;
}

std::size_t BlockParser::matchComment(std::size_t pos)
{
    const std::size_t end = html::matchComment(text(), pos);
    if (!end && text().compare(pos, 4, "<!--") == 0)
        m_context.hasLookedFar = true;
    return end;
}

std::size_t BlockParser::matchInstruction(std::size_t pos)
{
    const std::size_t end = html::matchInstruction(text(), pos);
    if (!end && at(pos + 1) == '?')
        m_context.hasLookedFar = true;
    return end;
}

void BlockParser::skipRestOfLine()
{
    const std::size_t end = skipBlank(text(), m_pos);
    if (at(end) == '\n')
        m_pos = end + 1;
}

void BlockParser::openElement(const html::OpenTag& tag, std::size_t from)
{
    Node* element = makeElement(m_context, tag, range(from, tag.end), false);
    appendChild(m_tree, element);
    if (html::tagInfo(element->text).isVoid)
        element->isClosed = true;
    // Behind `<script/>`, too, everything up to the end tag is verbatim.
    if (tag.name == "script" || tag.name == "style" || element->text == "script" || element->text == "style") {
        readVerbatimBody(element);
        readElementBody(element, false);
    } else {
        readElementBody(element, !element->isClosed);
    }
    element->range.to = std::max(element->range.to, m_source.endToSource(m_pos));
    const TextRange whole = range(from, m_pos);
    element->range.to = std::max(whole.to, element->range.from);
}

void BlockParser::readVerbatimBody(Node* element)
{
    const std::size_t from = m_pos;
    const std::size_t close = html::findCloseTagOf(text(), m_pos, element->text);
    const std::size_t end = close == none ? text().size() : close;
    appendText(m_context, element, piece(from, end), NodeKind::Raw);
    m_pos = close == none ? end : html::matchCloseTagOf(text(), close, element->text, true);
    if (close == none)
        reportUnclosed(element);
    element->isClosed = false;
}

void BlockParser::reportUnclosed(const Node* element)
{
    m_context.report("markdown.unclosed-block", element->range, element->text);
}

void BlockParser::readElementBody(Node* element, bool readBody)
{
    if (m_waitingList) {
        element->ial = m_waitingList;
        m_waitingList = nullptr;
    }
    const bool insideRaw = m_tree->kind == NodeKind::HtmlElement && m_tree->model == ContentModel::Raw;
    const ContentModel natural = html::tagInfo(element->text).model;
    element->model = !insideRaw && m_context.options.parseBlockHtml ? natural : ContentModel::Raw;
    if (const auto wish = takeMarkdownWish(element)) {
        switch (*wish) {
        case MarkdownWish::Raw: element->model = ContentModel::Raw; break;
        case MarkdownWish::Default: element->model = natural; break;
        case MarkdownWish::Span: element->model = ContentModel::Span; break;
        case MarkdownWish::Block: element->model = ContentModel::Block; break;
        }
    }
    if (element->model == ContentModel::Block)
        skipRestOfLine();
    if (!readBody)
        return;
    switch (element->model) {
    case ContentModel::Block:
        if (!parseInto(element))
            reportUnclosed(element);
        break;
    case ContentModel::Span:
        readSpanBody(element);
        break;
    default:
        readRawBody(element);
    }
    if (!insideRaw)
        skipRestOfLine();
}

void BlockParser::readSpanBody(Node* element)
{
    const std::size_t close = html::findCloseTagOf(text(), m_pos, element->text);
    if (close == none) {
        appendText(m_context, element, piece(m_pos, text().size()), NodeKind::RawText);
        m_pos = text().size();
        reportUnclosed(element);
        return;
    }
    appendText(m_context, element, piece(m_pos, close), NodeKind::RawText);
    m_pos = html::matchCloseTagOf(text(), close, element->text, true);
}

void BlockParser::readRawBody(Node* element)
{
    Node* const outer = m_tree;
    m_tree = element;
    if (++m_context.depth > Context::deepest) {
        m_context.report("markdown.limit", element->range, "depth");
        appendText(m_context, element, piece(m_pos, text().size()), NodeKind::Text);
        m_pos = text().size();
    } else {
        while (readRawMarkup(element))
            m_context.spend();
    }
    --m_context.depth;
    m_tree = outer;
}

bool BlockParser::readRawMarkup(Node* element)
{
    // Text up to the next thing that looks like a tag.
    std::size_t tag = text().find('<', m_pos);
    const auto isMarkup = [this](std::size_t pos) {
        return at(pos + 1) == '/' || at(pos + 1) == '?' || text().compare(pos, 4, "<!--") == 0
            || html::nameLength(text(), pos + 1) != 0;
    };
    while (tag != none && !isMarkup(tag))
        tag = text().find('<', tag + 1);
    if (tag == none) {
        appendText(m_context, element, piece(m_pos, text().size()), NodeKind::Text);
        m_pos = text().size();
        reportUnclosed(element);
        return false;
    }
    appendText(m_context, element, piece(m_pos, tag), NodeKind::Text);
    m_pos = tag;
    const std::size_t comment = matchComment(tag);
    const std::size_t instruction = comment ? 0 : matchInstruction(tag);
    if (comment || instruction) {
        const std::size_t end = comment ? comment : instruction;
        Node* node = m_context.newNode(comment ? NodeKind::Comment : NodeKind::Instruction, range(tag, end));
        node->text = text().substr(tag, end - tag);
        appendChild(element, node);
        m_pos = end;
    } else if (const html::OpenTag open = matchOpenTag(tag)) {
        m_pos = open.end;
        openElement(open, tag);
    } else if (const html::CloseTag close = html::matchCloseTag(text(), tag)) {
        m_pos = close.end;
        const bool known = html::tagInfo(element->text).isKnown;
        if (known ? toLowerUnicode(close.name) == element->text : close.name == element->text)
            return false;
        m_context.report("markdown.stray-close-tag", range(tag, close.end), close.name);
        appendText(m_context, element, piece(tag, close.end), NodeKind::Text);
    } else {
        appendText(m_context, element, piece(tag, tag + 1), NodeKind::Text);
        m_pos = tag + 1;
    }
    return m_pos < text().size();
}

} // namespace lectern::markdown
