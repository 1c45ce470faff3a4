// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace lectern::app {

/// Folder of the sample site that came with the program; empty where it is missing.
[[nodiscard]] QString sampleSiteFolder();

/// Copies the folder `source` to the new folder `name` in `parent` ("my-site", or "my-site-2" where that is taken) and
/// returns its path. Symbolic links are left out. Errors: NotFound, NotWritable, DiskFull, WriteFailed; what was copied until
/// then is taken away again.
Result<QString> copySite(const QString& source, const QString& parent, const QString& name);

} // namespace lectern::app
