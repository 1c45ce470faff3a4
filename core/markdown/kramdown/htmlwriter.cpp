// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/htmlwriter.h"

#include "core/markdown/kramdown/attributelists.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmltags.h"

#include <algorithm>

namespace lectern::markdown {

namespace {

bool isRawElement(const Node* node)
{
    return node && node->kind == NodeKind::HtmlElement && node->model == ContentModel::Raw;
}

QByteArray toBytes(const std::string& text)
{
    return { text.data(), qsizetype(text.size()) };
}

} // namespace

HtmlWriter::HtmlWriter(const Document& document)
    : m_document(document)
    , m_options(document.options())
{
}

std::vector<HtmlBlock> HtmlWriter::writeBlocks()
{
    std::vector<HtmlBlock> blocks;
    for (const Node* child = m_document.root().first; child; child = child->next) {
        if (child->kind == NodeKind::Blank && !blocks.empty())
            blocks.back().html += '\n';
        else
            blocks.push_back(writeTopBlock(child));
    }
    if (!m_document.footnotes().empty() && !m_footnotesDone) {
        startBlock();
        writeFootnotes();
        blocks.push_back(finishedBlock({}));
    }
    return blocks;
}

QByteArray HtmlWriter::writeAll()
{
    m_hasMarks = false;
    for (const Node* child = m_document.root().first; child; child = child->next)
        write(child, 0);
    if (!m_document.footnotes().empty() && !m_footnotesDone)
        writeFootnotes();
    return toBytes(m_out);
}

HtmlBlock HtmlWriter::writeTopBlock(const Node* node)
{
    startBlock();
    write(node, 0);
    return finishedBlock(node->range);
}

namespace {

const char* listName(const Node* list)
{
    return list->kind == NodeKind::BulletList ? "ul" : "ol";
}

} // namespace

HtmlBlock HtmlWriter::writeListStart(const Node* list)
{
    startBlock();
    openTag(listName(list), list->attributes, list->range);
    m_out += ">\n";
    return finishedBlock(list->range);
}

HtmlBlock HtmlWriter::writeTopItem(const Node* item)
{
    startBlock();
    writeListItem(item, "li", 2);
    return finishedBlock(item->range);
}

QByteArray HtmlWriter::listEnd(const Node* list)
{
    return QByteArray("</") + listName(list) + ">\n";
}

void HtmlWriter::startBlock()
{
    m_out.clear();
    m_marks.clear();
}

HtmlBlock HtmlWriter::finishedBlock(TextRange range)
{
    // What has no bytes of its own (a paragraph of nothing but NUL) stands nowhere, as what is generated.
    return { range.isEmpty() ? TextRange {} : range, toBytes(m_out), m_marks };
}

void HtmlWriter::mark(TextRange range)
{
    if (m_hasMarks && !m_inToc && !range.isEmpty())
        m_marks.push_back({ qsizetype(m_out.size()), range });
}

void HtmlWriter::writeAttribute(std::string_view name, std::string_view value)
{
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    escape::attribute(m_out, value);
    m_out += '"';
}

void HtmlWriter::openTag(std::string_view name, const Attribute* attributes, TextRange range, bool marked)
{
    m_out += '<';
    m_out += name;
    for (; attributes; attributes = attributes->next) {
        // An identifier of blanks is none; in a table of contents headings' own identifiers must not come
        // twice.
        if (attributes->name == "id" && (m_inToc || chars::strip(attributes->value).empty()))
            continue;
        writeAttribute(attributes->name, attributes->value);
    }
    if (marked)
        mark(range);
}

void HtmlWriter::writeInner(const Node* node, int indent)
{
    for (const Node* child = node->first; child; child = child->next)
        write(child, indent + 2);
    if (node == m_backlinksIn)
        writeBacklinks(m_backlinksOf, true);
}

void HtmlWriter::write(const Node* node, int indent)
{
    switch (node->kind) {
    case NodeKind::Blank:
        m_out += '\n';
        return;
    case NodeKind::Paragraph:
        return writeParagraph(node, indent);
    case NodeKind::Heading:
        return writeHeading(node, indent);
    case NodeKind::Rule:
        indentBy(indent);
        openTag("hr", node->attributes, node->range);
        m_out += " />\n";
        return;
    case NodeKind::CodeBlock:
        return writeCodeBlock(node, indent);
    case NodeKind::Quote:
        return writeBlock(node, "blockquote", indent, true);
    case NodeKind::BulletList:
    case NodeKind::OrderedList:
        return writeList(node, listName(node), indent);
    case NodeKind::DefinitionList:
        return writeBlock(node, "dl", indent, true);
    case NodeKind::ListItem:
        return writeListItem(node, "li", indent);
    case NodeKind::Definition:
        return writeListItem(node, "dd", indent);
    case NodeKind::Term:
        return writeBlock(node, "dt", indent, false);
    case NodeKind::Table:
        return writeBlock(node, "table", indent, true);
    case NodeKind::TableHead:
        return writeBlock(node, "thead", indent, true);
    case NodeKind::TableBody:
        return writeBlock(node, "tbody", indent, true);
    case NodeKind::TableFoot:
        return writeBlock(node, "tfoot", indent, true);
    case NodeKind::TableRow:
        return writeBlock(node, "tr", indent, true);
    case NodeKind::TableCell:
        return writeCell(node, indent);
    case NodeKind::HtmlElement:
        return writeHtmlElement(node, indent);
    case NodeKind::Comment:
    case NodeKind::Instruction:
        return writeComment(node, indent);
    case NodeKind::Math:
        return writeMath(node, indent);
    default:
        if (!writeSpan(node, indent))
            writeInner(node, indent);
    }
}

void HtmlWriter::writeBlock(const Node* node, const char* name, int indent, bool indented)
{
    indentBy(indent);
    openTag(name, node->attributes, node->range);
    m_out += indented ? ">\n" : ">";
    writeInner(node, indent);
    if (indented)
        indentBy(indent);
    m_out += "</";
    m_out += name;
    m_out += ">\n";
}

void HtmlWriter::writeList(const Node* node, const char* name, int indent)
{
    if (node->ial && !m_tocDone && node->ial->refersTo("toc")) {
        m_tocDone = true;
        writeToc(node);
    } else if (node->ial && !m_footnotesDone && node->ial->refersTo("footnotes")) {
        m_footnotesDone = true;
        if (!m_document.footnotes().empty())
            writeFootnotes();
    } else {
        writeBlock(node, name, indent, true);
    }
}

void HtmlWriter::writeListItem(const Node* node, const char* name, int indent)
{
    indentBy(indent);
    openTag(name, node->attributes, node->range);
    m_out += '>';
    const std::size_t start = m_out.size();
    const bool startsTight
        = !node->first || (node->first->kind == NodeKind::Paragraph && node->first->isTransparent);
    if (!startsTight)
        m_out += '\n';
    writeInner(node, indent);
    if (!startsTight || (m_out.size() > start && m_out.back() == '\n'))
        indentBy(indent);
    m_out += "</";
    m_out += name;
    m_out += ">\n";
}

void HtmlWriter::writeParagraph(const Node* node, int indent)
{
    if (node->isTransparent) {
        writeInner(node, indent);
        return;
    }
    const Node* only = node->first;
    if (only && !only->next && only->kind == NodeKind::Image && only->ial
        && only->ial->refersTo("standalone")) {
        writeFigure(node, only, indent);
        return;
    }
    writeBlock(node, "p", indent, false);
}

void HtmlWriter::writeFigure(const Node* paragraph, const Node* image, int indent)
{
    // The figure takes the image's class and identifier, unless it has its own.
    std::vector<const Attribute*> taken;
    for (std::string_view name : { std::string_view("class"), std::string_view("id") }) {
        for (const Attribute* at = image->attributes; at; at = at->next) {
            if (at->name == name && !paragraph->attribute(name))
                taken.push_back(at);
        }
    }
    indentBy(indent);
    openTag("figure", paragraph->attributes, paragraph->range, false);
    for (const Attribute* at : taken)
        writeAttribute(at->name, at->value);
    mark(paragraph->range);
    m_out += ">\n";
    indentBy(indent + 2);
    m_out += "<img";
    for (const Attribute* at = image->attributes; at; at = at->next) {
        if (std::find(taken.begin(), taken.end(), at) == taken.end())
            writeAttribute(at->name, at->value);
    }
    mark(image->range);
    m_out += " />\n";
    indentBy(indent + 2);
    m_out += "<figcaption>";
    const std::string_view* alt = image->attribute("alt");
    m_out += alt ? *alt : std::string_view();
    m_out += "</figcaption>\n";
    indentBy(indent);
    m_out += "</figure>\n";
}

void HtmlWriter::writeHeading(const Node* node, int indent)
{
    const int level = std::clamp(node->level + m_options.headerOffset, 1, 6);
    const char name[] = { 'h', char('0' + level), '\0' };
    writeBlock(node, name, indent, false);
}

void HtmlWriter::writeHtmlElement(const Node* node, int indent)
{
    const bool inRaw = isRawElement(node->parent);
    const bool isBlock = !node->isSpan;
    if (isBlock && !inRaw)
        indentBy(indent);
    openTag(node->text, node->attributes, node->range);
    const std::size_t tagEnd = m_out.size();
    if (isBlock && node->isClosed && node->model == ContentModel::Raw) {
        m_out += " />";
    } else {
        m_out += node->model == ContentModel::Block && isBlock ? ">\n" : ">";
        const std::size_t start = m_out.size();
        writeInner(node, indent);
        if (m_out.size() == start) {
            m_out.resize(tagEnd);
            if (html::tagInfo(node->text).isVoid)
                m_out += " />";
            else
                m_out.append("></").append(node->text).append(">");
        } else {
            if (isBlock && node->model == ContentModel::Block) {
                if (m_out.back() == '\n')
                    m_out.pop_back();
                m_out += '\n';
                indentBy(indent);
            }
            m_out.append("</").append(node->text).append(">");
        }
    }
    if (isBlock && !inRaw)
        m_out += '\n';
}

void HtmlWriter::writeComment(const Node* node, int indent)
{
    const bool isBlock = !node->isSpan && !isRawElement(node->parent);
    if (isBlock)
        indentBy(indent);
    if (node->extra.empty()) {
        m_out += node->text;
    } else {
        std::string_view body = node->text;
        if (!node->isSpan && body.ends_with('\n'))
            body.remove_suffix(1);
        m_out.append("<!-- ").append(body).append(" -->");
    }
    if (isBlock)
        m_out += '\n';
}

void HtmlWriter::writeCell(const Node* node, int indent)
{
    const Node* row = node->parent;
    const Node* part = row->parent;
    // A cell that was an element need not stand in a table: kramdown fails there.
    const Node* table = part ? part->parent : nullptr;
    const bool isInTable = table && table->kind == NodeKind::Table;
    std::size_t column = 0;
    for (const Node* before = node->previous; before; before = before->previous)
        ++column;
    const char* name = part && part->kind == NodeKind::TableHead ? "th" : "td";
    indentBy(indent);
    m_out.append("<").append(name);
    const std::string_view* style = node->attribute("style");
    const auto alignment
        = isInTable && column < table->number ? Alignment(table->alignments[column]) : Alignment::Default;
    for (const Attribute* at = node->attributes; at; at = at->next) {
        if (at->name != "style" || alignment == Alignment::Default)
            writeAttribute(at->name, at->value);
    }
    if (alignment != Alignment::Default) {
        static constexpr std::string_view names[] = { "", "left", "center", "right" };
        std::string value = style ? std::string(*style) + "; " : std::string();
        value.append("text-align: ").append(names[std::size_t(alignment)]);
        writeAttribute("style", value);
    }
    mark(node->range);
    m_out += '>';
    const std::size_t start = m_out.size();
    writeInner(node, indent);
    if (m_out.size() == start)
        writeCharacter(0xA0, {});
    m_out.append("</").append(name).append(">\n");
}

} // namespace lectern::markdown
