// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/reading.h"

namespace lectern::profile {

/// What a text read as a publication looks like.
struct PublicationLook {
    bool paper = false; ///< it has what makes a publication: a title, and somebody or some place
    bool pictured = false; ///< the same, where a picture beside a title is enough
    bool reference = false; ///< a title that is linked or marked, or a venue: enough where nothing but publications is expected
};

[[nodiscard]] PublicationLook publicationLook(const Reading& reading);

} // namespace lectern::profile
