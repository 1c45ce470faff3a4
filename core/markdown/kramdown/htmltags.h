// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/node.h"

#include <cstddef>
#include <string_view>
#include <vector>

/// What kramdown knows about HTML: the kinds of its elements and the shape of a tag.
namespace lectern::markdown::html {

/// Facts about a tag name (lower case).
struct TagInfo {
    bool isKnown = false; ///< its name is case-insensitive
    bool isSpan = false; ///< does not start a block and does not end a paragraph
    bool isBlock = false; ///< refused inside span text
    bool isVoid = false; ///< has no content
    ContentModel model = ContentModel::Raw;
};
[[nodiscard]] TagInfo tagInfo(std::string_view lowerName);

/// Length of an XML name (optional prefix and colon) at `at`, 0 where there is none.
[[nodiscard]] std::size_t nameLength(std::string_view text, std::size_t at);

/// A start tag `<name attributes>` at some position.
struct OpenTag {
    std::string_view name;
    std::string_view attributes;
    bool isClosed = false;
    std::size_t end = 0; ///< behind `>`; 0: no tag here
    explicit operator bool() const { return end != 0; }
};
[[nodiscard]] OpenTag matchOpenTag(std::string_view text, std::size_t at);

/// An end tag `</name>`.
struct CloseTag {
    std::string_view name;
    std::size_t end = 0;
    explicit operator bool() const { return end != 0; }
};
[[nodiscard]] CloseTag matchCloseTag(std::string_view text, std::size_t at);
/// Position behind `</name>` at `at` (0: none); `anyCase` ignores the case of ASCII letters.
[[nodiscard]] std::size_t matchCloseTagOf(std::string_view text, std::size_t at, std::string_view name, bool anyCase);
/// First position from `at` on where matchCloseTagOf matches, npos where none does.
[[nodiscard]] std::size_t findCloseTagOf(std::string_view text, std::size_t at, std::string_view name);

/// Position behind `<!-- … -->`, `<? … ?>` at `at`; 0: none.
[[nodiscard]] std::size_t matchComment(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t matchInstruction(std::string_view text, std::size_t at);

struct RawAttribute {
    std::string_view name;
    std::string_view value;
};
/// The attributes of OpenTag::attributes in order; duplicates included.
[[nodiscard]] std::vector<RawAttribute> splitAttributes(std::string_view attributes);

/// A line that starts here (behind optional spaces) with a tag that is no span tag ends paragraphs and lazy lines.
[[nodiscard]] bool endsLazyText(std::string_view text, std::size_t at);

} // namespace lectern::markdown::html
