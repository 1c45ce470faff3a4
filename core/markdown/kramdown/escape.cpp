// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/htmlwriter.h"

namespace lectern::markdown::escape {

namespace {

void escaped(std::string& to, std::string_view text, std::string_view special, bool keepReferences)
{
    std::size_t from = 0;
    for (std::size_t at = text.find_first_of(special); at != std::string_view::npos; at = text.find_first_of(special, at)) {
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

} // namespace

void text(std::string& to, std::string_view text) { escaped(to, text, "<>&", true); }
void attribute(std::string& to, std::string_view text) { escaped(to, text, "<>&\"", true); }
void code(std::string& to, std::string_view text) { escaped(to, text, "<>&", false); }

} // namespace lectern::markdown::escape
