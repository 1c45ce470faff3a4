// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagelinks.h"

#include "app/preview/pagefollower.h"
#include "app/preview/previewbrowser.h"
#include "app/preview/previewrenderer.h"
#include "app/preview/previewscheme.h"
#include "app/preview/siteexport.h"
#include "app/workspace/workspace.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QTemporaryDir>

namespace lectern::app {

PageLinks::PageLinks(Workspace& workspace, PreviewRenderer& renderer, PreviewBrowser& browser,
    PageFollower& follower, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_renderer(renderer)
    , m_browser(browser)
    , m_follower(follower)
{
    connect(&browser, &PreviewBrowser::linkActivated, this, &PageLinks::follow);
}

PageLinks::~PageLinks() = default;

void PageLinks::follow(const QUrl& url)
{
    if (url.scheme().toLatin1() == previewSchemeName()) {
        if (const QString path = requestedPath(url); !path.isEmpty())
            openSitePath(path);
    } else if (url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https")
        || url.scheme() == QLatin1StringView("mailto")) {
        Q_EMIT leavesSite(url);
    }
}

/// Goes to the editable page that is published at `path`, or shows what else is there.
void PageLinks::openSitePath(const QString& path)
{
    struct Found {
        QString page;
        Result<render::Renderer::Resource> resource = Error {};
    };
    m_renderer.withSource<Found>(
        [site = m_follower.snapshot(), pages = m_workspace.pages(), path](PageSource& source) {
            for (const QString& page : pages) {
                const auto rendered = source.page(site, page, render::Mode::Publish);
                if (rendered && rendered->url == path)
                    return Found { page };
            }
            return Found { {}, source.resource(site, path) };
        },
        [this, path](const Found& found) {
            if (found.page.isEmpty())
                showForeign(path, found.resource);
            else if (found.page != m_workspace.currentPage())
                showPage(found.page);
            else if (m_browser.document().url != path)
                m_follower.requestPage(); // back from a page that was only shown
        });
}

void PageLinks::showPage(const QString& page)
{
    if (const auto shown = m_workspace.setCurrentPage(page); !shown)
        Q_EMIT failed(shown.error());
}

void PageLinks::showForeign(const QString& path, const Result<render::Renderer::Resource>& found)
{
    if (!found) {
        Q_EMIT failed(found.error());
        return;
    }
    if (found->mimeType.startsWith("text/html")) {
        render::RenderedPage page;
        page.html = found->bytes;
        page.url = path;
        m_browser.clearReveal();
        m_browser.show(previewDocument(page), m_follower.revision());
        return;
    }
    const QFileInfo file(m_workspace.root() + path);
    const QString inside = QFileInfo(m_workspace.root()).canonicalFilePath() + u'/';
    if (file.isFile() && file.canonicalFilePath().startsWith(inside))
        Q_EMIT leavesSite(QUrl::fromLocalFile(file.canonicalFilePath()));
}

void PageLinks::openInBrowser()
{
    if (m_workspace.currentPage().isEmpty())
        return;
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>();
    const QString folder = m_copies->filePath(QString::number(++m_copyCount));
    m_renderer.withSource<Result<QString>>(
        [site = m_follower.snapshot(), page = m_workspace.currentPage(), folder](
            PageSource& source) { return exportForBrowser(source, site, page, folder); },
        [this](const Result<QString>& file) {
            if (file)
                QDesktopServices::openUrl(QUrl::fromLocalFile(*file));
            else
                Q_EMIT failed(file.error());
        });
}

} // namespace lectern::app
