// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/blockparser.h"

#include <vector>

namespace lectern::markdown {

/// An item of a list or a definition while its lines are collected.
struct BlockParser::ListItem {
    explicit ListItem(Context& context) { parts.emplace_back(context); }

    void start(Context& context, const Chunk& content, const BraceMatch& list, std::size_t columns, TextRange range,
        NodeKind kind = NodeKind::ListItem)
    {
        node = context.newNode(kind, range);
        indentation = columns;
        if (list) {
            node->ial = context.arena.make<AttributeList>();
            readAttributeList(context.arena, list.body, *node->ial);
        }
        hasNestedList = shape::listStart(content.text, 0);
        add(content);
    }
    void add(const Chunk& piece) { parts.back().add(piece); }

    Node* node = nullptr;
    std::size_t from = 0; ///< of its first line
    std::size_t indentation = 0;
    bool hasNestedList = false;
    bool firstAsParagraph = false; ///< definitions: a blank line stands before it
    std::vector<ChunkBuilder> parts;
};

} // namespace lectern::markdown
