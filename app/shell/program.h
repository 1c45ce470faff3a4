// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/launchoptions.h"
#include "app/shell/mainwindow.h"
#include "app/shell/theme.h"
#include "app/workspace/safety.h"
#include "app/workspace/workspace.h"

#include <QObject>

#include <memory>
#include <optional>

class QApplication;

namespace lectern::app {

class SettingsStore;

/// The parts of the program in the order in which they are made: language, colours, workspace, what keeps edits safe
/// (not while nobody sits in front of the window: a picture is taken without touching what a crash left), window. The
/// window is made anew when the language changes; the workspace stays, and with it every edit and every undo
/// step.
class Program : public QObject {
    Q_OBJECT
public:
    Program(QApplication& application, SettingsStore& settings, const LaunchOptions& launch,
        const MainWindowOptions& window);
    ~Program() override;

    [[nodiscard]] Workspace& workspace() { return m_workspace; }
    [[nodiscard]] MainWindow& window() { return *m_window; }

    /// Opens what the command line names; without a name what was open last, unless that is gone. The window
    /// tells of a failure by itself.
    Result<void> openFirst();

Q_SIGNALS:
    void windowChanged();

private:
    void makeWindow();
    void changeLanguage(const QString& language);

    QApplication& m_application;
    SettingsStore& m_settings;
    LaunchOptions m_launch;
    MainWindowOptions m_windowOptions;
    ThemeController m_theme;
    Workspace m_workspace;
    std::optional<Safety> m_safety;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace lectern::app
