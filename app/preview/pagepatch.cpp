// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagepatch.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace lectern::app {

namespace {

using Blocks = std::vector<PreviewBlock>;

/// The blocks [from, from + shownCount) of the old list that [from, from + nextCount) of the new one
/// replaces.
struct Middle {
    size_t from = 0;
    size_t shownCount = 0;
    size_t nextCount = 0;
};

Middle changedMiddle(const Blocks& shown, const Blocks& next)
{
    const size_t common = std::min(shown.size(), next.size());
    size_t start = 0;
    while (start < common && shown[start].hasSameHtml(next[start]))
        ++start;
    size_t end = 0;
    while (end < common - start && shown[shown.size() - 1 - end].hasSameHtml(next[next.size() - 1 - end]))
        ++end;
    return { start, shown.size() - start - end, next.size() - start - end };
}

/// The block goes on under the id of `shown`, as do its items where they are the same.
void keepId(const PreviewBlock& shown, PreviewBlock& next)
{
    next.id = shown.id;
    for (size_t i = 0; i < next.items.size() && i < shown.items.size(); ++i)
        next.items[i].id = shown.items[i].id;
}

/// Patches one list of blocks: those of the page, or the items of a long list.
class ListPatch {
public:
    ListPatch(const Blocks& shown, Blocks& next, int* nextId)
        : m_shown(shown)
        , m_next(next)
        , m_nextId(nextId)
        , m_middle(changedMiddle(shown, next))
        , m_taken(m_middle.shownCount, false)
        , m_unchanged(m_middle.nextCount, false)
        , m_pair(m_middle.nextCount, nullptr)
    {
        keepOutside();
    }
    [[nodiscard]] bool isEmpty() const { return m_middle.shownCount == 0 && m_middle.nextCount == 0; }

    QJsonObject message()
    {
        // Mostly one block became another.
        if (m_middle.shownCount > 0 && m_middle.nextCount > 0 && m_middle.shownCount + m_middle.nextCount > 2)
            pairEqual();
        pairInOrder();
        QJsonArray gone;
        for (size_t i = 0; i < m_middle.shownCount; ++i) {
            if (!m_taken[i])
                gone.append(m_shown[m_middle.from + i].id);
        }
        QJsonArray blocks;
        for (size_t i = 0; i < m_middle.nextCount; ++i)
            blocks.append(entry(i));
        const size_t behind = m_middle.from + m_middle.nextCount;
        return { { QStringLiteral("blocks"), blocks }, { QStringLiteral("gone"), gone },
            { QStringLiteral("next"), behind < m_next.size() ? m_next[behind].id : 0 } };
    }

private:
    void keepOutside()
    {
        for (size_t i = 0; i < m_middle.from; ++i)
            keepId(m_shown[i], m_next[i]);
        for (size_t i = m_middle.from + m_middle.nextCount; i < m_next.size(); ++i)
            keepId(m_shown[i - m_middle.nextCount + m_middle.shownCount], m_next[i]);
    }
    /// Blocks that only moved keep their elements.
    void pairEqual()
    {
        QHash<QByteArray, std::vector<size_t>> byHtml;
        for (size_t i = m_middle.shownCount; i > 0; --i)
            byHtml[keyOf(m_shown[m_middle.from + i - 1])].push_back(i - 1);
        for (size_t i = 0; i < m_middle.nextCount; ++i) {
            PreviewBlock& block = m_next[m_middle.from + i];
            const auto found = byHtml.find(keyOf(block));
            if (found == byHtml.end() || found->empty())
                continue;
            const size_t old = found->back();
            found->pop_back();
            keepId(m_shown[m_middle.from + old], block);
            m_taken[old] = true;
            m_unchanged[i] = true;
        }
    }
    /// The rest are paired in order, so that a changed block is changed in place.
    void pairInOrder()
    {
        size_t old = 0;
        for (size_t i = 0; i < m_middle.nextCount; ++i) {
            if (m_unchanged[i])
                continue;
            PreviewBlock& block = m_next[m_middle.from + i];
            while (old < m_middle.shownCount && m_taken[old])
                ++old;
            if (old < m_middle.shownCount) {
                m_taken[old] = true;
                m_pair[i] = &m_shown[m_middle.from + old];
                block.id = m_pair[i]->id;
            } else {
                block.id = (*m_nextId)++;
            }
        }
    }
    QJsonObject entry(size_t i)
    {
        PreviewBlock& block = m_next[m_middle.from + i];
        QJsonObject entry { { QStringLiteral("id"), block.id } };
        if (m_unchanged[i])
            return entry;
        const PreviewBlock* old = m_pair[i];
        if (old && !old->items.empty() && !block.items.empty() && old->html == block.html
            && old->close == block.close) {
            entry.insert(QStringLiteral("items"), ListPatch(old->items, block.items, m_nextId).message());
            return entry;
        }
        for (PreviewBlock& item : block.items)
            item.id = (*m_nextId)++;
        entry.insert(QStringLiteral("html"), QString::fromUtf8(block.text()));
        return entry;
    }
    /// What is equal for blocks of the same HTML.
    static QByteArray keyOf(const PreviewBlock& block)
    {
        QByteArray key = block.html;
        for (const PreviewBlock& item : block.items)
            key += item.html;
        return key + block.close;
    }

    const Blocks& m_shown;
    Blocks& m_next;
    int* m_nextId;
    Middle m_middle;
    std::vector<bool> m_taken; ///< of the old middle
    std::vector<bool> m_unchanged; ///< of the new middle
    std::vector<const PreviewBlock*> m_pair; ///< what a changed block was
};

} // namespace

PagePatch pagePatch(const PreviewDocument& shown, PreviewDocument& next)
{
    if (shown.url != next.url || shown.before != next.before || shown.after != next.after
        || shown.blocks.empty() != next.blocks.empty())
        return { PagePatch::Kind::Whole, {} };
    next.nextId = shown.nextId;
    ListPatch patch(shown.blocks, next.blocks, &next.nextId);
    if (patch.isEmpty())
        return {};
    return { PagePatch::Kind::Blocks, QJsonDocument(patch.message()).toJson(QJsonDocument::Compact) };
}

bool isCollapse(size_t shownBlocks, size_t nextBlocks, qsizetype removed)
{
    constexpr qsizetype handful = 64;
    constexpr size_t fewBlocks = 3;
    return removed < handful && shownBlocks >= nextBlocks + fewBlocks && nextBlocks * 4 <= shownBlocks * 3;
}

} // namespace lectern::app
