// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/spanparser.h"

namespace lectern::markdown {

using namespace chars;

CodeMatch matchCode(std::string_view text, std::size_t at)
{
    CodeMatch match;
    while (at + match.ticks < text.size() && text[at + match.ticks] == '`')
        ++match.ticks;
    const std::size_t start = at + match.ticks;
    const bool isSimple = match.ticks == 1;
    if (isSimple && (at == 0 || isSpace(text[at - 1])) && start < text.size() && isSpace(text[start]))
        return match;
    const std::size_t close = text.find(text.substr(at, match.ticks), start);
    if (close == none)
        return match;
    match.code = text.substr(start, close - start);
    match.end = close + match.ticks;
    if (!isSimple) {
        if (match.code.starts_with(' '))
            match.code.remove_prefix(1);
        if (match.code.ends_with(' '))
            match.code.remove_suffix(1);
    }
    return match;
}

bool SpanParser::parseCode()
{
    const CodeMatch match = matchCode(m_text, m_pos);
    const std::size_t from = m_pos;
    if (match.end == 0) {
        m_pos += match.ticks;
        addText(from, m_pos);
        return true;
    }
    Node* code = addSpan(NodeKind::CodeSpan, from, match.end);
    code->text = match.code;
    m_pos = match.end;
    return true;
}

} // namespace lectern::markdown
