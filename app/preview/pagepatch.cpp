// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagepatch.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lectern::app {

namespace {

/// The blocks [from, from + shownCount) of the old page that [from, from + nextCount) of the new one
/// replaces.
struct Middle {
    size_t from = 0;
    size_t shownCount = 0;
    size_t nextCount = 0;
};

Middle changedMiddle(const PreviewDocument& shown, const PreviewDocument& next)
{
    const size_t common = std::min(shown.blocks.size(), next.blocks.size());
    size_t start = 0;
    while (start < common && shown.blocks[start].html == next.blocks[start].html)
        ++start;
    size_t end = 0;
    while (end < common - start
        && shown.blocks[shown.blocks.size() - 1 - end].html == next.blocks[next.blocks.size() - 1 - end].html)
        ++end;
    return { start, shown.blocks.size() - start - end, next.blocks.size() - start - end };
}

/// Same HTML outside the middle: the browser's blocks go on under their ids.
void keepIds(const PreviewDocument& shown, PreviewDocument& next, const Middle& middle)
{
    next.nextId = shown.nextId;
    for (PreviewBlock& block : next.blocks)
        block.id = 0;
    for (size_t i = 0; i < middle.from; ++i)
        next.blocks[i].id = shown.blocks[i].id;
    for (size_t i = middle.from + middle.nextCount; i < next.blocks.size(); ++i)
        next.blocks[i].id = shown.blocks[i - middle.nextCount + middle.shownCount].id;
}

/// Blocks that only moved keep their elements; the rest are paired in order, so that a changed block is
/// changed in place.
void pairMiddle(const PreviewDocument& shown, PreviewDocument& next, const Middle& middle, QJsonArray* gone,
    std::vector<bool>* unchanged)
{
    QHash<QByteArray, std::vector<size_t>> byHtml;
    for (size_t i = middle.shownCount; i > 0; --i)
        byHtml[shown.blocks[middle.from + i - 1].html].push_back(middle.from + i - 1);
    std::vector<bool> taken(middle.shownCount, false);
    unchanged->assign(middle.nextCount, false);
    for (size_t i = 0; i < middle.nextCount; ++i) {
        PreviewBlock& block = next.blocks[middle.from + i];
        const auto found = byHtml.find(block.html);
        if (found == byHtml.end() || found->empty())
            continue;
        block.id = shown.blocks[found->back()].id;
        taken[found->back() - middle.from] = true;
        (*unchanged)[i] = true;
        found->pop_back();
    }
    size_t old = 0;
    for (size_t i = 0; i < middle.nextCount; ++i) {
        PreviewBlock& block = next.blocks[middle.from + i];
        if (block.id != 0)
            continue;
        while (old < middle.shownCount && taken[old])
            ++old;
        block.id = old < middle.shownCount ? shown.blocks[middle.from + old++].id : next.nextId++;
    }
    for (; old < middle.shownCount; ++old) {
        if (!taken[old])
            gone->append(shown.blocks[middle.from + old].id);
    }
}

} // namespace

PagePatch pagePatch(const PreviewDocument& shown, PreviewDocument& next)
{
    if (shown.url != next.url || shown.before != next.before || shown.after != next.after
        || shown.blocks.empty() != next.blocks.empty())
        return { PagePatch::Kind::Whole, {} };
    const Middle middle = changedMiddle(shown, next);
    keepIds(shown, next, middle);
    if (middle.shownCount == 0 && middle.nextCount == 0)
        return {};
    QJsonArray gone;
    std::vector<bool> unchanged;
    pairMiddle(shown, next, middle, &gone, &unchanged);
    QJsonArray blocks;
    for (size_t i = 0; i < middle.nextCount; ++i) {
        const PreviewBlock& block = next.blocks[middle.from + i];
        QJsonObject entry { { QStringLiteral("id"), block.id } };
        if (!unchanged[i])
            entry.insert(QStringLiteral("html"), QString::fromUtf8(block.html));
        blocks.append(entry);
    }
    const size_t behind = middle.from + middle.nextCount;
    const QJsonObject message { { QStringLiteral("blocks"), blocks }, { QStringLiteral("gone"), gone },
        { QStringLiteral("next"), behind < next.blocks.size() ? next.blocks[behind].id : 0 } };
    return { PagePatch::Kind::Blocks, QJsonDocument(message).toJson(QJsonDocument::Compact) };
}

bool isCollapse(const PreviewDocument& shown, const PreviewDocument& next, qsizetype removed)
{
    constexpr qsizetype handful = 64;
    constexpr size_t fewBlocks = 3;
    return removed < handful && shown.blocks.size() >= next.blocks.size() + fewBlocks
        && next.blocks.size() * 4 <= shown.blocks.size() * 3;
}

} // namespace lectern::app
