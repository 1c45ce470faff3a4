// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"

namespace lectern::markdown {

using namespace chars;

bool BlockParser::parseHeading()
{
    const bool gfm = m_context.options.gfmInput;
    if (!(gfm && m_context.options.paragraphEnd) && !isAfterBoundary())
        return false;
    int level = 0;
    const std::size_t content = shape::heading(text(), m_pos, gfm, &level);
    if (content == 0)
        return false;
    // In kramdown's own input marks alone on their line belong to the next one.
    const std::size_t end = lineEnd(text(), at(content) == '\n' ? content + 1 : content);
    std::size_t to = content + stripRight(text().substr(content, end - content)).size();
    std::string_view id;
    to = withoutId(content, to, &id);
    // A closing run of `#` goes, too: behind a blank in GFM, anywhere but behind a backslash in kramdown's
    // own parser.
    std::size_t marks = to;
    while (marks > content && at(marks - 1) == '#')
        --marks;
    if (!gfm && marks < to && marks > content && at(marks - 1) == '\\')
        ++marks;
    if (marks < to && (gfm ? marks > content && isBlank(at(marks - 1)) : true))
        to = content + stripRight(text().substr(content, marks - content)).size();
    if (to == content)
        return false;
    addHeading(level, id, content, to, end);
    return true;
}

std::size_t BlockParser::withoutId(std::size_t from, std::size_t to, std::string_view* id) const
{
    if (to - from < 5 || at(to - 1) != '}')
        return to;
    // Letters, digits and marks of any script, led by a letter or an underscore.
    const std::size_t open = text().rfind("{#", to - 1);
    if (open == none || open < from + 1 || !isBlank(at(open - 1)))
        return to;
    const std::size_t brace = open + 2;
    for (std::size_t pos = brace; pos < to - 1;) {
        const CodePoint c = decode(text(), pos);
        const bool isMark = at(pos) == ':' || at(pos) == '.' || at(pos) == '-';
        if (pos == brace ? isMark || isDigit(at(pos)) || !isWordUnicode(c.value)
                         : !isMark && !isWordUnicode(c.value))
            return to;
        pos += c.length;
    }
    if (brace >= to - 1)
        return to;
    *id = text().substr(brace, to - 1 - brace);
    return from + stripRight(text().substr(from, open - from)).size();
}

void BlockParser::addHeading(
    int level, std::string_view id, std::size_t from, std::size_t to, std::size_t end)
{
    Node* heading = addBlock(NodeKind::Heading, m_pos, end);
    heading->level = std::uint8_t(level);
    appendText(m_context, heading, piece(from, to), NodeKind::RawText);
    if (!id.empty())
        setAttribute(m_context.arena, heading->attributes, "id", id);
    m_pos = end;
}

bool BlockParser::parseSetextHeading()
{
    const std::size_t content = skipOptionalSpaces(text(), m_pos);
    const std::size_t underline = lineEnd(text(), content);
    if (content >= text().size() || isBlank(at(content)) || at(content) == '\n'
        || (at(underline) != '-' && at(underline) != '='))
        return false;
    std::size_t end = underline;
    while (at(end) == '-' || at(end) == '=')
        ++end;
    while (isSpace(at(end)) && at(end) != '\n')
        ++end;
    if (at(end) != '\n' || !isAfterBoundary())
        return false;
    std::string_view id;
    std::size_t to = content + stripRight(text().substr(content, underline - content)).size();
    to = withoutId(content, to, &id);
    addHeading(at(underline) == '-' ? 2 : 1, id, content, to, end + 1);
    return true;
}

} // namespace lectern::markdown
