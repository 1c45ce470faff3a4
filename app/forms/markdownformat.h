// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What the formatting bar does to a selection of Markdown text. All offsets are UTF-16 units, half-open.
namespace lectern::app {

/// [from, to) of the text becomes `text`; afterwards [selectFrom, selectTo) of the new text is selected.
struct TextReplacement {
    qsizetype from = 0;
    qsizetype to = 0;
    QString text;
    qsizetype selectFrom = 0;
    qsizetype selectTo = 0;
    bool operator==(const TextReplacement&) const = default;
};

/// Puts `mark` ("**", "*", "`") around the selection, or takes it away where it is already there. White space at the ends
/// stays outside; without a selection the word at the caret is meant, and on no word an empty pair is put in.
[[nodiscard]] TextReplacement toggledMark(const QString& text, qsizetype from, qsizetype to, const QString& mark);

/// Makes the selection a link: a selected address becomes its target, any other text its label.
[[nodiscard]] TextReplacement madeLink(const QString& text, qsizetype from, qsizetype to);

} // namespace lectern::app
