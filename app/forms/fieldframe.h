// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPalette;
class QRect;

namespace lectern::app {

/// Space between a field's frame and its text, px.
inline constexpr int fieldPadding = 4;

enum class FrameState { Idle, Focused, Problem };

/// What all fields of the forms look like: a rounded box in the palette's base colour, outlined by a hairline.
void paintFieldFrame(QPainter& painter, const QRect& rect, const QPalette& palette, FrameState state);

} // namespace lectern::app
