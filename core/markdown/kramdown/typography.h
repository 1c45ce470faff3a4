// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Characters that kramdown puts for others. Node::number of a Symbol is an index into `symbols`.
namespace lectern::markdown::typography {

struct Symbol {
    std::string_view source; ///< as typed
    std::array<char32_t, 2> characters; ///< as published; 0: no second one
    std::string_view heading; ///< as it counts in a heading's identifier
    std::string_view name; ///< kramdown's, where `typographic_symbols` may give it another form
};

/// Longer forms first: the first that matches counts.
inline constexpr std::array<Symbol, 9> symbols { {
    { "---", { 0x2014, 0 }, "\u2014", "mdash" },
    { "--", { 0x2013, 0 }, "\u2013", "ndash" },
    { "...", { 0x2026, 0 }, "\u2026", "hellip" },
    { "\\<<", { '<', '<' }, "<<", {} },
    { "\\>>", { '>', '>' }, ">>", {} },
    { "<< ", { 0xAB, 0xA0 }, "\u00ab\u00a0", "laquo_space" },
    { " >>", { 0xA0, 0xBB }, "\u00a0\u00bb", "raquo_space" },
    { "<<", { 0xAB, 0 }, "\u00ab", "laquo" },
    { ">>", { 0xBB, 0 }, "\u00bb", "raquo" },
} };

} // namespace lectern::markdown::typography
