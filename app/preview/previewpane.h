// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/pagesource.h"
#include "app/preview/previewstate.h"
#include "app/settings/settings.h"
#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/base/textrange.h"

#include <QPixmap>
#include <QUrl>
#include <QWidget>

#include <chrono>
#include <functional>
#include <memory>

namespace lectern::app {

class Workspace;

struct PreviewOptions {
    /// Path of the style helper program (lectern-sass); empty: styles are not compiled.
    QString styleHelper;
    /// Where pages and resources come from. Empty: the renderer of core. Called once on each rendering
    /// thread.
    PageSourceFactory makeSource;
    PreviewDevice device = PreviewDevice::Desktop;
    /// 1 is 100 %; 0 is the device's own: 100 % on the desktop, what fits into the pane for the others.
    double zoom = 0;
    /// How long a page may keep the browser engine from answering before its process is ended.
    std::chrono::milliseconds patience { 10'000 };
    /// What the user allowed the site in a folder, and where to keep another answer. Empty: nothing is
    /// allowed, and no answer outlives the pane.
    std::function<SiteTrust(const QString& root)> trustOf;
    std::function<void(const QString& root, const SiteTrust& trust)> keepTrust;
};

/// The page as it will be published, beside the forms: follows the workspace's current page and every change
/// of it, shows where an item is, and tells where the user clicked.
///
/// Call registerPreviewScheme() before the application object is made.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPane(Workspace& workspace, const PreviewOptions& options = {}, QWidget* parent = nullptr);
    ~PreviewPane() override;

    /// What the pane shows of the page now; null while there is none.
    [[nodiscard]] QPixmap pagePicture() const;
    [[nodiscard]] PreviewState state() const;
    /// The page's DOM is that of the workspace's present text: nothing is on its way.
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] PreviewDevice device() const;
    /// As set; 0 for the device's own.
    [[nodiscard]] double zoom() const;
    /// The web view; a null pointer where the browser engine cannot run (previewAvailability()).
    [[nodiscard]] QWidget* webView() const;
    [[nodiscard]] SiteTrust trust() const;

public Q_SLOTS:
    /// Outlines what the bytes `range` of `file` (path relative to the site's root) became on the page, and
    /// scrolls to it where it is not in view. Follows the place through later edits. An empty range takes
    /// what stands around it.
    void reveal(const QString& file, lectern::TextRange range);
    void clearReveal();
    void setDevice(lectern::app::PreviewDevice device);
    /// Lets the pages of the open site do what `trust` says, and keeps that.
    void setTrust(const lectern::app::SiteTrust& trust);
    /// 0.25 to 4; 0 is the device's own.
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    /// Renders and loads the page and all it uses from scratch.
    void reload();
    /// Writes the page and what it uses into a temporary folder and opens it in the user's browser.
    void openInBrowser();
    /// Builds a copy of the site with Jekyll, where it is installed, and lists where its page differs.
    void buildWithJekyll();

Q_SIGNALS:
    /// A click on the page: the byte of the file that stands there.
    void placeClicked(const QString& file, qsizetype offset);
    /// A click on a link that leaves the site; nothing is opened by the pane itself.
    void linkActivated(const QUrl& url);
    /// The page could not be written for the browser, or the like: for the bar above.
    void failed(const lectern::Error& error);
    void stateChanged(const lectern::app::PreviewState& state);
    /// What the renderer found wrong with the page, with each rendering.
    void diagnosticsChanged(const lectern::Diagnostics& diagnostics);
    /// The page has been painted for the first time after a load, with its styles and pictures.
    void shown();
    /// The page has scrolled to what reveal() asked for and stands still.
    void revealed();
    /// A change is in the page's DOM now: `revision` of the workspace's changes counted since the pane was
    /// made.
    void updated(quint64 revision);
    void deviceChanged(lectern::app::PreviewDevice device);
    void zoomChanged(double zoom);

protected:
    void changeEvent(QEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lectern::app
