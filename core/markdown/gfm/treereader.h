// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/documentbuilder.h"

#include <cstddef>
#include <string_view>
#include <unordered_map>
#include <vector>

struct cmark_node;

namespace lectern::markdown::gfm {

/// Turns cmark's tree into ours. Walks it without recursion: cmark nests as deep as a text asks for.
class TreeReader {
public:
    explicit TreeReader(DocumentBuilder& builder);

    [[nodiscard]] Node* read(cmark_node* document);

private:
    void enter(cmark_node* source);
    /// cmark's positions of footnotes and lazy lines may lie beside those of what holds them: nobody reaches out of its parent.
    void keepInside();
    void leave(cmark_node* source);
    Node* make(cmark_node* source);
    void fill(Node* node, cmark_node* source);
    void fillTable(Node* table, cmark_node* source);
    Node* partOfTable(cmark_node* row);
    void nameFootnotes();
    [[nodiscard]] TextRange rangeOf(cmark_node* source) const;
    [[nodiscard]] std::string_view labelAt(qsizetype line) const;
    [[nodiscard]] std::string_view copy(const char* text);

    DocumentBuilder& m_builder;
    std::vector<qsizetype> m_lines; ///< where each line begins; one more for the end
    Node* m_root = nullptr;
    Node* m_current = nullptr;
    std::unordered_map<const cmark_node*, Node*> m_nodes; ///< those that hold others
    std::vector<Node*> m_references;
    std::vector<Node*> m_definitions;
};

} // namespace lectern::markdown::gfm
