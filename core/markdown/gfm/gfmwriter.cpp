// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/gfm/gfmwriter.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace lectern::markdown::gfm {

namespace {

void escapeText(std::string& to, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '<': to += "&lt;"; break;
        case '>': to += "&gt;"; break;
        case '&': to += "&amp;"; break;
        case '"': to += "&quot;"; break;
        default: to += c;
        }
    }
}

void escapeAddress(std::string& to, std::string_view text)
{
    constexpr std::string_view safe = "-_.+!*(),%#@?=;:/$~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) || safe.find(c) != std::string_view::npos)) {
            to += c;
        } else if (c == '&') {
            to += "&amp;";
        } else if (c == '\'') {
            to += "&#x27;";
        } else {
            to += '%';
            to += digits[byte >> 4];
            to += digits[byte & 15];
        }
    }
}

/// Elements that GitHub's tag filter shows as text.
bool isFiltered(std::string_view text, std::size_t at)
{
    static constexpr std::string_view names[]
        = {"title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext"};
    std::size_t start = at + 1;
    if (start < text.size() && text[start] == '/')
        ++start;
    for (const std::string_view name : names) {
        if (text.size() < start + name.size() + 1)
            continue;
        const bool isSame = std::equal(name.begin(), name.end(), text.begin() + std::ptrdiff_t(start),
            [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
        const std::string_view rest = text.substr(std::min(text.size(), start + name.size()));
        if (isSame && (std::isspace(static_cast<unsigned char>(rest[0])) || rest[0] == '>' || rest.starts_with("/>")))
            return true;
    }
    return false;
}

const char* elementName(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Emphasis: return "em";
    case NodeKind::Strong: return "strong";
    case NodeKind::Strikethrough: return "del";
    case NodeKind::Quote: return "blockquote";
    case NodeKind::BulletList: return "ul";
    case NodeKind::OrderedList: return "ol";
    case NodeKind::Table: return "table";
    case NodeKind::TableHead: return "thead";
    case NodeKind::TableBody: return "tbody";
    case NodeKind::TableRow: return "tr";
    default: return nullptr;
    }
}

std::string plainText(const Node* top)
{
    std::string text;
    const Node* node = top->first;
    while (node && node != top) {
        if (node->kind == NodeKind::SoftBreak || node->kind == NodeKind::LineBreak)
            text += ' ';
        else
            text += node->text;
        if (node->first) {
            node = node->first;
            continue;
        }
        while (node != top && !node->next)
            node = node->parent;
        if (node != top)
            node = node->next;
    }
    return text;
}

} // namespace

std::vector<HtmlBlock> GfmWriter::writeBlocks()
{
    std::vector<HtmlBlock> blocks;
    for (const Node* child = m_document.root().first; child; child = child->next) {
        if (child->kind == NodeKind::FootnoteDefinition)
            continue;
        m_out.clear();
        writeTree(child);
        blocks.push_back({child->range, QByteArray(m_out.data(), qsizetype(m_out.size())), std::exchange(m_marks, {})});
    }
    if (!m_document.footnotes().empty()) {
        m_out.clear();
        writeFootnotes();
        blocks.push_back({{}, QByteArray(m_out.data(), qsizetype(m_out.size())), std::exchange(m_marks, {})});
    }
    return blocks;
}

void GfmWriter::writeTree(const Node* top)
{
    const Node* node = top;
    for (;;) {
        if (open(node) && node->first) {
            node = node->first;
            continue;
        }
        for (;;) {
            close(node);
            if (node == top)
                return;
            if (node->next)
                break;
            node = node->parent;
        }
        node = node->next;
    }
}

void GfmWriter::startLine()
{
    if (!m_out.empty() && m_out.back() != '\n')
        m_out += '\n';
}

void GfmWriter::mark(const Node* node)
{
    if (!node->range.isEmpty())
        m_marks.push_back({qsizetype(m_out.size()), node->range});
}

