// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/gfm/treereader.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>

namespace lectern::markdown::gfm {

namespace {

std::string_view typeOf(cmark_node* node) { return cmark_node_get_type_string(node); }

bool isSpanKind(NodeKind kind) { return kind >= NodeKind::RawText; }

void append(Node* parent, Node* child)
{
    child->parent = parent;
    child->previous = parent->last;
    (parent->last ? parent->last->next : parent->first) = child;
    parent->last = child;
}

NodeKind extensionKind(cmark_node* node)
{
    const std::string_view type = typeOf(node);
    if (type == "table")
        return NodeKind::Table;
    if (type == "table_header" || type == "table_row")
        return NodeKind::TableRow;
    if (type == "table_cell")
        return NodeKind::TableCell;
    if (type == "strikethrough")
        return NodeKind::Strikethrough;
    return type == "tasklist" ? NodeKind::ListItem : NodeKind::Text;
}

NodeKind kindOf(cmark_node* node)
{
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LIST)
        return cmark_node_get_list_type(node) == CMARK_BULLET_LIST ? NodeKind::BulletList : NodeKind::OrderedList;
    static const std::unordered_map<int, NodeKind> kinds {{CMARK_NODE_DOCUMENT, NodeKind::Root},
        {CMARK_NODE_BLOCK_QUOTE, NodeKind::Quote}, {CMARK_NODE_ITEM, NodeKind::ListItem},
        {CMARK_NODE_CODE_BLOCK, NodeKind::CodeBlock}, {CMARK_NODE_HTML_BLOCK, NodeKind::Raw},
        {CMARK_NODE_PARAGRAPH, NodeKind::Paragraph}, {CMARK_NODE_HEADING, NodeKind::Heading},
        {CMARK_NODE_THEMATIC_BREAK, NodeKind::Rule}, {CMARK_NODE_FOOTNOTE_DEFINITION, NodeKind::FootnoteDefinition},
        {CMARK_NODE_TEXT, NodeKind::Text}, {CMARK_NODE_SOFTBREAK, NodeKind::SoftBreak},
        {CMARK_NODE_LINEBREAK, NodeKind::LineBreak}, {CMARK_NODE_CODE, NodeKind::CodeSpan},
        {CMARK_NODE_HTML_INLINE, NodeKind::Raw}, {CMARK_NODE_EMPH, NodeKind::Emphasis},
        {CMARK_NODE_STRONG, NodeKind::Strong}, {CMARK_NODE_LINK, NodeKind::Link}, {CMARK_NODE_IMAGE, NodeKind::Image},
        {CMARK_NODE_FOOTNOTE_REFERENCE, NodeKind::FootnoteReference}};
    const auto found = kinds.find(type);
    return found == kinds.end() ? extensionKind(node) : found->second;
}

struct IteratorDeleter {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

} // namespace

TreeReader::TreeReader(DocumentBuilder& builder) : m_builder(builder)
{
    const std::string_view text = builder.text();
    m_lines.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')))
            m_lines.push_back(qsizetype(i + 1));
    }
    m_lines.push_back(qsizetype(text.size()));
}

Node* TreeReader::read(cmark_node* document)
{
    const std::unique_ptr<cmark_iter, IteratorDeleter> iterator(cmark_iter_new(document));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* source = cmark_iter_get_node(iterator.get());
        if (event == CMARK_EVENT_ENTER)
            enter(source);
        else
            leave(source);
    }
    nameFootnotes();
    m_root->range = {0, qsizetype(m_builder.text().size())};
    keepInside();
    return m_root;
}

void TreeReader::keepInside()
{
    std::vector<Node*> open {m_root};
    while (!open.empty()) {
        const Node* node = open.back();
        open.pop_back();
        for (Node* child = node->first; child; child = child->next) {
            child->range.from = std::clamp(child->range.from, node->range.from, node->range.to);
            child->range.to = std::clamp(child->range.to, child->range.from, node->range.to);
            open.push_back(child);
        }
    }
}

void TreeReader::enter(cmark_node* source)
{
    Node* node = make(source);
    if (!m_root) {
        m_root = node;
    } else if (node->kind == NodeKind::TableRow) {
        append(partOfTable(source), node);
    } else {
        append(m_current, node);
    }
    m_nodes.emplace(source, node);
    const bool holdsOthers = cmark_node_first_child(source) != nullptr;
    if (holdsOthers)
        m_current = node;
}

void TreeReader::leave(cmark_node* source)
{
    Node* node = m_nodes.at(source);
    if (node != m_current)
        return;
    // A node covers what it holds; what cmark gives no place stands where its neighbour ends.
    if (node->first)
        node->range.from = std::min(node->range.from, node->first->range.from);
    qsizetype end = node->range.from;
    for (Node* child = node->first; child; child = child->next) {
        if (child->range.from < end)
            child->range.from = end;
        child->range.to = std::max(child->range.to, child->range.from);
        end = child->range.to;
    }
    node->range.to = std::max(node->range.to, end);
    m_current = node->parent;
    if (m_current && (m_current->kind == NodeKind::TableHead || m_current->kind == NodeKind::TableBody)) {
        m_current->range.to = std::max(m_current->range.to, node->range.to);
        m_current = m_current->parent;
    }
}

Node* TreeReader::make(cmark_node* source)
{
    Node* node = m_builder.arena().make<Node>();
    node->kind = kindOf(source);
    node->isSpan = isSpanKind(node->kind) && cmark_node_get_type(source) != CMARK_NODE_HTML_BLOCK;
    node->range = rangeOf(source);
    fill(node, source);
    return node;
}

