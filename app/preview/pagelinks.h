// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/render/renderer.h"

#include <QObject>
#include <QUrl>

#include <memory>

class QTemporaryDir;

namespace lectern::app {

class PageFollower;
class PreviewBrowser;
class PreviewRenderer;
class Workspace;

/// Where links on the page lead, and the way to the user's own browser.
class PageLinks : public QObject {
    Q_OBJECT
public:
    PageLinks(Workspace& workspace, PreviewRenderer& renderer, PreviewBrowser& browser,
        PageFollower& follower, QObject* parent = nullptr);
    ~PageLinks() override;

    /// Follows a link inside the site; one that leaves it is only reported.
    void follow(const QUrl& url);
    /// Writes the page and what it uses into a temporary folder and opens it in the user's browser.
    void openInBrowser();

Q_SIGNALS:
    void leavesSite(const QUrl& url);
    void failed(const lectern::Error& error);

private:
    void openSitePath(const QString& path);
    void showPage(const QString& page);
    void showForeign(const QString& path, const Result<render::Renderer::Resource>& found);

    Workspace& m_workspace;
    PreviewRenderer& m_renderer;
    PreviewBrowser& m_browser;
    PageFollower& m_follower;
    std::unique_ptr<QTemporaryDir> m_copies;
    int m_copyCount = 0;
};

} // namespace lectern::app
