// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"

namespace lectern::markdown::shape {

using namespace chars;

std::size_t blankLines(std::string_view text, std::size_t at)
{
    std::size_t end = 0;
    while (at < text.size() && isSpace(text[at])) {
        if (text[at++] == '\n')
            end = at;
    }
    return end;
}

std::size_t endMark(std::string_view text, std::size_t at)
{
    if (at >= text.size() || text[at] != '^')
        return 0;
    for (++at; at < text.size() && isSpace(text[at]); ++at) {
        if (text[at] == '\n')
            return at + 1;
    }
    return 0;
}

std::size_t rule(std::string_view text, std::size_t at)
{
    at = skipOptionalSpaces(text, at);
    if (at >= text.size())
        return 0;
    const char mark = text[at];
    if (mark != '*' && mark != '-' && mark != '_')
        return 0;
    int count = 0;
    for (; at < text.size(); ++at) {
        if (text[at] == mark)
            ++count;
        else if (text[at] == '\n')
            return count >= 3 ? at + 1 : 0;
        else if (!isBlank(text[at]))
            return 0;
    }
    return 0;
}

namespace {

std::size_t skipSpaces(std::string_view text, std::size_t at, std::size_t most)
{
    for (; most > 0 && at < text.size() && text[at] == ' '; --most)
        ++at;
    return at;
}

/// A marker counts only before a tab, a bar or a space, and on a line that ends.
std::size_t checkedMarker(std::string_view text, std::size_t end)
{
    if (end >= text.size() || (text[end] != ' ' && text[end] != '\t' && text[end] != '|'))
        return 0;
    return text.find('\n', end) == none ? 0 : end;
}

} // namespace

std::size_t bulletMarker(std::string_view text, std::size_t at, std::size_t spaces)
{
    at = skipSpaces(text, at, spaces);
    if (at >= text.size() || (text[at] != '*' && text[at] != '-' && text[at] != '+'))
        return 0;
    return checkedMarker(text, at + 1);
}

std::size_t orderedMarker(std::string_view text, std::size_t at, std::size_t spaces)
{
    at = skipSpaces(text, at, spaces);
    const std::size_t digits = at;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    if (at == digits || at >= text.size() || text[at] != '.')
        return 0;
    return checkedMarker(text, at + 1);
}

std::size_t definitionMarker(std::string_view text, std::size_t at, std::size_t spaces)
{
    at = skipSpaces(text, at, spaces);
    if (at >= text.size() || text[at] != ':')
        return 0;
    return checkedMarker(text, at + 1);
}

bool listStart(std::string_view text, std::size_t at) { return bulletMarker(text, at) || orderedMarker(text, at); }

std::size_t indent(std::string_view text, std::size_t at)
{
    if (at < text.size() && text[at] == '\t')
        return at + 1;
    return text.compare(at, 4, "    ") == 0 ? at + 4 : 0;
}

bool fenceStart(std::string_view text, std::size_t at)
{
    at = skipOptionalSpaces(text, at);
    if (at + 2 >= text.size())
        return false;
    for (std::size_t i = 0; i < 3; ++i) {
        if (text[at + i] != '`' && text[at + i] != '~')
            return false;
    }
    return true;
}

bool headingStart(std::string_view text, std::size_t at)
{
    std::size_t marks = at;
    while (marks < text.size() && text[marks] == '#' && marks - at < 6)
        ++marks;
    return marks > at && marks < text.size() && isBlank(text[marks]);
}

std::size_t heading(std::string_view text, std::size_t at, bool needsBlank, int* level)
{
    std::size_t marks = at;
    while (marks < text.size() && text[marks] == '#' && marks - at < 6)
        ++marks;
    if (marks == at)
        return 0;
    const std::size_t content = skipBlank(text, marks);
    if ((needsBlank && (content == marks || content >= text.size() || text[content] == '\n'))
        || content >= text.size() || text.find('\n', text[content] == '\n' ? content + 1 : content) == none)
        return 0;
    if (level)
        *level = int(marks - at);
    return content;
}

} // namespace lectern::markdown::shape
