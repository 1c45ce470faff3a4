// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/itemreader.h"

#include <vector>

namespace lectern::profile {

/// A count that somebody wrote before an entry: "3、", "[3] ", "（3）".
struct Ordinal {
    qsizetype length = 0; ///< with the blanks behind it; 0 where there is none
    int number = 0;
    char form = 0; ///< '[', '(' or ','
};

/// The ordinal that begins a line.
[[nodiscard]] Ordinal ordinalAt(QByteArrayView bytes, TextRange line);

/// The entries of a paragraph that holds several without blank lines between them: lines that are counted,
/// that each begin with a date, that each tell of a role, or that each are a whole reference. Empty where it
/// is one.
[[nodiscard]] std::vector<TextRange> entryLines(
    QByteArrayView bytes, TextRange block, SectionKind kind, ItemReader& reader);

} // namespace lectern::profile
