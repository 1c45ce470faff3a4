// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/headerids.h"

#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/typography.h"

#include <array>

namespace lectern::markdown::headerids {

using namespace chars;

std::string gfmId(std::string_view text)
{
    const std::string lower = toLowerUnicode(text);
    std::string id;
    for (std::size_t i = 0; i < lower.size();) {
        const CodePoint c = decode(lower, i);
        if (isBlank(lower[i]))
            id += '-';
        else if (lower[i] == '-' || isWordUnicode(c.value))
            id.append(lower, i, c.length);
        i += c.length;
    }
    return id;
}

std::string counted(const std::string& id, Counter& counter)
{
    const int count = counter[id]++;
    return count == 0 ? id : id + '-' + std::to_string(count);
}

std::string plainId(std::string_view text)
{
    std::string id;
    for (std::size_t i = 0; i < text.size();) {
        // Every line loses what stands before its first letter.
        while (i < text.size() && !isAsciiAlpha(text[i]))
            ++i;
        for (; i < text.size() && text[i] != '\n'; ++i) {
            const char c = text[i];
            if (isAsciiAlpha(c) || isDigit(c) || c == '-')
                id += toLower(c);
            else if (c == ' ')
                id += '-';
        }
    }
    return id;
}

std::string oldId(std::string_view text)
{
    std::string id = plainId(text);
    if (id.empty())
        id = "section";
    return id;
}

namespace {

void collectPlain(const Node* node, std::string& text)
{
    if (node->kind == NodeKind::Text)
        text += node->text;
    for (const Node* child = node->first; child; child = child->next)
        collectPlain(child, text);
}

void collect(const Node* node, std::string& text)
{
    static constexpr std::array<char32_t, 4> quotes {0x2018, 0x2019, 0x201C, 0x201D};
    switch (node->kind) {
    case NodeKind::Text:
    case NodeKind::CodeSpan:
    case NodeKind::Math:
        text += node->text;
        break;
    case NodeKind::Entity:
        chars::append(text, node->number);
        break;
    case NodeKind::SmartQuote:
        chars::append(text, quotes[node->number & 3]);
        break;
    case NodeKind::Symbol:
        text += typography::symbols[node->number].heading;
        break;
    default:
        for (const Node* child = node->first; child; child = child->next)
            collect(child, text);
    }
}

} // namespace

std::string headingText(const Node* heading, bool isGfm)
{
    std::string text;
    if (isGfm)
        collect(heading, text);
    else
        collectPlain(heading, text);
    return text;
}

} // namespace lectern::markdown::headerids
