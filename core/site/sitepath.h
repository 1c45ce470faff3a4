// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/site/filesource.h"

#include <QString>
#include <QStringList>

namespace lectern::site {

/// The Markdown files of a site that are pages which a person edits, the home page first: files with front matter in
/// `_pages` and in the root, also of the folder of a language ("zh/index.md"). Posts, drafts, includes, layouts and README files are none.
[[nodiscard]] QStringList editablePages(const FileSource& files);

/// What a path that a user names stands for.
struct OpenedPath {
    QString root; ///< absolute folder of the site; of a lone file the folder that holds it
    bool isSite = false;
    QString page; ///< the page to show, relative to the root
    QStringList pages; ///< all pages that can be edited, the home page first
};

/// A folder with `_config.yml` is a site, shown from its home page; a Markdown file inside one (up to four folders up) is
/// shown with its site; any other file stands alone. Errors: NotFound, NotASite (detail "no page" for a site without one); what readTextFile says of the first page
/// of a site that has no readable one.
Result<OpenedPath> resolvePath(const QString& path);

} // namespace lectern::site
