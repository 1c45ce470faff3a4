// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Character classes as Ruby's regular expressions have them: \s \w \d are ASCII, the named classes are Unicode's.
namespace lectern::markdown::chars {

constexpr std::size_t none = std::string_view::npos;

constexpr bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool isBlank(char c) { return c == ' ' || c == '\t'; }
constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool isAsciiAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool isWord(char c) { return isAsciiAlpha(c) || isDigit(c) || c == '_'; }
constexpr char toLower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }

/// A decoded character and the bytes it takes; an ill-formed byte is U+FFFD of length 1.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;
};
[[nodiscard]] CodePoint decode(std::string_view text, std::size_t at);
/// The character that ends right before `at`; length 0 at the start.
[[nodiscard]] CodePoint decodeBefore(std::string_view text, std::size_t at);
void append(std::string& to, char32_t codePoint);
/// Bytes of the character at `at`.
[[nodiscard]] std::size_t lengthAt(std::string_view text, std::size_t at);

[[nodiscard]] bool isAlpha(char32_t c); ///< [[:alpha:]]
[[nodiscard]] bool isAlnum(char32_t c); ///< [[:alnum:]]
[[nodiscard]] bool isWordUnicode(char32_t c); ///< \p{Word}, and the \b of a Unicode pattern
[[nodiscard]] std::string toLowerUnicode(std::string_view text);
[[nodiscard]] std::string toLowerAscii(std::string_view text);

/// First position at or after `at` that is no white space of the given kind.
[[nodiscard]] inline std::size_t skipSpace(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}
[[nodiscard]] inline std::size_t skipBlank(std::string_view text, std::size_t at)
{
    while (at < text.size() && isBlank(text[at]))
        ++at;
    return at;
}
/// Position behind up to three spaces at `at`: what kramdown allows before most blocks.
[[nodiscard]] inline std::size_t skipOptionalSpaces(std::string_view text, std::size_t at)
{
    const std::size_t end = at + 3;
    while (at < end && at < text.size() && text[at] == ' ')
        ++at;
    return at;
}
/// Position behind the line's newline, or the end.
[[nodiscard]] inline std::size_t lineEnd(std::string_view text, std::size_t at)
{
    const std::size_t newline = text.find('\n', at);
    return newline == none ? text.size() : newline + 1;
}
[[nodiscard]] std::string_view stripRight(std::string_view text);
[[nodiscard]] std::string_view stripLeft(std::string_view text);
[[nodiscard]] inline std::string_view strip(std::string_view text) { return stripLeft(stripRight(text)); }

} // namespace lectern::markdown::chars
