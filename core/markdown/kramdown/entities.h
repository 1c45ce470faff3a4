// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace lectern::markdown::entities {

/// Code point of a named entity, 0 for a name that kramdown does not know.
[[nodiscard]] char32_t codePointOf(std::string_view name);
/// A name for a code point; empty where there is none.
[[nodiscard]] std::string_view nameOf(char32_t codePoint);

/// `&name;`, `&#10;` or `&#xA;` at a position.
struct Reference {
    std::string_view name; ///< empty for a number
    char32_t codePoint = 0; ///< of a number
    std::size_t end = 0; ///< 0: none here
};
[[nodiscard]] Reference matchReference(std::string_view text, std::size_t at);
/// End of a reference that is kept as it stands when text is escaped; 0: none.
[[nodiscard]] std::size_t matchAnyReference(std::string_view text, std::size_t at);

} // namespace lectern::markdown::entities
