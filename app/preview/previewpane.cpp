// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewpane.h"

#include "app/preview/clickplace.h"
#include "app/preview/deviceframe.h"
#include "app/preview/pagepatch.h"
#include "app/preview/placename.h"
#include "app/preview/previewbrowser.h"
#include "app/preview/previewrenderer.h"
#include "app/preview/previewscheme.h"
#include "app/preview/previewtoolbar.h"
#include "app/preview/siteexport.h"
#include "app/preview/statebar.h"
#include "app/shell/errortext.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QDesktopServices>
#include <QEvent>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineView>

#include <algorithm>
#include <cmath>
#include <optional>

namespace lectern::app {

namespace {

/// How long the last good page stays while a half-typed tag swallows the rest of the new one.
constexpr std::chrono::milliseconds collapseGrace(800);
constexpr double staleVeil = 0.35;
constexpr double zoomSteps[]
    = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };

bool isStyle(const QString& file)
{
    return file.endsWith(QLatin1StringView(".scss")) || file.endsWith(QLatin1StringView(".css"))
        || file.endsWith(QLatin1StringView(".sass"));
}

} // namespace

class PreviewPane::Private {
public:
    Private(PreviewPane* pane, Workspace& site, const PreviewOptions& options);

    void buildWidgets(const PreviewOptions& options);
    void buildBrowser(const PreviewOptions& options);
    void connectBrowser();

    [[nodiscard]] SiteSnapshot snapshot() const { return { workspace.root(), workspace.buffers() }; }
    void onPageChosen();
    void onChanged(const Change& change, EditSource source);
    void followEdits(const FileEdits& edits, EditSource source);
    void requestPage();
    void onRendered(const RenderAnswer& answer);
    void hold(const RenderAnswer& answer);
    void accept(const RenderAnswer& answer);
    void onUpdated(quint64 shownRevision);
    void outline(bool again);
    void onClicked(const MarkedPlace& place, const QString& text, int at);
    void onLink(const QUrl& url);
    void openSitePath(const QString& path);
    void showForeign(const QString& path, const Result<render::Renderer::Resource>& found);
    void setState(PreviewState::Kind kind, const QString& reason = {});
    void stepZoom(int direction);
    void maybeShown();

    PreviewPane* q;
    Workspace& workspace;
    PreviewRenderer* renderer
        = nullptr; ///< null where the browser engine cannot run, as are browser and frame
    PreviewBrowser* browser = nullptr;
    DeviceFrame* frame = nullptr;
    PreviewToolbar* toolbar = nullptr;
    StateBar* stateBar = nullptr;
    PreviewState state;
    quint64 revision = 0;
    qsizetype shownSourceSize = 0;
    std::optional<RenderAnswer> held; ///< a collapsed page that waits for its time
    QTimer* holdTimer = nullptr;
    bool reloadWanted = false;
    std::optional<MarkedPlace> revealed;
    bool revealPending = false; ///< asked for while the page was not there
    bool scrollOnUpdate = false;
    bool isPainted = false;
    std::unique_ptr<QTemporaryDir> browserCopies;
    int browserCopyCount = 0;
};

PreviewPane::Private::Private(PreviewPane* pane, Workspace& site, const PreviewOptions& options)
    : q(pane)
    , workspace(site)
    , holdTimer(new QTimer(pane))
{
    buildWidgets(options);
    if (previewAvailability() != PreviewAvailability::Available)
        return;
    buildBrowser(options);
    connectBrowser();
    holdTimer->setSingleShot(true);
    holdTimer->setInterval(collapseGrace);
    connect(holdTimer, &QTimer::timeout, q, [this] {
        if (held)
            accept(*std::exchange(held, std::nullopt));
    });
    connect(&workspace, &Workspace::opened, q, [this] { onPageChosen(); });
    connect(&workspace, &Workspace::currentPageChanged, q, [this] { onPageChosen(); });
    connect(&workspace, &Workspace::changed, q,
        [this](const Change& change, EditSource source) { onChanged(change, source); });
    if (workspace.isOpen())
        onPageChosen();
}

