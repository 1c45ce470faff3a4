// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Characters that kramdown puts for others. Node::number of a Symbol is an index into `symbols`.
namespace lectern::markdown::typography {

struct Symbol {
    std::string_view source; ///< as typed
    std::string_view text; ///< as published
    std::string_view heading; ///< as it counts in a heading's identifier
};

/// Longer forms first: the first that matches counts.
inline constexpr std::array<Symbol, 9> symbols {{
    {"---", "\u2014", "\u2014"},
    {"--", "\u2013", "\u2013"},
    {"...", "\u2026", "\u2026"},
    {"\\<<", "&lt;&lt;", "<<"},
    {"\\>>", "&gt;&gt;", ">>"},
    {"<< ", "\u00ab\u00a0", "\u00ab\u00a0"},
    {" >>", "\u00a0\u00bb", "\u00a0\u00bb"},
    {"<<", "\u00ab", "\u00ab"},
    {">>", "\u00bb", "\u00bb"},
}};

} // namespace lectern::markdown::typography