void GfmWriter::tag(const char* name, const Node* node)
{
    m_out.append("<").append(name);
    mark(node);
    m_out += '>';
}

bool GfmWriter::open(const Node* node)
{
    switch (node->kind) {
    case NodeKind::Text: escapeText(m_out, node->text); return false;
    case NodeKind::SoftBreak: m_out += m_document.options().hardWrap ? "<br />\n" : "\n"; return false;
    case NodeKind::LineBreak: m_out += "<br />\n"; return false;
    case NodeKind::CodeSpan:
        tag("code", node);
        escapeText(m_out, node->text);
        m_out += "</code>";
        return false;
    case NodeKind::Raw: writeRaw(node); return false;
    case NodeKind::Image: writeImage(node); return false;
    case NodeKind::FootnoteReference: writeReference(node); return false;
    case NodeKind::Link: openLink(node); return true;
    case NodeKind::Emphasis:
    case NodeKind::Strong:
    case NodeKind::Strikethrough: tag(elementName(node->kind), node); return true;
    default: return openBlock(node);
    }
}

bool GfmWriter::openBlock(const Node* node)
{
    switch (node->kind) {
    case NodeKind::Paragraph:
        if (!node->isTransparent) {
            startLine();
            tag("p", node);
        }
        return true;
    case NodeKind::Heading: {
        const char name[] = {'h', char('0' + node->level), '\0'};
        startLine();
        tag(name, node);
        return true;
    }
    case NodeKind::Rule:
        startLine();
        m_out += "<hr";
        mark(node);
        m_out += " />\n";
        return false;
    case NodeKind::CodeBlock: writeCode(node); return false;
    case NodeKind::ListItem:
        startLine();
        tag("li", node);
        if (!node->extra.empty())
            m_out.append("<input type=\"checkbox\"")
                .append(node->extra == "x" ? " checked=\"\"" : "")
                .append(" disabled=\"\" /> ");
        return true;
    case NodeKind::BulletList:
    case NodeKind::OrderedList: openList(node); return true;
    case NodeKind::TableCell: openCell(node); return true;
    case NodeKind::TableRow:
        startLine();
        tag("tr", node);
        return true;
    default:
        if (const char* name = elementName(node->kind)) {
            startLine();
            tag(name, node);
            m_out += '\n';
        }
        return true;
    }
}

void GfmWriter::openList(const Node* node)
{
    startLine();
    m_out.append("<").append(elementName(node->kind));
    if (node->kind == NodeKind::OrderedList && node->number != 1)
        m_out.append(" start=\"").append(std::to_string(node->number)).append("\"");
    mark(node);
    m_out += ">\n";
}

void GfmWriter::openCell(const Node* node)
{
    static constexpr const char* names[] = {"", " align=\"left\"", " align=\"center\"", " align=\"right\""};
    const Node* part = node->parent->parent;
    const Node* table = part->parent;
    std::size_t column = 0;
    for (const Node* before = node->previous; before; before = before->previous)
        ++column;
    startLine();
    m_out.append("<").append(part->kind == NodeKind::TableHead ? "th" : "td");
    if (column < table->number)
        m_out += names[table->alignments[column] & 3];
    mark(node);
    m_out += '>';
}

void GfmWriter::openLink(const Node* node)
{
    const std::string_view* href = node->attribute("href");
    const std::string_view* title = node->attribute("title");
    m_out += "<a href=\"";
    escapeAddress(m_out, href ? *href : std::string_view());
    if (title) {
        m_out += "\" title=\"";
        escapeText(m_out, *title);
    }
    m_out += '"';
    mark(node);
    m_out += '>';
}

void GfmWriter::writeImage(const Node* node)
{
    const std::string_view* src = node->attribute("src");
    const std::string_view* title = node->attribute("title");
    m_out += "<img src=\"";
    escapeAddress(m_out, src ? *src : std::string_view());
    m_out += "\" alt=\"";
    escapeText(m_out, plainText(node));
    if (title) {
        m_out += "\" title=\"";
        escapeText(m_out, *title);
    }
    m_out += '"';
    mark(node);
    m_out += " />";
}

