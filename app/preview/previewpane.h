// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/pagesource.h"
#include "app/preview/previewstate.h"
#include "core/base/diagnostic.h"
#include "core/base/result.h"
#include "core/base/textrange.h"

#include <QPixmap>
#include <QUrl>
#include <QWidget>

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
    /// 1 is 100 %; 0 fits the device's width into the pane.
    double zoom = 0;
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
    [[nodiscard]] PreviewDevice device() const;
    /// As set; 0 while fitted.
    [[nodiscard]] double zoom() const;
    /// The web view; a null pointer where the browser engine cannot run (previewAvailability()).
    [[nodiscard]] QWidget* webView() const;

public Q_SLOTS:
    /// Outlines what the bytes `range` of `file` (path relative to the site's root) became on the page, and
    /// scrolls to it where it is not in view. Follows the place through later edits. An empty range takes
    /// what stands around it.
    void reveal(const QString& file, lectern::TextRange range);
    void clearReveal();
    void setDevice(lectern::app::PreviewDevice device);
    /// 0.25 to 4; 0 fits the device's width into the pane.
    void setZoom(double zoom);
    void zoomIn();
    void zoomOut();
    /// Renders and loads the page and all it uses from scratch.
    void reload();
    /// Writes the page and what it uses into a temporary folder and opens it in the user's browser.
    void openInBrowser();

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
