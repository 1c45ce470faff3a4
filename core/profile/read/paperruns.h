// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/itemreader.h"
#include "core/profile/scan/blocks.h"

namespace lectern::profile {

/// Tells how many of a page's blocks are one publication together.
class PaperRuns {
public:
    /// `sure`: the blocks stand below a heading that promises publications.
    PaperRuns(QByteArrayView bytes, const Blocks& blocks, ItemReader& reader, bool sure);

    /// How many blocks from this paragraph on are one publication; 0 where it begins none.
    [[nodiscard]] size_t length(size_t at) const;
    /// How many blocks from this heading on are one publication, which the heading names; 0 where it is
    /// none's title.
    [[nodiscard]] size_t headed(size_t at) const;

    /// "Presented at" and a list right below it, with the item at `at` in it: where one paper was shown.
    [[nodiscard]] bool listsOccasions(size_t at) const;
    /// True where any words of the range can be its title.
    [[nodiscard]] bool isTitled(TextRange range) const;
    /// Short, with a year or a row of commas: what is left of a reference's look.
    [[nodiscard]] bool isRough(const Block& block) const;

private:
    [[nodiscard]] size_t titledLength(size_t at) const;
    [[nodiscard]] bool isLoneReference(const Block& block) const;
    [[nodiscard]] bool isWhole(const Block& block) const;
    [[nodiscard]] bool namesSection(const Block& block) const;
    [[nodiscard]] bool isJournalBehindNames(TextRange range) const;
    [[nodiscard]] size_t behindDetails(size_t at) const;
    [[nodiscard]] bool isAttributes(const Block& block) const;
    [[nodiscard]] bool isLabelled(const Block& block) const;
    [[nodiscard]] bool beginsWithTitle(const Block& block) const
    {
        return m_reader.beginsWithTitle(block.range);
    }
    [[nodiscard]] bool isPaper(TextRange range) const { return m_reader.isPaper(range, true); }

    QByteArrayView m_bytes;
    const Blocks& m_blocks;
    ItemReader& m_reader;
    bool m_sure;
    // An item that was asked about, and where its list's lead begins: long lists are walked back only once.
    mutable size_t m_listAt = SIZE_MAX;
    mutable size_t m_listFrom = 0;
};

} // namespace lectern::profile
