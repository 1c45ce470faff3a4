// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/markdown.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace lectern::markdown {

/// A block of a text's HTML that stands `shift` bytes behind where `block` says. Blocks are shared between
/// the results of one session.
struct PlacedBlock {
    /// The items of a list, each HTML of its own.
    struct Items {
        struct Item {
            std::shared_ptr<const HtmlBlock> block;
            qsizetype shift = 0; ///< behind the list's own
        };
        std::vector<Item> items;
        QByteArray close; ///< what stands behind them
    };

    std::shared_ptr<const HtmlBlock> block; ///< with `list` only what stands before its items
    qsizetype shift = 0;
    int blanksBehind = 0; ///< newlines that follow the block's own HTML
    std::shared_ptr<const Items> list {};

    [[nodiscard]] TextRange range() const { return block->range.shifted(block->range.isEmpty() ? 0 : shift); }
    /// The block by itself.
    [[nodiscard]] HtmlBlock whole() const;
};

struct SessionResult {
    std::vector<PlacedBlock> blocks;
    Diagnostics diagnostics;
};

/// Renders one text again and again while it is edited, and reads only what an edit can have changed. The
/// result is that of parse() and toHtmlBlocks(), to the byte. One instance belongs to one thread.
///
/// kramdown reads a page front to back. So between two blank lines with no open block before them, its state
/// is known, and what was read from there on is the same while the bytes are, as far as the parser looked.
/// Such groups of blocks are kept with their HTML, and in them the items of long lists of the top level, on
/// which their own bytes alone decide. Definitions reach over groups: when one changes, everything is read
/// anew. Pages with footnotes, a table of contents or `{::options}`, with carriage returns or invalid UTF-8,
/// and those of cmark-gfm are always read in one go.
class Session {
public:
    Session();
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    [[nodiscard]] SessionResult render(const QByteArray& text, Engine engine, const Options& options);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::markdown