void GfmWriter::writeCode(const Node* node)
{
    const std::string_view info = node->extra.substr(0, std::min(node->extra.find_first_of(" \t\n\v\f\r"), node->extra.size()));
    startLine();
    m_out += "<pre";
    mark(node);
    m_out += "><code";
    if (!info.empty()) {
        m_out += " class=\"language-";
        escapeText(m_out, info);
        m_out += '"';
    }
    m_out += '>';
    escapeText(m_out, node->text);
    m_out += "</code></pre>\n";
}

void GfmWriter::writeRaw(const Node* node)
{
    if (!node->isSpan)
        startLine();
    for (std::size_t i = 0; i < node->text.size(); ++i) {
        if (node->text[i] == '<' && isFiltered(node->text, i))
            m_out += "&lt;";
        else
            m_out += node->text[i];
    }
    if (!node->isSpan)
        startLine();
}

void GfmWriter::writeReference(const Node* node)
{
    std::string label;
    escapeAddress(label, node->extra);
    m_out.append("<sup class=\"footnote-ref\"");
    mark(node);
    m_out.append("><a href=\"#fn-").append(label).append("\" id=\"fnref-").append(label);
    if (node->repeat > 0)
        m_out.append("-").append(std::to_string(node->repeat + 1));
    m_out.append("\" data-footnote-ref>").append(std::to_string(node->number)).append("</a></sup>");
}

void GfmWriter::writeFootnotes()
{
    m_out += "<section class=\"footnotes\" data-footnotes>\n<ol>\n";
    for (const Node* definition : m_document.footnotes()) {
        m_out += "<li id=\"fn-";
        escapeAddress(m_out, definition->extra);
        m_out += '"';
        mark(definition);
        m_out += ">\n";
        for (const Node* child = definition->first; child; child = child->next)
            writeTree(child);
        if (!definition->last || definition->last->kind != NodeKind::Paragraph) {
            writeBacklinks(definition);
            m_out += '\n';
        }
        m_out += "</li>\n";
    }
    m_out += "</ol>\n</section>\n";
}

void GfmWriter::writeBacklinks(const Node* definition)
{
    std::string label;
    escapeAddress(label, definition->extra);
    for (std::uint32_t i = 1; i <= definition->repeat + 1; ++i) {
        const std::string number = std::to_string(i);
        if (i > 1)
            m_out += ' ';
        m_out.append("<a href=\"#fnref-").append(label).append(i > 1 ? "-" + number : std::string());
        m_out += "\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">\u21a9";
        if (i > 1)
            m_out.append("<sup class=\"footnote-ref\">").append(number).append("</sup>");
        m_out += "</a>";
    }
}

void GfmWriter::closeParagraph(const Node* node)
{
    if (node->isTransparent)
        return;
    if (node->parent->kind == NodeKind::FootnoteDefinition && !node->next) {
        m_out += ' ';
        writeBacklinks(node->parent);
    }
    m_out += "</p>\n";
}

void GfmWriter::close(const Node* node)
{
    switch (node->kind) {
    case NodeKind::Paragraph: closeParagraph(node); return;
    case NodeKind::Heading: m_out.append("</h").append(std::to_string(node->level)).append(">\n"); return;
    case NodeKind::ListItem: m_out += "</li>\n"; return;
    case NodeKind::Link: m_out += "</a>"; return;
    case NodeKind::TableCell: m_out += node->parent->parent->kind == NodeKind::TableHead ? "</th>" : "</td>"; return;
    case NodeKind::Emphasis:
    case NodeKind::Strong:
    case NodeKind::Strikethrough: m_out.append("</").append(elementName(node->kind)).append(">"); return;
    default:
        if (const char* name = elementName(node->kind)) {
            startLine();
            m_out.append("</").append(name).append(">\n");
        }
    }
}

} // namespace lectern::markdown::gfm
