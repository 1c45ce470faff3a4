// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"
#include "core/markdown/kramdown/htmltags.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace lectern::markdown {

/// Reads blocks. The text of paragraphs, headings and cells is left as RawText for the span parser.
///
/// Every rule looks at the text from the current position on, which is not always the start of a line: behind an HTML
/// tag the rest of the line is read as if it were one. The order of the rules is kramdown's and matters.
class BlockParser {
public:
    explicit BlockParser(Context& context) : m_context(context) {}

    /// Reads all of `chunk` into `parent`.
    void parse(Node* parent, const Chunk& chunk);

    /// Reads from `from` on up to a place that `mayEndAt` accepts among those behind blank lines where nothing before
    /// matters any more; returns it, or the text's end. The chunk is the whole page.
    template<class Predicate>
    std::size_t parseGroup(Node* parent, const Chunk& chunk, std::size_t from, Predicate mayEndAt);

private:
    // blockparser.cpp
    void enter(const Chunk& chunk, std::size_t from, Node* parent);
    void readBlock();
    [[nodiscard]] bool isAtSeam() const;
    bool parseInto(Node* parent); ///< from the current position; true when an end tag stopped it
    bool parseBlock();
    bool parseSpecial(char head, std::size_t at);
    bool parseBlankLines();
    bool parseQuote();
    bool parseRule();
    bool parseEndMark();
    bool parseParagraph();
    bool takeLine();

    // codeblocks.cpp
    bool parseIndentedCode();
    bool parseFence();
    std::size_t codeEnd(std::string_view text, std::size_t at) const;
    std::size_t fenceInfoEnd(std::string_view text, std::size_t at, std::string_view* language) const;

    // headings.cpp
    bool parseHeading();
    bool parseSetextHeading();
    void addHeading(int level, std::string_view id, std::size_t from, std::size_t to, std::size_t end);
    std::size_t withoutId(std::size_t from, std::size_t to, std::string_view* id) const;

    // lists.cpp
    struct ListItem;
    bool parseList();
    void markTasks(Node* list);
    std::size_t continuationEnd(std::size_t indentation, bool lazy) const;
    Chunk continuationText(std::size_t end, std::size_t indentation, bool* indented);
    void addContinuation(ListItem& item, std::size_t end);
    void parseItems(Node* list, std::vector<ListItem>& items, bool endMark);
    bool takeKnown(ListItem& item, std::size_t to, bool isLast);
    Node* trailingBlank(const TopItem& item);
    void noteItem(const Node* item, const Node* trailing);
    void settleItem(Node* list, Node* item, bool endMark);
    // definitionlists.cpp
    bool parseDefinitionList();
    Node* takeTerms();
    Node* readDefinitions(Node* list, bool firstAsParagraph); ///< returns a blank that the last one leaves behind
    Node* parseDefinitionContents(std::vector<ListItem>& items);
    /// What follows a marker: its indentation and the text behind it.
    struct FirstLine {
        Chunk content;
        std::size_t indentation = 0;
        BraceMatch list;
    };
    FirstLine readFirstLine(std::size_t markerEnd, std::size_t lineEnd, std::size_t indentation);

    // htmlblocks.cpp
    bool parseHtmlBlock();
    void openElement(const html::OpenTag& tag, std::size_t from);
    void readElementBody(Node* element, bool readBody);
    void readSpanBody(Node* element);
    void readRawBody(Node* element);
    bool readRawMarkup(Node* element);
    void readVerbatimBody(Node* element);
    html::OpenTag matchOpenTag(std::size_t pos);
    std::size_t matchComment(std::size_t pos);
    std::size_t matchInstruction(std::size_t pos);
    void skipRestOfLine();
    void reportUnclosed(const Node* element);

    // tables.cpp
    bool parseTable();
    // definitions.cpp
    bool parseMath();
    bool parseFootnoteDefinition();
    bool parseLinkDefinition();
    bool parseAbbreviation();
    // extensions.cpp
    bool parseExtension();
    bool parseExtensionBlock();

    [[nodiscard]] std::string_view text() const { return m_source.text; }
    [[nodiscard]] bool atEnd() const { return m_pos >= m_source.text.size(); }
    [[nodiscard]] char at(std::size_t pos) const { return pos < m_source.text.size() ? m_source.text[pos] : '\0'; }
    [[nodiscard]] bool endsParagraph(std::size_t pos) const;
    [[nodiscard]] bool endsLazyText(std::size_t pos) const;
    [[nodiscard]] bool isAfterBoundary() const;
    [[nodiscard]] bool isBeforeBoundary(std::size_t pos) const;
    [[nodiscard]] Chunk piece(std::size_t from, std::size_t to) const { return m_source.sub(from, to - from); }
    [[nodiscard]] TextRange range(std::size_t from, std::size_t to) const;
    /// A node for a block at [from, to); it takes an attribute list that waits for the next block.
    Node* newBlock(NodeKind kind, std::size_t from, std::size_t to);
    Node* addBlock(NodeKind kind, std::size_t from, std::size_t to);
    Node* addMark(std::string_view what, std::size_t from, std::size_t to);

    Context& m_context;
    Node* m_tree = nullptr;
    Chunk m_source;
    std::size_t m_pos = 0;
    AttributeList* m_waitingList = nullptr;
    bool m_isStopped = false;

    friend class TableReader;
};

template<class Predicate>
std::size_t BlockParser::parseGroup(Node* parent, const Chunk& chunk, std::size_t from, Predicate mayEndAt)
{
    enter(chunk, from, parent);
    ++m_context.depth;
    do
        readBlock();
    while (!atEnd() && !(isAtSeam() && mayEndAt(m_pos)));
    --m_context.depth;
    return m_pos;
}

/// Shapes of block starts that several rules ask for. All look behind up to three spaces at `at`.
namespace shape {
/// Position behind blank lines at `at`; 0: there are none.
[[nodiscard]] std::size_t blankLines(std::string_view text, std::size_t at);
/// `^` alone on its line; position behind it, 0: none.
[[nodiscard]] std::size_t endMark(std::string_view text, std::size_t at);
/// A rule of three or more `*`, `-` or `_`; position behind its line, 0: none.
[[nodiscard]] std::size_t rule(std::string_view text, std::size_t at);
/// Marker of a list item with at most `spaces` before it: position behind it, 0: none. The next byte is a tab, a bar or a
/// space.
[[nodiscard]] std::size_t bulletMarker(std::string_view text, std::size_t at, std::size_t spaces = 3);
[[nodiscard]] std::size_t orderedMarker(std::string_view text, std::size_t at, std::size_t spaces = 3);
[[nodiscard]] std::size_t definitionMarker(std::string_view text, std::size_t at, std::size_t spaces = 3);
[[nodiscard]] bool listStart(std::string_view text, std::size_t at);
/// Four spaces or a tab; position behind them, 0: none.
[[nodiscard]] std::size_t indent(std::string_view text, std::size_t at);
[[nodiscard]] bool fenceStart(std::string_view text, std::size_t at);
/// `#` to `######`; position of the first byte of the heading's text, 0: none.
[[nodiscard]] std::size_t heading(std::string_view text, std::size_t at, bool needsBlank, int* level = nullptr);
/// `#` to `######` and a blank: ends a paragraph even where no heading's text follows.
[[nodiscard]] bool headingStart(std::string_view text, std::size_t at);
} // namespace shape

} // namespace lectern::markdown
