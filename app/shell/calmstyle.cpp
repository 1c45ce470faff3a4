// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/calmstyle.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"
#include "app/shell/toolbuttonlook.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

namespace lectern::app {
namespace {

constexpr int scrollBarExtent = 12;
constexpr int fieldHeight = 30; // at 100 %

void drawRounded(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& border, double width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), look::radius, look::radius);
    painter->restore();
}

bool has(const QStyleOption* option, QStyle::StateFlag flag) { return option->state.testFlag(flag); }

/// The pointer and keyboard states of a field's border.
void drawField(const QStyleOption* option, QPainter* painter)
{
    const QPalette& palette = option->palette;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = has(option, QStyle::State_HasFocus);
    const QColor fill = enabled ? palette.color(QPalette::Base) : palette.color(QPalette::Window);
    const QColor border = focus ? look::accent(palette)
        : has(option, QStyle::State_MouseOver) && enabled
        ? look::mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.4)
        : look::borderColor(palette);
    drawRounded(painter, option->rect, fill, border, focus ? 2 : 1);
}

} // namespace

CalmStyle::CalmStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) { }

void CalmStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame:
        // Text areas look like fields; every other frame is a hairline or nothing.
        if (widget && widget->inherits("QAbstractScrollArea") && widget->inherits("QTextEdit")) {
            drawField(option, painter);
        } else if (widget && widget->inherits("QPlainTextEdit")) {
            drawField(option, painter);
        } else {
            drawRounded(painter, option->rect, {}, look::hairlineColor(option->palette));
        }
        return;
    case PE_FrameFocusRect:
        if (has(option, State_KeyboardFocusChange))
            drawRounded(painter, option->rect, {}, look::accent(option->palette), 2);
        return;
    case PE_PanelButtonCommand: drawButton(option, painter, widget); return;
    case PE_FrameDefaultButton: return;
    case PE_PanelButtonTool: {
        const bool pressed = has(option, State_Sunken), on = has(option, State_On);
        const bool hover = has(option, State_MouseOver) && has(option, State_Enabled);
        if (look::isPrimary(widget))
            drawButton(option, painter, widget);
        else if (pressed || on || hover)
            drawRounded(painter, option->rect,
                on ? look::selectionFill(option->palette) : look::hoverFill(option->palette), {});
        return;
    }
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelToolBar:
    case PE_FrameWindow:
    case PE_PanelScrollAreaCorner: return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp: {
        const QIcon arrow = icon(element == PE_IndicatorArrowDown ? u"chevron-down" : u"chevron-up", IconTint::Secondary);
        const int size = qMin(14, qMin(option->rect.width(), option->rect.height()));
        QRect place(0, 0, size, size);
        place.moveCenter(option->rect.center());
        arrow.paint(painter, place, Qt::AlignCenter, has(option, State_Enabled) ? QIcon::Normal : QIcon::Disabled);
        return;
    }
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void CalmStyle::drawButton(const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    const QPalette& palette = option->palette;
    const bool enabled = has(option, State_Enabled);
    const bool pressed = has(option, State_Sunken) || has(option, State_On);
    const bool hover = has(option, State_MouseOver) && enabled;
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button && button->features.testFlag(QStyleOptionButton::Flat) && !pressed && !hover)
        return;
    const bool primary = look::isPrimary(widget) && enabled;
    QColor fill = primary ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    if (pressed)
        fill = look::mixed(Qt::black, fill, 0.12);
    else if (hover)
        fill = primary ? look::mixed(Qt::white, fill, 0.1) : look::mixed(palette.color(QPalette::ButtonText), fill, 0.04);
    if (!enabled)
        fill = palette.color(QPalette::Window);
    drawRounded(painter, option->rect, fill, primary ? QColor() : look::borderColor(palette));
    // A ring for those who came by the keyboard.
    if (has(option, State_HasFocus) && has(option, State_KeyboardFocusChange))
        drawRounded(painter, primary ? option->rect.adjusted(2, 2, -2, -2) : option->rect, {},
            primary ? palette.color(QPalette::HighlightedText) : look::accent(palette), 2);
}

