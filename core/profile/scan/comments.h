// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/blocks.h"

namespace lectern::profile {

/// True for a comment that hides a part of the page: what it holds are such blocks as pages have. `before`:
/// the page's blocks up to it.
[[nodiscard]] bool isHiddenPart(
    QByteArrayView bytes, TextRange inner, const Blocks& blocks, const Blocks& before);

} // namespace lectern::profile
