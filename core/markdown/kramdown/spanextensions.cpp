// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/extensions.h"
#include "core/markdown/kramdown/spanparser.h"

namespace lectern::markdown {

using namespace chars;

bool SpanParser::parseMath()
{
    if (!hasAt(m_pos, "$$"))
        return false;
    const std::size_t close = m_text.find("$$", m_pos + 2);
    if (close == none)
        return false;
    Node* math = addSpan(NodeKind::Math, m_pos, close + 2);
    math->text = strip(m_text.substr(m_pos + 2, close - m_pos - 2));
    m_pos = close + 2;
    return true;
}

bool SpanParser::parseBraces()
{
    if (!hasAt(m_pos, "{:"))
        return false;
    if (at(m_pos + 2) == ':' && parseExtension())
        return true;
    const BraceMatch list = matchSpanList(m_text, m_pos);
    Node* last = m_tree->last;
    if (!list || !last || last->kind == NodeKind::Text || last->kind == NodeKind::RawText)
        return false;
    AttributeList attributes;
    readAttributeList(m_context.arena, list.body, attributes);
    if (!last->ial)
        last->ial = m_context.arena.make<AttributeList>();
    mergeAttributeLists(m_context.arena, *last->ial, attributes);
    applyAttributeList(m_context.arena, last->attributes, attributes, m_context.namedLists);
    m_pos = list.end;
    last->range.to = std::max(last->range.to, range(list.end - 1, list.end).to);
    return true;
}

bool SpanParser::parseExtension()
{
    const BraceMatch open = matchExtensionStart(m_text, m_pos);
    if (!open || !isExtension(open.name))
        return false;
    std::size_t bodyEnd = open.end;
    std::size_t end = open.end;
    if (!open.isClosed) {
        BraceMatch stop;
        bodyEnd = m_text.find("{:/", open.end);
        while (bodyEnd != none) {
            stop = matchExtensionStop(m_text, bodyEnd);
            if (stop && (stop.name.empty() || stop.name == open.name))
                break;
            bodyEnd = m_text.find("{:/", bodyEnd + 3);
        }
        if (bodyEnd == none)
            return false;
        end = stop.end;
    }
    const std::string_view body = m_text.substr(open.end, bodyEnd - open.end);
    if (Node* node = makeExtension(m_context, open, body, range(m_pos, end), true))
        appendChild(m_tree, node);
    m_pos = end;
    return true;
}

} // namespace lectern::markdown
