// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lectern::test {

enum class DomScope {
    Fragment, ///< content of a body
    Document, ///< a whole page with its head
};

struct DomComparison {
    bool isEqual = false;
    /// The first differences, readable: the path of elements, what was expected there and what is there.
    QString report;
};

/// Compares two HTML texts as a browser sees them: after tree construction, without comments, with attributes
/// in any order and class names as lists of words, with white space collapsed where a line box would, and
/// with the tokens of highlighted code (`.highlight`, `.highlighter-rouge`) taken for their text.
[[nodiscard]] DomComparison compareHtml(const QByteArray& expected, const QByteArray& actual,
    DomScope scope = DomScope::Fragment, int differences = 3);

/// What differs, as compareHtml() reports it; empty where nothing does.
[[nodiscard]] QString domDifference(
    const QByteArray& expected, const QByteArray& actual, DomScope scope = DomScope::Document);

/// One line per element, text and closing of an element: what is compared.
[[nodiscard]] QByteArray normalisedDom(const QByteArray& html, DomScope scope = DomScope::Fragment);

} // namespace lectern::test
