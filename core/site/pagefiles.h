// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

#include <QString>
#include <QStringList>

namespace lectern::site {

/// The text files of the site that take part in a page, by what they say themselves: the page, what it includes (and what
/// that includes), its layouts from the inside out and what they include, the data files for menus, and the configuration.
/// Each once, the page first; only files that are there. Includes whose name is computed by Liquid are not followed.
[[nodiscard]] QStringList filesOfPage(const FileSource& files, const QString& page);

} // namespace lectern::site
