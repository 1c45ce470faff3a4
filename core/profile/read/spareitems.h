// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace lectern::profile {

/// Items of a revision that nobody needs any more, for the places where their bytes stand in the next one: on
/// a page of thousands of items moving them is a good deal cheaper than copying their fields.
class SpareItems {
public:
    SpareItems() = default;
    SpareItems(SpareItems&&) = default;
    SpareItems& operator=(SpareItems&&) = default;
    /// `before` and `now`: the bytes that the sections were read from, and those of the next revision.
    SpareItems(std::vector<Section> sections, const QByteArray& before, const QByteArray& now);

    /// The item of that kind that stood where `range` of the next revision comes from, with its places in
    /// that; each is given once.
    [[nodiscard]] std::optional<Item> take(TextRange range, ItemKind kind);

private:
    std::vector<Section> m_sections;
    std::vector<Item*> m_items; ///< by their places
    qsizetype m_same = 0; ///< up to here both revisions are the same
    qsizetype m_behind = 0; ///< and from here on in the next one
    qsizetype m_shift = 0; ///< by which the bytes there moved
};

} // namespace lectern::profile
