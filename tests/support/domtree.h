// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/domcompare.h"

#include <vector>

namespace lectern::test {

/// An element or a text of a parsed page.
struct DomNode {
    QByteArray tag; ///< empty for a text
    QByteArray attributes; ///< sorted, each as ` name="value"`, class names as a list of words
    QByteArray text;
    std::vector<DomNode> children;

    [[nodiscard]] bool isText() const { return tag.isEmpty(); }
};

/// The tree that a browser builds of `html`, without comments and with the tokens of highlighted code taken
/// for their text. The root is no element of the page.
[[nodiscard]] DomNode parseDom(const QByteArray& html, DomScope scope);

/// Leaves the white space that a browser shows: one blank inside a line, none at the edges of a block or
/// beside a line break; what is preformatted stays, but for line ends at its end.
void collapseSpace(DomNode& root);

} // namespace lectern::test
