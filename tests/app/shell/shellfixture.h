// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settingsstore.h"
#include "app/shell/mainwindow.h"
#include "app/shell/theme.h"
#include "app/workspace/workspace.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace lectern::test {

/// A window without a web view over a folder of its own, with its own settings and pictures.
class ShellFixture {
public:
    ShellFixture();
    ~ShellFixture();

    app::MainWindow& window() { return *m_window; }
    app::Workspace& workspace() { return *m_workspace; }
    app::SettingsStore& settings() { return *m_settings; }
    app::SitePictures pictures() const;

    [[nodiscard]] QString path(const QString& relative) const { return m_folder.filePath(relative); }
    void write(const QString& relative, const QByteArray& bytes) const;
    /// Writes a small site with the page below and returns its folder.
    QString makeSite(const QString& name = QStringLiteral("site")) const;
    /// Makes the site and opens it in the shown, active window.
    void openSite();
    /// Shows the window and waits until it has the keyboard.
    void showWindow();
    /// A window as after a new start of the program: the same settings, nothing open.
    void startAgain();

    QByteArray pageBytes() { return m_workspace->profile().file.bytes(); }
    /// The sentence of the window's bar.
    QString barText() const;
    QString editorBarText() const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::SettingsStore> m_settings;
    std::unique_ptr<app::ThemeController> m_theme;
    std::unique_ptr<app::Workspace> m_workspace;
    std::unique_ptr<app::MainWindow> m_window;
};

/// Hash of every file below `folder`, and the names of the folders.
[[nodiscard]] QHash<QString, QByteArray> treeHashes(const QString& folder);

} // namespace lectern::test
