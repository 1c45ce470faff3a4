// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/itemreader.h"
#include "core/profile/scan/blocks.h"

#include <optional>

namespace lectern::profile {

/// Tells how many of a section's blocks are one dated entry together: a place of work with what was done
/// there.
class DatedRuns {
public:
    DatedRuns(QByteArrayView bytes, const Blocks& blocks, ItemReader& reader, SectionKind kind);

    /// "**Company**, Place" with its dates in one of the lines below.
    [[nodiscard]] bool isBoldEntry(const Block& block) const;
    /// "**Role** | Place | Aug 2020 - Present" with its list right below: how many blocks from this paragraph
    /// on are one entry; 0 where it begins none.
    [[nodiscard]] size_t withList(size_t at) const;
    /// "### Company" with its dates in the heading or at once below: how many blocks from this heading on are
    /// one entry; 0 where it names a group.
    [[nodiscard]] size_t headed(size_t at) const;

private:
    [[nodiscard]] bool hasBoldEntries() const;
    [[nodiscard]] bool datesFollow(size_t at) const;
    [[nodiscard]] size_t contentBehind(size_t at) const;
    [[nodiscard]] bool isDatedHeading(size_t at, size_t count) const;
    [[nodiscard]] bool entriesAreHeaded() const;
    [[nodiscard]] bool hasDate(TextRange range) const { return m_reader.hasDate(range); }

    QByteArrayView m_bytes;
    const Blocks& m_blocks;
    ItemReader& m_reader;
    SectionKind m_kind;
    mutable std::optional<bool> m_boldEntries;
    mutable std::optional<bool> m_headed;
};

} // namespace lectern::profile
