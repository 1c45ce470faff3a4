// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/profile/read/segments.h"

namespace lectern::profile {

/// A link's text as people read it: `\[` and `\]` are brackets.
[[nodiscard]] QString linkTextValue(QByteArrayView bytes, TextRange range);
/// A link's address: escaped parentheses are parentheses.
[[nodiscard]] QString linkUrlValue(QByteArrayView bytes, TextRange range);
/// Four digits also for the two of "' 25".
[[nodiscard]] QString yearValue(QByteArrayView bytes, TextRange digits);

/// What stands behind a venue.
struct NotePlace {
    bool found = false;
    TextRange text;
    TextRange whole; ///< with the comma before
    bool canAdd = false;
    qsizetype at = 0;
    QByteArray before;
};
[[nodiscard]] NotePlace findNote(QByteArrayView bytes, TextRange rest);

/// The links beside a title's ("PDF", "Code").
struct LinkPlace {
    TextRange range;
    std::vector<TextRange> parts;
    std::vector<Link> values;
};
[[nodiscard]] LinkPlace findLinks(
    QByteArrayView bytes, const std::vector<Segment>& segments, TextRange title, TextRange authors);

/// One of them: the bytes of its label and address.
struct LinkBytes {
    TextRange label;
    TextRange url;
    bool html = false;
    bool found = false;
};
[[nodiscard]] LinkBytes readLink(QByteArrayView bytes, TextRange part);

/// A run of whole segments with the line ending and the list markers before it, as far as it owns its lines;
/// never beyond `limit`. What is taken out with the last value of a line.
[[nodiscard]] TextRange wholeLines(QByteArrayView bytes, TextRange text, TextRange limit);

} // namespace lectern::profile
