// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/attributelists.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/typography.h"

#include <QChar>

namespace lectern::markdown {

namespace {

/// `smart_quotes` holds names of entities or numbers of code points.
char32_t quoteCharacter(const QByteArray& name)
{
    bool isNumber = false;
    const uint number = name.toUInt(&isNumber);
    return isNumber ? char32_t(number)
                    : entities::codePointOf({ name.constData(), std::size_t(name.size()) });
}

bool isCjk(char32_t character)
{
    const QChar::Script script = QChar::script(character);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana;
}

} // namespace

bool HtmlWriter::writeSpan(const Node* node, int indent)
{
    switch (node->kind) {
    case NodeKind::Text:
        writeText(node->text);
        return true;
    case NodeKind::Raw:
        if (node->isTransparent)
            return true;
        m_out += node->text;
        if (!node->isSpan && !node->text.ends_with('\n'))
            m_out += '\n';
        return true;
    case NodeKind::Emphasis:
        writeSpanElement(node, "em", indent);
        return true;
    case NodeKind::Strong:
        writeSpanElement(node, "strong", indent);
        return true;
    case NodeKind::CodeSpan:
        writeCodeSpan(node);
        return true;
    case NodeKind::Link:
        if (m_inToc)
            writeInner(node, indent);
        else
            writeSpanElement(node, "a", indent);
        return true;
    case NodeKind::Image:
        openTag("img", node->attributes, node->range);
        m_out += " />";
        return true;
    case NodeKind::LineBreak:
        m_out += "<br />";
        return true;
    case NodeKind::Entity:
        writeEntity(node);
        return true;
    case NodeKind::SmartQuote: {
        writeCharacter(quoteCharacter(m_options.smartQuotes[node->number & 3]), {});
        return true;
    }
    case NodeKind::Symbol:
        writeSymbol(typography::symbols[node->number]);
        return true;
    case NodeKind::FootnoteReference:
        if (!m_inToc)
            writeFootnoteReference(node);
        return true;
    case NodeKind::Abbreviation:
        openTag("abbr", node->attributes, node->range);
        m_out += '>';
        m_out += node->text;
        m_out += "</abbr>";
        return true;
    default:
        return false;
    }
}

void HtmlWriter::writeSpanElement(const Node* node, const char* name, int indent)
{
    openTag(name, node->attributes, node->range);
    m_out += '>';
    writeInner(node, indent);
    m_out += "</";
    m_out += name;
    m_out += '>';
}

void HtmlWriter::writeMath(const Node* node, int indent)
{
    const bool isBlock = !node->isSpan;
    const char* name = isBlock ? "div" : "span";
    std::string body;
    if (m_options.mathJax) {
        escape::code(body, node->text);
        body = isBlock ? "\\[" + body + "\\]\n" : "\\(" + body + "\\)";
        if (!node->attributes) {
            m_out += body;
            return;
        }
    } else if (isBlock) {
        body = "$$\n" + std::string(node->text) + "\n$$";
    }
    // As published: inside text such a formula has single dollars and is not escaped.
    if (!isBlock)
        body = "$" + std::string(node->text) + "$";
    if (isBlock)
        indentBy(indent);
    if (m_options.mathJax) {
        openTag(name, node->attributes, node->range);
    } else {
        const std::string_view* classes = node->attribute("class");
        const std::string all = classes ? std::string(*classes) + " kdmath" : "kdmath";
        m_out.append("<").append(name);
        writeCodeAttributes(node, all, false);
        mark(node->range);
    }
    m_out.append(">").append(body).append("</").append(name).append(isBlock ? ">\n" : ">");
}

void HtmlWriter::writeText(std::string_view text)
{
    if (!m_options.joinCjkLines) {
        escape::text(m_out, text);
        return;
    }
    // A line end between two characters of Chinese or Japanese goes.
    std::string joined;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isJoint = text[at] == '\n' && isCjk(chars::decodeBefore(text, at).value)
            && at + 1 < text.size() && isCjk(chars::decode(text, at + 1).value);
        if (!isJoint)
            joined += text[at];
    }
    escape::text(m_out, joined);
}

void HtmlWriter::writeSymbol(const typography::Symbol& symbol)
{
    const auto chosen = m_options.typographicSymbols.constFind(
        QByteArray::fromRawData(symbol.name.data(), qsizetype(symbol.name.size())));
    if (!symbol.name.empty() && chosen != m_options.typographicSymbols.cend()) {
        escape::text(m_out, { chosen->constData(), std::size_t(chosen->size()) });
        return;
    }
    for (const char32_t character : symbol.characters) {
        if (character != 0)
            writeCharacter(character, {});
    }
}

void HtmlWriter::writeEntity(const Node* node)
{
    writeCharacter(node->number, node->text);
}

void HtmlWriter::writeCharacter(char32_t codePoint, std::string_view original)
{
    const bool isSpecial = codePoint == U'<' || codePoint == U'>' || codePoint == U'&';
    const EntityOutput output = m_options.entityOutput;
    // Ruby knows no character of more than 31 bits.
    if (output == EntityOutput::AsChar && !isSpecial && codePoint <= 0x7FFFFFFF) {
        if (codePoint < 0x110000) {
            chars::append(m_out, codePoint);
            return;
        }
        // Ruby writes bytes that no reader takes; each shows as one replacement.
        for (int bytes = codePoint < 0x200000 ? 4 : codePoint < 0x4000000 ? 5 : 6; bytes > 0; --bytes)
            chars::append(m_out, 0xFFFD);
        return;
    }
    if ((output == EntityOutput::AsInput || output == EntityOutput::AsChar) && !original.empty()) {
        m_out += original;
        return;
    }
    const std::string_view name = entities::nameOf(codePoint);
    if ((output == EntityOutput::Symbolic || isSpecial || codePoint == U'"') && !name.empty())
        m_out.append("&").append(name).append(";");
    else
        m_out.append("&#").append(std::to_string(std::uint32_t(codePoint))).append(";");
}

} // namespace lectern::markdown
