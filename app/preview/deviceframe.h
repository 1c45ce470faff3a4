// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewstate.h"

#include <QScrollArea>

class QVariantAnimation;

namespace lectern::app {

/// Shows a web view as wide as a device's screen, in the middle of a quiet backdrop. A tablet and a phone
/// have a width of their own, and the zoom says how large that is drawn. The desktop is a browser's window as
/// wide as this frame: zooming out makes room for a wider page, as it does in a browser.
class DeviceFrame : public QScrollArea {
    Q_OBJECT
public:
    explicit DeviceFrame(QWidget* parent = nullptr);

    /// Takes ownership of the widget.
    void setView(QWidget* view);
    void setDevice(PreviewDevice device);
    [[nodiscard]] PreviewDevice device() const { return m_device; }
    /// 0 is the device's own: 100 % on the desktop, what fits into the frame for the others.
    void setZoom(double zoom);
    /// The next step up (1) or down (-1) from what is drawn now.
    [[nodiscard]] double steppedZoom(int direction) const;
    /// The zoom at which the desktop is as wide as the templates' full layout; 0 where it is at 100 %.
    [[nodiscard]] double fullWidthZoom() const;
    /// `zoom` within what the engine can do; 0 stays 0.
    [[nodiscard]] static double allowedZoom(double zoom);
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// The size at which the page is drawn now: CSS pixel to device-independent pixel.
    [[nodiscard]] double scale() const { return m_scale; }
    /// What the page is laid out for, in CSS pixels.
    [[nodiscard]] int pageWidth() const;

    /// Lays a veil over the view (1 hides it, 0 shows it), moving there in a moment.
    void setVeil(double opacity);
    /// Where it is, or is on its way to.
    [[nodiscard]] double veil() const;
    [[nodiscard]] bool isVeilMoving() const;

Q_SIGNALS:
    void scaleChanged(double scale);
    /// The veil is where setVeil() wanted it.
    void veilSettled();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Veil;

    void arrange();
    void refreshColors();

    PreviewDevice m_device = PreviewDevice::Desktop;
    double m_zoom = 0;
    double m_scale = 1;
    QWidget* m_content = nullptr; ///< holds the view and the veil over it
    QWidget* m_view = nullptr;
    Veil* m_veil = nullptr;
    QVariantAnimation* m_fade = nullptr;
};

} // namespace lectern::app
