// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chip.h"

#include "app/forms/fieldframe.h"
#include "app/shell/look.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lectern::app {

namespace {

constexpr int sidePadding = 8;
constexpr int markWidth = 14; ///< room of the star and of the cross
constexpr int longestText = 260; ///< px; longer ones are elided

QPainterPath starPath(const QRectF& box)
{
    QPainterPath path;
    for (int corner = 0; corner < 10; ++corner) {
        const qreal radius = (corner % 2 == 0 ? 0.5 : 0.21) * box.width();
        const qreal angle = -std::numbers::pi / 2 + corner * std::numbers::pi / 5;
        const QPointF point = box.center() + QPointF(std::cos(angle), std::sin(angle)) * radius;
        corner == 0 ? path.moveTo(point) : path.lineTo(point);
    }
    path.closeSubpath();
    return path;
}

QFont markFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

} // namespace

Chip::Chip(QWidget* parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::ClickFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
}

void Chip::setData(const ChipData& data)
{
    if (m_data == data)
        return;
    m_data = data;
    setAccessibleName(data.starred ? tr("%1, owner of the page").arg(data.text) : data.text);
    setAccessibleDescription(data.problem);
    QString tip = data.problem.isEmpty() ? data.tip : data.problem;
    if (fontMetrics().horizontalAdvance(data.text) > longestText)
        tip = data.text + u'\n' + tip;
    setToolTip(tip.trimmed().toHtmlEscaped());
    updateGeometry();
    update();
}

void Chip::setStarrable(bool starrable)
{
    m_starrable = starrable;
    updateGeometry();
}

QSize Chip::sizeHint() const
{
    int width
        = std::min(fontMetrics().horizontalAdvance(m_data.text), longestText) + 2 * sidePadding + markWidth;
    if (m_starrable && m_data.starred)
        width += markWidth;
    if (!m_data.marks.isEmpty())
        width += QFontMetrics(markFont(font())).horizontalAdvance(m_data.marks) + 2;
    return { width, fieldHeight(this) - look::grid };
}

QRect Chip::starRect() const
{
    return m_starrable && m_data.starred
        ? QRect(sidePadding - 3, (height() - markWidth) / 2, markWidth, markWidth)
        : QRect();
}

QRect Chip::removeRect() const
{
    return { width() - markWidth - 4, 0, markWidth + 4, height() };
}

QRect Chip::textRect() const
{
    const int left = sidePadding + (starRect().isNull() ? 0 : markWidth);
    return { left, 0, width() - left - markWidth - 4, height() };
}

void Chip::paintStar(QPainter& painter) const
{
    const QRect box = starRect();
    if (box.isNull())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(hasFocus() ? QPalette::HighlightedText : QPalette::Highlight));
    painter.drawPath(starPath(QRectF(box).adjusted(1, 1, -1, -1)));
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor base = palette().color(QPalette::Base);
    const QColor accent = palette().color(QPalette::Highlight);
    const bool selected = hasFocus();
    QColor fill = look::mixed(palette().color(QPalette::Text), base, m_hovered ? 0.14 : 0.08);
    if (m_data.starred)
        fill = look::mixed(accent, base, m_hovered ? 0.28 : 0.18);
    if (selected)
        fill = accent;
    const bool faulty = !m_data.problem.isEmpty();
    painter.setPen(faulty ? QPen(look::warningColor(palette()), 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
    paintStar(painter);

    const QColor text = palette().color(selected ? QPalette::HighlightedText : QPalette::Text);
    painter.setPen(text);
    const int marksWidth
        = m_data.marks.isEmpty() ? 0 : QFontMetrics(markFont(font())).horizontalAdvance(m_data.marks) + 2;
    const QRect room = textRect();
    const QString shown
        = fontMetrics().elidedText(m_data.text, Qt::ElideRight, room.width() - marksWidth + 2);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (marksWidth > 0) {
        const int x = room.left() + fontMetrics().horizontalAdvance(shown) + 2;
        painter.setFont(markFont(font()));
        painter.drawText(
            QRect(x, -3, marksWidth + 4, height()), Qt::AlignLeft | Qt::AlignVCenter, m_data.marks);
    }
    const QColor cross = m_hovered || selected ? text : look::mixed(text, fill, 0.4);
    painter.setPen(QPen(cross, 1.2, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle(width() - 12, height() / 2.0);
    painter.drawLine(middle + QPointF(-3, -3), middle + QPointF(3, 3));
    painter.drawLine(middle + QPointF(-3, 3), middle + QPointF(3, -3));
}

void Chip::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressed = true;
    m_dragging = false;
    m_pressedAt = event->pos();
}

void Chip::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return;
    if (!m_dragging && (event->pos() - m_pressedAt).manhattanLength() < QApplication::startDragDistance())
        return;
    m_dragging = true;
    Q_EMIT dragged(event->globalPosition().toPoint());
}

void Chip::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed)
        return;
    m_pressed = false;
    // Either may delete this chip: nothing after it.
    if (m_dragging)
        Q_EMIT dropped(event->globalPosition().toPoint());
    else if (removeRect().contains(event->pos()) && removeRect().contains(m_pressedAt))
        Q_EMIT removeRequested();
    else if (starRect().contains(event->pos()))
        Q_EMIT starRequested();
}

void Chip::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT editRequested();
}

void Chip::enterEvent(QEnterEvent*)
{
    m_hovered = true;
    update();
}

void Chip::leaveEvent(QEvent*)
{
    m_hovered = false;
    update();
}

void Chip::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void Chip::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace lectern::app
