// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/comments.h"

#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// "* @Author: …": what some editors put at the top of every file.
bool isFileHeader(QByteArrayView bytes, TextRange inner)
{
    return slice(bytes, trimmed(bytes, inner)).startsWith("* @");
}

/// Right below a heading a comment with nothing but headings: what the section was called before.
bool isOtherHeading(const Blocks& blocks, const Blocks& before)
{
    const auto isHeading = [](const Block& block) {
        return block.kind == BlockKind::Heading || block.kind == BlockKind::Comment;
    };
    const auto last = std::find_if(
        before.rbegin(), before.rend(), [](const Block& block) { return block.kind != BlockKind::Comment; });
    return last != before.rend() && last->kind == BlockKind::Heading && !last->isHidden()
        && std::all_of(blocks.begin(), blocks.end(), isHeading);
}

bool isProse(QByteArrayView bytes, TextRange range)
{
    const QByteArrayView text = slice(bytes, range);
    return text.size() >= 40 && std::count(text.begin(), text.end(), ' ') >= 4 && text.indexOf("####") < 0;
}

} // namespace

bool isHiddenPart(QByteArrayView bytes, TextRange inner, const Blocks& blocks, const Blocks& before)
{
    if (isOtherHeading(blocks, before) || isFileHeader(bytes, inner))
        return false;
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        return block.kind == BlockKind::Heading || block.kind == BlockKind::ListItem
            || block.kind == BlockKind::Html
            || (block.kind == BlockKind::Liquid && block.name.startsWith("include"))
            || (block.kind == BlockKind::Paragraph && isProse(bytes, block.range));
    });
}

} // namespace lectern::profile
