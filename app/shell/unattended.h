// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/launchoptions.h"

class QApplication;

namespace lectern::app {

class MainWindow;
class Workspace;

/// True when the command line asks for a picture or the headless job: nobody sits in front of the window.
[[nodiscard]] bool isUnattended(const LaunchOptions& options);

/// Runs the application until the picture is taken and everything asked for is written, tells on standard output where, and
/// returns the exit status: 0 done, 1 something could not be written or the page was not shown in time.
[[nodiscard]] int runUnattended(
    QApplication& application, MainWindow& window, Workspace& workspace, const LaunchOptions& options);

} // namespace lectern::app
