// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/jekyllcompare.h"

#include "app/preview/pagefollower.h"
#include "app/preview/previewbrowser.h"
#include "app/preview/previewrenderer.h"
#include "app/shell/errortext.h"
#include "app/workspace/workspace.h"
#include "core/render/mimetypes.h"

namespace lectern::app {

JekyllCompare::JekyllCompare(const Parts& parts, ComparePanel* panel, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_panel(panel)
{
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        m_panel->showBuilding(tr("Jekyll builds the site… %1 s").arg(m_elapsed.elapsed() / 1000));
    });
    connect(&m_build, &JekyllBuild::built, this, &JekyllCompare::onBuilt);
    connect(&m_build, &JekyllBuild::failed, this, &JekyllCompare::onFailed);
    connect(panel, &ComparePanel::cancelled, this, &JekyllCompare::close);
    connect(panel, &ComparePanel::jekyllWanted, this, &JekyllCompare::showJekyll);
    connect(panel, &ComparePanel::chosen, this, [this](const PageDifference& difference) {
        if (const auto place = markedPlace(m_parts.browser.document(), 0, difference.mark))
            Q_EMIT placeChosen(*place);
    });
    connect(&parts.workspace, &Workspace::changed, this, [this] { showJekyll(false); });
    connect(&parts.workspace, &Workspace::currentPageChanged, this, &JekyllCompare::close);
}

void JekyllCompare::start()
{
    const QString root = m_parts.workspace.root();
    if (m_isCopying || m_build.isRunning() || m_parts.workspace.currentPage().isEmpty())
        return;
    showJekyll(false);
    if (!m_parts.workspace.isSite() || jekyllCommand(root).isEmpty()) {
        m_panel->showFailure(
            tr("Jekyll is not installed on this computer, or this is no site that it could build."));
        return;
    }
    if (buildRunsOwnPrograms(root) && !m_parts.browser.trust().scripts) {
        m_panel->showFailure(tr("Building this site runs programs that come with it (a Gemfile or plugins). "
                                "Allow the scripts of this "
                                "site first, in the menu below the page, if you trust it."));
        return;
    }
    buildCopy();
}

void JekyllCompare::buildCopy()
{
    m_page = m_parts.workspace.currentPage();
    m_url = m_parts.browser.document().url;
    m_isCopying = true;
    m_elapsed.start();
    m_clock.start();
    m_panel->showBuilding(tr("Jekyll builds the site…"));
    const QStringList command = jekyllCommand(m_parts.workspace.root());
    m_parts.renderer.withSource<Result<void>>(
        [site = m_parts.follower.snapshot(), folder = m_build.makeSourceFolder()](
            PageSource&) { return copySite(site, folder); },
        [this, command](const Result<void>& copied) {
            if (!std::exchange(m_isCopying, false))
                return; // given up meanwhile
            if (copied)
                m_build.start(command);
            else
                onFailed(copied.error());
        });
}

void JekyllCompare::onBuilt()
{
    const auto theirs = m_build.builtFile(m_url);
    if (!theirs) {
        m_clock.stop();
        m_panel->showFailure(tr("Jekyll built the site without this page."));
        return;
    }
    m_parts.renderer.withSource<Result<render::RenderedPage>>(
        [site = m_parts.follower.snapshot(), page = m_page](
            PageSource& source) { return source.page(site, page, render::Mode::Preview); },
        [this, theirs](const Result<render::RenderedPage>& ours) {
            if (ours)
                compare(ours->document(), *theirs);
            else
                onFailed(ours.error());
        });
}

void JekyllCompare::compare(const QByteArray& ours, const QByteArray& theirs)
{
    m_parts.browser.compare(ours, theirs, [this](const QList<PageDifference>& differences) {
        m_clock.stop();
        m_panel->showDifferences(differences);
    });
}

void JekyllCompare::onFailed(const Error& error)
{
    m_clock.stop();
    if (error.code == ErrorCode::Cancelled)
        m_panel->hide();
    else
        m_panel->showFailure(
            tr("Jekyll could not build the site: %1").arg(error.detail.section(u'\n', -1)), error.detail);
}

void JekyllCompare::close()
{
    showJekyll(false);
    m_isCopying = false;
    m_build.cancel();
    m_clock.stop();
    m_panel->hide();
}

void JekyllCompare::showJekyll(bool shown)
{
    if (shown == m_isJekyllShown)
        return;
    m_isJekyllShown = shown;
    m_panel->setJekyllShown(shown);
    m_parts.browser.loadNext();
    const auto built = m_build.builtFile(m_url);
    if (!shown || !built) {
        m_parts.follower.requestPage();
        return;
    }
    render::RenderedPage page;
    page.html = *built;
    page.url = m_url;
    m_parts.browser.clearReveal();
    m_parts.browser.show(previewDocument(page), m_parts.follower.revision());
}

std::optional<SiteRequests::Answer> JekyllCompare::builtAnswer(const QString& path) const
{
    if (!m_isJekyllShown)
        return std::nullopt;
    const auto built = m_build.builtFile(path);
    return built ? SiteRequests::Answer { true, *built, render::mimeType(path) } : SiteRequests::Answer {};
}

} // namespace lectern::app
