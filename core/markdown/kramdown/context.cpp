// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/context.h"

#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/limits.h"

#include <QString>

namespace lectern::markdown {

void Context::report(const char* code, TextRange range, std::string_view argument)
{
    if (diagnostics.size() < mostDiagnostics) {
        diagnostics.push_back({Severity::Warning, QLatin1StringView(code), {}, range,
            {QString::fromUtf8(argument.data(), qsizetype(argument.size()))}});
    }
}

bool Context::spend(qint64 work)
{
    steps += work;
    if (steps <= stepLimit)
        return false;
    if (!m_reportedLimit) {
        m_reportedLimit = true;
        report("markdown.limit", {}, "steps");
    }
    return true;
}

std::string Context::linkKey(std::string_view label)
{
    std::string key;
    bool inSpace = false;
    for (char c : label) {
        if (chars::isSpace(c)) {
            if (!inSpace)
                key += ' ';
            inSpace = true;
        } else {
            key += c;
            inSpace = false;
        }
    }
    return chars::toLowerUnicode(key);
}

Context::Context(Arena& memory, const Options& chosen)
    : arena(memory)
    , options(chosen)
{
    for (auto at = options.links.cbegin(); at != options.links.cend(); ++at) {
        LinkDefinition& link = links[linkKey(at.key().toStdString())];
        link.url = arena.copy(at->url.toStdString());
        link.title = arena.copy(at->title.toStdString());
        link.hasTitle = !at->title.isNull();
    }
}

const LinkDefinition* Context::findLink(std::string_view label) const
{
    if (links.empty())
        return nullptr;
    const auto found = links.find(linkKey(label));
    return found == links.end() ? nullptr : &found->second;
}

void appendChild(Node* parent, Node* child)
{
    child->parent = parent;
    child->previous = parent->last;
    child->next = nullptr;
    (parent->last ? parent->last->next : parent->first) = child;
    parent->last = child;
}

void removeChild(Node* child)
{
    Node* parent = child->parent;
    (child->previous ? child->previous->next : parent->first) = child->next;
    (child->next ? child->next->previous : parent->last) = child->previous;
    child->parent = child->previous = child->next = nullptr;
}

Node* popChild(Node* parent)
{
    Node* child = parent->last;
    if (child)
        removeChild(child);
    return child;
}

void insertBefore(Node* before, Node* child)
{
    child->parent = before->parent;
    child->previous = before->previous;
    child->next = before;
    (before->previous ? before->previous->next : before->parent->first) = child;
    before->previous = child;
}

namespace {

/// Makes room for `more` bytes behind a node's text, moving it into memory of its own where needed.
void reserveText(Context& context, Node* node, std::size_t more)
{
    const std::size_t size = node->text.size();
    if (node->capacity >= size + more)
        return;
    if (node->kind == NodeKind::RawText && node->capacity == 0) {
        // The text leaves its chunk: from here on it has a map of its own.
        SourceMap& map = context.maps.emplace_back();
        map.addRange(0, *node->map, node->mapBase, size);
        node->map = &map;
        node->mapBase = 0;
    }
    const std::size_t capacity = std::max<std::size_t>(64, (size + more) * 2);
    char* at = context.arena.bytes(capacity);
    if (size > 0)
        std::memcpy(at, node->text.data(), size);
    node->text = {at, size};
    node->capacity = capacity;
}

void pushText(Node* node, std::string_view text)
{
    // The bytes behind `text` up to `capacity` are this node's own.
    char* end = const_cast<char*>(node->text.data()) + node->text.size();
    std::memcpy(end, text.data(), text.size());
    node->text = {node->text.data(), node->text.size() + text.size()};
}

} // namespace

void appendText(Context& context, Node* parent, Chunk piece, NodeKind kind)
{
    if (piece.text.empty())
        return;
    const TextRange range {piece.toSource(0), piece.endToSource(piece.text.size())};
    Node* last = parent->last;
    if (!last || last->kind != kind) {
        Node* node = context.newNode(kind, range);
        node->isSpan = true;
        node->text = piece.text;
        node->map = piece.map;
        node->mapBase = piece.base;
        appendChild(parent, node);
        return;
    }
    last->range.to = std::max(last->range.to, range.to);
    if (last->capacity == 0 && last->text.data() + last->text.size() == piece.text.data() && last->map == piece.map) {
        last->text = {last->text.data(), last->text.size() + piece.text.size()};
        return;
    }
    reserveText(context, last, piece.text.size());
    if (kind == NodeKind::RawText) {
        // reserveText() gave the node a map of its own, so it may grow.
        const_cast<SourceMap*>(last->map)->addRange(last->text.size(), *piece.map, piece.base, piece.text.size());
    }
    pushText(last, piece.text);
}

void appendMadeText(Context& context, Node* parent, std::string_view text, TextRange range, NodeKind kind)
{
    if (text.empty())
        return;
    Node* last = parent->last;
    if (!last || last->kind != kind) {
        last = context.newNode(kind, range);
        last->isSpan = true;
        if (kind == NodeKind::RawText)
            last->map = &context.maps.emplace_back();
        appendChild(parent, last);
    }
    last->range.to = std::max(last->range.to, range.to);
    reserveText(context, last, text.size());
    if (kind == NodeKind::RawText)
        const_cast<SourceMap*>(last->map)->add(last->text.size(), range.from);
    pushText(last, text);
}

void ChunkBuilder::materialise()
{
    if (!m_isView)
        return;
    m_isView = false;
    if (!m_view.text.empty()) {
        const Chunk view = m_view;
        m_view = {};
        add(view);
    }
}

void ChunkBuilder::add(Chunk piece)
{
    if (piece.text.empty())
        return;
    if (m_isView) {
        if (m_view.text.empty()) {
            m_view = piece;
            return;
        }
        if (m_view.map == piece.map && m_view.text.data() + m_view.text.size() == piece.text.data()) {
            m_view.text = {m_view.text.data(), m_view.text.size() + piece.text.size()};
            return;
        }
        materialise();
    }
    m_map.addRange(m_text.size(), *piece.map, piece.base, piece.text.size());
    m_text += piece.text;
}

void ChunkBuilder::addMade(std::string_view text, qsizetype source)
{
    if (text.empty())
        return;
    materialise();
    m_map.add(m_text.size(), source);
    m_text += text;
}

Chunk ChunkBuilder::finish()
{
    if (m_isView)
        return m_view;
    SourceMap& map = m_context.maps.emplace_back(std::move(m_map));
    return {m_context.arena.copy(m_text), &map, 0};
}

} // namespace lectern::markdown
