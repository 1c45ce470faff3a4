// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/people.h"
#include "core/profile/read/segments.h"
#include "core/profile/read/titles.h"
#include "core/profile/read/venue.h"

namespace lectern::profile {

/// Where a publication tells what.
struct PublicationParts {
    Layout layout;
    TitlePlace title;
    AuthorRun people;
    size_t peopleSegment = 0;
    VenuePlace venue;
    size_t venueSegment = 0;
    bool venueBefore = false; ///< it stands before the title or the authors
    TextRange badge;
    bool hasBadge = false;
    VenuePlace badgeVenue;
    std::vector<TextRange> highlights;
};

[[nodiscard]] PublicationParts findParts(QByteArrayView bytes, TextRange range);

} // namespace lectern::profile
