// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/fieldframe.h"

#include "app/shell/look.h"

#include <QPainter>
#include <QPalette>
#include <QWidget>

#include <algorithm>

namespace lectern::app {

int fieldHeight(const QWidget* widget)
{
    return std::max(look::scaled(4 * look::grid, widget), widget->fontMetrics().lineSpacing() + look::grid);
}

void paintFieldFrame(QPainter& painter, const QRect& rect, const QPalette& palette, FrameState state)
{
    QColor line = look::borderColor(palette);
    if (state == FrameState::Focused)
        line = look::accent(palette);
    else if (state == FrameState::Problem)
        line = look::warningColor(palette);
    const qreal width = state == FrameState::Focused ? 1.6 : 1.0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, width));
    painter.setBrush(palette.color(QPalette::Base));
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 4, 4);
}

} // namespace lectern::app
