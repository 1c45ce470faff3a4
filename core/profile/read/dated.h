// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/cells.h"
#include "core/profile/read/reading.h"
#include "core/profile/scan/inline.h"

namespace lectern::profile {

/// Where an item's date and text stand.
struct DatePlace {
    bool found = false;
    TextRange date; ///< as written, without emphasis and brackets
    TextRange whole; ///< with them and the separator
    TextRange text;
};

/// Finds the date at the begin of an item's body, or at the end of its only line.
[[nodiscard]] DatePlace findDate(QByteArrayView bytes, TextRange body);
/// A date that stands between commas or brackets in the middle of a line; empty where there is none.
[[nodiscard]] TextRange enclosedDate(QByteArrayView bytes, const Spans& spans);

/// An item that stands in cells of a table, or in elements beside one another: its date, title, text and
/// place.
/// True for bytes that are a date and nothing else.
[[nodiscard]] bool isDate(QByteArrayView bytes, TextRange range);

/// A row of a table, or an element of cells.
[[nodiscard]] Reading readCells(QByteArrayView bytes, const Cells& cells);

/// An item's bytes without its list marker and the white space around.
[[nodiscard]] TextRange itemBody(QByteArrayView bytes, TextRange range);

} // namespace lectern::profile
