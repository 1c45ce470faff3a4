// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

#include <QStringList>

namespace lectern::app {

/// The Markdown files of a site that are pages which a person edits, the home page first: files with front matter in
/// `_pages` and in the root. Posts, drafts, includes, layouts and README files are none.
[[nodiscard]] QStringList editablePages(const site::FileSource& files);

} // namespace lectern::app
