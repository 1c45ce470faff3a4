// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/htmlelements.h"

#include "core/markdown/kramdown/chars.h"

#include <algorithm>

namespace lectern::markdown {

using namespace chars;

namespace {

std::string_view lowered(Context& context, std::string_view name)
{
    const bool isLower = std::all_of(name.begin(), name.end(), [](char c) { return std::uint8_t(c) < 0x80 && toLower(c) == c; });
    return isLower ? name : context.arena.copy(toLowerUnicode(name));
}

/// Inside text a line break in an attribute's value is published as a space.
std::string_view withoutNewlines(Context& context, std::string_view value)
{
    if (value.find('\n') == none)
        return value;
    std::string result;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] != '\n')
            result += value[i];
        else if (i == 0 || value[i - 1] != '\n')
            result += ' ';
    }
    return context.arena.copy(result);
}

} // namespace

Node* makeElement(Context& context, const html::OpenTag& tag, TextRange range, bool isSpan)
{
    Node* element = context.newNode(NodeKind::HtmlElement, range);
    element->isSpan = isSpan;
    const std::string_view lower = lowered(context, tag.name);
    const bool isKnown = html::tagInfo(lower).isKnown;
    element->text = isKnown ? lower : tag.name;
    element->isClosed = tag.isClosed;
    Attribute** end = &element->attributes;
    for (const html::RawAttribute& attribute : html::splitAttributes(tag.attributes)) {
        const std::string_view name = isKnown ? lowered(context, attribute.name) : attribute.name;
        const std::string_view value = isSpan ? withoutNewlines(context, attribute.value) : attribute.value;
        if (element->attribute(name)) {
            setAttribute(context.arena, element->attributes, name, value);
        } else {
            *end = context.arena.make<Attribute>(name, value, nullptr);
            end = &(*end)->next;
        }
    }
    return element;
}

std::optional<MarkdownWish> takeMarkdownWish(Node* element)
{
    std::string_view value;
    if (!element->attributes || !removeAttribute(element->attributes, "markdown", &value))
        return {};
    if (value == "0")
        return MarkdownWish::Raw;
    if (value == "1")
        return MarkdownWish::Default;
    if (value == "span")
        return MarkdownWish::Span;
    if (value == "block")
        return MarkdownWish::Block;
    return {};
}

} // namespace lectern::markdown
