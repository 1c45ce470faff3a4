// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/choicebutton.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QKeyEvent>
#include <QPainter>

namespace lectern::app {
namespace {

constexpr int cardPadding = 20;

QFont detailFont(const QFont& base) { return look::font(look::TextRole::Secondary, base); }
QFont titleFont(const QFont& base) { return look::font(look::TextRole::Strong, base); }

} // namespace

ChoiceButton::ChoiceButton(
    QStringView iconName, const QString& title, const QString& detail, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName.toString()), m_detail(detail)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int ChoiceButton::heightForWidth(int width) const
{
    const QFontMetrics detail(detailFont(font()));
    const int text = detail.boundingRect(0, 0, width - 2 * cardPadding, 1000, Qt::TextWordWrap, m_detail).height();
    return 2 * cardPadding + look::scaled(24, this) + look::margin + QFontMetrics(titleFont(font())).height() + look::half + text;
}

QSize ChoiceButton::sizeHint() const
{
    const int width = look::scaled(220, this);
    return {width, heightForWidth(width)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    const int width = look::scaled(160, this);
    return {width, heightForWidth(width)};
}

void ChoiceButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void ChoiceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = underMouse() || isDown();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hover ? look::accent(palette()) : look::hairlineColor(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, look::radius + 2, look::radius + 2);
    if (hasFocus()) {
        painter.setPen(QPen(look::accent(palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), look::radius + 2, look::radius + 2);
    }
    paintContent(painter);
}

void ChoiceButton::paintContent(QPainter& painter) const
{
    const int size = look::scaled(24, this);
    const QRect inside = rect().adjusted(cardPadding, cardPadding, -cardPadding, -cardPadding);
    app::icon(m_iconName, IconTint::Accent).paint(&painter, inside.left(), inside.top(), size, size);
    painter.setFont(titleFont(font()));
    painter.setPen(palette().color(QPalette::WindowText));
    const int top = inside.top() + size + look::margin;
    painter.drawText(QRect(inside.left(), top, inside.width(), painter.fontMetrics().height()), Qt::AlignLeft, text());
    const int below = top + painter.fontMetrics().height() + look::half;
    painter.setFont(detailFont(font()));
    painter.setPen(look::secondaryText(palette()));
    painter.drawText(
        QRect(inside.left(), below, inside.width(), rect().bottom() - below), Qt::TextWordWrap, m_detail);
}

} // namespace lectern::app
