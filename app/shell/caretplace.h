// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"
#include "core/profile/profile.h"

#include <QByteArrayView>

class QWidget;

namespace lectern::app {

/// Puts the caret of a text widget to what byte `offset` of `bytes` is in the value that stands at `range`.
void placeCaret(QWidget* widget, QByteArrayView bytes, TextRange range, qsizetype offset);

/// The same in the widget that has the keyboard for `field`: among authors, links and tags the one that was
/// meant.
void placeCaret(QWidget* widget, QByteArrayView bytes, const profile::Field& field, qsizetype offset);

} // namespace lectern::app
