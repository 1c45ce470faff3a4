// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/look.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QScopedValueRollback>
#include <QToolButton>

#include <cmath>

namespace lectern::app::look {
namespace {

constexpr char primaryProperty[] = "lecternPrimary";

double channel(double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

/// Relative luminance as WCAG 2.1 defines it.
double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one), b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

/// `color` moved towards the text colour until it is readable on Base.
QColor readable(QColor color, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    for (int step = 0; step < 10 && contrast(color, base) < 4.5; ++step)
        color = mixed(palette.color(QPalette::Text), color, 0.15);
    return color;
}

} // namespace

bool isDark(const QPalette& palette) { return palette.color(QPalette::Window).lightnessF() < 0.5; }

QColor mixed(const QColor& front, const QColor& back, double share)
{
    const auto blend = [share](double a, double b) { return float(a * share + b * (1 - share)); };
    return QColor::fromRgbF(blend(front.redF(), back.redF()), blend(front.greenF(), back.greenF()),
        blend(front.blueF(), back.blueF()));
}

QColor secondaryText(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.66);
}

QColor hairlineColor(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), isDark(palette) ? 0.15 : 0.12);
}

QColor borderColor(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), isDark(palette) ? 0.26 : 0.22);
}

QColor hoverFill(const QPalette& palette)
{
    QColor color = palette.color(QPalette::WindowText);
    color.setAlphaF(isDark(palette) ? 0.08f : 0.055f);
    return color;
}

QColor selectionFill(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Highlight), palette.color(QPalette::Base), isDark(palette) ? 0.32 : 0.14);
}

QColor sidebarFill(const QPalette& palette) { return palette.color(QPalette::Window); }

QColor accent(const QPalette& palette) { return readable(palette.color(QPalette::Highlight), palette); }
QColor warningColor(const QPalette& palette) { return readable(QColor(0xc7, 0x7d, 0x0a), palette); }
QColor errorColor(const QPalette& palette) { return readable(QColor(0xd4, 0x3b, 0x3b), palette); }
QColor successColor(const QPalette& palette) { return readable(QColor(0x2c, 0x93, 0x57), palette); }

QFont font(TextRole role, const QFont& base)
{
    QFont font = base;
    const double size = base.pointSizeF() > 0 ? base.pointSizeF() : 10;
    switch (role) {
    case TextRole::Display:
        font.setPointSizeF(size * 1.9);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        font.setPointSizeF(size * 1.2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Strong: font.setWeight(QFont::DemiBold); break;
    case TextRole::Body: break;
    case TextRole::Secondary:
    case TextRole::Problem: font.setPointSizeF(size * 0.92); break;
    case TextRole::Caption:
        font.setPointSizeF(size * 0.86);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

QColor color(TextRole role, const QPalette& palette)
{
    switch (role) {
    case TextRole::Secondary:
    case TextRole::Caption: return secondaryText(palette);
    case TextRole::Problem: return errorColor(palette);
    default: return palette.color(QPalette::WindowText);
    }
}

TextLabel::TextLabel(TextRole role, const QString& text, QWidget* parent) : QLabel(text, parent), m_role(role)
{
    // Wherever it stands: on an area in the Base colour a label would take the plain text colour instead.
    setForegroundRole(QPalette::WindowText);
    refresh();
}

void TextLabel::setRole(TextRole role)
{
    m_role = role;
    refresh();
}

void TextLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ParentChange)
        refresh();
}

void TextLabel::refresh()
{
    if (m_refreshing)
        return;
    const QScopedValueRollback guard(m_refreshing, true);
    const QFont wanted = look::font(m_role, QGuiApplication::font());
    if (wanted != font())
        setFont(wanted);
    QPalette colors = QGuiApplication::palette();
    colors.setColor(QPalette::WindowText, look::color(m_role, colors));
    setPalette(colors);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
    setSizePolicy(orientation == Qt::Horizontal ? QSizePolicy::Expanding : QSizePolicy::Fixed,
        orientation == Qt::Horizontal ? QSizePolicy::Fixed : QSizePolicy::Expanding);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), hairlineColor(palette()));
}

void makePrimary(QAbstractButton* button) { button->setProperty(primaryProperty, true); }

bool isPrimary(const QWidget* widget) { return widget && widget->property(primaryProperty).toBool(); }

void tighten(QBoxLayout* layout, int spacing)
{
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
}

void makeClearable(QLineEdit* line)
{
    line->setClearButtonEnabled(true);
    const auto buttons = line->findChildren<QToolButton*>();
    for (QToolButton* button : buttons) {
        if (button->accessibleName().isEmpty())
            button->setAccessibleName(QCoreApplication::translate("lectern::app::look", "Clear"));
    }
}

int scaled(int pixels, const QWidget* widget)
{
    // A 10 pt interface font at 96 dpi is about 16 px high; what follows the text keeps that proportion.
    const int height = widget ? widget->fontMetrics().height() : 16;
    return qRound(pixels * qBound(0.75, height / 16.0, 2.5));
}

} // namespace lectern::app::look
