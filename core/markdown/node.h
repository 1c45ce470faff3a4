// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/textrange.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace lectern::markdown {

class Arena;

/// What a node of the tree is. Blocks first, spans from Text on; HtmlElement, Comment, Instruction and Math are either
/// (Node::isSpan).
enum class NodeKind : std::uint8_t {
    Root,
    Blank, ///< blank lines between two blocks
    EndOfBlock, ///< a mark that keeps two blocks apart; writes nothing
    Paragraph,
    Heading, ///< level 1..6
    Rule,
    CodeBlock, ///< text is the code, `extra` the language
    Quote,
    BulletList,
    OrderedList,
    ListItem,
    DefinitionList,
    Term,
    Definition,
    Table,
    TableHead,
    TableBody,
    TableFoot,
    TableRow,
    TableCell,
    FootnoteDefinition,
    HtmlElement, ///< `text` is the tag name
    Comment, ///< `text` is the whole comment
    Instruction, ///< `<? … ?>`
    Math,
    RawText, ///< text whose spans are not read yet; only while parsing
    Text,
    Raw, ///< text written without escaping
    Emphasis,
    Strong,
    Strikethrough,
    CodeSpan,
    Link,
    Image,
    LineBreak,
    SoftBreak, ///< gfm engine only
    Entity, ///< `text` is the reference as written, `number` the code point
    SmartQuote, ///< `number`: 0..3 as in Options::smartQuotes
    Symbol, ///< typographic symbol, see kramdown/typography.h
    FootnoteReference, ///< `extra` is the name, `target` the definition
    Abbreviation,
};

/// What is read inside an HTML element.
enum class ContentModel : std::uint8_t { None, Raw, Span, Block };

/// One attribute; lists keep the order of the source.
struct Attribute {
    std::string_view name;
    std::string_view value;
    Attribute* next = nullptr;
};

struct AttributeList; // attributes and references of an inline attribute list, see kramdown/attributelists.h
class SourceMap; // kramdown/sourcemap.h

/// A node of a parsed document. `range` is where it stands in the text that was parsed, in bytes, half-open; it covers
/// the node's own syntax and its children's. Nodes live as long as a Document that shares their tree.
struct Node {
    NodeKind kind = NodeKind::Root;
    ContentModel model = ContentModel::None; ///< HTML elements
    std::uint8_t level = 0; ///< headings
    bool isSpan = false;
    bool isTransparent = false; ///< a paragraph of a tight list item: written without its tag; raw text of another format: not written
    bool isClosed = false; ///< an HTML element that was closed in its opening tag
    bool isFenced = false;
    bool isGenerated = false; ///< stands nowhere in the source; its range is that of the nearest thing that does
    std::uint32_t number = 0; ///< see NodeKind; footnotes: their number; tables: columns
    std::uint32_t repeat = 0; ///< references: how many to the same note came before; definitions: further references
    TextRange range;
    std::string_view text;
    std::string_view extra;
    Attribute* attributes = nullptr;
    AttributeList* ial = nullptr;
    Node* parent = nullptr;
    Node* first = nullptr;
    Node* last = nullptr;
    Node* previous = nullptr;
    Node* next = nullptr;
    Node* target = nullptr;
    const std::uint8_t* alignments = nullptr; ///< tables: one of Alignment per column, `number` of them
    const SourceMap* map = nullptr; ///< RawText: where its bytes come from
    std::size_t mapBase = 0; ///< RawText: position of its first byte in that map
    std::size_t capacity = 0; ///< Text: room that `text` has in the arena; 0 where it is a view of other bytes

    /// Value of the attribute `name`, nullptr where there is none.
    [[nodiscard]] const std::string_view* attribute(std::string_view name) const
    {
        for (const Attribute* at = attributes; at; at = at->next)
            if (at->name == name)
                return &at->value;
        return nullptr;
    }
};

enum class Alignment : std::uint8_t { Default, Left, Center, Right };

} // namespace lectern::markdown
