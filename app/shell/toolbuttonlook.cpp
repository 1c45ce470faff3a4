// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/toolbuttonlook.h"

#include "app/shell/icons.h"
#include "app/shell/look.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace lectern::app::toolbuttonlook {
namespace {

constexpr int least = 28; // of both sides, at 100 %
constexpr int gap = 6; // between icon, words and arrow
constexpr int arrowSize = 12;

/// What a button shows, and the widths of it in the order in which it is drawn.
struct Content {
    QSize icon; ///< empty: none
    QString words;
    int wordsWidth = 0;
    int arrow = 0;

    [[nodiscard]] int width() const
    {
        const int parts = int(!icon.isEmpty()) + int(wordsWidth > 0) + int(arrow > 0);
        return icon.width() + wordsWidth + arrow + gap * qMax(0, parts - 1);
    }
};

Content contentOf(const QStyleOptionToolButton& option, const QWidget* widget)
{
    Content content;
    const bool hasWords = option.toolButtonStyle != Qt::ToolButtonIconOnly || option.icon.isNull();
    if (option.toolButtonStyle != Qt::ToolButtonTextOnly && !option.icon.isNull())
        content.icon = option.iconSize;
    if (hasWords && !option.text.isEmpty()) {
        content.words = option.text;
        const QString plain = QString(option.text).replace(QLatin1StringView("&&"), QLatin1StringView("&"));
        content.wordsWidth = QFontMetrics(option.font).horizontalAdvance(plain) + 1;
        if (option.features.testFlag(QStyleOptionToolButton::HasMenu))
            content.arrow = look::scaled(arrowSize, widget);
    }
    return content;
}

QPalette::ColorGroup groupOf(const QStyleOptionToolButton& option)
{
    return option.state.testFlag(QStyle::State_Enabled) ? QPalette::Normal : QPalette::Disabled;
}

QColor wordsColor(const QStyleOptionToolButton& option, const QWidget* widget)
{
    const bool primary = look::isPrimary(widget) && option.state.testFlag(QStyle::State_Enabled);
    return option.palette.color(groupOf(option), primary ? QPalette::HighlightedText : QPalette::ButtonText);
}

void drawContent(
    const Content& content, const QStyleOptionToolButton& option, QPainter* painter, const QWidget* widget)
{
    const QIcon::Mode mode = option.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
    const QRect whole = option.rect;
    const int padding = look::grid;
    const bool iconAlone = content.wordsWidth == 0;
    // A button stretched by its layout (a row of a list) begins at the left; every other one is as wide as
    // its content.
    int left = whole.left() + (iconAlone ? (whole.width() - content.icon.width()) / 2 : padding);
    if (content.icon.isEmpty() && content.arrow == 0)
        left = whole.left() + qMax(2, (whole.width() - content.wordsWidth) / 2);
    if (!content.icon.isEmpty()) {
        const QRect place(QPoint(left, whole.center().y() - content.icon.height() / 2 + 1), content.icon);
        option.icon.paint(painter, QStyle::visualRect(option.direction, whole, place), Qt::AlignCenter, mode);
        left += content.icon.width() + gap;
    }
    if (iconAlone)
        return;
    const int end = whole.right() + 1 - padding - (content.arrow > 0 ? content.arrow + gap : 0);
    const QRect place(
        left, whole.top(), qMax(0, qMin(content.wordsWidth, end - left + padding / 2)), whole.height());
    painter->setFont(option.font);
    painter->setPen(wordsColor(option, widget));
    painter->drawText(QStyle::visualRect(option.direction, whole, place),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, content.words);
    if (content.arrow > 0) {
        const QRect arrow(
            place.right() + gap, whole.center().y() - content.arrow / 2 + 1, content.arrow, content.arrow);
        icon(u"chevron-down", IconTint::Secondary)
            .paint(painter, QStyle::visualRect(option.direction, whole, arrow), Qt::AlignCenter, mode);
    }
}

} // namespace

QSize size(const QStyleOptionToolButton& option, const QWidget* widget)
{
    const Content content = contentOf(option, widget);
    const int side = look::scaled(least, widget);
    const int height
        = qMax(side, qMax(content.icon.height(), QFontMetrics(option.font).height()) + look::grid);
    return { qMax(side, content.width() + 2 * look::grid), height };
}

void draw(const QStyle& style, const QStyleOptionToolButton& option, QPainter* painter, const QWidget* widget)
{
    painter->save();
    style.drawPrimitive(QStyle::PE_PanelButtonTool, &option, painter, widget);
    drawContent(contentOf(option, widget), option, painter, widget);
    if (option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange) && !look::isPrimary(widget)) {
        QStyleOptionFocusRect ring;
        ring.QStyleOption::operator=(option);
        style.drawPrimitive(QStyle::PE_FrameFocusRect, &ring, painter, widget);
    }
    painter->restore();
}

} // namespace lectern::app::toolbuttonlook
