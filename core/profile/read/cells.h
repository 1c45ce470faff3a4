// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>

#include <vector>

namespace lectern::profile {

/// A piece of an item that stands in a table or in elements of its own.
struct Cell {
    TextRange range; ///< between its tags or bars
    bool heading = false; ///< `<h1>` to `<h6>`
};

struct Cells {
    std::vector<Cell> cells; ///< those with words in them, in order; empty for an item that is no such
    bool html = false;
};

/// The cells of one row: a line of a Markdown table, a `<tr>`, an `<li>`, or an element with others in it.
[[nodiscard]] Cells cellsOf(QByteArrayView bytes, TextRange row);

/// The rows of an HTML block that hold an item each: list items, table rows, terms with their definitions,
/// and elements that begin with a date. Whole lines where a row has them for itself. Empty where there are
/// none.
[[nodiscard]] std::vector<TextRange> htmlRows(QByteArrayView bytes, TextRange block);
/// The same of a Markdown table, without its head.
[[nodiscard]] std::vector<TextRange> tableRows(QByteArrayView bytes, TextRange block);

} // namespace lectern::profile
