// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/htmlwriter.h"

namespace lectern::markdown {

void HtmlWriter::writeFootnoteReference(const Node* node)
{
    const std::string name = m_options.footnotePrefix.toStdString() + std::string(node->extra);
    const std::string repeat = node->repeat ? ":" + std::to_string(node->repeat) : std::string();
    const std::string label = std::to_string(node->number);
    // As published: a prefix is not escaped.
    m_out.append("<sup id=\"fnref:").append(name).append(repeat).append("\" role=\"doc-noteref\"");
    mark(node->range);
    m_out.append("><a href=\"#fn:").append(name).append("\" class=\"footnote\" rel=\"footnote\">");
    m_out.append(label).append("</a></sup>");
}

void HtmlWriter::writeBacklinks(const Node* definition, bool needsBlank)
{
    // Without an arrow there are no links; the paragraph that would hold them is made all the same.
    if (m_options.footnoteBacklink.isEmpty())
        return;
    const std::string name = m_options.footnotePrefix.toStdString() + std::string(definition->extra);
    std::string arrow;
    escape::text(
        arrow, { m_options.footnoteBacklink.constData(), std::size_t(m_options.footnoteBacklink.size()) });
    for (std::uint32_t i = 0; i <= definition->repeat; ++i) {
        if (i > 0 || needsBlank)
            writeCharacter(0xA0, {});
        m_out += "<a href=\"#fnref:" + name + (i ? ":" + std::to_string(i) : std::string())
            + "\" class=\"reversefootnote\" role=\"doc-backlink\">" + arrow
            + (i ? "<sup>" + std::to_string(i + 1) + "</sup>" : std::string()) + "</a>";
    }
}

void HtmlWriter::writeFootnote(const Node* definition)
{
    constexpr int indent = 4;
    indentBy(indent);
    m_out += "<li";
    writeAttribute("id", "fn:" + m_options.footnotePrefix.toStdString() + std::string(definition->extra));
    m_out += " role=\"doc-endnote\"";
    mark(definition->range);
    m_out += ">\n";
    const Node* target = nullptr;
    if (definition->last) {
        const Node* last = definition->last;
        if (m_options.footnoteBacklinkInline) {
            while (last->kind != NodeKind::Paragraph && last->kind != NodeKind::Heading && last->last)
                last = last->last;
        }
        if (last->kind == NodeKind::Paragraph || last->kind == NodeKind::Heading)
            target = last->kind == NodeKind::Paragraph || m_options.footnoteBacklinkInline ? last : nullptr;
    }
    m_backlinksIn = target;
    m_backlinksOf = definition;
    writeInner(definition, indent);
    m_backlinksIn = nullptr;
    if (!target) {
        indentBy(indent + 2);
        m_out += "<p>";
        writeBacklinks(definition, false);
        m_out += "</p>\n";
    }
    indentBy(indent);
    m_out += "</li>\n";
}

void HtmlWriter::writeFootnotes()
{
    m_out += "<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol";
    if (m_options.footnoteNumber != 1)
        writeAttribute("start", std::to_string(m_options.footnoteNumber));
    m_out += ">\n";
    for (const Node* definition : m_document.footnotes())
        writeFootnote(definition);
    m_out += "  </ol>\n</div>\n";
}

} // namespace lectern::markdown
