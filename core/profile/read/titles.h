// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/people.h"
#include "core/profile/read/segments.h"

namespace lectern::profile {

/// Where a publication's title stands.
struct TitlePlace {
    bool found = false;
    size_t segment = 0;
    TextRange text; ///< the title alone
    TextRange whole; ///< with link, emphasis and quotes
    TextRange url; ///< of the link around it; empty range where the link has none
    bool linked = false;
    bool html = false; ///< the link is an `<a>` element
    bool canLink = false; ///< a link can be put around it
    qsizetype behind = 0;
    AuthorRun authors; ///< in an entry that begins with them
    bool cited = false; ///< stands as in a list of references: authors, title, venue
    bool plain = false; ///< nothing but its place among the words tells it
    bool belowPeople = false; ///< the line before holds the names
    TextRange dating; ///< "(2020)" between authors and title, without its parentheses
};

[[nodiscard]] TitlePlace findTitle(QByteArrayView bytes, const std::vector<Segment>& segments);

/// True for the label of a link ("PDF", "Code", "Project page").
[[nodiscard]] bool isLinkLabel(const QString& text);

} // namespace lectern::profile
