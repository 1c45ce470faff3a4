// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmlelements.h"
#include "core/markdown/kramdown/htmltonative.h"
#include "core/markdown/kramdown/spanparser.h"

namespace lectern::markdown {

using namespace chars;

bool SpanParser::parseHtml()
{
    const std::size_t from = m_pos;
    if (const std::size_t end = html::matchComment(m_text, from)) {
        Node* comment = addSpan(NodeKind::Comment, from, end);
        comment->text = m_text.substr(from, end - from);
        m_pos = end;
        return true;
    }
    if (const html::CloseTag close = html::matchCloseTag(m_text, from)) {
        m_context.report("markdown.stray-close-tag", range(from, close.end), close.name);
        addText(from, close.end);
        m_pos = close.end;
        return true;
    }
    const html::OpenTag tag = html::matchOpenTag(m_text, from);
    if (!tag) {
        // What looks like a tag and is none costs one character, before other rules see it.
        if (at(from + 1) != '/' && !hasAt(from, "<!--") && html::nameLength(m_text, from + 1) == 0)
            return false;
        addText(from, from + 1);
        m_pos = from + 1;
        return true;
    }
    Node* element = makeElement(m_context, tag, range(from, tag.end), true);
    const html::TagInfo info = html::tagInfo(element->text);
    m_pos = tag.end;
    if (info.isBlock) {
        m_context.report("markdown.block-tag-in-text", element->range, element->text);
        addText(from, tag.end);
        return true;
    }
    const bool insideRaw = m_tree->model == ContentModel::Raw && m_tree->kind == NodeKind::HtmlElement;
    bool isParsed = info.model != ContentModel::Raw && !insideRaw && m_context.options.parseSpanHtml;
    if (const auto wish = takeMarkdownWish(element)) {
        if (*wish == MarkdownWish::Span)
            isParsed = true;
        else if (*wish == MarkdownWish::Default)
            isParsed = info.model != ContentModel::Raw;
        else if (*wish == MarkdownWish::Raw)
            isParsed = false;
    }
    element->model = isParsed ? ContentModel::Span : ContentModel::Raw;
    appendChild(m_tree, element);
    if (!tag.isClosed && !info.isVoid)
        readElement(element, isParsed);
    element->range.to = std::max(element->range.to, range(from, m_pos).to);
    if (m_context.options.htmlToNative)
        HtmlToNative(m_context).convert(element);
    return true;
}

void SpanParser::readElement(Node* element, bool isParsed)
{
    Stop stop;
    stop.kind = Stop::CloseTag;
    stop.text = element->text;
    stop.anyCase = html::tagInfo(element->text).isKnown;
    if (parseUntil(element, stop, isParsed ? SpanRules::All : SpanRules::Html)) {
        m_pos = html::matchCloseTagOf(m_text, m_pos, stop.text, stop.anyCase);
        return;
    }
    m_context.report("markdown.unclosed-tag", element->range, element->text);
    // What is left of this text goes into the element, unread.
    if (m_pos < m_text.size()) {
        appendText(m_context, element, m_source.sub(m_pos), NodeKind::Text);
        m_pos = m_text.size();
    }
}

} // namespace lectern::markdown
