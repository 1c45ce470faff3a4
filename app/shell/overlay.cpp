// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/overlay.h"

#include "app/shell/look.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace lectern::app {

Overlay::Overlay(int width, QWidget* window) : QWidget(window), m_width(width)
{
    hide();
    setFocusPolicy(Qt::StrongFocus);
    auto* shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(40);
    shadow->setOffset(0, 8);
    shadow->setColor(QColor(0, 0, 0, 90));
    setGraphicsEffect(shadow);
}

void Overlay::open()
{
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    firstFocus()->setFocus(Qt::PopupFocusReason);
    parentWidget()->installEventFilter(this);
    qApp->installEventFilter(this);
}

void Overlay::dismiss()
{
    if (!isVisible())
        return;
    qApp->removeEventFilter(this);
    parentWidget()->removeEventFilter(this);
    const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || QApplication::focusWidget() == this;
    hide();
    if (m_before && hadFocus)
        m_before->setFocus(Qt::PopupFocusReason);
    Q_EMIT dismissed();
}

void Overlay::place()
{
    const QWidget* window = parentWidget();
    const int width = std::min(look::scaled(m_width, this), window->width() - 4 * look::grid);
    const int height = std::min(std::max(sizeHint().height(), minimumSizeHint().height()), window->height() - 12 * look::grid);
    setGeometry((window->width() - width) / 2, std::min(7 * look::grid, window->height() / 10), width, height);
}

bool Overlay::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (widget && widget != this && !isAncestorOf(widget) && widget->window() == window())
            dismiss();
    } else if (watched == parentWidget() && event->type() == QEvent::Resize) {
        place();
    }
    return false;
}

void Overlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QWidget::keyPressEvent(event);
}

void Overlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look::borderColor(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), look::radius + 3, look::radius + 3);
}

} // namespace lectern::app
