// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/reading.h"

namespace lectern::profile {

/// True when a reading has what makes a publication: a title, and somebody or some place.
/// `picturesCount`: a picture beside a title is enough.
[[nodiscard]] bool isPublication(const Reading& reading, bool picturesCount = true);

} // namespace lectern::profile
