// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewstate.h"

#include <QWidget>

class QActionGroup;
class QBoxLayout;
class QToolButton;

namespace lectern::app {

/// The line above the page: device, size, reload, browser.
class PreviewToolbar : public QWidget {
    Q_OBJECT
public:
    explicit PreviewToolbar(QWidget* parent = nullptr);

    void showDevice(PreviewDevice device);
    /// `zoom` as set (0: the device's own), `scale` as it is drawn, `canBeWider`: the size's button has a use
    /// at the device's own zoom.
    void showZoom(double zoom, double scale, bool canBeWider);

Q_SIGNALS:
    void deviceChosen(lectern::app::PreviewDevice device);
    void zoomOutClicked();
    void zoomInClicked();
    void sizeClicked();
    void reloadClicked();
    void browserClicked();
    void jekyllClicked();

private:
    void addDevices(QBoxLayout* row);
    QToolButton* addButton(QBoxLayout* row, const QString& icon, const QString& name, const QString& tip);

    QActionGroup* m_devices = nullptr;
    QToolButton* m_zoom = nullptr;
};

} // namespace lectern::app
