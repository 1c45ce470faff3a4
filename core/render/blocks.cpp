// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/render/valuemarks.h"

namespace lectern::render {

namespace {

/// Adds HTML of a block with the places of its marks in the block's file.
void append(QByteArray& out, const QByteArray& html, const Block& block)
{
    const QByteArrayView mark(relativeMark); // not constexpr: with -fsanitize GCC 12 takes the address for no constant
    if (block.from >= block.to) {
        out += html;
        return;
    }
    const QByteArray start = markStart(block.file);
    qsizetype copied = 0;
    for (qsizetype at = html.indexOf(mark); at >= 0; at = html.indexOf(mark, at)) {
        out += QByteArrayView(html).sliced(copied, at - copied);
        at += mark.size();
        const qsizetype close = html.indexOf('"', at);
        const QByteArray numbers = html.mid(at, close - at);
        const qsizetype dash = numbers.indexOf('-');
        const bool isWhole = dash < 0; // "+all"
        out += start + QByteArray::number(block.from + (isWhole ? 0 : numbers.left(dash).toLongLong())) + '-'
            + QByteArray::number(isWhole ? block.to : block.from + numbers.mid(dash + 1).toLongLong());
        copied = at = close;
    }
    out += QByteArrayView(html).sliced(copied);
}

} // namespace

QByteArray joined(const std::vector<Block>& blocks)
{
    QByteArray out;
    for (const Block& block : blocks) {
        append(out, block.html, block);
        for (const Block& item : block.items)
            append(out, item.html, item);
        out += block.close;
    }
    return out;
}

QByteArray RenderedPage::document() const
{
    return blocks.empty() ? html : before + joined(blocks) + after;
}

} // namespace lectern::render
