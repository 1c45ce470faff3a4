// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QDialog>

class QComboBox;
class QSlider;

namespace lectern::app {

/// Colours, text size and language. Changes show at once.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(const AppearanceSettings& settings, QWidget* parent);

Q_SIGNALS:
    void appearanceChanged(const lectern::app::AppearanceSettings& settings);

private:
    void announce();

    AppearanceSettings m_settings;
    QComboBox* m_theme;
    QSlider* m_scale;
    QComboBox* m_language;
};

} // namespace lectern::app
