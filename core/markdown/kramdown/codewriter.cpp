// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/languages.h"

#include <algorithm>

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
    if (!classes.starts_with("language-") || classes.size() == 9 || isSpace(classes[9])) {
        result.append("language-").append(language);
        if (!stripLeft(classes).empty())
            result += ' ';
    }
    result.append(stripLeft(classes)).append(" highlighter-rouge");
    return result;
}

bool hasWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !isWord(text[at - 1])) && (end == text.size() || !isWord(text[end])))
            return true;
    }
    return false;
}

/// Code with class `show-whitespaces`: every blank and tab in an element that tells where in its line it
/// stands.
std::string withVisibleBlanks(std::string_view code)
{
    std::string result;
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t end = skipBlank(code, at);
        if (end == at) {
            result += code[at++];
            continue;
        }
        const bool isFirst = at == 0 || code[at - 1] == '\n';
        const bool isLast = end == code.size() || code[end] == '\n';
        const std::string_view place = isFirst ? "-l" : isLast ? "-r" : "";
        for (; at < end; ++at) {
            result.append("<span class=\"ws-").append(code[at] == '\t' ? "tab" : "space").append(place);
            result.append("\">").append(code[at] == '\t' ? "\t" : "&#8901;").append("</span>");
        }
    }
    return result;
}

bool isHighlighted(const Options& options, const CodeOptions& code, std::string_view language)
{
    return options.rouge && code.isHighlighted && isHighlightedLanguage(language)
        && (options.guessLanguage || language.substr(0, language.find('?')) != "plaintext");
}

} // namespace

/// As Rouge writes code without its tokens.
void HtmlWriter::writeHighlighted(std::string_view code, const CodeOptions& options)
{
    if (!options.hasLineNumbers) {
        escape::code(m_out, code);
        return;
    }
    const bool isEnded = code.ends_with('\n');
    const auto lines = std::count(code.begin(), code.end(), '\n') + (isEnded ? 0 : 1);
    m_out += R"(<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">)";
    for (std::ptrdiff_t line = 0; line < lines; ++line)
        m_out.append(std::to_string(options.firstLine + line)).append("\n");
    m_out += R"(</pre></td><td class="rouge-code"><pre>)";
    escape::code(m_out, code);
    m_out.append(isEnded ? "" : "\n").append("</pre></td></tr></tbody></table>");
}

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
    if (!language.empty())
        classes = strip(classes);
    const std::string defaultLanguage = m_options.codeBlocks.defaultLanguage.toStdString();
    std::string_view lexer = node->extra;
    if (lexer.empty())
        lexer = language.empty() ? defaultLanguage : language;
    if (isHighlighted(m_options, m_options.codeBlocks, lexer)) {
        indentBy(indent);
        m_out += "<div";
        writeCodeAttributes(node, highlighterClasses(classes, language.empty() ? defaultLanguage : language), classes.empty());
        mark(node->range);
        m_out += "><div class=\"highlight\"><pre class=\"";
        m_out.append(m_options.codeBlocks.cssClass.toStdString()).append("\"><code>");
        writeHighlighted(node->text, m_options.codeBlocks);
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
    std::string escaped;
    escape::code(escaped, code);
    m_out += given && hasWord(*given, "show-whitespaces") ? withVisibleBlanks(escaped) : escaped;
    m_out += "\n</code></pre>\n";
}

void HtmlWriter::writeCodeSpan(const Node* node)
{
    const std::string_view* given = node->attribute("class");
    std::string classes = given ? std::string(*given) : std::string();
    std::string copy = classes;
    const std::string language = takeLanguage(copy);
    const std::string chosen
        = language.empty() ? m_options.codeSpans.defaultLanguage.toStdString() : language;
    const bool highlighted = isHighlighted(m_options, m_options.codeSpans, chosen);
    if (highlighted)
        classes = highlighterClasses(classes, chosen);
    m_out += "<code";
    writeCodeAttributes(node, classes, false);
    mark(node->range);
    m_out += '>';
    if (highlighted)
        writeHighlighted(node->text, m_options.codeSpans);
    else
        escape::code(m_out, node->text);
    m_out += "</code>";
}

} // namespace lectern::markdown
