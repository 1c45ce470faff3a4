// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/deviceframe.h"

#include "app/shell/look.h"

#include <QEvent>
#include <QPainter>
#include <QVariantAnimation>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace lectern::app {

namespace {

// CSS pixels: above the breakpoint at which the templates show their sidebar
constexpr int fullDesktopWidth = 1080;
constexpr int tabletWidth = 768;
constexpr int phoneWidth = 390;
constexpr double zoomSteps[]
    = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4 };
constexpr double leastScale = zoomSteps[0]; // what the browser engine can do
constexpr double mostScale = zoomSteps[std::size(zoomSteps) - 1];

} // namespace

/// A sheet of the backdrop's colour; the mouse goes through it.
class DeviceFrame::Veil : public QWidget {
public:
    explicit Veil(QWidget* parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }
    double opacity = 1;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setOpacity(opacity);
        painter.fillRect(rect(), palette().color(QPalette::Window));
    }
};

DeviceFrame::DeviceFrame(QWidget* parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_veil(new Veil(m_content))
    , m_fade(new QVariantAnimation(this))
{
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setWidget(m_content);
    m_fade->setDuration(160);
    connect(m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_veil->opacity = value.toDouble();
        m_veil->setVisible(m_veil->opacity > 0.01);
        m_veil->update();
    });
    connect(m_fade, &QVariantAnimation::finished, this, &DeviceFrame::veilSettled);
    refreshColors();
}

void DeviceFrame::setView(QWidget* view)
{
    m_view = view;
    view->setParent(m_content);
    m_veil->raise();
    view->show();
    arrange();
}

void DeviceFrame::setDevice(PreviewDevice device)
{
    m_device = device;
    arrange();
}

void DeviceFrame::setZoom(double zoom)
{
    m_zoom = zoom;
    arrange();
}

double DeviceFrame::allowedZoom(double zoom)
{
    return zoom > 0 ? std::clamp(zoom, leastScale, mostScale) : 0;
}

double DeviceFrame::steppedZoom(int direction) const
{
    const auto begin = std::begin(zoomSteps);
    const auto end = std::end(zoomSteps);
    if (direction > 0) {
        const auto next = std::upper_bound(begin, end, m_scale + 0.01);
        return next == end ? mostScale : *next;
    }
    const auto next = std::lower_bound(begin, end, m_scale - 0.01);
    return next == begin ? leastScale : *(next - 1);
}

double DeviceFrame::fullWidthZoom() const
{
    const double wanted = double(viewport()->width()) / fullDesktopWidth;
    return wanted < 1 ? allowedZoom(wanted) : 0;
}

int DeviceFrame::pageWidth() const
{
    switch (m_device) {
    case PreviewDevice::Desktop:
        return int(std::lround(viewport()->width() / (m_zoom > 0 ? m_zoom : 1)));
    case PreviewDevice::Tablet:
        return tabletWidth;
    case PreviewDevice::Phone:
        return phoneWidth;
    }
    return phoneWidth;
}

void DeviceFrame::arrange()
{
    const int room = viewport()->width();
    const int gap = m_device == PreviewDevice::Desktop ? 0 : look::grid;
    const int width = std::max(1, pageWidth());
    const double fitting = std::min(1.0, double(room - 2 * gap) / width);
    m_scale = std::clamp(m_zoom > 0 ? m_zoom : fitting, leastScale, mostScale);
    const int drawn = m_device == PreviewDevice::Desktop ? room : int(std::lround(width * m_scale));
    const QSize size(drawn, viewport()->height());
    m_content->resize(size);
    if (m_view)
        m_view->setGeometry(QRect(QPoint(), size));
    m_veil->setGeometry(QRect(QPoint(), size));
    Q_EMIT scaleChanged(m_scale);
}

void DeviceFrame::setVeil(double opacity)
{
    if (opacity == veil())
        return;
    m_fade->stop();
    m_fade->setStartValue(m_veil->opacity);
    m_fade->setEndValue(opacity);
    m_fade->start();
}

double DeviceFrame::veil() const
{
    return isVeilMoving() ? m_fade->endValue().toDouble() : m_veil->opacity;
}

bool DeviceFrame::isVeilMoving() const
{
    return m_fade->state() == QVariantAnimation::Running;
}

void DeviceFrame::refreshColors()
{
    // The parent's colours, a shade away from the panels' so that a narrow screen stands out.
    QPalette own = parentWidget() ? parentWidget()->palette() : palette();
    const QColor back = look::sidebarFill(own);
    if (palette().color(QPalette::Window) == back)
        return;
    own.setColor(QPalette::Window, back);
    setPalette(own);
}

void DeviceFrame::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void DeviceFrame::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::ParentChange || event->type() == QEvent::ApplicationPaletteChange)
        refreshColors();
}

} // namespace lectern::app
