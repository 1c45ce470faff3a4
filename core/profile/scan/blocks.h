// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <vector>

namespace lectern::profile {

enum class BlockKind {
    Heading,
    Anchor, ///< a line that only holds an empty element with an id
    Comment, ///< a comment without blocks of the page in it
    Liquid, ///< lines of nothing but Liquid tags
    ListItem, ///< one item of a list with all that belongs to it
    Paragraph,
    Html, ///< an HTML element that is a block, with all of its content
    Wrapper, ///< a tag around blocks that are listed on their own: both of its tags are blocks of this kind
    Code,
    Quote,
    Table,
    Rule,
};

/// A run of whole lines of a page. Blank lines belong to none.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    TextRange range; ///< with the line ending behind its last line
    TextRange content; ///< heading: its text; list item: behind its marker; comment: what it holds; else as range
    int level = 0; ///< of a heading
    int indent = 0; ///< of a list item's marker
    QByteArray name; ///< of an HTML element or a Liquid tag; of an anchor: its id
    QByteArray id; ///< of a heading that has `{#id}` or an id attribute
    bool open = false; ///< Wrapper: the opening tag
    TextRange comment; ///< the comment that it is hidden in, `<!--` to `-->`; empty for a visible one

    [[nodiscard]] bool isHidden() const { return !comment.isEmpty(); }
};
using Blocks = std::vector<Block>;

/// True for the words of a heading that names a section of a page.
using HeadingTest = std::function<bool(QByteArrayView words)>;

/// Blocks of `range`, which begins at a line's start. Linear in its length.
[[nodiscard]] Blocks scanBlocks(QByteArrayView bytes, TextRange range, const HeadingTest& namesSection = {});

} // namespace lectern::profile
