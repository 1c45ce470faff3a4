// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/iconlabel.h"

#include "app/shell/look.h"

#include <QEvent>
#include <QPainter>

namespace lectern::app {

IconLabel::IconLabel(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIcon(QStringView name, IconTint tint)
{
    m_name = name.toString();
    m_tint = tint;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = look::scaled(look::iconSize, this);
    return { side, side };
}

void IconLabel::paintEvent(QPaintEvent*)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    icon(m_name, m_tint).paint(&painter, rect());
}

void IconLabel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    update();
}

} // namespace lectern::app
