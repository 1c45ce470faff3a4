// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>

namespace lectern::app {

/// The format of QSettings::IniFormat, written so that a full disk leaves the old file: Qt 6.4 reports
/// success there and leaves an empty or torn one. The file is the same.
[[nodiscard]] QSettings::Format settingsFormat();

} // namespace lectern::app
