// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/base/textrange.h"
#include "core/markdown/node.h"
#include "core/markdown/options.h"

#include <QByteArray>

#include <memory>
#include <vector>

/// Markdown as Jekyll publishes it: text to a tree in which every node knows its bytes, and the tree to HTML.
namespace lectern::markdown {

class Arena;

/// A parsed text: an immutable tree and what is to be said about it. Cheap to copy; safe to read from several threads.
///
/// Codes of the diagnostics (ranges are bytes of the text):
/// - markdown.invalid-utf8: Ruby refuses the page; the bytes are shown as they are
/// - markdown.stray-close-tag (argument: tag): shown as text
/// - markdown.unclosed-tag (tag): closed at the end of its text, what follows it there is not read as Markdown
/// - markdown.unclosed-block (tag): the rest of the page is inside it
/// - markdown.block-tag-in-text (tag): shown as text
/// - markdown.limit (depth | steps | table): beyond what is read here; Jekyll may fail or take very long
class Document {
public:
    Document();

    [[nodiscard]] const Node& root() const { return *m_root; }
    [[nodiscard]] const Diagnostics& diagnostics() const { return m_diagnostics; }
    [[nodiscard]] const Options& options() const { return m_options; }
    [[nodiscard]] Engine engine() const { return m_engine; }
    /// Footnote definitions in the order in which they are first referred to.
    [[nodiscard]] const std::vector<const Node*>& footnotes() const { return m_footnotes; }

private:
    friend class DocumentBuilder;
    std::shared_ptr<Arena> m_arena;
    QByteArray m_text;
    const Node* m_root = nullptr;
    Diagnostics m_diagnostics;
    Options m_options;
    Engine m_engine = Engine::Kramdown;
    std::vector<const Node*> m_footnotes;
};

/// Reads `text` (content of a page without its front matter). Never fails: what cannot be read in full comes back as
/// far as it can be shown, with diagnostics. Time and memory are bounded by the text's size and fixed limits.
[[nodiscard]] Document parse(const QByteArray& text, Engine engine, const Options& options = {});

/// HTML as the engine's original writes it, except for the tokens of highlighted code.
[[nodiscard]] QByteArray toHtml(const Document& document);

/// Where an attribute may be put that tells an element's place: at the end of its opening tag.
struct HtmlMark {
    qsizetype at = 0; ///< byte of the block's HTML
    TextRange range; ///< the element's source
    bool operator==(const HtmlMark&) const = default;
};

/// The HTML of one top-level block. `range` is empty where the block stands nowhere in the source (the list of
/// footnotes at the end).
struct HtmlBlock {
    TextRange range;
    QByteArray html;
    std::vector<HtmlMark> marks; ///< ascending; every element that stands in the source, blocks and spans
    bool operator==(const HtmlBlock&) const = default;
};

/// The same HTML cut at the top-level blocks: joined, it is toHtml()'s, byte for byte. White space between two blocks
/// belongs to the one before.
[[nodiscard]] std::vector<HtmlBlock> toHtmlBlocks(const Document& document);

} // namespace lectern::markdown
