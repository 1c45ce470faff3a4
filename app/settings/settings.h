// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace lectern::app {

enum class Theme { System, Light, Dark };

/// How the interface looks and speaks.
struct AppearanceSettings {
    Theme theme = Theme::System;
    int textScale = 100; ///< percent, 80 to 200
    QString language; ///< "en", "zh_CN"; empty: the system's
    bool operator==(const AppearanceSettings&) const = default;
};

/// Where the window was and how its columns stood.
struct WindowSettings {
    QByteArray geometry; ///< as QWidget::saveGeometry gives it
    QList<int> columnWidths; ///< sections, editor, preview; empty: never changed
    bool sidebarShown = true;
    bool editorShown = true;
    bool previewShown = true;
    bool operator==(const WindowSettings&) const = default;
};

/// What the preview of one site may do beyond showing the site's own files.
struct SiteTrust {
    bool scripts = false; ///< the pages' own scripts run
    QStringList hosts; ///< other hosts that the pages may load from, in lower case
    bool operator==(const SiteTrust&) const = default;
};

/// A site or file that was open before.
struct RecentSite {
    QString path; ///< absolute
    QString name; ///< what it called itself when it was open
    bool operator==(const RecentSite&) const = default;
};

} // namespace lectern::app
