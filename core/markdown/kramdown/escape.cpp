// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/htmlwriter.h"

#include <array>
#include <cstdint>

namespace lectern::markdown::escape {

namespace {

using CharacterSet = std::array<bool, 256>;

constexpr CharacterSet setOf(std::string_view characters)
{
    CharacterSet set {};
    for (char c : characters)
        set[std::uint8_t(c)] = true;
    return set;
}

void escaped(std::string& to, std::string_view text, const CharacterSet& special, bool keepReferences)
{
    const auto next = [&](std::size_t at) {
        while (at < text.size() && !special[std::uint8_t(text[at])])
            ++at;
        return at;
    };
    std::size_t from = 0;
    for (std::size_t at = next(0); at < text.size(); at = next(at)) {
        to.append(text, from, at - from);
        from = at + 1;
        switch (text[at]) {
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '"': to += "&quot;"; break;
        default:
            if (const std::size_t end = keepReferences ? entities::matchAnyReference(text, at) : 0) {
                to.append(text, at, end - at);
                from = end;
            } else {
                to += "&amp;";
            }
        }
        at = from;
    }
    to.append(text, from);
}

constexpr CharacterSet inText = setOf("<>&");
constexpr CharacterSet inAttributes = setOf("<>&\"");

} // namespace

void text(std::string& to, std::string_view text) { escaped(to, text, inText, true); }
void attribute(std::string& to, std::string_view text) { escaped(to, text, inAttributes, true); }
void code(std::string& to, std::string_view text) { escaped(to, text, inText, false); }

} // namespace lectern::markdown::escape
