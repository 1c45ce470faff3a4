// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sitecard.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace lectern::app {
namespace {

constexpr int pictureHeight = 116; // at 100 %

QFont nameFont(const QFont& base)
{
    return look::font(look::TextRole::Strong, base);
}
QFont placeFont(const QFont& base)
{
    return look::font(look::TextRole::Secondary, base);
}

} // namespace

SiteCard::SiteCard(
    const QString& name, const QString& place, const QPixmap& picture, QStringView iconName, QWidget* parent)
    : QAbstractButton(parent)
    , m_place(place)
    , m_picture(picture)
    , m_iconName(iconName.toString())
{
    setText(name);
    setToolTip(place);
    setAccessibleName(name);
    setAccessibleDescription(place);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int SiteCard::wordsHeight() const
{
    return QFontMetrics(nameFont(font())).height() + QFontMetrics(placeFont(font())).height()
        + 2 * look::grid + 2;
}

QSize SiteCard::sizeHint() const
{
    return { look::scaled(220, this), look::scaled(pictureHeight, this) + wordsHeight() };
}

void SiteCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void SiteCard::paintPicture(QPainter& painter, const QRectF& place) const
{
    QPainterPath upper;
    upper.addRoundedRect(place.adjusted(0, 0, 0, 2 * look::radius), look::radius + 1, look::radius + 1);
    painter.save();
    painter.setClipPath(upper, Qt::IntersectClip);
    painter.setClipRect(place, Qt::IntersectClip);
    if (m_picture.isNull()) {
        painter.fillRect(place, look::mixed(look::accent(palette()), palette().color(QPalette::Base), 0.08));
        const int size = look::scaled(28, this);
        const QRect middle(QPoint(), QSize(size, size));
        app::icon(m_iconName, IconTint::Secondary)
            .paint(&painter, middle.translated(place.center().toPoint() - middle.center()));
    } else {
        // As wide as the card; of the height the top, where a page says whose it is.
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const double scale = place.width() / m_picture.width();
        painter.drawPixmap(
            QRectF(place.topLeft(), QSizeF(m_picture.size()) * scale), m_picture, m_picture.rect());
    }
    painter.restore();
    painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), look::hairlineColor(palette()));
}

void SiteCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = underMouse() || isDown();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, look::radius + 2, look::radius + 2);
    paintPicture(painter, frame.adjusted(0.5, 0.5, -0.5, -wordsHeight()));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(hover ? look::accent(palette()) : look::hairlineColor(palette()));
    painter.drawRoundedRect(frame, look::radius + 2, look::radius + 2);
    if (hasFocus()) {
        painter.setPen(QPen(look::accent(palette()), 2));
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), look::radius + 2, look::radius + 2);
    }
    // At the right of the words there is room for the button that forgets the site.
    const QRect words(look::grid + 4, height() - wordsHeight() + look::grid,
        width() - 2 * look::grid - look::scaled(32, this), wordsHeight() - 2 * look::grid);
    painter.setFont(nameFont(font()));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.setFont(placeFont(font()));
    painter.setPen(look::secondaryText(palette()));
    painter.drawText(words, Qt::AlignLeft | Qt::AlignBottom,
        painter.fontMetrics().elidedText(m_place, Qt::ElideMiddle, words.width()));
}

} // namespace lectern::app
