// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/itemreader.h"
#include "core/profile/scan/blocks.h"

namespace lectern::profile {

/// The items of one section, from its blocks (without its heading). `kind` is changed where the heading told
/// none and the items' shape does.
[[nodiscard]] std::vector<Item> collectItems(
    QByteArrayView bytes, const Blocks& blocks, SectionKind& kind, ItemReader& reader);

} // namespace lectern::profile
