// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/htmltags.h"

#include "core/markdown/kramdown/chars.h"

#include <array>
#include <unordered_map>
#include <utility>

namespace lectern::markdown::html {

using namespace chars;

namespace {

// Found by trying every element name on the installed program (preview-fidelity.md, 3).
constexpr std::string_view spanNames = "a abbr acronym b bdo big br button cite code del dfn em i img input ins kbd label mark "
                                       "option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var";
constexpr std::string_view blockNames
    = "address applet article aside blockquote body caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 "
      "h4 h5 h6 head header hgroup hr html iframe legend li main map menu nav ol optgroup p pre section summary table tbody td "
      "tfoot th thead tr ul";
constexpr std::string_view voidNames
    = "area base br col command embed hr img input keygen link meta param source track wbr";
constexpr std::string_view blockModel
    = "address applet article aside blockquote body dd details div dl fieldset figcaption figure footer form header hgroup iframe "
      "li main map menu nav noscript object section summary td";
constexpr std::string_view spanModel
    = "a abbr acronym b bdo big button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt "
      "rtc ruby select small span strong sub sup th tt";
constexpr std::string_view rawModel = "script style math option textarea pre code kbd samp var";

template<class Function>
void forEachName(std::string_view names, Function function)
{
    while (!names.empty()) {
        const std::size_t space = std::min(names.find(' '), names.size());
        function(names.substr(0, space));
        names.remove_prefix(std::min(space + 1, names.size()));
    }
}

/// The known names by their first letter: an element's name is looked up several times, and few begin alike.
using TagTable = std::array<std::vector<std::pair<std::string_view, TagInfo>>, 26>;

TagTable buildTable()
{
    std::unordered_map<std::string_view, TagInfo> table;
    const auto fill = [&](std::string_view names, auto set) {
        forEachName(names, [&](std::string_view name) {
            table[name].isKnown = true;
            set(table[name]);
        });
    };
    fill(spanNames, [](TagInfo& tag) { tag.isSpan = true; });
    fill(blockNames, [](TagInfo& tag) { tag.isBlock = true; });
    fill(voidNames, [](TagInfo& tag) { tag.isVoid = true; });
    fill(blockModel, [](TagInfo& tag) { tag.model = ContentModel::Block; });
    fill(spanModel, [](TagInfo& tag) { tag.model = ContentModel::Span; });
    fill(rawModel, [](TagInfo& tag) { tag.model = ContentModel::Raw; });
    TagTable byLetter;
    for (const auto& entry : table)
        byLetter[std::size_t(entry.first.front() - 'a')].push_back(entry);
    return byLetter;
}

/// Length of a name without a prefix.
std::size_t simpleNameLength(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    std::size_t end = at + 1;
    if (std::uint8_t(text[at]) >= 0x80) {
        const CodePoint head = decode(text, at);
        if (!isAlpha(head.value))
            return 0;
        end = at + head.length;
    } else if (text[at] != '_' && !isAsciiAlpha(text[at])) {
        return 0;
    }
    while (end < text.size()) {
        const char c = text[end];
        if (isWord(c) || c == '-' || c == '.') {
            ++end;
            continue;
        }
        if (std::uint8_t(c) < 0x80)
            break;
        const CodePoint next = decode(text, end);
        if (!isAlnum(next.value))
            break;
        end += next.length;
    }
    return end - at;
}

/// End of an attribute's value behind `=` and white space at `at`; 0 where there is no value.
std::size_t valueEnd(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    if (text[at] == '"' || text[at] == '\'') {
        const std::size_t close = text.find(text[at], at + 1);
        return close == none ? 0 : close + 1;
    }
    std::size_t end = at;
    while (end < text.size()) {
        if (isWord(text[end])) {
            ++end;
            continue;
        }
        const CodePoint c = decode(text, end);
        if (c.length == 1 || !isWordUnicode(c.value))
            break;
        end += c.length;
    }
    return end == at ? 0 : end;
}

struct AttributeAt {
    RawAttribute attribute;
    std::size_t end = 0; ///< 0: none
};

/// The attribute whose name starts at `at`.
AttributeAt attributeAt(std::string_view text, std::size_t at)
{
    const std::size_t length = nameLength(text, at);
    if (length == 0)
        return {};
    AttributeAt found {{text.substr(at, length), {}}, at + length};
    const std::size_t equals = skipSpace(text, found.end);
    if (equals >= text.size() || text[equals] != '=')
        return found;
    const std::size_t value = skipSpace(text, equals + 1);
    const std::size_t end = valueEnd(text, value);
    if (end == 0)
        return found;
    const bool quoted = text[value] == '"' || text[value] == '\'';
    found.attribute.value = quoted ? text.substr(value + 1, end - value - 2) : text.substr(value, end - value);
    found.end = end;
    return found;
}

bool startsWithSpanName(std::string_view text, std::size_t at)
{
    // Any span name that is followed by a word boundary: `<b-x>` counts as `b`.
    std::size_t end = at;
    while (end < text.size() && (isAsciiAlpha(text[end]) || isDigit(text[end])))
        ++end;
    if (end < text.size() && (text[end] == '_' || (std::uint8_t(text[end]) >= 0x80 && isWordUnicode(decode(text, end).value))))
        return false;
    const std::string_view name = text.substr(at, end - at);
    return name == "script" || tagInfo(name).isSpan;
}

} // namespace

TagInfo tagInfo(std::string_view lowerName)
{
    static const TagTable table = buildTable();
    if (lowerName.empty() || lowerName.front() < 'a' || lowerName.front() > 'z')
        return {};
    for (const auto& [name, info] : table[std::size_t(lowerName.front() - 'a')]) {
        if (name == lowerName)
            return info;
    }
    return {};
}

std::size_t nameLength(std::string_view text, std::size_t at)
{
    const std::size_t length = simpleNameLength(text, at);
    if (length == 0 || at + length >= text.size() || text[at + length] != ':')
        return length;
    const std::size_t local = simpleNameLength(text, at + length + 1);
    return local == 0 ? length : length + 1 + local;
}

OpenTag matchOpenTag(std::string_view text, std::size_t at)
{
    OpenTag tag;
    if (at >= text.size() || text[at] != '<')
        return tag;
    const std::size_t length = nameLength(text, at + 1);
    if (length == 0)
        return tag;
    std::size_t pos = at + 1 + length;
    const std::size_t attributesStart = pos;
    std::size_t attributesEnd = pos;
    for (;;) {
        const std::size_t next = skipSpace(text, pos);
        if (next >= text.size())
            return tag;
        const bool slash = text[next] == '/';
        if (slash || text[next] == '>') {
            if (slash && (next + 1 >= text.size() || text[next + 1] != '>'))
                return tag;
            tag.name = text.substr(at + 1, length);
            tag.attributes = text.substr(attributesStart, attributesEnd - attributesStart);
            tag.isClosed = slash;
            tag.end = next + (slash ? 2 : 1);
            return tag;
        }
        if (next == pos)
            return tag;
        const AttributeAt attribute = attributeAt(text, next);
        if (attribute.end == 0)
            return tag;
        pos = attributesEnd = attribute.end;
    }
}

CloseTag matchCloseTag(std::string_view text, std::size_t at)
{
    if (at + 1 >= text.size() || text[at] != '<' || text[at + 1] != '/')
        return {};
    const std::size_t length = nameLength(text, at + 2);
    if (length == 0)
        return {};
    const std::size_t end = skipSpace(text, at + 2 + length);
    if (end >= text.size() || text[end] != '>')
        return {};
    return {text.substr(at + 2, length), end + 1};
}

std::size_t matchCloseTagOf(std::string_view text, std::size_t at, std::string_view name, bool anyCase)
{
    if (at + 2 + name.size() >= text.size() || text[at] != '<' || text[at + 1] != '/')
        return 0;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = text[at + 2 + i];
        if (c != name[i] && !(anyCase && toLower(c) == toLower(name[i])))
            return 0;
    }
    const std::size_t end = skipSpace(text, at + 2 + name.size());
    return end < text.size() && text[end] == '>' ? end + 1 : 0;
}

