// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/tags.h"

#include "core/profile/scan/bytes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lectern::profile {
namespace {

constexpr qsizetype longestTag = 8 * 1024;

bool isVoid(std::string_view name)
{
    static constexpr std::array<std::string_view, 14> names {"area", "base", "br", "col", "embed", "hr", "img", "input",
        "link", "meta", "param", "source", "track", "wbr"};
    static_assert(std::is_sorted(names.begin(), names.end()));
    return std::binary_search(names.begin(), names.end(), name);
}

bool isNameByte(char c) { return isAsciiLetter(c) || isDigit(c) || c == '-' || c == '_' || c == ':'; }

std::string_view text(QByteArrayView view) { return {view.data(), size_t(view.size())}; }

/// Position behind the `>` that ends a tag whose attributes begin at `at`; -1 where it has no end.
qsizetype tagEnd(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    char quote = 0;
    bool blankLine = false;
    for (; at < limit; ++at) {
        const char c = bytes[at];
        if (c == '\n' && blankLine)
            return -1;
        if (c == '\n')
            blankLine = true;
        else if (!isSpace(c))
            blankLine = false;
        if (quote) {
            if (c == quote)
                quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = bytes[at - 1] == '=' || isSpace(bytes[at - 1]) ? c : 0;
        } else if (c == '>') {
            return at + 1;
        } else if (c == '<') {
            return -1;
        }
    }
    return -1;
}

} // namespace

std::optional<HtmlTag> tagAt(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    const qsizetype start = at;
    limit = std::min({limit, bytes.size(), at + longestTag});
    if (at + 2 >= limit || bytes[at] != '<')
        return std::nullopt;
    HtmlTag tag;
    ++at;
    if (bytes[at] == '/') {
        tag.closing = true;
        ++at;
    }
    const qsizetype nameStart = at;
    if (at >= limit || !isAsciiLetter(bytes[at]))
        return std::nullopt;
    while (at < limit && isNameByte(bytes[at]))
        ++at;
    if (at >= limit || !(isSpace(bytes[at]) || bytes[at] == '>' || bytes[at] == '/'))
        return std::nullopt;
    const TextRange nameRange {nameStart, at};
    const qsizetype end = tagEnd(bytes, at, limit);
    if (end < 0)
        return std::nullopt;
    tag.name = slice(bytes, nameRange).toByteArray().toLower();
    tag.range = {start, end};
    tag.selfClosing = !tag.closing && (bytes[end - 2] == '/' || isVoid(text(tag.name)));
    return tag;
}

std::optional<TextRange> attributeValue(QByteArrayView bytes, const HtmlTag& tag, QByteArrayView name)
{
    qsizetype at = tag.range.from + 1 + tag.name.size();
    const qsizetype end = tag.range.to - 1;
    while (at < end) {
        while (at < end && (isSpace(bytes[at]) || bytes[at] == '/'))
            ++at;
        const qsizetype nameStart = at;
        while (at < end && !isSpace(bytes[at]) && bytes[at] != '=')
            ++at;
        const TextRange found {nameStart, at};
        const qsizetype nameEnd = at;
        while (at < end && isSpace(bytes[at]))
            ++at;
        TextRange value {nameEnd, nameEnd};
        if (at < end && bytes[at] == '=') {
            ++at;
            while (at < end && isSpace(bytes[at]))
                ++at;
            const char quote = at < end && (bytes[at] == '"' || bytes[at] == '\'') ? bytes[at] : 0;
            const qsizetype from = quote ? ++at : at;
            while (at < end && (quote ? bytes[at] != quote : !isSpace(bytes[at])))
                ++at;
            value = {from, at};
            if (quote && at < end)
                ++at;
        } else if (nameStart == nameEnd) {
            ++at;
        }
        if (!found.isEmpty() && equalsNoCase(slice(bytes, found), name))
            return value;
    }
    return std::nullopt;
}

bool hasClass(QByteArrayView bytes, const HtmlTag& tag, QByteArrayView word)
{
    const auto value = attributeValue(bytes, tag, "class");
    if (!value)
        return false;
    qsizetype at = value->from;
    while (at < value->to) {
        while (at < value->to && isSpace(bytes[at]))
            ++at;
        const qsizetype from = at;
        while (at < value->to && !isSpace(bytes[at]))
            ++at;
        if (at > from && slice(bytes, {from, at}) == word)
            return true;
    }
    return false;
}

bool isBlockElement(QByteArrayView lowerName)
{
    static constexpr std::array<std::string_view, 42> names {"address", "article", "aside", "audio", "blockquote",
        "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "header", "hgroup", "iframe", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre", "script",
        "section", "style", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul", "video"};
    static_assert(std::is_sorted(names.begin(), names.end()));
    return std::binary_search(names.begin(), names.end(), text(lowerName));
}

} // namespace lectern::profile
