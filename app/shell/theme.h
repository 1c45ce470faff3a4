// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;
class QDBusVariant;

namespace lectern::app {

/// Gives the application its colours, style and text size: light, dark, or whichever the desktop prefers (asked of the
/// desktop portal, org.freedesktop.appearance color-scheme, and followed while the program runs).
///
/// Where the platform brings a style of its own it is left alone; where Qt falls back to Fusion a calm variant of it and
/// palettes of ours are used. The accent colour is the platform's highlight.
class ThemeController : public QObject {
    Q_OBJECT
public:
    explicit ThemeController(QApplication& application, QObject* parent = nullptr);

    void apply(Theme theme);
    /// Text size in percent of the platform's, 80 to 200.
    void setTextScale(int percent);
    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void schemeChanged(bool dark);

private Q_SLOTS:
    /// The portal's signal: (namespace, key, value).
    void portalSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void refresh();

    QApplication& m_application;
    QPalette m_platformPalette;
    QFont m_platformFont;
    bool m_ownPalette = false; // the platform has no style of its own
    bool m_systemDark = false;
    bool m_dark = false;
    Theme m_theme = Theme::System;
};

/// The program's own palettes, with `highlight` as accent.
[[nodiscard]] QPalette lightPalette(const QColor& highlight);
[[nodiscard]] QPalette darkPalette(const QColor& highlight);

} // namespace lectern::app
