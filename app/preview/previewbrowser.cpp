// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewbrowser.h"

#include "app/preview/comparepanel.h"
#include "app/preview/hangwatch.h"
#include "app/preview/hostgate.h"
#include "app/preview/pagepatch.h"
#include "app/preview/placetargets.h"
#include "app/preview/previewbridge.h"
#include "app/preview/previewprofile.h"
#include "app/preview/previewscheme.h"
#include "app/preview/previewwebpage.h"
#include "app/preview/requestfilter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QWebChannel>
#include <QWebEngineProfile>
#include <QWebEngineScript>
#include <QWebEngineView>

namespace lectern::app {

namespace {

/// `value` as a script literal.
QString json(const QJsonArray& value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
}
QString json(const QJsonObject& value)
{
    return QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact));
}
/// `text` as a script literal.
QString json(const QString& text)
{
    const QString list = json(QJsonArray { text });
    return list.mid(1, list.size() - 2);
}

/// "rgb(r, g, b)" and "rgba(r, g, b, a)" as the browser computes them; invalid for a colour one can see
/// through.
QColor cssColor(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^rgba?\\((\\d+), (\\d+), (\\d+)(?:, ([\\d.]+))?\\)$"));
    const auto match = form.match(text);
    if (!match.hasMatch() || (match.hasCaptured(4) && match.captured(4).toDouble() < 1))
        return {};
    return QColor(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
}

} // namespace

PreviewBrowser::PreviewBrowser(SiteRequests::Fetch fetch, QObject* parent)
    : QObject(parent)
    , m_watch(new HangWatch(this))
    , m_requests(new SiteRequests(std::move(fetch), this))
    , m_filter(new RequestFilter(this))
    , m_gate(new HostGate(this))
    , m_bridge(new PreviewBridge(this))
{
    connect(m_filter, &RequestFilter::blocked, this, [this](const QUrl& url) { onBlocked(url.toString()); });
    connect(m_watch, &HangWatch::hangs, this, [this] { m_hung = true; });
    m_profile = previewProfile(m_requests, m_filter);
    m_view = new QWebEngineView;
    makePage();
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAcceptDrops(false);
    connectBridge();
    // A parent widget may take the view down with itself before this object goes.
    connect(m_view, &QObject::destroyed, this, [this] { m_view = nullptr; });
}

PreviewBrowser::~PreviewBrowser()
{
    if (m_view)
        m_view->disconnect(this);
    delete m_view;
    delete std::exchange(m_page, nullptr);
}

/// A page for the view; the one before goes. A page whose process ended is not used again, because the
/// channel to our script does not come back with its next process.
void PreviewBrowser::makePage()
{
    PreviewWebPage* before = m_page;
    m_page = new PreviewWebPage(m_profile.get(), nullptr);
    auto* channel = new QWebChannel(m_page);
    channel->registerObject(QStringLiteral("bridge"), m_bridge);
    m_page->setWebChannel(channel, QWebEngineScript::ApplicationWorld);
    connect(m_page, &PreviewWebPage::linkActivated, this, &PreviewBrowser::linkActivated);
    connect(m_page, &QWebEnginePage::renderProcessTerminated, this, [this] {
        // Not from within the engine's own report of the end.
        QMetaObject::invokeMethod(
            this, [this] { onProcessEnded(); }, Qt::QueuedConnection);
    });
    m_view->setPage(m_page);
    if (before) {
        m_page->setBackgroundColor(before->backgroundColor());
        delete before;
    }
}

void PreviewBrowser::connectBridge()
{
    connect(m_bridge, &PreviewBridge::documentReady, this, &PreviewBrowser::onReady);
    connect(m_bridge, &PreviewBridge::documentShown, this, [this](const QString& background) {
        keepBackground(background);
        Q_EMIT firstFrame();
    });
    connect(m_bridge, &PreviewBridge::documentPainted, this, [this](const QString& background) {
        keepBackground(background);
        Q_EMIT painted();
    });
    connect(m_bridge, &PreviewBridge::placeRevealed, this, &PreviewBrowser::revealed);
    connect(m_bridge, &PreviewBridge::remoteItemBlocked, this, &PreviewBrowser::onBlocked);
    connect(m_bridge, &PreviewBridge::markHovered, this, [this](int block, const QString& mark) {
        if (const auto place = markedPlace(m_shown, block, mark))
            Q_EMIT hovered(*place);
    });
    connect(m_bridge, &PreviewBridge::markClicked, this,
        [this](int block, const QString& mark, const QString& text, int at) {
            if (const auto place = markedPlace(m_shown, block, mark))
                Q_EMIT clicked(*place, text, at);
        });
    connect(m_bridge, &PreviewBridge::linkActivated, this,
        [this](const QString& address) { Q_EMIT linkActivated(QUrl(address)); });
}

