// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/markdown.h"

#include <string>
#include <string_view>

namespace lectern::markdown::gfm {

/// Writes a tree of the gfm engine as cmark-gfm writes it. Walks without recursion.
class GfmWriter {
public:
    explicit GfmWriter(const Document& document) : m_document(document) {}

    [[nodiscard]] std::vector<HtmlBlock> writeBlocks();

private:
    void writeTree(const Node* top);
    bool open(const Node* node); ///< true when its children are written, too
    void close(const Node* node);
    bool openBlock(const Node* node);
    void openList(const Node* node);
    void openCell(const Node* node);
    void openLink(const Node* node);
    void writeCode(const Node* node);
    void writeImage(const Node* node);
    void writeRaw(const Node* node);
    void writeReference(const Node* node);
    void writeFootnotes();
    void writeBacklinks(const Node* definition);
    void closeParagraph(const Node* node);

    void tag(const char* name, const Node* node); ///< `<name`, the mark, `>`
    void startLine();
    void mark(const Node* node);

    const Document& m_document;
    std::vector<HtmlMark> m_marks; ///< of the block at hand
    std::string m_out;
};

} // namespace lectern::markdown::gfm
