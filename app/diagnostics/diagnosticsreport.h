// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QStringList>

namespace lectern::app {

class Workspace;

/// What somebody who looks for a fault needs to know: versions, platform, settings, the shape of the open
/// site in numbers, and the newest lines of the log. It holds no path, no name and no word of a page.
/// English, since it is read by developers.
[[nodiscard]] QString diagnosticsReport(
    Workspace& workspace, const AppearanceSettings& appearance, const QStringList& logLines);

} // namespace lectern::app