void CalmStyle::drawControl(
    ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    switch (element) {
    case CE_ToolBar: return;
    case CE_Splitter: {
        // The whole handle takes the pointer; a hairline in its middle is what one sees.
        const bool upright = has(option, State_Horizontal);
        QRect line = option->rect;
        if (upright)
            line = QRect(line.center().x(), line.top(), 1, line.height());
        else
            line = QRect(line.left(), line.center().y(), line.width(), 1);
        painter->fillRect(line,
            has(option, State_MouseOver) ? look::accent(option->palette) : look::hairlineColor(option->palette));
        return;
    }
    case CE_PushButtonLabel:
        if (look::isPrimary(widget)) {
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
                QStyleOptionButton white(*button);
                if (has(option, State_Enabled))
                    white.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
                QProxyStyle::drawControl(element, &white, painter, widget);
                return;
            }
        }
        break;
    case CE_ItemViewItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            // A chosen row is tinted, so that its icon and its second line stay readable.
            QStyleOptionViewItem tinted(*item);
            tinted.palette.setColor(QPalette::Highlight, look::selectionFill(option->palette));
            tinted.palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
            QProxyStyle::drawControl(element, &tinted, painter, widget);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void CalmStyle::drawScrollBar(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (!slider || slider->maximum <= slider->minimum)
        return;
    const bool upright = slider->orientation == Qt::Vertical;
    const bool active = has(option, State_MouseOver) || slider->activeSubControls.testFlag(SC_ScrollBarSlider);
    const int gap = active ? 2 : 3;
    QRect handle = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    handle = upright ? handle.adjusted(gap + 1, 2, -gap, -2) : handle.adjusted(2, gap + 1, -2, -gap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor color = option->palette.color(QPalette::WindowText);
    color.setAlphaF(active ? 0.42f : 0.24f);
    painter->setBrush(color);
    const double radius = (upright ? handle.width() : handle.height()) / 2.0;
    painter->drawRoundedRect(handle, radius, radius);
    painter->restore();
}

void CalmStyle::drawComboBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (combo && combo->frame) {
        if (combo->editable)
            drawField(option, painter);
        else
            drawButton(option, painter, widget);
    }
    QStyleOption arrow(*option);
    arrow.rect = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

void CalmStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const
{
    if (control == CC_ScrollBar)
        drawScrollBar(option, painter, widget);
    else if (control == CC_ComboBox)
        drawComboBox(option, painter, widget);
    else if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option); button && control == CC_ToolButton)
        toolbuttonlook::draw(*proxy(), *button, painter, widget);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect CalmStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const int range = bar->maximum - bar->minimum;
            int size = length;
            if (range > 0) {
                size = int(qint64(bar->pageStep) * length / (range + qMax(1, bar->pageStep)));
                size = qBound(qMin(32, length), size, length);
            }
            const int start
                = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - size, bar->upsideDown);
            const auto along = [&](int from, int extent) {
                return upright ? QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), extent)
                               : QRect(bar->rect.x() + from, bar->rect.y(), extent, bar->rect.height());
            };
            switch (part) {
            case SC_ScrollBarSlider: return visualRect(bar->direction, bar->rect, along(start, size));
            case SC_ScrollBarSubPage: return visualRect(bar->direction, bar->rect, along(0, start));
            case SC_ScrollBarAddPage:
                return visualRect(bar->direction, bar->rect, along(start + size, length - start - size));
            case SC_ScrollBarGroove: return bar->rect;
            default: return {}; // no arrow buttons
            }
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize CalmStyle::sizeFromContents(
    ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    const int height = look::scaled(fieldHeight, widget);
    switch (type) {
    case CT_LineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option); frame && frame->lineWidth > 0)
            size.setHeight(qMax(size.height(), height));
        break;
    case CT_ComboBox: size.setHeight(qMax(size.height(), height)); break;
    case CT_PushButton:
        size.setHeight(qMax(size.height(), height));
        size.rwidth() += look::grid;
        break;
    case CT_ToolButton:
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return toolbuttonlook::size(*button, widget);
        break;
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const bool isLine = item && item->menuItemType == QStyleOptionMenuItem::Separator && item->text.isEmpty();
        size.setHeight(isLine ? look::grid + 1 : qMax(size.height(), look::scaled(26, widget)));
        break;
    }
    case CT_ItemViewItem:
        // Rows of several lines need air between their words and the tint of a chosen one.
        if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            item && item->features.testFlag(QStyleOptionViewItem::WrapText))
            size.rheight() += look::half;
        break;
    default: break;
    }
    return size;
}

int CalmStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return scrollBarExtent;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SplitterWidth: return 5;
    case PM_ToolBarFrameWidth:
    case PM_ToolBarItemMargin: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return look::scaled(look::iconSize, widget);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CalmStyle::styleHint(
    StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_ScrollBar_Transient: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_EtchDisabledText: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void CalmStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    // Fields and frames answer the pointer.
    if (widget->inherits("QLineEdit") || widget->inherits("QAbstractButton") || widget->inherits("QComboBox")
        || widget->inherits("QScrollBar") || widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit"))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace lectern::app
