// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

/// How a text field's characters stand in a QTextDocument, and how the user's change of the document becomes
/// a change of the field. The document is never the record: it knows one kind of line break, so "\r\n" shows
/// as one character, its plain text loses no-break spaces, and a NUL would be drawn as nothing. All offsets
/// are UTF-16 units.
namespace lectern::app {

/// What QTextDocument::toRawText() returns for a document that shows `record`: every line break is U+2029,
/// and a NUL is its symbol, U+2400.
[[nodiscard]] QString documentText(QStringView record);

/// Where position `at` of the document stands in the record; a position never falls between "\r" and "\n".
[[nodiscard]] qsizetype recordOffset(QStringView record, qsizetype at);

/// What two texts have in common at their ends; never cuts a surrogate pair.
struct CommonEnds {
    qsizetype prefix = 0;
    qsizetype suffix = 0;
};
/// The common prefix is not taken beyond `latest` (where the change is known to begin; negative: unknown).
[[nodiscard]] CommonEnds commonEnds(QStringView before, QStringView after, qsizetype latest = -1);

/// Where position `at` of `before` belongs in `after`: behind the words that stood before it, or else before
/// those that stood behind it, whichever of the two says more. For a caret in a text that changed elsewhere.
[[nodiscard]] qsizetype keptPosition(QStringView before, QStringView after, qsizetype at);

/// The record after the user made `text` (raw document text) of it. Characters that the user did not touch
/// stay as they are; a new line break takes the form that the record's first one has. `changedAt`: where the
/// document says it changed.
[[nodiscard]] QString recordAfter(const QString& record, QStringView text, qsizetype changedAt = -1);

} // namespace lectern::app
