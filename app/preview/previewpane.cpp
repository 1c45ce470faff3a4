// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewpane.h"

#include "app/preview/clickplace.h"
#include "app/preview/comparepanel.h"
#include "app/preview/deviceframe.h"
#include "app/preview/jekyllcompare.h"
#include "app/preview/pagefollower.h"
#include "app/preview/pagelinks.h"
#include "app/preview/placename.h"
#include "app/preview/previewbrowser.h"
#include "app/preview/previewrenderer.h"
#include "app/preview/previewscheme.h"
#include "app/preview/previewtoolbar.h"
#include "app/preview/revealedplace.h"
#include "app/preview/statebar.h"
#include "app/preview/trustmenu.h"
#include "app/shell/look.h"
#include "app/workspace/workspace.h"

#include <QDateTime>
#include <QEvent>
#include <QVBoxLayout>
#include <QWebEngineView>

#include <utility>

namespace lectern::app {

namespace {

constexpr double staleVeil = 0.35;

} // namespace

class PreviewPane::Private {
public:
    Private(PreviewPane* pane, Workspace& site, PreviewOptions settings);

    void buildWidgets();
    void buildNotice(QVBoxLayout* column);
    void buildBrowser();
    void connectToolbar();
    void connectBrowser();
    void onClicked(const MarkedPlace& place, const QString& text, int at);
    [[nodiscard]] QString nameOf(const MarkedPlace& place) const;
    void onBlocked();
    void useTrustOfSite();
    void setState(PreviewState::Kind kind, const QString& reason = {});
    void showZoom() { toolbar->showZoom(frame->zoom(), frame->scale(), canBeWider()); }
    [[nodiscard]] bool canBeWider() const
    {
        return frame->device() == PreviewDevice::Desktop && frame->fullWidthZoom() > 0;
    }
    void maybeShown();

    PreviewPane* q;
    Workspace& workspace;
    PreviewOptions options;
    // Null where the browser engine cannot run, as are all up to `compare`.
    PreviewRenderer* renderer = nullptr;
    PreviewBrowser* browser = nullptr;
    DeviceFrame* frame = nullptr;
    PageFollower* follower = nullptr;
    RevealedPlace* revealed = nullptr;
    PageLinks* links = nullptr;
    JekyllCompare* compare = nullptr;
    ComparePanel* comparePanel = nullptr;
    PreviewToolbar* toolbar = nullptr;
    StateBar* stateBar = nullptr;
    TrustMenu* trustMenu = nullptr;
    PreviewState state;
    bool isPainted = false;
    quint64 shownRevision = 0;
};

PreviewPane::Private::Private(PreviewPane* pane, Workspace& site, PreviewOptions settings)
    : q(pane)
    , workspace(site)
    , options(std::move(settings))
{
    buildWidgets();
    if (previewAvailability() != PreviewAvailability::Available)
        return;
    buildBrowser();
    connectToolbar();
    connectBrowser();
    // Before the page of another site is asked for.
    connect(&workspace, &Workspace::opened, q, [this] { useTrustOfSite(); });
    if (workspace.isOpen())
        useTrustOfSite();
    revealed = new RevealedPlace(workspace, *browser, q);
    follower = new PageFollower(workspace, *renderer, *browser, q);
    connect(follower, &PageFollower::stateChanged, q,
        [this](PreviewState::Kind kind, const QString& reason) { setState(kind, reason); });
    connect(follower, &PageFollower::diagnosticsChanged, q, &PreviewPane::diagnosticsChanged);
    links = new PageLinks(workspace, *renderer, *browser, *follower, q);
    connect(links, &PageLinks::leavesSite, q, &PreviewPane::linkActivated);
    connect(links, &PageLinks::failed, q, &PreviewPane::failed);
    compare = new JekyllCompare({ workspace, *renderer, *browser, *follower }, comparePanel, q);
    connect(compare, &JekyllCompare::placeChosen, q,
        [this](const MarkedPlace& place) { revealed->reveal(place); });
    connect(toolbar, &PreviewToolbar::jekyllClicked, q, &PreviewPane::buildWithJekyll);
    if (workspace.isOpen())
        setState(PreviewState::Kind::Rendering);
}

void PreviewPane::Private::buildWidgets()
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
        buildNotice(column);
    }
    comparePanel = new ComparePanel;
    column->addWidget(comparePanel);
    column->addWidget(new look::Hairline(Qt::Horizontal));
    column->addWidget(stateBar);
    q->setAccessibleName(tr("Preview of the page"));
}