void PreviewPane::Private::buildWidgets(const PreviewOptions& options)
{
    auto* column = new QVBoxLayout(q);
    look::tighten(column);
    toolbar = new PreviewToolbar;
    stateBar = new StateBar;
    column->addWidget(toolbar);
    column->addWidget(new look::Hairline(Qt::Horizontal));
    if (previewAvailability() == PreviewAvailability::Available) {
        frame = new DeviceFrame;
        frame->setDevice(options.device);
        frame->setZoom(options.zoom);
        column->addWidget(frame, 1);
    } else {
        toolbar->setEnabled(false);
        const bool isRoot = previewAvailability() == PreviewAvailability::RunsAsRoot;
        const QString reason = isRoot ? tr("The preview does not run for the administrator account, because "
                                           "the browser engine could not keep "
                                           "pages in its sandbox. Start Lectern as an ordinary user.")
                                      : tr("The preview cannot run: this system denies the user namespaces "
                                           "that the browser engine needs to "
                                           "keep pages in its sandbox.");
        auto* notice = new look::TextLabel(look::TextRole::Secondary, reason);
        notice->setWordWrap(true);
        notice->setAlignment(Qt::AlignCenter);
        notice->setMargin(2 * look::margin);
        column->addWidget(notice, 1);
        state = { PreviewState::Kind::Unavailable, reason, 0 };
        stateBar->hide();
    }
    column->addWidget(new look::Hairline(Qt::Horizontal));
    column->addWidget(stateBar);
    q->setAccessibleName(tr("Preview of the page"));
}

void PreviewPane::Private::buildBrowser(const PreviewOptions& options)
{
    const PageSourceFactory makeSource = options.makeSource
        ? options.makeSource
        : rendererSource(options.styleHelper, QDateTime::currentSecsSinceEpoch());
    renderer = new PreviewRenderer(makeSource, q);
    browser = new PreviewBrowser(
        [this](const QString& path, const SiteRequests::Reply& reply) {
            renderer->fetch(snapshot(), path, [reply](const Result<render::Renderer::Resource>& found) {
                reply(found ? SiteRequests::Answer { true, found->bytes, found->mimeType }
                            : SiteRequests::Answer {});
            });
        },
        q);
    browser->setAccent(look::accent(q->palette()));
    browser->view()->setAccessibleName(tr("Page"));
    frame->setView(browser->view());
    browser->view()->setZoomFactor(frame->scale());
    connect(frame, &DeviceFrame::scaleChanged, q, [this](double scale) {
        browser->view()->setZoomFactor(scale);
        toolbar->showZoom(frame->zoom(), scale);
    });
    toolbar->showDevice(frame->device());
    toolbar->showZoom(frame->zoom(), frame->scale());
    connect(frame, &DeviceFrame::veilSettled, q, [this] { maybeShown(); });
    connect(toolbar, &PreviewToolbar::deviceChosen, q, &PreviewPane::setDevice);
    connect(toolbar, &PreviewToolbar::zoomInClicked, q, &PreviewPane::zoomIn);
    connect(toolbar, &PreviewToolbar::zoomOutClicked, q, &PreviewPane::zoomOut);
    connect(toolbar, &PreviewToolbar::fitClicked, q, [this] { q->setZoom(0); });
    connect(toolbar, &PreviewToolbar::reloadClicked, q, &PreviewPane::reload);
    connect(toolbar, &PreviewToolbar::browserClicked, q, &PreviewPane::openInBrowser);
}

void PreviewPane::Private::connectBrowser()
{
    connect(
        renderer, &PreviewRenderer::rendered, q, [this](const RenderAnswer& answer) { onRendered(answer); });
    connect(browser, &PreviewBrowser::loadStarted, q, [this] { isPainted = false; });
    connect(browser, &PreviewBrowser::documentReady, q, [this] {
        // The engine forgets the zoom of a page when a new process shows it.
        browser->view()->setZoomFactor(frame->scale());
        if (revealed)
            outline(!std::exchange(revealPending, false));
    });
    connect(browser, &PreviewBrowser::firstFrame, q,
        [this] { frame->setVeil(state.kind == PreviewState::Kind::Stale ? staleVeil : 0); });
    connect(browser, &PreviewBrowser::painted, q, [this] {
        isPainted = true;
        maybeShown();
    });
    connect(
        browser, &PreviewBrowser::updated, q, [this](quint64 shownRevision) { onUpdated(shownRevision); });
    connect(browser, &PreviewBrowser::hovered, q, [this](const MarkedPlace& place) {
        browser->setHoverName(placeName(workspace.profile(), workspace.currentPage(), place));
    });
    connect(browser, &PreviewBrowser::clicked, q,
        [this](const MarkedPlace& place, const QString& text, int at) { onClicked(place, text, at); });
    connect(browser, &PreviewBrowser::linkActivated, q, [this](const QUrl& url) { onLink(url); });
    connect(browser, &PreviewBrowser::blockedCountChanged, q, [this] { setState(state.kind, state.reason); });
    connect(browser, &PreviewBrowser::crashed, q, [this] {
        setState(PreviewState::Kind::Unavailable,
            tr("The browser engine stopped twice while it showed this page. Reload tries it again."));
    });
}

