// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/styledheading.h"

#include "core/profile/scan/bytes.h"

#include <algorithm>

namespace lectern::profile {
namespace {

bool hasAny(QByteArrayView text, std::initializer_list<const char*> words)
{
    return std::any_of(words.begin(), words.end(), [&](const char* word) { return text.contains(word); });
}

bool looksLikeHeading(QByteArrayView bytes, const HtmlTag& tag)
{
    const auto style = attributeValue(bytes, tag, "style");
    const auto name = attributeValue(bytes, tag, "class");
    return (style && hasAny(slice(bytes, *style), { "font-size", "font-weight" }))
        || (name && hasAny(slice(bytes, *name), { "title", "heading", "header", "section" }))
        || hasAny(tag.name, { "strong", "big" }) || tag.name == "b";
}

} // namespace

StyledHeading styledHeading(
    QByteArrayView bytes, const HtmlTag& tag, qsizetype close, const HeadingTest& namesSection)
{
    constexpr qsizetype longest = 240;
    if (!namesSection || tag.selfClosing || close <= tag.range.to || close - tag.range.to > longest
        || (tag.name != "div" && tag.name != "p" && tag.name != "center"))
        return {};
    StyledHeading heading;
    bool styled = looksLikeHeading(bytes, tag);
    TextRange inner { tag.range.to, bytes.first(close).lastIndexOf("</") };
    for (int depth = 0; depth < 6; ++depth) {
        inner = trimmed(bytes, inner);
        const auto next = inner.isEmpty() ? std::nullopt : tagAt(bytes, inner.from, inner.to);
        const QByteArray end = next ? "</" + next->name + '>' : QByteArray();
        if (!next || next->closing || next->name == "a" || !slice(bytes, inner).endsWith(end)
            || slice(bytes, inner).indexOf(end) != inner.length() - end.size())
            break;
        if (next->name.size() == 2 && next->name[0] == 'h' && isDigit(next->name[1]))
            heading.level = next->name[1] - '0';
        styled = styled || looksLikeHeading(bytes, *next);
        inner = { next->range.to, inner.to - end.size() };
    }
    const QByteArrayView words = slice(bytes, inner);
    if (inner.isEmpty() || words.size() > 80 || words.count(' ') > 4
        || hasAny(words, { "\n", "\r", "<br", "<a ", "<img", "<div", "<p" }) || !(styled || heading.level > 0)
        || !namesSection(words))
        return {};
    heading.text = inner;
    heading.level = heading.level > 0 ? heading.level : 2;
    return heading;
}

} // namespace lectern::profile
