// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/languages.h"

namespace lectern::markdown {

using namespace chars;

namespace {

/// Takes `language-x` out of a class; returns x.
std::string takeLanguage(std::string& classes)
{
    for (std::size_t at = classes.find("language-"); at != std::string::npos; at = classes.find("language-", at + 1)) {
        if (at > 0 && isWord(classes[at - 1]))
            continue;
        const std::size_t from = at + 9;
        std::size_t end = from;
        while (end < classes.size() && !isSpace(classes[end]))
            ++end;
        if (end == from)
            continue;
        std::string language = classes.substr(from, end - from);
        classes.erase(at, end - at);
        return language;
    }
    return {};
}

/// The language comes first, unless the classes start with one; the highlighter's name last.
std::string highlighterClasses(std::string_view classes, std::string_view language)
{
    std::string result;
    if (!classes.starts_with("language-")) {
        result.append("language-").append(language);
        if (!stripLeft(classes).empty())
            result += ' ';
    }
    result.append(stripLeft(classes)).append(" highlighter-rouge");
    return result;
}

} // namespace

void HtmlWriter::writeCodeAttributes(const Node* node, std::string_view classes, bool classLast)
{
    bool written = false;
    for (const Attribute* at = node->attributes; at; at = at->next) {
        if (at->name == "class") {
            // A class that held nothing but the language comes anew, behind the others.
            if (!classLast && !classes.empty())
                writeAttribute("class", classes);
            written = !classLast;
        } else if (at->name != "id" || (!m_inToc && !strip(at->value).empty())) {
            writeAttribute(at->name, at->value);
        }
    }
    if (!written && !classes.empty())
        writeAttribute("class", classes);
}

void HtmlWriter::writeCodeBlock(const Node* node, int indent)
{
    const std::string_view* given = node->attribute("class");
    std::string classes = given ? std::string(*given) : std::string();
    const std::string language = takeLanguage(classes);
    const std::string defaultLanguage = m_options.defaultLanguage.toStdString();
    std::string_view lexer = node->extra;
    if (lexer.empty())
        lexer = language.empty() ? defaultLanguage : language;
    const bool highlighted = m_options.rouge && isHighlightedLanguage(lexer);
    if (highlighted) {
        indentBy(indent);
        m_out += "<div";
        writeCodeAttributes(node, highlighterClasses(classes, language.empty() ? defaultLanguage : language), classes.empty());
        mark(node->range);
        m_out += "><div class=\"highlight\"><pre class=\"highlight\"><code>";
        escape::code(m_out, node->text);
        m_out += "</code></pre></div>";
        indentBy(indent);
        m_out += "</div>\n";
        return;
    }
    indentBy(indent);
    m_out += "<pre";
    writeCodeAttributes(node, stripLeft(classes), false);
    mark(node->range);
    m_out += "><code";
    if (!language.empty())
        writeAttribute("class", "language-" + language);
    m_out += '>';
    std::string_view code = node->text;
    if (code.ends_with('\n'))
        code.remove_suffix(1);
    escape::code(m_out, code);
    m_out += "\n</code></pre>\n";
}

void HtmlWriter::writeCodeSpan(const Node* node)
{
    const std::string_view* given = node->attribute("class");
    std::string classes = given ? std::string(*given) : std::string();
    std::string copy = classes;
    const std::string language = takeLanguage(copy);
    const std::string chosen = language.empty() ? m_options.defaultLanguage.toStdString() : language;
    const bool highlighted = m_options.rouge && isHighlightedLanguage(chosen);
    if (highlighted)
        classes = highlighterClasses(classes, chosen);
    m_out += "<code";
    writeCodeAttributes(node, classes, false);
    mark(node->range);
    m_out += '>';
    escape::code(m_out, node->text);
    m_out += "</code>";
}

} // namespace lectern::markdown
