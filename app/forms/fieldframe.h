// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPalette;
class QRect;
class QWidget;

namespace lectern::app {

/// Space between a field's frame and its text, px.
inline constexpr int fieldPadding = 4;

/// The height of a field of one line, in every form; it follows the text size.
[[nodiscard]] int fieldHeight(const QWidget* widget);

enum class FrameState { Idle, Focused, Problem };

/// What all fields of the forms look like: a rounded box in the palette's base colour, outlined by a
/// hairline.
void paintFieldFrame(QPainter& painter, const QRect& rect, const QPalette& palette, FrameState state);

} // namespace lectern::app
