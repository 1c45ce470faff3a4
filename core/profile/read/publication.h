// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/reading.h"

namespace lectern::profile {

/// True when a reading has what makes a publication: a title, and somebody or some place.
/// `picturesCount`: a picture beside a title is enough.
[[nodiscard]] bool isPublication(const Reading& reading, bool picturesCount = true);

/// True when a reading has the look of a reference where nothing but publications is expected: a title that
/// is linked or marked, or a venue.
[[nodiscard]] bool isReference(const Reading& reading);

} // namespace lectern::profile
