// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QStringView>

namespace lectern::app {

/// An icon of the program's set (names: resources/icons.cmake), drawn in the palette's text colour at any size and device
/// pixel ratio. It follows light and dark while the program runs. An unknown name is a bug: it asserts and draws nothing.
[[nodiscard]] QIcon icon(QStringView name);

/// The colours in which an icon may be drawn instead.
enum class IconTint { Text, Secondary, Accent, Warning, Error, Success, OnAccent };
[[nodiscard]] QIcon icon(QStringView name, IconTint tint);

} // namespace lectern::app
