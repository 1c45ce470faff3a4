// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/comparepanel.h"
#include "app/preview/jekyllbuild.h"
#include "app/preview/previewdocument.h"
#include "app/preview/siterequests.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace lectern::app {

class PageFollower;
class PreviewBrowser;
class PreviewRenderer;
class Workspace;

/// "Build with Jekyll": builds a copy of the site, compares Jekyll's page with the preview's, lists where
/// they differ, and shows Jekyll's page when asked to.
class JekyllCompare : public QObject {
    Q_OBJECT
public:
    struct Parts {
        Workspace& workspace;
        PreviewRenderer& renderer;
        PreviewBrowser& browser;
        PageFollower& follower;
    };
    JekyllCompare(const Parts& parts, ComparePanel* panel, QObject* parent = nullptr);

    void start();
    /// Jekyll's file at `path` while its page is shown; nullopt else.
    [[nodiscard]] std::optional<SiteRequests::Answer> builtAnswer(const QString& path) const;

Q_SIGNALS:
    /// The user chose a difference that stands for a place in the site's files.
    void placeChosen(const lectern::app::MarkedPlace& place);

private:
    void buildCopy();
    void onBuilt();
    void compare(const QByteArray& ours, const QByteArray& theirs);
    void onFailed(const Error& error);
    void close();
    void showJekyll(bool shown);

    Parts m_parts;
    ComparePanel* m_panel;
    JekyllBuild m_build;
    QTimer m_clock;
    QElapsedTimer m_elapsed;
    QString m_page; ///< relative path of the source file
    QString m_url;
    bool m_isCopying = false;
    bool m_isJekyllShown = false;
};

} // namespace lectern::app
