// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/reports.h"
#include "core/markdown/kramdown/spanparser.h"

namespace lectern::markdown {

using namespace chars;

bool SpanParser::parseEmphasis()
{
    const std::size_t from = m_pos;
    const char mark = m_text[m_pos];
    const std::size_t length = at(m_pos + 1) == mark ? 2 : 1;
    const NodeKind kind = length == 2 ? NodeKind::Strong : NodeKind::Emphasis;
    const std::size_t inside = from + length;
    const auto asText = [&] {
        m_pos = inside;
        addText(from, inside);
        return true;
    };
    const bool insideWord = [&] {
        if (mark != '_' || from == 0)
            return false;
        // Behind a letter, or a letter and a hyphen.
        std::size_t end = from;
        if (m_text[end - 1] == '-')
            --end;
        return isAlpha(decodeBefore(m_text, end).value);
    }();
    if (insideWord || isSpace(at(inside)) || (kind == NodeKind::Strong ? m_strong : m_emphasis) > 0)
        return asText();
    if (tryEmphasis(m_text.substr(from, length), kind, from))
        return true;
    // Two marks that do not make strong text may still open emphasis with the first of them.
    if (kind == NodeKind::Strong && m_tree->kind != NodeKind::Emphasis
        && tryEmphasis(m_text.substr(from, 1), NodeKind::Emphasis, from))
        return true;
    return asText();
}

bool SpanParser::tryEmphasis(std::string_view marks, NodeKind kind, std::size_t from)
{
    const bool isStrong = kind == NodeKind::Strong;
    const std::size_t slot = (isStrong ? 2 : 0) + (marks.front() == '_' ? 1 : 0);
    if (isAbsent(marks, slot, from + marks.size()))
        return false;
    const std::uint64_t key = attemptKey(from, int(slot));
    if (!m_failed.empty() && m_failed.contains(key))
        return false;
    Node* element = newSpan(kind, from, from + marks.size());
    Stop stop;
    stop.kind = Stop::Delimiter;
    stop.text = marks;
    int& open = isStrong ? m_strong : m_emphasis;
    ++open;
    m_pos = from + marks.size();
    const std::size_t reports = m_context.diagnostics.size();
    const bool found = parseUntil(element, stop, SpanRules::All);
    --open;
    if (!found) {
        takeBackReports(m_context, reports);
        m_failed.insert(key);
        m_pos = from;
        return false;
    }
    m_pos += marks.size();
    element->range.to = range(from, m_pos).to;
    appendChild(m_tree, element);
    return true;
}

bool SpanParser::parseStrikethrough()
{
    if (!m_context.options.gfmInput || !hasAt(m_pos, "~~"))
        return false;
    const auto isEdge = [this](std::size_t pos) { return pos < m_text.size() && !isSpace(m_text[pos]) && m_text[pos] != '~'; };
    const std::size_t inside = m_pos + 2;
    if (!isEdge(inside))
        return false;
    // Neither of the outer characters is a blank or a tilde.
    std::size_t close = m_text.find("~~", inside + 1);
    while (close != none && !isEdge(close - 1))
        close = m_text.find("~~", close + 1);
    if (close == none)
        return false;
    Node* element = addSpan(NodeKind::HtmlElement, m_pos, close + 2);
    element->text = "del";
    SpanParser inner(m_context, m_source.sub(inside, close - inside), m_textKind);
    inner.parse(element);
    m_pos = close + 2;
    return true;
}

} // namespace lectern::markdown
