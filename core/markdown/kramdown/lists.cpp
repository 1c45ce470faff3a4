// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/listitem.h"

namespace lectern::markdown {

using namespace chars;

BlockParser::FirstLine BlockParser::readFirstLine(std::size_t markerEnd, std::size_t end, std::size_t indentation)
{
    FirstLine line;
    const std::string_view rest = text().substr(0, end);
    line.list = matchItemList(rest, markerEnd);
    const std::size_t afterList = line.list ? line.list.end : markerEnd;
    // Nothing but white space and perhaps an attribute list: the content stands four columns in.
    const bool isEmpty = skipSpace(rest, afterList) >= end;
    std::size_t content = markerEnd;
    std::size_t columns = 0;
    for (; isBlank(at(content)); ++content)
        columns += at(content) == '\t' ? 4 - (columns + indentation) % 4 : 1;
    line.indentation = isEmpty ? 4 : indentation + columns;
    content = line.list ? line.list.end : std::min(skipSpace(rest, markerEnd), end);
    line.content = piece(content, end);
    return line;
}

std::size_t BlockParser::continuationEnd(std::size_t indentation, bool lazy) const
{
    const std::size_t end = lineEnd(text(), m_pos);
    if (end == m_pos || text()[end - 1] != '\n' || skipSpace(text().substr(0, end), m_pos) >= end)
        return 0;
    // Whole tabs or groups of four spaces, then the rest in spaces; or one group more.
    std::size_t pos = m_pos;
    std::size_t groups = indentation / 4;
    for (std::size_t next = 0; groups > 0 && (next = shape::indent(text(), pos)) != 0; --groups)
        pos = next;
    if (groups == 0) {
        if (shape::indent(text(), pos) || text().compare(pos, indentation % 4, std::string_view("   ", indentation % 4)) == 0)
            return end;
    }
    if (!lazy)
        return 0;
    std::size_t start = m_pos;
    for (std::size_t most = std::min<std::size_t>(indentation, 3); most > 0 && at(start) == ' '; --most)
        ++start;
    if (at(start) == '{' && matchBlockList(text(), start))
        return 0;
    if (at(start) == '<' && html::endsLazyText(text(), start))
        return 0;
    return end;
}

Chunk BlockParser::continuationText(std::size_t end, std::size_t indentation, bool* indented)
{
    std::size_t pos = m_pos;
    while (at(pos) == '\t')
        ++pos;
    const std::size_t columns = (pos - m_pos) * 4;
    std::size_t spaces = pos;
    while (at(spaces) == ' ' && columns + (spaces - pos) < indentation)
        ++spaces;
    *indented = columns + (spaces - pos) >= indentation;
    if (*indented && columns <= indentation)
        return piece(spaces, end);
    // Tabs at the start count four columns each; what the indentation leaves of them stays as spaces.
    ChunkBuilder builder(m_context);
    builder.addMade(std::string(columns - (*indented ? indentation : 0), ' '), m_source.toSource(m_pos));
    builder.add(piece(pos, end));
    return builder.finish();
}

bool BlockParser::parseList()
{
    const bool isBullet = shape::bulletMarker(text(), m_pos) != 0;
    if (!isBullet && !shape::orderedMarker(text(), m_pos))
        return false;
    const auto marker = isBullet ? shape::bulletMarker : shape::orderedMarker;
    const std::size_t from = m_pos;
    Node* list = newBlock(isBullet ? NodeKind::BulletList : NodeKind::OrderedList, from, from);
    std::vector<ListItem> items;
    bool endMark = false;
    bool afterBlank = false;
    std::size_t mostSpaces = 3;
    while (!atEnd()) {
        m_context.spend();
        if (afterBlank && shape::rule(text(), m_pos))
            break;
        if (const std::size_t end = shape::endMark(text(), m_pos)) {
            m_pos = end;
            endMark = true;
            break;
        }
        if (const std::size_t markerEnd = marker(text(), m_pos, mostSpaces)) {
            const std::size_t end = lineEnd(text(), markerEnd);
            ListItem& item = items.emplace_back(m_context);
            item.from = m_pos;
            const FirstLine line = readFirstLine(markerEnd, end, markerEnd - m_pos);
            item.start(m_context, line.content, line.list, line.indentation, range(m_pos, end));
            appendChild(list, item.node);
            mostSpaces = std::min<std::size_t>(3, item.indentation - 1);
            afterBlank = false;
            m_pos = end;
        } else if (const std::size_t end = continuationEnd(items.back().indentation, !afterBlank)) {
            addContinuation(items.back(), end);
            afterBlank = false;
        } else if (const std::size_t blank = shape::blankLines(text(), m_pos)) {
            items.back().hasNestedList = true;
            items.back().add(piece(m_pos, blank));
            afterBlank = true;
            m_pos = blank;
        } else {
            break;
        }
    }
    list->range = range(from, m_pos);
    appendChild(m_tree, list);
    parseItems(list, items, endMark);
    if (m_context.options.gfmInput)
        markTasks(list);
    return true;
}

void BlockParser::addContinuation(ListItem& item, std::size_t end)
{
    bool indented = false;
    const Chunk line = continuationText(end, item.indentation, &indented);
    const bool startsList = shape::listStart(line.text, 0);
    if (!item.hasNestedList && indented && startsList) {
        // A list right behind the item's text is read on its own, so that the text does not swallow it.
        item.parts.emplace_back(m_context);
        item.hasNestedList = true;
    } else if (item.hasNestedList && !indented && startsList) {
        // A marker that stands too far left for this list belongs to what is open inside the item.
        item.parts.back().addMade(std::string(item.indentation + 4, ' '), line.toSource(0));
    }
    item.add(line);
    item.node->range.to = line.endToSource(line.text.size());
    m_pos = end;
}

void BlockParser::parseItems(Node* list, std::vector<ListItem>& items, bool endMark)
{
    Node* trailing = nullptr;
    const bool isTop
        = m_context.topItems.find && m_context.depth == 1 && items.size() >= TopItems::shortest;
    for (std::size_t i = 0; i < items.size(); ++i) {
        ListItem& item = items[i];
        const bool isLast = i + 1 == items.size();
        if (isTop && takeKnown(item, isLast ? m_pos : items[i + 1].from, isLast)) {
            const TopItem& known = *m_context.topItem(item.node);
            if (!known.kept->isEmpty)
                trailing = trailingBlank(known);
            continue;
        }
        const qint64 steps = m_context.steps;
        const int definitions = m_context.definitions;
        const std::size_t findings = m_context.diagnostics.size();
        for (ChunkBuilder& part : item.parts)
            parse(item.node, part.finish());
        const bool isEmpty = !item.node->first;
        if (!isEmpty) {
            settleItem(list, item.node, endMark);
            trailing = item.node->last->kind == NodeKind::Blank ? popChild(item.node) : nullptr;
        }
        if (TopItem* top = m_context.topItem(item.node)) {
            top->fresh.steps = m_context.steps - steps;
            top->fresh.isKeepable = !isLast && m_context.definitions == definitions
                && m_context.diagnostics.size() == findings;
            top->fresh.isEmpty = isEmpty;
            noteItem(item.node, isEmpty ? nullptr : trailing);
        }
    }
    if (trailing && !endMark)
        appendChild(m_tree, trailing);
}

/// Makes the item one of those that can be kept; true where it is known already. The last one depends on the others.
bool BlockParser::takeKnown(ListItem& item, std::size_t to, bool isLast)
{
    TopItems& all = m_context.topItems;
    TopItem& top = all.items.emplace_back();
    top.from = item.from;
    top.to = to;
    item.node->number = std::uint32_t(all.items.size());
    if (!isLast)
        top.kept = all.find(top.from, top.to);
    if (!top.kept)
        return false;
    item.node->range = top.kept->html.range.shifted(qsizetype(top.from));
    m_context.steps += top.kept->steps;
    return true;
}

Node* BlockParser::trailingBlank(const TopItem& item)
{
    if (!item.kept->trailing)
        return nullptr;
    Node* blank = m_context.newNode(NodeKind::Blank, item.kept->trailing->range.shifted(qsizetype(item.from)));
    blank->number = item.kept->trailing->number;
    return blank;
}

namespace {

/// False for an item of paragraphs, which makes the last one of the list stand in a paragraph, too.
bool letsLastBeTight(const Node* item)
{
    return !item->first || item->first->kind != NodeKind::Paragraph || item->first->isTransparent;
}

} // namespace

void BlockParser::noteItem(const Node* item, const Node* trailing)
{
    TopItem& top = *m_context.topItem(item);
    top.fresh.letsLastBeTight = letsLastBeTight(item);
    if (trailing)
        top.fresh.trailing = KeptItem::Blank { trailing->range.shifted(-qsizetype(top.from)), trailing->number };
}

void BlockParser::settleItem(Node* list, Node* item, bool endMark)
{
    Node* first = item->first;
    if (first->kind == NodeKind::Paragraph && first->ial && first->next && first->next->kind == NodeKind::EndOfBlock)
        removeChild(first->next);
    if (first->kind != NodeKind::Paragraph)
        return;
    const Node* second = first->next;
    const bool isLast = item == list->last;
    const bool tight = !second || second->kind != NodeKind::Blank || (isLast && !second->next && !endMark);
    if (!tight)
        return;
    // The last item follows the others: it is loose when all of them are.
    bool followsTight = !isLast || list->first == item;
    for (const Node* other = list->first; !followsTight && other != item; other = other->next) {
        const TopItem* top = m_context.topItem(other);
        followsTight = top && top->kept ? top->kept->letsLastBeTight : letsLastBeTight(other);
    }
    if (!followsTight)
        return;
    if (second && second->kind != NodeKind::Blank && first->first) {
        const qsizetype end = first->range.to;
        appendMadeText(m_context, first, "\n", {end, end}, first->last->kind);
    }
    first->isTransparent = true;
}

namespace {

constexpr std::string_view openBox = "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\" />";
constexpr std::string_view tickedBox
    = "<input type=\"checkbox\" class=\"task-list-item-checkbox\" disabled=\"disabled\" checked=\"checked\" />";

/// Length of `[ ] ` or `[x] ` with the white space behind it at the start of a text, 0: none.
std::size_t taskBox(std::string_view text, bool* ticked)
{
    const std::size_t start = skipSpace(text, 0);
    if (start + 3 >= text.size() || text[start] != '[' || text[start + 2] != ']' || !isSpace(text[start + 3]))
        return 0;
    const char mark = text[start + 1];
    if (mark != ' ' && mark != 'x' && mark != 'X')
        return 0;
    *ticked = mark != ' ';
    return skipSpace(text, start + 3);
}

} // namespace

void BlockParser::markTasks(Node* list)
{
    bool isTaskList = false;
    for (Node* item = list->first; item; item = item->next) {
        if (!item->first || item->first->kind != NodeKind::Paragraph || !item->first->first)
            continue;
        Node* raw = item->first->first;
        bool ticked = false;
        if (const std::size_t length = taskBox(raw->text, &ticked)) {
            const Chunk chunk = rawChunk(raw);
            ChunkBuilder builder(m_context);
            builder.addMade(ticked ? tickedBox : openBox, chunk.toSource(0));
            builder.add(chunk.sub(length));
            const Chunk text = builder.finish();
            raw->text = text.text;
            raw->map = text.map;
            raw->mapBase = text.base;
            raw->capacity = 0;
            isTaskList = true;
        }
        // One box marks this item and, as published, every later one.
        if (isTaskList)
            setAttribute(m_context.arena, item->attributes, "class", "task-list-item");
    }
    if (!isTaskList)
        return;
    setAttribute(m_context.arena, list->attributes, "class", "task-list");
    for (const Node* item = list->first; item; item = item->next) {
        if (TopItem* top = m_context.topItem(item)) {
            m_context.topItems.hasMistaken |= bool(top->kept);
            top->fresh.isKeepable = false;
        }
    }
}

} // namespace lectern::markdown
