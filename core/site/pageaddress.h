// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"
#include "core/site/filesource.h"
#include "core/site/frontmatterdefaults.h"

#include <QString>

namespace lectern::site {

/// Where a page of a site is published.
struct PageAddress {
    QString url; ///< path from the site's root: "/", "/cv/", "/cv.html"
    QString baseUrl; ///< the site's own place on its host, without a slash at its end; mostly empty
};

/// The addresses of pages, by their front matter and the site's defaults and permalinks, without reading the
/// rest of the site. `files` must outlive it.
class PageAddresses {
public:
    explicit PageAddresses(const FileSource& files);

    /// Of the page, or the document, in the file at `path`.
    [[nodiscard]] PageAddress of(const QString& path) const;
    /// The language that the site says it is in; empty where it says none.
    [[nodiscard]] QString language() const;

private:
    const FileSource& m_files;
    Config m_config;
    FrontMatterDefaults m_defaults;
};

} // namespace lectern::site