void PreviewBrowser::show(PreviewDocument document, quint64 revision)
{
    switch (m_state) {
    case State::Empty:
        m_shown = std::move(document);
        m_revision = revision;
        load();
        break;
    case State::Loading:
        m_waiting = Waiting { std::move(document), revision };
        break;
    case State::Ready:
        send(std::move(document), revision);
        break;
    }
}

void PreviewBrowser::load()
{
    m_state = State::Loading;
    m_mustLoad = false;
    m_blocked.clear();
    Q_EMIT blockedCountChanged(0);
    Q_EMIT loadStarted();
    const QUrl url = previewUrl(m_shown.url);
    m_requests->setPage(requestedPath(url), m_shown.html(m_trust));
    m_page->allowScripts(m_trust.scripts);
    m_page->show(url);
    m_watch->watch(m_page);
}

void PreviewBrowser::reload()
{
    if (m_state == State::Empty)
        return;
    if (m_waiting) {
        m_shown = std::move(m_waiting->document);
        m_revision = m_waiting->revision;
        m_waiting.reset();
    }
    m_scroll = m_page->scrollPosition() / m_page->zoomFactor();
    load();
}

void PreviewBrowser::setTrust(const SiteTrust& trust)
{
    m_mustLoad = true;
    m_trust = trust;
    m_filter->setHosts(trust.hosts);
    m_gate->setHosts(trust.hosts);
}

