// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"
#include "core/site/entry.h"

namespace lectern::site {

/// The posts that an index is split over, the newest first: all but those with `hidden`.
[[nodiscard]] Entries paginatedPosts(const Entries& posts);
/// The index that jekyll-paginate splits where the site turns it on; nullptr where there is none.
[[nodiscard]] EntryPointer paginatedIndex(const Config& config, const Entries& pages);
/// How many posts a page shows, and how many pages that makes; 0 where there is nothing to show.
[[nodiscard]] qint64 postsPerPage(const Config& config);
[[nodiscard]] int pagerPages(const Config& config, const Entries& shownPosts);
/// Where page `number` (from 2) lies: `paginate_path` with the number.
[[nodiscard]] QString pagerPath(const Config& config, int number);

/// Puts the index's further pages behind the others.
void addPagerPages(const Config& config, const Entries& posts, Entries& pages);

} // namespace lectern::site
