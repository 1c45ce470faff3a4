// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/markdown/arena.h"
#include "core/markdown/kramdown/attributelists.h"
#include "core/markdown/kramdown/sourcemap.h"
#include "core/markdown/kramdown/topitems.h"
#include "core/markdown/node.h"
#include "core/markdown/options.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace lectern::markdown {

struct LinkDefinition {
    std::string_view url;
    std::string_view title;
    bool hasTitle = false;
    const Node* mark = nullptr; ///< carries an attribute list of the definition
};

struct FootnoteDefinition {
    Node* content = nullptr;
    Node* mark = nullptr;
};

struct AbbreviationDefinition {
    std::string_view title;
    const Node* mark = nullptr;
};

/// State of one parse that blocks and spans share.
struct Context {
    Context(Arena& memory, const Options& chosen);

    Arena& arena;
    Options options; ///< a copy: `{::options}` changes it
    Diagnostics diagnostics;
    std::deque<SourceMap> maps;
    NamedLists namedLists;
    std::unordered_map<std::string, LinkDefinition> links;
    std::unordered_map<std::string_view, FootnoteDefinition> footnotes;
    std::vector<std::string_view> footnoteOrder; ///< names in the order of definition
    std::unordered_map<std::string_view, AbbreviationDefinition> abbreviations;
    std::vector<std::string_view> abbreviationOrder;
    qint64 steps = 0; ///< work done so far
    qint64 stepLimit = 0;
    int depth = 0; ///< nesting at hand
    qsizetype textSize = 0; ///< of the page as it is, without a line end that was put behind it
    int definitions = 0; ///< links, abbreviations, footnotes and attribute lists that were defined so far
    bool hasChangedOptions = false; ///< by `{::options}`
    bool mayBreakLines = true; ///< false where the text is known to hold no mark of a line break in GFM
    /// Something was looked for that may stand anywhere behind: what was read depends on more than its own lines. Set
    /// by the rules that do so and find nothing; parts of a page that may be kept ask for it.
    bool hasLookedFar = false;
    TopItems topItems;

    /// Deeper nesting is shown as text. Ruby's own stack ends at some 2000 levels.
    static constexpr int deepest = 120;

    /// Of a node that is an item of a list of the top level; nullptr for any other.
    TopItem* topItem(const Node* node)
    {
        return node->kind == NodeKind::ListItem && node->number > 0 ? &topItems.items[node->number - 1] : nullptr;
    }
    Node* newNode(NodeKind kind, TextRange range = {})
    {
        Node* node = arena.make<Node>();
        node->kind = kind;
        node->range = range;
        return node;
    }
    void report(const char* code, TextRange range, std::string_view argument);
    /// Counts work; true once the budget is spent, from when on nothing more is parsed, only shown.
    bool spend(qint64 work = 1);
    [[nodiscard]] bool isSpent() const { return steps > stepLimit; }
    /// Looks up a link by its label as written.
    [[nodiscard]] const LinkDefinition* findLink(std::string_view label) const;
    [[nodiscard]] static std::string linkKey(std::string_view label);

private:
    bool m_reportedLimit = false;
};

/// Adds `child` as the last of `parent`'s.
void appendChild(Node* parent, Node* child);
/// Takes the last child away and returns it.
Node* popChild(Node* parent);
void removeChild(Node* child);
/// Takes `from` and puts it before `before` in the same parent.
void insertBefore(Node* before, Node* child);
/// Adds text of the given kind, to the last child when that is of the same kind. Bytes stay views where they adjoin.
void appendText(Context& context, Node* parent, Chunk piece, NodeKind kind);
/// The same for text that is not in the source as it stands; `range` is what it was made of.
void appendMadeText(Context& context, Node* parent, std::string_view text, TextRange range, NodeKind kind);
/// RawText only: the node's text as a chunk.
[[nodiscard]] inline Chunk rawChunk(const Node* node) { return {node->text, node->map, node->mapBase}; }

/// Puts a text together from pieces of a chunk and inserted bytes. One untouched piece stays a view.
class ChunkBuilder {
public:
    explicit ChunkBuilder(Context& context) : m_context(context) {}
    void add(Chunk piece);
    void addMade(std::string_view text, qsizetype source);
    [[nodiscard]] Chunk finish();
    [[nodiscard]] bool isEmpty() const { return m_view.text.empty() && m_text.empty(); }

private:
    void materialise();

    Context& m_context;
    Chunk m_view; ///< while everything so far is one run of bytes
    std::string m_text;
    SourceMap m_map;
    bool m_isView = true;
};

} // namespace lectern::markdown