/// Says why there is no page.
void PreviewPane::Private::buildNotice(QVBoxLayout* column)
{
    toolbar->setEnabled(false);
    const bool isRoot = previewAvailability() == PreviewAvailability::RunsAsRoot;
    const QString reason = isRoot
        ? tr("The preview does not run for the administrator account, because the browser "
             "engine could not keep pages in its sandbox. Start Lectern as an ordinary user.")
        : tr("The preview cannot run: this system denies the user namespaces that the "
             "browser engine needs to keep pages in its sandbox.");
    auto* notice = new look::TextLabel(look::TextRole::Secondary, reason);
    notice->setWordWrap(true);
    notice->setAlignment(Qt::AlignCenter);
    notice->setMargin(2 * look::margin);
    column->addWidget(notice, 1);
    state.kind = PreviewState::Kind::Unavailable;
    state.reason = reason;
    stateBar->hide();
}

void PreviewPane::Private::buildBrowser()
{
    const PageSourceFactory makeSource = options.makeSource
        ? options.makeSource
        : rendererSource(options.styleHelper, QDateTime::currentSecsSinceEpoch());
    renderer = new PreviewRenderer(makeSource, q);
    browser = new PreviewBrowser(
        [this](const QString& path, const SiteRequests::Reply& reply) {
            if (const auto built = compare ? compare->builtAnswer(path) : std::nullopt)
                return reply(*built);
            if (!follower) // the pane is closing
                return reply({});
            renderer->fetch(
                follower->snapshot(), path, [reply](const Result<render::Renderer::Resource>& found) {
                    reply(found ? SiteRequests::Answer { true, found->bytes, found->mimeType }
                                : SiteRequests::Answer {});
                });
        },
        q);
    browser->setPatience(options.patience);
    browser->setAccent(look::accent(q->palette()));
    browser->view()->setAccessibleName(tr("Page"));
    frame->setView(browser->view());
    browser->view()->setZoomFactor(frame->scale());
    trustMenu = new TrustMenu(q);
    // Without somebody who keeps it there is no trust to give.
    if (options.keepTrust)
        stateBar->setTrustMenu(trustMenu);
}

void PreviewPane::Private::connectToolbar()
{
    connect(frame, &DeviceFrame::scaleChanged, q, [this](double scale) {
        browser->view()->setZoomFactor(scale);
        showZoom();
    });
    connect(frame, &DeviceFrame::veilSettled, q, [this] { maybeShown(); });
    toolbar->showDevice(frame->device());
    showZoom();
    connect(toolbar, &PreviewToolbar::deviceChosen, q, &PreviewPane::setDevice);
    connect(toolbar, &PreviewToolbar::zoomInClicked, q, &PreviewPane::zoomIn);
    connect(toolbar, &PreviewToolbar::zoomOutClicked, q, &PreviewPane::zoomOut);
    connect(toolbar, &PreviewToolbar::sizeClicked, q,
        [this] { q->setZoom(frame->zoom() == 0 && canBeWider() ? frame->fullWidthZoom() : 0); });
    connect(toolbar, &PreviewToolbar::reloadClicked, q, &PreviewPane::reload);
    connect(toolbar, &PreviewToolbar::browserClicked, q, &PreviewPane::openInBrowser);
    connect(trustMenu, &TrustMenu::chosen, q, &PreviewPane::setTrust);
}

void PreviewPane::Private::connectBrowser()
{
    connect(browser, &PreviewBrowser::loadStarted, q, [this] { isPainted = false; });
    // The engine forgets the zoom of a page when a new process shows it.
    connect(browser, &PreviewBrowser::documentReady, q,
        [this] { browser->view()->setZoomFactor(frame->scale()); });
    connect(browser, &PreviewBrowser::firstFrame, q,
        [this] { frame->setVeil(state.kind == PreviewState::Kind::Stale ? staleVeil : 0); });
    connect(browser, &PreviewBrowser::painted, q, [this] {
        isPainted = true;
        maybeShown();
    });
    connect(browser, &PreviewBrowser::updated, q, [this](quint64 revision) {
        shownRevision = revision;
        revealed->pageUpdated(q->isSettled());
        Q_EMIT q->updated(revision);
    });
    connect(browser, &PreviewBrowser::revealed, q, &PreviewPane::revealed);
    connect(browser, &PreviewBrowser::hovered, q,
        [this](const MarkedPlace& place) { browser->setHoverName(nameOf(place)); });
    connect(browser, &PreviewBrowser::clicked, q,
        [this](const MarkedPlace& place, const QString& text, int at) { onClicked(place, text, at); });
    connect(browser, &PreviewBrowser::blockedCountChanged, q, [this] { onBlocked(); });
    connect(browser, &PreviewBrowser::crashed, q, [this](bool hung) {
        setState(PreviewState::Kind::Unavailable,
            hung ? tr("This page kept the browser engine busy without end and was stopped twice. Reload "
                      "tries it again.")
                 : tr("The browser engine stopped twice while it showed this page. Reload tries it again."));
    });
}