void TreeReader::fill(Node* node, cmark_node* source)
{
    Arena& arena = m_builder.arena();
    const auto attribute = [&](const char* name, const char* value, Attribute* next) {
        return arena.make<Attribute>(std::string_view(name), copy(value), next);
    };
    switch (node->kind) {
    case NodeKind::Heading: node->level = std::uint8_t(cmark_node_get_heading_level(source)); break;
    case NodeKind::OrderedList: node->number = std::uint32_t(cmark_node_get_list_start(source)); break;
    case NodeKind::Paragraph: {
        cmark_node* item = cmark_node_parent(source);
        cmark_node* list = item ? cmark_node_parent(item) : nullptr;
        node->isTransparent = list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list);
        break;
    }
    case NodeKind::ListItem:
        if (typeOf(source) == "tasklist")
            node->extra = cmark_gfm_extensions_get_tasklist_item_checked(source) ? "x" : " ";
        break;
    case NodeKind::CodeBlock: {
        int length = 0;
        int offset = 0;
        char character = 0;
        node->isFenced = cmark_node_get_fenced(source, &length, &offset, &character);
        node->extra = copy(cmark_node_get_fence_info(source));
        node->text = copy(cmark_node_get_literal(source));
        break;
    }
    case NodeKind::Link:
    case NodeKind::Image: {
        const char* title = cmark_node_get_title(source);
        Attribute* second = title && *title ? attribute("title", title, nullptr) : nullptr;
        node->attributes = attribute(node->kind == NodeKind::Link ? "href" : "src", cmark_node_get_url(source), second);
        break;
    }
    case NodeKind::Table: fillTable(node, source); break;
    case NodeKind::FootnoteReference:
        node->number = std::uint32_t(copy(cmark_node_get_literal(source)).empty()
                ? 0
                : std::strtoul(cmark_node_get_literal(source), nullptr, 10));
        m_references.push_back(node);
        break;
    case NodeKind::FootnoteDefinition:
        node->extra = labelAt(cmark_node_get_start_line(source));
        node->number = std::uint32_t(m_definitions.size() + 1);
        m_definitions.push_back(node);
        break;
    default:
        node->text = copy(cmark_node_get_literal(source));
    }
}

void TreeReader::fillTable(Node* table, cmark_node* source)
{
    table->number = cmark_gfm_extensions_get_table_columns(source);
    const std::uint8_t* given = cmark_gfm_extensions_get_table_alignments(source);
    auto* alignments = reinterpret_cast<std::uint8_t*>(m_builder.arena().bytes(table->number));
    for (std::uint32_t i = 0; i < table->number; ++i) {
        const Alignment alignment = given[i] == 'l' ? Alignment::Left
            : given[i] == 'c'                       ? Alignment::Center
            : given[i] == 'r'                       ? Alignment::Right
                                                    : Alignment::Default;
        alignments[i] = std::uint8_t(alignment);
    }
    table->alignments = alignments;
}

Node* TreeReader::partOfTable(cmark_node* row)
{
    const NodeKind kind = typeOf(row) == "table_header" ? NodeKind::TableHead : NodeKind::TableBody;
    if (!m_current->last || m_current->last->kind != kind) {
        Node* part = m_builder.arena().make<Node>();
        part->kind = kind;
        part->range = rangeOf(row);
        append(m_current, part);
    }
    return m_current->last;
}

void TreeReader::nameFootnotes()
{
    for (Node* reference : m_references) {
        if (reference->number == 0 || reference->number > m_definitions.size())
            continue;
        Node* definition = m_definitions[reference->number - 1];
        reference->target = definition;
        reference->extra = definition->extra;
        reference->repeat = definition->repeat++;
    }
    for (Node* definition : m_definitions) {
        definition->repeat = definition->repeat > 0 ? definition->repeat - 1 : 0;
        m_builder.footnotes().push_back(definition);
    }
}

TextRange TreeReader::rangeOf(cmark_node* source) const
{
    const auto place = [this](int line, int column) -> qsizetype {
        if (line < 1 || std::size_t(line) >= m_lines.size())
            return -1;
        const qsizetype start = m_lines[std::size_t(line) - 1];
        return std::clamp<qsizetype>(start + column, start, m_lines[std::size_t(line)]);
    };
    const qsizetype from = place(cmark_node_get_start_line(source), cmark_node_get_start_column(source) - 1);
    const qsizetype to = place(cmark_node_get_end_line(source), cmark_node_get_end_column(source));
    if (from < 0) {
        const qsizetype end = m_current ? (m_current->last ? m_current->last->range.to : m_current->range.from) : 0;
        return {end, end};
    }
    return {from, std::max(from, to)};
}

std::string_view TreeReader::labelAt(qsizetype line) const
{
    if (line < 1 || line >= qsizetype(m_lines.size()))
        return {};
    const auto from = std::size_t(m_lines[std::size_t(line) - 1]);
    const std::string_view text = m_builder.text().substr(from, std::size_t(m_lines[std::size_t(line)]) - from);
    const std::size_t open = text.find("[^");
    const std::size_t close = open == std::string_view::npos ? open : text.find("]:", open);
    return close == std::string_view::npos ? std::string_view() : text.substr(open + 2, close - open - 2);
}

std::string_view TreeReader::copy(const char* text)
{
    return text ? m_builder.arena().copy(std::string_view(text)) : std::string_view();
}

} // namespace lectern::markdown::gfm
