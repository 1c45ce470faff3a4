// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

#include <QString>

namespace lectern::site {

/// Where a page of a site is published.
struct PageAddress {
    QString url; ///< path from the site's root: "/", "/cv/", "/cv.html"
    QString baseUrl; ///< the site's own place on its host, without a slash at its end; mostly empty
};

/// The address of the page or the document in the file at `path`, by its front matter, the site's defaults
/// and permalinks; without reading the rest of the site.
[[nodiscard]] PageAddress pageAddress(const FileSource& files, const QString& path);

} // namespace lectern::site