/// What a place is called; the profile counts in the text of the page with the files that it includes.
QString PreviewPane::Private::nameOf(const MarkedPlace& place) const
{
    const qsizetype at = workspace.pageText().positionOf({ place.file, place.range.from });
    if (at < 0)
        return placeName(workspace.profile(), workspace.currentPage(), place);
    MarkedPlace inText = place;
    inText.file = workspace.currentPage();
    inText.range = { at, at + place.range.length() };
    return placeName(workspace.profile(), workspace.currentPage(), inText);
}

void PreviewPane::Private::onClicked(const MarkedPlace& place, const QString& text, int at)
{
    // A mark may be the page author's own text: only what the workspace takes for a file of the site counts.
    const auto file = workspace.file(place.file);
    if (file)
        Q_EMIT q->placeClicked(place.file, clickedByte(file->bytes(), place.range, text, at));
}

void PreviewPane::Private::onBlocked()
{
    trustMenu->show(browser->trust(), browser->blockedHosts());
    setState(state.kind, state.reason);
}

void PreviewPane::Private::useTrustOfSite()
{
    browser->setTrust(options.trustOf ? options.trustOf(workspace.root()) : SiteTrust {});
    onBlocked();
}

void PreviewPane::Private::setState(PreviewState::Kind kind, const QString& reason)
{
    const PreviewState next { kind, reason, browser->blockedCount(), browser->trust() != SiteTrust {} };
    if (next == state)
        return;
    if (browser->hasDocument() && isPainted)
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

PreviewPane::PreviewPane(Workspace& workspace, const PreviewOptions& options, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, workspace, options))
{
}

PreviewPane::~PreviewPane()
{
    // What uses the browser goes before it, the browser before the renderer that answers it. While the
    // browser ends it may still ask for a resource or tell of a page: then nobody is there any more.
    if (d->browser)
        disconnect(d->browser, nullptr, this, nullptr);
    delete std::exchange(d->compare, nullptr);
    delete std::exchange(d->links, nullptr);
    delete std::exchange(d->follower, nullptr);
    delete std::exchange(d->revealed, nullptr);
    delete std::exchange(d->browser, nullptr);
    delete std::exchange(d->renderer, nullptr);
}

QPixmap PreviewPane::pagePicture() const
{
    return d->isPainted ? d->browser->view()->grab() : QPixmap();
}

PreviewState PreviewPane::state() const
{
    return d->state;
}
bool PreviewPane::isSettled() const
{
    return d->follower && d->shownRevision == d->follower->revision();
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
SiteTrust PreviewPane::trust() const
{
    return d->browser ? d->browser->trust() : SiteTrust {};
}

void PreviewPane::reveal(const QString& file, TextRange range)
{
    if (d->revealed)
        d->revealed->reveal({ file, range });
}

void PreviewPane::clearReveal()
{
    if (d->revealed)
        d->revealed->clear();
}

void PreviewPane::setTrust(const SiteTrust& trust)
{
    if (!d->browser || trust == d->browser->trust())
        return;
    if (d->options.keepTrust)
        d->options.keepTrust(d->workspace.root(), trust);
    d->browser->setTrust(trust);
    d->browser->reload();
    d->onBlocked();
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
    const double wanted = DeviceFrame::allowedZoom(zoom);
    if (!d->frame || d->frame->zoom() == wanted)
        return;
    d->frame->setZoom(wanted);
    Q_EMIT zoomChanged(wanted);
}

void PreviewPane::zoomIn()
{
    if (d->frame)
        setZoom(d->frame->steppedZoom(1));
}

void PreviewPane::zoomOut()
{
    if (d->frame)
        setZoom(d->frame->steppedZoom(-1));
}

void PreviewPane::reload()
{
    if (d->follower)
        d->follower->reload();
}

void PreviewPane::openInBrowser()
{
    if (d->links)
        d->links->openInBrowser();
}

void PreviewPane::buildWithJekyll()
{
    if (d->compare)
        d->compare->start();
}

void PreviewPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d && d->browser)
        d->browser->setAccent(look::accent(palette()));
}

} // namespace lectern::app
