// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/inline.h"

namespace lectern::profile {

/// A line of an item as a reader sees it: between two breaks, list markers or block tags.
struct Segment {
    TextRange range;
    bool bullet = false; ///< begins with a list marker
    bool nested = false; ///< a bullet that is not the item's own
    bool hard = false; ///< a break or the end of a block stands behind it
    QByteArray holder; ///< class of the HTML element around it, where it has one
    Spans spans;
};

/// A picture or video of an item: the bytes of its address and of its alternative text.
struct Picture {
    TextRange address;
    TextRange alt;
    bool found = false;
    bool hasAlt = false;
};

/// An item cut into segments, with what its tags tell.
struct Layout {
    std::vector<Segment> segments;
    Picture picture;
    TextRange scholarId;
    bool hasScholarId = false;
};

[[nodiscard]] Layout layOut(QByteArrayView bytes, TextRange range);

/// True for the address of a badge that a service draws (stars, citations).
[[nodiscard]] bool isServiceBadge(QByteArrayView address);

} // namespace lectern::profile
