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

} // namespace

void HtmlWriter::writeCodeBlock(const Node* node, int indent)
{
    const std::string_view* given = node->attribute("class");
    std::string classes = given ? std::string(*given) : std::string();
    const std::string language = takeLanguage(classes);
    const std::string_view lexer = !node->extra.empty() ? node->extra
        : !language.empty() ? std::string_view(language)
                            : std::string_view(m_options.defaultLanguage.constData(), std::size_t(m_options.defaultLanguage.size()));
    const bool highlighted = m_options.rouge && isHighlightedLanguage(lexer);
    const auto writeRest = [&] {
        for (const Attribute* at = node->attributes; at; at = at->next) {
            if (at->name != "class" && !(at->name == "id" && strip(at->value).empty()))
                writeAttribute(at->name, at->value);
        }
    };
    if (highlighted) {
        classes += " language-" + (language.empty() ? m_options.defaultLanguage.toStdString() : language) + " highlighter-rouge";
        indentBy(indent);
        m_out += "<div";
        writeRest();
        writeAttribute("class", stripLeft(classes));
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
    writeRest();
    if (!strip(classes).empty())
        writeAttribute("class", classes);
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
    if (highlighted) {
        if (language.empty())
            classes += (classes.empty() ? "" : " ") + std::string("language-") + chosen;
        classes += " highlighter-rouge";
    }
    m_out += "<code";
    for (const Attribute* at = node->attributes; at; at = at->next) {
        if (at->name != "class" && !(at->name == "id" && (m_inToc || strip(at->value).empty())))
            writeAttribute(at->name, at->value);
    }
    if (!classes.empty())
        writeAttribute("class", classes);
    mark(node->range);
    m_out += '>';
    escape::code(m_out, node->text);
    m_out += "</code>";
}

} // namespace lectern::markdown
