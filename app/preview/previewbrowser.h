// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewdocument.h"
#include "app/preview/siterequests.h"

#include <QColor>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QObject>
#include <QPointF>
#include <QSet>

#include <memory>
#include <optional>

class QWebEngineProfile;
class QWebEngineView;

namespace lectern::app {

class PreviewBridge;
class PreviewWebPage;

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

    /// Shows `document`, by patching where the same page is shown already. updated(revision) follows.
    void show(PreviewDocument document, quint64 revision);
    /// Loads the present document and all it uses again, keeping the scroll position.
    void reload();
    void refreshStyles();

    struct Reveal {
        MarkedPlace place;
        bool scroll = true; ///< where it is not in view
        bool again = false; ///< the outline is there already and only follows
    };
    void reveal(const Reveal& reveal);
    void clearReveal();
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
    void hovered(const lectern::app::MarkedPlace& place);
    /// `text` and `at`: the text under the pointer and the UTF-16 position in it.
    void clicked(const lectern::app::MarkedPlace& place, const QString& text, int at);
    void linkActivated(const QUrl& url);
    void blockedCountChanged(int count);
    /// The page's process ended twice in a short time; reload() tries again.
    void crashed();

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
    /// Where the bytes of `place` are in the document: block-relative ranges and, for other files, absolute
    /// ones.
    [[nodiscard]] QJsonArray targets(const MarkedPlace& place) const;

    State m_state = State::Empty;
    PreviewDocument m_shown;
    quint64 m_revision = 0;
    struct Waiting {
        PreviewDocument document;
        quint64 revision = 0;
    };
    std::optional<Waiting> m_waiting; ///< came while the document before it was being loaded
    QPointF m_scroll; ///< to go back to after a reload, CSS pixels
    QSet<QString> m_blocked;
    QColor m_accent;
    QElapsedTimer m_sinceCrash;
    int m_styleRound = 0;

    // The profile outlives the page, the page the view.
    std::unique_ptr<QWebEngineProfile> m_profile;
    SiteRequests* m_requests = nullptr;
    PreviewBridge* m_bridge = nullptr;
    PreviewWebPage* m_page = nullptr;
    QWebEngineView* m_view = nullptr;
};

} // namespace lectern::app
