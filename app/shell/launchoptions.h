// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "core/base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace lectern::app {

/// What the command line asks for.
struct LaunchOptions {
    QString path; ///< site folder or file; empty: the welcome page
    QString screenshot; ///< draw the window to this PNG and leave
    QString headlessJob; ///< do the whole job into this folder and leave
    bool checkDisplay = false; ///< connect to the display and leave
    QSize size;
    std::optional<Theme> theme;
    int textScale = 0; ///< percent; 0: settings
    bool verbose = false;
    QString language; ///< empty: settings, then the system
    QString section; ///< id to show
    int item = 0; ///< item of that section, from 1; 0: none
};

/// What the command line leads to: options, or text to print and leave with a status.
struct LaunchDecision {
    LaunchOptions options;
    std::optional<int> exitStatus; ///< set: print `text` and leave with it
    QString text;
    bool toStandardError = false;
};

/// Reads the arguments without an application object, so that --version and --help work where no window can be made.
[[nodiscard]] LaunchDecision readArguments(const QStringList& arguments);

} // namespace lectern::app
