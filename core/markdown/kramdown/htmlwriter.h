// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/markdown.h"

#include <string>
#include <string_view>

namespace lectern::markdown {

struct PlaceLists;

namespace typography {
struct Symbol;
}

/// Writes a kramdown tree as kramdown writes it, blanks and line ends included.
class HtmlWriter {
public:
    explicit HtmlWriter(const Document& document);

    [[nodiscard]] std::vector<HtmlBlock> writeBlocks();
    /// The same in one piece, without marks.
    [[nodiscard]] QByteArray writeAll();
    /// One block of the top level, which need not be the document's.
    [[nodiscard]] HtmlBlock writeTopBlock(const Node* node);
    /// A list of the top level in pieces: what stands before its items (the range is the list's), one item,
    /// what stands behind them.
    [[nodiscard]] HtmlBlock writeListStart(const Node* list);
    [[nodiscard]] HtmlBlock writeTopItem(const Node* item);
    [[nodiscard]] static QByteArray listEnd(const Node* list);
    /// Whether something that was written shows other blocks: a table of contents, the footnotes.
    [[nodiscard]] bool showsOthers() const { return m_tocDone || m_footnotesDone; }

private:
    void startBlock();
    [[nodiscard]] HtmlBlock finishedBlock(TextRange range);
    void write(const Node* node, int indent);
    void writeInner(const Node* node, int indent);
    void writeBlock(const Node* node, const char* name, int indent, bool indented);
    void writeListItem(const Node* node, const char* name, int indent);
    void writeList(const Node* node, const char* name, int indent);
    void writeParagraph(const Node* node, int indent);
    void writeFigure(const Node* paragraph, const Node* image, int indent);
    void writeHeading(const Node* node, int indent);
    void writeHtmlElement(const Node* node, int indent);
    void writeComment(const Node* node, int indent);
    void writeCell(const Node* node, int indent);
    // spanwriter.cpp
    bool writeSpan(const Node* node, int indent);
    void writeSpanElement(const Node* node, const char* name, int indent);
    void writeMath(const Node* node, int indent);
    void writeText(std::string_view text);
    void writeSymbol(const typography::Symbol& symbol);
    void writeEntity(const Node* node);
    void writeCharacter(char32_t codePoint, std::string_view original);
    // codewriter.cpp
    void writeCodeBlock(const Node* node, int indent);
    void writeCodeSpan(const Node* node);
    void writeHighlighted(std::string_view code, const CodeOptions& options);
    void writeCodeAttributes(const Node* node, std::string_view classes, bool classLast);
    // footnotewriter.cpp
    void writeFootnoteReference(const Node* node);
    void writeFootnotes();
    void writeFootnote(const Node* definition);
    void writeBacklinks(const Node* definition, bool needsBlank);
    // tocwriter.cpp
    struct TocEntry {
        int level = 0;
        std::string_view id;
        const Node* heading = nullptr;
    };
    void writeToc(const Node* list);
    void collectHeadings(const Node* parent, PlaceLists& places, std::vector<TocEntry>& entries) const;
    std::size_t writeTocLevel(const std::vector<TocEntry>& entries, std::size_t at, const Node* list,
        std::string_view prefix, int indent);

    void indentBy(int indent) { m_out.append(std::size_t(std::max(0, indent)), ' '); }
    void openTag(std::string_view name, const Attribute* attributes, TextRange range, bool marked = true);
    void writeAttribute(std::string_view name, std::string_view value);
    void mark(TextRange range);

    const Document& m_document;
    const Options& m_options;
    std::string m_out; ///< of the block at hand, as are its marks
    std::vector<HtmlMark> m_marks;
    bool m_hasMarks = true;
    bool m_tocDone = false;
    bool m_footnotesDone = false;
    bool m_inToc = false; ///< the text of headings is written a second time: without links, ids and marks
    const Node* m_backlinksIn = nullptr; ///< the paragraph that ends with a footnote's links back
    const Node* m_backlinksOf = nullptr;
};

namespace escape {
/// Text: references that stand in it are kept.
void text(std::string& to, std::string_view text);
/// Attribute values: the same and quotes.
void attribute(std::string& to, std::string_view text);
/// Code: every special character.
void code(std::string& to, std::string_view text);
} // namespace escape

} // namespace lectern::markdown
