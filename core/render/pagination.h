// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"
#include "core/site/site.h"

namespace lectern::render {

/// The variable `paginator` of an entry: the first page of jekyll-paginate's where the site uses that plugin and the
/// entry is the index.html that it splits; nil for every other.
[[nodiscard]] liquid::Value paginatorOf(const site::Site& site, const site::Entry& entry);

} // namespace lectern::render
