// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/listitem.h"

namespace lectern::markdown {

using namespace chars;

bool BlockParser::parseDefinitionList()
{
    if (!shape::definitionMarker(text(), m_pos))
        return false;
    // The terms are a paragraph right before, or with one bare blank line between.
    Node* last = m_tree->last;
    if (!last)
        return false;
    const bool afterBlank = last->kind == NodeKind::Blank && last->number == 1 && last->previous
        && last->previous->kind == NodeKind::Paragraph;
    if (last->kind != NodeKind::Paragraph && !afterBlank)
        return false;
    if (afterBlank)
        popChild(m_tree);
    Node* list = takeTerms();
    Node* before = m_tree->last;
    Node* trailing = readDefinitions(list, afterBlank);

    // A list that follows another one, with at most blank lines between, continues it.
    Node* target = before;
    if (before && before->kind == NodeKind::Blank && before->previous
        && before->previous->kind == NodeKind::DefinitionList) {
        target = before->previous;
        popChild(m_tree);
    }
    if (target && target->kind == NodeKind::DefinitionList) {
        while (Node* child = list->first) {
            removeChild(child);
            appendChild(target, child);
        }
        target->range.to = list->range.to;
    } else {
        appendChild(m_tree, list);
    }
    if (trailing)
        appendChild(m_tree, trailing);
    return true;
}

Node* BlockParser::takeTerms()
{
    Node* list = newBlock(NodeKind::DefinitionList, m_pos, m_pos);
    Node* paragraph = popChild(m_tree);
    list->range.from = paragraph->range.from;
    // The paragraph's attribute list is the list's now.
    list->ial = paragraph->ial;
    const Chunk terms = paragraph->first ? rawChunk(paragraph->first) : Chunk {};
    for (std::size_t at = 0; at < terms.text.size();) {
        const std::size_t end = lineEnd(terms.text, at);
        Chunk line = terms.sub(at, end - at);
        if (!line.text.empty() && line.text.back() == '\n')
            line.text.remove_suffix(1);
        Node* term = m_context.newNode(NodeKind::Term);
        term->range = {line.toSource(0), line.endToSource(line.text.size())};
        if (const BraceMatch attributes = matchItemList(line.text, 0)) {
            term->ial = m_context.arena.make<AttributeList>();
            readAttributeList(m_context.arena, attributes.body, *term->ial);
            line = line.sub(attributes.end);
        }
        appendText(m_context, term, line, NodeKind::RawText);
        appendChild(list, term);
        at = end;
    }
    return list;
}

Node* BlockParser::readDefinitions(Node* list, bool firstAsParagraph)
{
    std::vector<ListItem> items;
    bool afterBlank = false;
    std::size_t mostSpaces = 3;
    while (!atEnd()) {
        m_context.spend();
        if (const std::size_t markerEnd = shape::definitionMarker(text(), m_pos, mostSpaces)) {
            const std::size_t end = lineEnd(text(), markerEnd);
            ListItem& item = items.emplace_back(m_context);
            const FirstLine line = readFirstLine(markerEnd, end, markerEnd - m_pos);
            item.start(m_context, line.content, line.list, line.indentation, range(m_pos, end), NodeKind::Definition);
            item.firstAsParagraph = firstAsParagraph;
            appendChild(list, item.node);
            mostSpaces = std::min<std::size_t>(3, item.indentation - 1);
            firstAsParagraph = afterBlank = false;
            m_pos = end;
        } else if (shape::endMark(text(), m_pos)) {
            break;
        } else if (const std::size_t end = continuationEnd(items.back().indentation, !afterBlank)) {
            bool indented = false;
            const Chunk line = continuationText(end, items.back().indentation, &indented);
            items.back().add(line);
            items.back().node->range.to = line.endToSource(line.text.size());
            firstAsParagraph = afterBlank = false;
            m_pos = end;
        } else if (const std::size_t blank = shape::blankLines(text(), m_pos)) {
            items.back().add(piece(m_pos, blank));
            firstAsParagraph = afterBlank = true;
            m_pos = blank;
        } else {
            break;
        }
    }
    list->range.to = range(0, m_pos).to;
    return parseDefinitionContents(items);
}

Node* BlockParser::parseDefinitionContents(std::vector<ListItem>& items)
{
    Node* trailing = nullptr;
    for (ListItem& item : items) {
        Node* definition = item.node;
        parse(definition, item.parts.front().finish());
        if (!definition->first)
            continue;
        trailing = definition->last->kind == NodeKind::Blank ? popChild(definition) : nullptr;
        Node* first = definition->first;
        if (first && first->kind == NodeKind::Paragraph && !item.firstAsParagraph) {
            if (first->next && first->first)
                appendMadeText(m_context, first, "\n", {first->range.to, first->range.to}, first->last->kind);
            first->isTransparent = true;
        }
    }
    return trailing;
}

} // namespace lectern::markdown