QStringList PreviewBrowser::blockedHosts() const
{
    QStringList hosts;
    for (const QString& address : m_blocked) {
        const QString host = QUrl(address).host();
        if (!host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    }
    hosts.sort();
    return hosts;
}

void PreviewBrowser::keepBackground(const QString& color)
{
    if (const QColor read = cssColor(color); read.isValid() && read != m_page->backgroundColor())
        m_page->setBackgroundColor(read);
}

void PreviewBrowser::onReady()
{
    m_state = State::Ready;
    m_watch->watch(m_page);
    if (m_accent.isValid())
        setAccent(m_accent);
    if (!m_scroll.isNull())
        run(QStringLiteral("lectern.scrollTo(%1, %2)").arg(m_scroll.x()).arg(m_scroll.y()));
    m_scroll = {};
    if (m_notice)
        setNotice(m_notice->first, m_notice->second);
    Q_EMIT documentReady();
    Q_EMIT updated(m_revision);
    if (m_waiting) {
        Waiting waiting = *std::exchange(m_waiting, std::nullopt);
        send(std::move(waiting.document), waiting.revision);
    }
}

void PreviewBrowser::send(PreviewDocument document, quint64 revision)
{
    const bool samePage = document.url == m_shown.url;
    const PagePatch patch = pagePatch(m_shown, document);
    m_shown = std::move(document);
    m_revision = revision;
    if (!samePage || m_mustLoad) {
        load();
        return;
    }
    switch (patch.kind) {
    case PagePatch::Kind::Nothing:
        Q_EMIT updated(revision);
        break;
    case PagePatch::Kind::Blocks:
        run(QStringLiteral("lectern.patch(%1)").arg(QString::fromUtf8(patch.message)),
            [this, revision](const QVariant& problem) {
                if (!problem.toString().isEmpty() || !problem.isValid())
                    replaceWhole(m_revision);
                else
                    Q_EMIT updated(revision);
            });
        break;
    case PagePatch::Kind::Whole:
        replaceWhole(revision);
        break;
    }
}

void PreviewBrowser::replaceWhole(quint64 revision)
{
    if (m_state != State::Ready)
        return;
    run(QStringLiteral("lectern.replace(%1)").arg(json(QString::fromUtf8(m_shown.html(m_trust)))),
        [this, revision](const QVariant& problem) {
            if (!problem.toString().isEmpty() || !problem.isValid())
                reload();
            else
                Q_EMIT updated(revision);
        });
}

void PreviewBrowser::refreshStyles()
{
    if (m_state == State::Ready)
        run(QStringLiteral("lectern.refreshStyles(%1)").arg(++m_styleRound));
}

void PreviewBrowser::onProcessEnded()
{
    constexpr qint64 shortTime = 30'000; // milliseconds
    const bool again = m_sinceCrash.isValid() && m_sinceCrash.elapsed() < shortTime;
    m_sinceCrash.start();
    const QPointF scroll = m_page->scrollPosition() / m_page->zoomFactor();
    const bool hung = std::exchange(m_hung, false);
    m_watch->stop();
    makePage();
    if (m_state == State::Empty)
        return;
    if (again) {
        m_state = State::Empty;
        m_waiting.reset();
        Q_EMIT crashed(hung);
        return;
    }
    reload();
    m_scroll = scroll;
}

void PreviewBrowser::onBlocked(const QString& address)
{
    constexpr qsizetype enough = 10'000;
    if (m_blocked.size() >= enough || m_blocked.contains(address))
        return;
    // The script tells of every script with a remote address, also of those that may come.
    if (m_trust.scripts && m_trust.hosts.contains(QUrl(address).host()))
        return;
    m_blocked.insert(address);
    Q_EMIT blockedCountChanged(blockedCount());
}

void PreviewBrowser::compare(const QByteArray& ours, const QByteArray& theirs,
    const std::function<void(const QList<PageDifference>&)>& done)
{
    const QString script = QStringLiteral("lectern.differences(%1, %2)")
                               .arg(json(QString::fromUtf8(ours)), json(QString::fromUtf8(theirs)));
    run(script, [done](const QVariant& found) {
        QList<PageDifference> differences;
        for (const QVariant& one : found.toList()) {
            const QVariantMap map = one.toMap();
            differences.append(
                { map[QStringLiteral("path")].toString(), map[QStringLiteral("mark")].toString(),
                    map[QStringLiteral("ours")].toString(), map[QStringLiteral("theirs")].toString() });
        }
        done(differences);
    });
}

void PreviewBrowser::reveal(const Reveal& reveal)
{
    if (m_state != State::Ready)
        return;
    const QJsonObject options { { QStringLiteral("scroll"), reveal.scroll },
        { QStringLiteral("smooth"), !reveal.again }, { QStringLiteral("again"), reveal.again },
        { QStringLiteral("outline"), reveal.outline } };
    run(QStringLiteral("lectern.reveal(%1, %2)").arg(json(placeTargets(m_shown, reveal.place)), json(options)));
}

void PreviewBrowser::clearReveal()
{
    if (m_state == State::Ready)
        run(QStringLiteral("lectern.clearReveal()"));
}

void PreviewBrowser::setNotice(const MarkedPlace& place, const QString& text)
{
    m_notice = { place, text };
    if (m_state == State::Ready)
        run(QStringLiteral("lectern.notice(%1, %2)").arg(json(placeTargets(m_shown, place)), json(text)));
}

void PreviewBrowser::clearNotice()
{
    if (std::exchange(m_notice, std::nullopt) && m_state == State::Ready)
        run(QStringLiteral("lectern.notice([], '')"));
}

void PreviewBrowser::setPatience(std::chrono::milliseconds patience)
{
    m_watch->setPatience(patience);
}

void PreviewBrowser::setHoverName(const QString& name)
{
    run(QStringLiteral("lectern.hoverName(%1)").arg(json(name)));
}

void PreviewBrowser::setAccent(const QColor& color)
{
    m_accent = color;
    if (m_state == State::Ready)
        run(QStringLiteral("lectern.accent(%1)").arg(json(color.name())));
}

void PreviewBrowser::run(const QString& script, std::function<void(const QVariant&)> done)
{
    if (!done) {
        m_page->runJavaScript(script, QWebEngineScript::ApplicationWorld);
        return;
    }
    // A page that is destroyed calls what still waits for an answer, when half of it is gone already.
    m_page->runJavaScript(
        script, QWebEngineScript::ApplicationWorld, [this, page = m_page, done](const QVariant& value) {
            if (m_page == page)
                done(value);
        });
}

} // namespace lectern::app
