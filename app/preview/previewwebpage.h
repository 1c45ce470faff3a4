// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWebEnginePage>

namespace lectern::app {

/// A web page that may show lectern:// and nothing else: no scripts of its own unless they are allowed, no
/// windows, no dialogs, no downloads, no permissions. Links that lead elsewhere are reported, never followed.
class PreviewWebPage : public QWebEnginePage {
    Q_OBJECT
public:
    PreviewWebPage(QWebEngineProfile* profile, QObject* parent);

    /// From the next load on.
    void allowScripts(bool allowed);
    /// Loads `url`, which acceptNavigationRequest lets pass because it comes from here.
    void show(const QUrl& url);

Q_SIGNALS:
    void linkActivated(const QUrl& url);

protected:
    QWebEnginePage* createWindow(WebWindowType) override { return nullptr; }
    QStringList chooseFiles(FileSelectionMode, const QStringList&, const QStringList&) override { return {}; }
    void javaScriptAlert(const QUrl&, const QString&) override { }
    bool javaScriptConfirm(const QUrl&, const QString&) override { return false; }
    bool javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*) override { return false; }
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message, int line,
        const QString& source) override;
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;

private:
    QUrl m_shown;
};

} // namespace lectern::app
