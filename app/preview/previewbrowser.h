// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewdocument.h"
#include "app/preview/siterequests.h"

#include <QColor>
#include <QElapsedTimer>
#include <QObject>
#include <QPointF>
#include <QSet>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

class QWebEngineProfile;
class QWebEngineView;

namespace lectern::app {

class HangWatch;
class HostGate;
class PreviewBridge;
struct PageDifference;
class PreviewWebPage;
class RequestFilter;

/// The browser that shows one page after another: loads a document, patches the next one into it, outlines
/// places and tells what the user does. Knows nothing of workspaces and rendering.
class PreviewBrowser : public QObject {
    Q_OBJECT
public:
    explicit PreviewBrowser(SiteRequests::Fetch fetch, QObject* parent = nullptr);
    ~PreviewBrowser() override;

    /// Owned by the browser unless a parent widget takes it.
    [[nodiscard]] QWebEngineView* view() const { return m_view; }
    /// What the browser shows, or is loading; an empty one at first.
    [[nodiscard]] const PreviewDocument& document() const { return m_shown; }
    [[nodiscard]] bool hasDocument() const { return m_state != State::Empty; }
    [[nodiscard]] int blockedCount() const { return int(m_blocked.size()); }
    /// Hosts that the page asked and that were not asked, sorted.
    [[nodiscard]] QStringList blockedHosts() const;

    /// What the pages may do from the next load on, which show() makes even of a page that could be patched.
    void setTrust(const SiteTrust& trust);
    [[nodiscard]] const SiteTrust& trust() const { return m_trust; }

    /// Shows `document`, by patching where the same page is shown already. updated(revision) follows.
    void show(PreviewDocument document, quint64 revision);
    /// Loads the present document and all it uses again, keeping the scroll position.
    void reload();
    void refreshStyles();
    /// The next page is loaded, not patched into what is shown.
    void loadNext() { m_mustLoad = true; }
    /// Where two pages differ, as this browser reads them; `ours` may carry marks.
    void compare(const QByteArray& ours, const QByteArray& theirs,
        const std::function<void(const QList<PageDifference>&)>& done);

    struct Reveal {
        MarkedPlace place;
        bool scroll = true; ///< where it is not in view
        bool again = false; ///< the outline is there already and only follows
        bool outline = true; ///< else the place is only brought into view
    };
    void reveal(const Reveal& reveal);
    void clearReveal();
    /// A sentence beside the place that it concerns.
    void setNotice(const MarkedPlace& place, const QString& text);
    void clearNotice();
    void setPatience(std::chrono::milliseconds patience);
    void setHoverName(const QString& name);
    void setAccent(const QColor& color);

Q_SIGNALS:
    /// A document is on its way; what was painted is gone soon.
    void loadStarted();
    /// A new document is parsed (not yet painted): what was outlined in the one before is gone.
    void documentReady();
    void firstFrame();
    void painted();
    void updated(quint64 revision);
    /// A reveal that may scroll is done: the page stands still. `count`: elements that were outlined.
    void revealed(int count);
    void hovered(const lectern::app::MarkedPlace& place);
    /// `text` and `at`: the text under the pointer and the UTF-16 position in it.
    void clicked(const lectern::app::MarkedPlace& place, const QString& text, int at);
    void linkActivated(const QUrl& url);
    void blockedCountChanged(int count);
    /// The page's process ended twice in a short time, by itself or, where it `hung`, by our hand; reload()
    /// tries again.
    void crashed(bool hung);

private:
    enum class State { Empty, Loading, Ready };

    void connectBridge();
    void makePage();
    void load();
    void onReady();
    /// Between two pages the engine shows this colour instead of white.
    void keepBackground(const QString& color);
    void onProcessEnded();
    void onBlocked(const QString& address);
    void send(PreviewDocument document, quint64 revision);
    void replaceWhole(quint64 revision);
    void run(const QString& script, std::function<void(const QVariant&)> done = {});

    State m_state = State::Empty;
    PreviewDocument m_shown;
    quint64 m_revision = 0;
    struct Waiting {
        PreviewDocument document;
        quint64 revision = 0;
    };
    std::optional<Waiting> m_waiting; ///< came while the document before it was being loaded
    QPointF m_scroll; ///< to go back to after a reload, CSS pixels
    std::optional<std::pair<MarkedPlace, QString>> m_notice;
    QSet<QString> m_blocked;
    QColor m_accent;
    QElapsedTimer m_sinceCrash;
    HangWatch* m_watch = nullptr;
    bool m_hung = false;
    bool m_mustLoad = false; ///< the next page is loaded, not patched into what is shown
    int m_styleRound = 0;

    // The profile outlives the page, the page the view.
    std::unique_ptr<QWebEngineProfile> m_profile;
    SiteTrust m_trust;
    SiteRequests* m_requests = nullptr;
    RequestFilter* m_filter = nullptr;
    HostGate* m_gate = nullptr;
    PreviewBridge* m_bridge = nullptr;
    PreviewWebPage* m_page = nullptr;
    QWebEngineView* m_view = nullptr;
};

} // namespace lectern::app
