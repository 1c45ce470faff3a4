// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>

#include <vector>

namespace lectern::render {

/// The element that a range of HTML belongs to.
struct ElementOfRange {
    qsizetype nameEnd
        = -1; ///< byte behind the name in its start tag; -1: no element, or one around the content
    bool isText = false; ///< the range is text of the element, not part of its start tag
};

/// For each of `ranges` (ascending, not overlapping) the innermost element that it is text of, or whose start
/// tag it is in. `content` is passed over unread; elements that hold it do not count, nor do the document's
/// head and raw text.
[[nodiscard]] std::vector<ElementOfRange> elementsOf(
    QByteArrayView html, const std::vector<TextRange>& ranges, TextRange content);

} // namespace lectern::render
