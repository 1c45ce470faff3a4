// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace lectern::app {

/// A file of a site that lies in the system's trash.
struct TrashedFile {
    QString path; ///< where it was, relative to the site
    QString inTrash; ///< where it is, absolute
};

/// Moves a file of the site at `root` to the trash. Errors: OutsideSite for a path that leads out of the
/// site, NotRegularFile, and NotWritable where the system does not take it.
[[nodiscard]] Result<TrashedFile> moveToTrash(const QString& root, const QString& path);

/// Puts a file back to where it was. False where another one stands there now, or the trash was emptied.
[[nodiscard]] bool putBack(const QString& root, const TrashedFile& file);

} // namespace lectern::app
