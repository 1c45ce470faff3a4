// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/reviewsheet.h"
#include "app/settings/settingsstore.h"
#include "app/shell/infobar.h"
#include "app/shell/mainwindow.h"
#include "app/shell/siteopener.h"
#include "app/shell/theme.h"
#include "app/workspace/safety.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace lectern::test {

/// The real window, without web views, on a small site in a temporary folder, with its safety data beside it.
class FaultSite {
public:
    FaultSite();

    [[nodiscard]] QString path(const QString& relative) const { return m_folder.filePath(relative); }
    [[nodiscard]] QString site() const { return path(QStringLiteral("site")); }
    [[nodiscard]] QString pagePath() const;
    /// Writes a file of the site as another program would, in place.
    void write(const QString& relative, const QByteArray& bytes) const;
    /// Makes the window and opens the site.
    bool open();
    /// Types into the page: replaces the first `before`.
    void type(const QByteArray& before, const QByteArray& after);
    /// Opens the review and presses its button. Returns what the sheet says of a problem; empty when it was written.
    QString writeInSheet();
    [[nodiscard]] QByteArray buffer();
    /// Names in the folder of the page.
    [[nodiscard]] QStringList pageFolder() const;

    app::Workspace& workspace() { return *m_workspace; }
    app::MainWindow& window() { return *m_window; }
    app::Safety& safety() { return *m_safety; }
    [[nodiscard]] app::DataFolders data() const { return app::DataFolders::below(path(QStringLiteral("data"))); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::SettingsStore> m_settings;
    std::unique_ptr<app::ThemeController> m_theme;
    std::unique_ptr<app::Workspace> m_workspace;
    std::unique_ptr<app::Safety> m_safety;
    std::unique_ptr<app::MainWindow> m_window;
};

inline const QString faultPage = QStringLiteral("_pages/about.md");
extern const QByteArray faultText;

} // namespace lectern::test
