// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QPainter;
class QStyle;
class QStyleOptionToolButton;
class QWidget;

/// How the calm style lays out a tool button: icon, words, and behind them a small arrow where a menu opens,
/// with equal room on both sides. A button with an icon alone shows no arrow.
namespace lectern::app::toolbuttonlook {

[[nodiscard]] QSize size(const QStyleOptionToolButton& option, const QWidget* widget);
/// Draws panel, content and focus ring; `style` draws the panel.
void draw(
    const QStyle& style, const QStyleOptionToolButton& option, QPainter* painter, const QWidget* widget);

} // namespace lectern::app::toolbuttonlook
