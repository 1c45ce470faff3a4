// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/reading.h"

namespace lectern::profile {

/// The items of one section, from its blocks (without its heading). `kind` is changed where the heading told none and the
/// items' shape does.
[[nodiscard]] std::vector<Item> collectItems(QByteArrayView bytes, const Blocks& blocks, SectionKind& kind);

} // namespace lectern::profile