std::size_t findCloseTagOf(std::string_view text, std::size_t at, std::string_view name)
{
    for (at = text.find("</", at); at != none; at = text.find("</", at + 2)) {
        if (matchCloseTagOf(text, at, name, true))
            return at;
    }
    return none;
}

namespace {
std::size_t matchDelimited(std::string_view text, std::size_t at, std::string_view open, std::string_view close)
{
    if (text.compare(at, open.size(), open) != 0)
        return 0;
    const std::size_t end = text.find(close, at + open.size());
    return end == none ? 0 : end + close.size();
}
} // namespace

std::size_t matchComment(std::string_view text, std::size_t at) { return matchDelimited(text, at, "<!--", "-->"); }
std::size_t matchInstruction(std::string_view text, std::size_t at) { return matchDelimited(text, at, "<?", "?>"); }

std::vector<RawAttribute> splitAttributes(std::string_view attributes)
{
    std::vector<RawAttribute> list;
    std::size_t pos = 0;
    while ((pos = skipSpace(attributes, pos)) < attributes.size()) {
        const AttributeAt found = attributeAt(attributes, pos);
        if (found.end == 0)
            break;
        list.push_back(found.attribute);
        pos = found.end;
    }
    return list;
}

bool endsLazyText(std::string_view text, std::size_t at)
{
    at = skipOptionalSpaces(text, at);
    if (at >= text.size() || text[at] != '<')
        return false;
    const bool closing = at + 1 < text.size() && text[at + 1] == '/';
    const std::size_t name = at + (closing ? 2 : 1);
    if (nameLength(text, name) == 0 || startsWithSpanName(text, name))
        return false;
    return !closing || matchCloseTag(text, at);
}

} // namespace lectern::markdown::html
