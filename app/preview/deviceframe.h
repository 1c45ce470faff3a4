// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewstate.h"

#include <QScrollArea>

class QVariantAnimation;

namespace lectern::app {

/// Shows a web view as wide as a device's screen, in the middle of a quiet backdrop. The width that the page
/// is laid out for belongs to the device alone; the zoom says how large that is drawn.
class DeviceFrame : public QScrollArea {
    Q_OBJECT
public:
    explicit DeviceFrame(QWidget* parent = nullptr);

    /// Takes ownership of the widget.
    void setView(QWidget* view);
    void setDevice(PreviewDevice device);
    [[nodiscard]] PreviewDevice device() const { return m_device; }
    /// 0 fits the device's width into the frame.
    void setZoom(double zoom);
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
