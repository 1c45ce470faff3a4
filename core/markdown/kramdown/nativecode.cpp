// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/htmltonative.h"

namespace lectern::markdown {

using namespace chars;

namespace {

std::string_view valueOf(const Node* node, std::string_view attribute)
{
    const std::string_view* value = node->attribute(attribute);
    return value ? *value : std::string_view();
}

/// `text` with its references as the characters that they stand for.
std::string withCharacters(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const entities::Reference reference = entities::matchReference(text, at);
        const char32_t code = !reference.end || reference.name.empty()
            ? reference.codePoint
            : entities::codePointOf(reference.name);
        if (!reference.end || (code == 0 && !reference.name.empty())) {
            result += text[at++];
            continue;
        }
        append(result, code < 0x110000 ? code : U'\uFFFD');
        at = reference.end;
    }
    return result;
}

/// A class without the names that a highlighter gave before.
std::string withoutHighlighter(std::string_view classes)
{
    static constexpr std::string_view mark = "highlighter-";
    const auto nameEnd = [&](std::size_t at) {
        std::size_t end = at + mark.size();
        while (end < classes.size() && isWord(classes[end]))
            ++end;
        return classes.compare(at, mark.size(), mark) == 0 && end > at + mark.size() ? end : 0;
    };
    std::string result;
    for (std::size_t at = 0; at < classes.size();) {
        const std::size_t behind = skipSpace(classes, at);
        const bool startsWord = behind > at || at == 0 || !isWord(classes[at - 1]);
        const std::size_t end = startsWord ? nameEnd(behind) : 0;
        if (end == 0)
            result += classes[at++];
        else
            at = behind > at ? end : skipSpace(classes, end);
    }
    return result;
}

/// The first `language-x` of a class.
std::string_view languageIn(std::string_view classes)
{
    for (std::size_t at = classes.find("language-"); at != none; at = classes.find("language-", at + 1)) {
        std::size_t end = at + 9;
        while (end < classes.size() && !isSpace(classes[end]))
            ++end;
        if (end > at + 9 && (at == 0 || !isWord(classes[at - 1])))
            return classes.substr(at, end - at);
    }
    return {};
}

/// A formula without the marks that hide it from readers of XML.
std::string_view withoutSection(std::string_view formula)
{
    static constexpr std::string_view open = "<![CDATA[";
    static constexpr std::string_view close = "]]>";
    std::size_t from = formula.starts_with('%') ? skipSpace(formula, 1) : 0;
    if (formula.compare(from, open.size(), open) != 0 || !formula.ends_with(close)
        || formula.size() < from + open.size() + close.size())
        return formula;
    from += open.size();
    std::string_view inside = formula.substr(from, formula.size() - close.size() - from);
    if (inside.starts_with('\n'))
        inside.remove_prefix(1);
    if (inside.size() >= 2 && inside.ends_with('%') && isSpace(inside[inside.size() - 2]))
        inside.remove_suffix(2);
    return inside;
}

} // namespace

void collectTexts(const Node* node, std::string& to)
{
    if (node->kind == NodeKind::Text)
        to += node->text;
    for (const Node* child = node->first; child; child = child->next)
        collectTexts(child, to);
}

void become(Node* element, NodeKind kind)
{
    element->kind = kind;
    element->isSpan = kind >= NodeKind::Text;
    element->isClosed = false;
    element->model = ContentModel::None;
    element->text = {};
    element->extra = {};
    element->number = 0;
    element->ial = nullptr;
}

bool isFormula(const Node* element)
{
    const std::string_view type = valueOf(element, "type");
    for (std::size_t at = type.find("math/tex"); at != none; at = type.find("math/tex", at + 1)) {
        if ((at == 0 || !isWord(type[at - 1])) && (at + 8 == type.size() || !isWord(type[at + 8])))
            return true;
    }
    return false;
}

void HtmlToNative::convertCode(Node* element, bool isBlock)
{
    std::string text;
    collectTexts(element, text);
    const Node* only = element->first && !element->first->next ? element->first : nullptr;
    const std::string_view language
        = isBlock && only && only->text == "code" ? languageIn(valueOf(only, "class")) : "";
    become(element, isBlock ? NodeKind::CodeBlock : NodeKind::CodeSpan);
    const std::string_view classes = valueOf(element, "class");
    if (!isBlock && element->attribute("class")) {
        setAttribute(
            m_context.arena, element->attributes, "class", m_context.arena.copy(withoutHighlighter(classes)));
    } else if (!language.empty()) {
        const std::string all = std::string(language) + ' ' + std::string(classes);
        setAttribute(m_context.arena, element->attributes, "class", m_context.arena.copy(stripRight(all)));
    }
    element->first = element->last = nullptr;
    element->text = m_context.arena.copy(withCharacters(text));
}

void HtmlToNative::convertFormula(Node* element)
{
    const bool isBlock = valueOf(element, "type").find("mode=display") != none;
    const std::string_view formula = element->first ? element->first->text : std::string_view();
    become(element, NodeKind::Math);
    element->isSpan = !isBlock;
    element->text = withoutSection(formula);
    removeAttribute(element->attributes, "type");
    element->first = element->last = nullptr;
}

} // namespace lectern::markdown
