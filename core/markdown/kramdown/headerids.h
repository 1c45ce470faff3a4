// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/node.h"

#include <string>
#include <string_view>
#include <unordered_map>

/// kramdown has two ways to make identifiers of headings: GitHub's for most, its own older one inside HTML elements and
/// footnotes. Each counts for itself.
namespace lectern::markdown::headerids {

using Counter = std::unordered_map<std::string, int>;

/// GitHub's: lower case, words of any script, hyphens for blanks.
[[nodiscard]] std::string gfmId(std::string_view text);
/// The older: ASCII only, from the first letter on, `section` where nothing is left.
[[nodiscard]] std::string oldId(std::string_view text);
/// The identifier `id` gets: with a number from the second time on.
[[nodiscard]] std::string counted(const std::string& id, Counter& counter);
/// oldId() without `section`.
[[nodiscard]] std::string plainId(std::string_view text);
/// The text of a heading that identifiers are made of; kramdown's own input takes nothing but plain text.
[[nodiscard]] std::string headingText(const Node* heading, bool isGfm);

} // namespace lectern::markdown::headerids