void PreviewPane::Private::onPageChosen()
{
    revealed.reset();
    held.reset();
    holdTimer->stop();
    if (!browser->hasDocument())
        setState(PreviewState::Kind::Rendering);
    requestPage();
}

void PreviewPane::Private::onChanged(const Change& change, EditSource source)
{
    for (const FileEdits& edits : change) {
        followEdits(edits, source);
        if (isStyle(edits.file))
            browser->refreshStyles();
    }
    requestPage();
}

/// Keeps the outline on what it marks, and moves it to what the user edits in the forms.
void PreviewPane::Private::followEdits(const FileEdits& edits, EditSource source)
{
    const bool byForms = source == EditSource::Form || source == EditSource::List;
    for (const Edit& edit : edits.edits) {
        if (revealed && revealed->file == edits.file) {
            const bool isInside
                = revealed->range.from <= edit.at && edit.rangeBefore().to <= revealed->range.to;
            revealed->range = mapped(revealed->range, edit);
            if (isInside || !byForms)
                continue;
        }
        if (byForms)
            revealed = MarkedPlace { edits.file, edit.rangeAfter() };
    }
    scrollOnUpdate = scrollOnUpdate || byForms;
}

void PreviewPane::Private::requestPage()
{
    const QString page = workspace.currentPage();
    if (page.isEmpty())
        return;
    const auto file = workspace.file(page);
    renderer->request({ snapshot(), page, ++revision, file ? file->size() : 0 });
}

void PreviewPane::Private::onRendered(const RenderAnswer& answer)
{
    if (answer.page != workspace.currentPage())
        return;
    Q_EMIT q->diagnosticsChanged(answer.diagnostics);
    if (!answer.document) {
        setState(browser->hasDocument() ? PreviewState::Kind::Stale : PreviewState::Kind::Unavailable,
            errorText(answer.error));
        return;
    }
    const bool samePage = browser->hasDocument() && browser->document().url == answer.document->url;
    if (!reloadWanted && samePage
        && isCollapse(browser->document(), *answer.document, shownSourceSize - answer.sourceSize)) {
        hold(answer);
        return;
    }
    accept(answer);
}

void PreviewPane::Private::hold(const RenderAnswer& answer)
{
    held = answer;
    if (!holdTimer->isActive())
        holdTimer->start();
    setState(PreviewState::Kind::Stale, tr("What is being typed would swallow the rest of the page."));
}

void PreviewPane::Private::accept(const RenderAnswer& answer)
{
    held.reset();
    holdTimer->stop();
    shownSourceSize = answer.sourceSize;
    browser->show(*answer.document, answer.revision);
    if (std::exchange(reloadWanted, false))
        browser->reload();
    setState(PreviewState::Kind::UpToDate);
}

void PreviewPane::Private::onUpdated(quint64 shownRevision)
{
    if (revealed && shownRevision == revision)
        outline(true);
    Q_EMIT q->updated(shownRevision);
}

void PreviewPane::Private::outline(bool again)
{
    browser->reveal({ *revealed, !again || std::exchange(scrollOnUpdate, false), again });
}

void PreviewPane::Private::onClicked(const MarkedPlace& place, const QString& text, int at)
{
    // A mark may be the page author's own text: only what the workspace takes for a file of the site counts.
    const auto file = workspace.file(place.file);
    if (file)
        Q_EMIT q->placeClicked(place.file, clickedByte(file->bytes(), place.range, text, at));
}

void PreviewPane::Private::onLink(const QUrl& url)
{
    if (url.scheme().toLatin1() == previewSchemeName()) {
        if (const QString path = requestedPath(url); !path.isEmpty())
            openSitePath(path);
    } else if (url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https")
        || url.scheme() == QLatin1StringView("mailto")) {
        Q_EMIT q->linkActivated(url);
    }
}

/// Goes to the editable page that is published at `path`, or shows what else is there.
void PreviewPane::Private::openSitePath(const QString& path)
{
    struct Found {
        QString page;
        Result<render::Renderer::Resource> resource = Error {};
    };
    renderer->withSource<Found>(
        [site = snapshot(), pages = workspace.pages(), path](PageSource& source) {
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
            else if (found.page != workspace.currentPage())
                (void)workspace.setCurrentPage(found.page);
            else if (browser->document().url != path)
                requestPage(); // back from a page that was only shown
        });
}

