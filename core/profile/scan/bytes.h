// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>
#include <QString>

/// Small questions about bytes. All ranges are byte offsets into one text, half-open.
namespace lectern::profile {

[[nodiscard]] constexpr bool isEndOfLine(char c) { return c == '\n' || c == '\r'; }
[[nodiscard]] constexpr bool isBlank(char c) { return c == ' ' || c == '\t'; }
[[nodiscard]] constexpr bool isSpace(char c) { return isBlank(c) || isEndOfLine(c) || c == '\f' || c == '\v'; }
[[nodiscard]] constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
/// Letters, digits and every byte of a character beyond ASCII.
[[nodiscard]] constexpr bool isWordByte(char c)
{
    return isDigit(c) || isAsciiLetter(c) || static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool isAsciiPunctuation(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

[[nodiscard]] inline QByteArrayView slice(QByteArrayView bytes, TextRange range)
{
    return bytes.sliced(range.from, range.length());
}

/// Where `mark` first stands behind `from`, or -1. Quicker than Qt's search for the short marks that are looked for in lines.
[[nodiscard]] qsizetype indexOfMark(QByteArrayView bytes, QByteArrayView mark, qsizetype from = 0);

/// `range` without white space at its ends.
[[nodiscard]] TextRange trimmed(QByteArrayView bytes, TextRange range);
/// Invalid UTF-8 becomes U+FFFD. Every line ending becomes one line feed.
[[nodiscard]] QString decoded(QByteArrayView bytes);
[[nodiscard]] inline QString decoded(QByteArrayView bytes, TextRange range) { return decoded(slice(bytes, range)); }

[[nodiscard]] bool startsWithNoCase(QByteArrayView bytes, QByteArrayView asciiLowerPrefix);
[[nodiscard]] bool equalsNoCase(QByteArrayView bytes, QByteArrayView asciiLower);

} // namespace lectern::profile
