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
    QStringView iconName, const QString& title, const QString& detail, bool compact, QWidget* parent)
    : QAbstractButton(parent), m_iconName(iconName.toString()), m_detail(detail), m_compact(compact)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(detail);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, compact ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    policy.setHeightForWidth(!compact);
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
    if (m_compact)
        return {look::scaled(320, this), look::scaled(48, this)};
    const int width = look::scaled(220, this);
    return {width, heightForWidth(width)};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return m_compact ? QSize(look::scaled(160, this), look::scaled(48, this)) : QSize(look::scaled(160, this), heightForWidth(look::scaled(160, this)));
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
    if (!m_compact) {
        painter.setPen(hover ? look::accent(palette()) : look::hairlineColor(palette()));
        painter.setBrush(palette().color(QPalette::Base));
        painter.drawRoundedRect(frame, look::radius + 2, look::radius + 2);
    } else if (hover) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look::hoverFill(palette()));
        painter.drawRoundedRect(frame, look::radius, look::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(look::accent(palette()), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), look::radius + 2, look::radius + 2);
    }
    if (m_compact)
        paintRow(painter);
    else
        paintCard(painter);
}

void ChoiceButton::paintCard(QPainter& painter) const
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

void ChoiceButton::paintRow(QPainter& painter) const
{
    const int size = look::scaled(look::iconSize, this);
    const QRect inside = rect().adjusted(look::grid + 4, 4, -look::grid, -4);
    app::icon(m_iconName, IconTint::Secondary).paint(&painter, inside.left(), inside.top(), size, inside.height());
    const QRect words = inside.adjusted(size + look::grid + 4, 0, 0, 0);
    painter.setFont(titleFont(font()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(detailFont(font()));
    painter.setPen(look::secondaryText(palette()));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
        painter.fontMetrics().elidedText(m_detail, Qt::ElideMiddle, words.width()));
}

} // namespace lectern::app