void PreviewPane::Private::showForeign(const QString& path, const Result<render::Renderer::Resource>& found)
{
    if (!found) {
        Q_EMIT q->failed(found.error());
        return;
    }
    if (found->mimeType.startsWith("text/html")) {
        render::RenderedPage page;
        page.html = found->bytes;
        page.url = path;
        revealed.reset();
        browser->show(previewDocument(page), revision);
        return;
    }
    const QFileInfo file(workspace.root() + path);
    const QString inside = QFileInfo(workspace.root()).canonicalFilePath() + u'/';
    if (file.isFile() && file.canonicalFilePath().startsWith(inside))
        Q_EMIT q->linkActivated(QUrl::fromLocalFile(file.canonicalFilePath()));
}

void PreviewPane::Private::setState(PreviewState::Kind kind, const QString& reason)
{
    const PreviewState next { kind, reason, browser ? browser->blockedCount() : 0 };
    if (next == state)
        return;
    if (frame && browser->hasDocument() && isPainted)
        frame->setVeil(kind == PreviewState::Kind::Stale ? staleVeil : 0);
    state = next;
    stateBar->show(state);
    Q_EMIT q->stateChanged(state);
}

void PreviewPane::Private::maybeShown()
{
    if (isPainted && !frame->isVeilMoving() && frame->veil() < 0.5)
        Q_EMIT q->shown();
}

void PreviewPane::Private::stepZoom(int direction)
{
    const double now = frame->scale();
    const auto begin = std::begin(zoomSteps);
    const auto end = std::end(zoomSteps);
    if (direction > 0) {
        const auto next = std::upper_bound(begin, end, now + 0.01);
        q->setZoom(next == end ? *(end - 1) : *next);
    } else {
        const auto next = std::lower_bound(begin, end, now - 0.01);
        q->setZoom(next == begin ? *begin : *(next - 1));
    }
}

PreviewPane::PreviewPane(Workspace& workspace, const PreviewOptions& options, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, workspace, options))
{
}

PreviewPane::~PreviewPane()
{
    // The browser goes before the renderer that answers it.
    delete d->browser;
    delete d->renderer;
}

QPixmap PreviewPane::pagePicture() const { return d->isPainted ? d->browser->view()->grab() : QPixmap(); }

PreviewState PreviewPane::state() const
{
    return d->state;
}
PreviewDevice PreviewPane::device() const
{
    return d->frame ? d->frame->device() : PreviewDevice::Desktop;
}
double PreviewPane::zoom() const
{
    return d->frame ? d->frame->zoom() : 0;
}
QWidget* PreviewPane::webView() const
{
    return d->browser ? d->browser->view() : nullptr;
}

void PreviewPane::reveal(const QString& file, TextRange range)
{
    if (!d->browser)
        return;
    d->revealed = MarkedPlace { file, range };
    d->revealPending = true;
    d->outline(false);
}

void PreviewPane::clearReveal()
{
    d->revealed.reset();
    if (d->browser)
        d->browser->clearReveal();
}

void PreviewPane::setDevice(PreviewDevice device)
{
    if (!d->frame || d->frame->device() == device)
        return;
    d->frame->setDevice(device);
    d->toolbar->showDevice(device);
    Q_EMIT deviceChanged(device);
}

void PreviewPane::setZoom(double zoom)
{
    if (!d->frame)
        return;
    const double wanted = zoom > 0 ? std::clamp(zoom, zoomSteps[0], *(std::end(zoomSteps) - 1)) : 0;
    if (d->frame->zoom() == wanted)
        return;
    d->frame->setZoom(wanted);
    Q_EMIT zoomChanged(wanted);
}

void PreviewPane::zoomIn()
{
    if (d->frame)
        d->stepZoom(1);
}

void PreviewPane::zoomOut()
{
    if (d->frame)
        d->stepZoom(-1);
}

void PreviewPane::reload()
{
    if (!d->browser)
        return;
    d->reloadWanted = true;
    d->requestPage();
}

void PreviewPane::openInBrowser()
{
    if (!d->renderer || d->workspace.currentPage().isEmpty())
        return;
    if (!d->browserCopies)
        d->browserCopies = std::make_unique<QTemporaryDir>();
    const QString folder = d->browserCopies->filePath(QString::number(++d->browserCopyCount));
    d->renderer->withSource<Result<QString>>(
        [site = d->snapshot(), page = d->workspace.currentPage(), folder](
            PageSource& source) { return exportForBrowser(source, site, page, folder); },
        [this](const Result<QString>& file) {
            if (file)
                QDesktopServices::openUrl(QUrl::fromLocalFile(*file));
            else
                Q_EMIT failed(file.error());
        });
}

void PreviewPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d && d->browser)
        d->browser->setAccent(look::accent(palette()));
}

} // namespace lectern::app
