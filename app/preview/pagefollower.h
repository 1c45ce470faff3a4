// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewrenderer.h"
#include "app/preview/previewstate.h"
#include "app/workspace/sitewatch.h"
#include "core/base/diagnostic.h"
#include "core/document/edit.h"

#include <QObject>

#include <optional>

class QTimer;

namespace lectern::app {

class PreviewBrowser;
class Workspace;

/// Keeps the browser on the workspace's current page: has the page rendered after each change, hands it over,
/// and holds back for a moment what a half-typed tag makes of it, because the next keystroke will mostly
/// repair it.
class PageFollower : public QObject {
    Q_OBJECT
public:
    PageFollower(
        Workspace& workspace, PreviewRenderer& renderer, PreviewBrowser& browser, QObject* parent = nullptr);

    [[nodiscard]] SiteSnapshot snapshot();
    /// Counts what was asked for; the newest that `PreviewBrowser::updated` can tell of.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    void requestPage();
    /// Renders and loads the page and all it uses from scratch.
    void reload();

Q_SIGNALS:
    void stateChanged(lectern::app::PreviewState::Kind kind, const QString& reason);
    void diagnosticsChanged(const lectern::Diagnostics& diagnostics);

private:
    /// A page that is worse than the one that is shown, and what to say about it.
    struct Trouble {
        QString reason; ///< one sentence
        MarkedPlace place;
    };

    void onPageChosen();
    void onChanged(const Change& change);
    void onRendered(const RenderAnswer& answer);
    /// Whether the browser has that page, in an earlier state.
    [[nodiscard]] bool isShown(const RenderAnswer& answer) const;
    [[nodiscard]] std::optional<Trouble> troubleOf(const RenderAnswer& answer) const;
    void hold(const RenderAnswer& answer, const QString& reason);
    void accept(const RenderAnswer& answer, const std::optional<Trouble>& trouble);
    /// What is left out of a page because of its size, as a sentence; empty where it is shown whole.
    [[nodiscard]] static QString sizeNotice(const PreviewDocument& document);

    Workspace& m_workspace;
    PreviewRenderer& m_renderer;
    PreviewBrowser& m_browser;
    QTimer* m_holdTimer;
    SiteWatch& m_watch; ///< so that a keystroke need not look at the disk
    quint64 m_revision = 0;
    qsizetype m_shownSourceSize = 0;
    size_t m_wholeBlocks = 0; ///< blocks that the page had before something swallowed a part of it
    QString m_loggedFailure; ///< a page that cannot be rendered fails again with each letter, and is logged once
    bool m_isTroubleShown = false;
    bool m_reloadWanted = false;
    std::optional<MarkedPlace> m_lastEdit;
    std::optional<RenderAnswer> m_held;
};

} // namespace lectern::app
