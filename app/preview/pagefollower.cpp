// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagefollower.h"

#include "app/diagnostics/programlog.h"
#include "app/preview/pagepatch.h"
#include "app/preview/previewbrowser.h"
#include "app/shell/diagnostictext.h"
#include "app/shell/errortext.h"
#include "app/workspace/workspace.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace lectern::app {

namespace {

/// How long the last good page stays while a half-typed tag swallows the rest of the new one.
constexpr std::chrono::milliseconds grace(800);

bool isStyle(const QString& file)
{
    return file.endsWith(QLatin1StringView(".scss")) || file.endsWith(QLatin1StringView(".css"))
        || file.endsWith(QLatin1StringView(".sass"));
}

/// The first finding that would make Jekyll stop.
const Diagnostic* stopper(const Diagnostics& diagnostics)
{
    const auto found = std::find_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error
            && diagnostic.code.startsWith(QLatin1StringView("liquid."));
    });
    return found == diagnostics.end() ? nullptr : &*found;
}

} // namespace

PageFollower::PageFollower(
    Workspace& workspace, PreviewRenderer& renderer, PreviewBrowser& browser, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_renderer(renderer)
    , m_browser(browser)
    , m_holdTimer(new QTimer(this))
    , m_watch(siteWatch(workspace))
{
    m_holdTimer->setSingleShot(true);
    m_holdTimer->setInterval(grace);
    connect(m_holdTimer, &QTimer::timeout, this, [this] {
        if (const auto answer = std::exchange(m_held, std::nullopt))
            accept(*answer, troubleOf(*answer));
    });
    connect(&m_watch, &SiteWatch::changed, this, &PageFollower::requestPage);
    connect(&renderer, &PreviewRenderer::rendered, this, &PageFollower::onRendered);
    connect(&workspace, &Workspace::opened, this, &PageFollower::onPageChosen);
    connect(&workspace, &Workspace::currentPageChanged, this, &PageFollower::onPageChosen);
    connect(&workspace, &Workspace::changed, this, [this](const Change& change) { onChanged(change); });
    if (workspace.isOpen())
        onPageChosen();
}

SiteSnapshot PageFollower::snapshot()
{
    return { m_workspace.root(), m_workspace.buffers(), m_watch.files() };
}

void PageFollower::onPageChosen()
{
    m_held.reset();
    m_holdTimer->stop();
    m_isTroubleShown = false;
    m_lastEdit.reset();
    m_browser.clearNotice();
    if (!m_browser.hasDocument())
        Q_EMIT stateChanged(PreviewState::Kind::Rendering, {});
    requestPage();
}

void PageFollower::onChanged(const Change& change)
{
    for (const FileEdits& edits : change) {
        if (isStyle(edits.file))
            m_browser.refreshStyles();
        if (!edits.edits.empty())
            m_lastEdit = MarkedPlace { edits.file, edits.edits.back().rangeAfter() };
    }
    requestPage();
}

void PageFollower::requestPage()
{
    const QString page = m_workspace.currentPage();
    if (page.isEmpty())
        return;
    const auto file = m_workspace.file(page);
    m_renderer.request({ snapshot(), page, ++m_revision, file ? file->size() : 0 });
}

void PageFollower::reload()
{
    m_reloadWanted = true;
    requestPage();
}

void PageFollower::onRendered(const RenderAnswer& answer)
{
    if (answer.page != m_workspace.currentPage())
        return;
    Q_EMIT diagnosticsChanged(answer.diagnostics);
    if (!answer.document) {
        m_held.reset();
        m_holdTimer->stop();
        const QString failure = errorText(answer.error);
        if (std::exchange(m_loggedFailure, failure) != failure)
            logFailure(QStringLiteral("rendering"), answer.error);
        Q_EMIT stateChanged(
            m_browser.hasDocument() ? PreviewState::Kind::Stale : PreviewState::Kind::Unavailable, failure);
        return;
    }
    m_loggedFailure.clear();
    const auto trouble = troubleOf(answer);
    if (trouble && isShown(answer) && !m_reloadWanted && !m_isTroubleShown)
        hold(answer, trouble->reason);
    else
        accept(answer, trouble);
}

bool PageFollower::isShown(const RenderAnswer& answer) const
{
    return m_browser.hasDocument() && m_browser.document().url == answer.document->url;
}

std::optional<PageFollower::Trouble> PageFollower::troubleOf(const RenderAnswer& answer) const
{
    if (const Diagnostic* found = stopper(answer.diagnostics)) {
        const QString file = found->file.isEmpty() ? answer.page : found->file;
        return Trouble { tr("Jekyll would stop here: %1").arg(diagnosticText(*found)),
            { file, found->range } };
    }
    const size_t before = m_isTroubleShown ? m_wholeBlocks : m_browser.document().blocks.size();
    const qsizetype removed = m_shownSourceSize - answer.sourceSize;
    if (!isShown(answer) || !isCollapse(before, answer.document->blocks.size(), removed))
        return std::nullopt;
    return Trouble { tr("What is being typed swallows the rest of the page."),
        m_lastEdit.value_or(MarkedPlace { answer.page, {} }) };
}

void PageFollower::hold(const RenderAnswer& answer, const QString& reason)
{
    m_held = answer;
    if (!m_holdTimer->isActive())
        m_holdTimer->start();
    Q_EMIT stateChanged(PreviewState::Kind::Stale, reason);
}

void PageFollower::accept(const RenderAnswer& answer, const std::optional<Trouble>& trouble)
{
    m_held.reset();
    m_holdTimer->stop();
    if (!trouble)
        m_wholeBlocks = answer.document->blocks.size();
    m_shownSourceSize = answer.sourceSize;
    m_browser.show(*answer.document, answer.revision);
    if (std::exchange(m_reloadWanted, false))
        m_browser.reload();
    if (trouble)
        m_browser.setNotice(trouble->place, trouble->reason);
    else if (m_isTroubleShown)
        m_browser.clearNotice();
    m_isTroubleShown = trouble.has_value();
    if (answer.document->fit == PreviewDocument::Fit::Nothing)
        Q_EMIT stateChanged(PreviewState::Kind::Unavailable, sizeNotice(*answer.document));
    else
        Q_EMIT stateChanged(
            PreviewState::Kind::UpToDate, trouble ? trouble->reason : sizeNotice(*answer.document));
}

QString PageFollower::sizeNotice(const PreviewDocument& document)
{
    const QString size = QLocale().formattedDataSize(document.wholeSize);
    switch (document.fit) {
    case PreviewDocument::Fit::Whole:
        break;
    case PreviewDocument::Fit::Beginning:
        return tr("This page is too large for the preview (%1): only its beginning is shown.").arg(size);
    case PreviewDocument::Fit::Nothing:
        return tr("This page is too large for the preview (%1).").arg(size);
    }
    return {};
}

} // namespace lectern::app
