// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/source/sourcetokens.h"

#include <QColor>
#include <QPalette>

namespace lectern::app {

struct TokenLook {
    QColor color;
    bool bold = false;
    bool italic = false;
};

/// How a token looks on the palette's Base. Few colours, so that the text stays the loudest thing: what is the user's own
/// words keeps the text colour, syntax steps back.
[[nodiscard]] TokenLook tokenLook(Token token, const QPalette& palette);

} // namespace lectern::app
