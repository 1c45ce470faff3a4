// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

namespace lectern::app {

/// What a character of a Markdown text is, as bits.
enum TextStyle : std::uint8_t {
    PlainText = 0,
    BoldText = 1,
    ItalicText = 2,
    StruckText = 4,
    CodeText = 8,
    LinkText = 16,
    MathText = 32,
    MarkText = 64, ///< written for the page's machinery: marks, addresses, tags, Liquid
};

/// The styles of each UTF-16 unit of `text`, read by the rules that the page is published by.
[[nodiscard]] std::vector<std::uint8_t> markdownStyles(const QString& text);

} // namespace lectern::app
