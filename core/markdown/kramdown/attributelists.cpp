// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/attributelists.h"

#include "core/markdown/kramdown/chars.h"

#include <string>
#include <vector>

namespace lectern::markdown {

using namespace chars;

namespace {

/// A named list may refer to lists that refer back; Ruby ends with a stack error there.
constexpr int deepestReference = 20;

bool endsItem(std::string_view text, std::size_t at)
{
    return at >= text.size() || isSpace(text[at]);
}

std::string_view unescaped(Arena& arena, std::string_view value, char quote)
{
    if (value.find('\\') == none)
        return value;
    std::string result;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size() && (value[i + 1] == '}' || value[i + 1] == quote))
            ++i;
        result += value[i];
    }
    return arena.copy(result);
}

std::string_view joined(Arena& arena, std::string_view a, std::string_view b)
{
    std::string both(a);
    both += ' ';
    both += b;
    return arena.copy(stripLeft(both));
}

void addClass(Arena& arena, Attribute*& attributes, std::string_view value)
{
    for (Attribute* at = attributes; at; at = at->next) {
        if (at->name == "class") {
            at->value = joined(arena, at->value, value);
            return;
        }
    }
    setAttribute(arena, attributes, "class", stripLeft(value));
}

/// Length of what follows `#`: a name that may hold colons.
std::size_t idLength(std::string_view text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && (isWord(text[end]) || text[end] == ':' || text[end] == '-'))
        ++end;
    return end - at;
}

void addReference(Arena& arena, AttributeList& list, std::string_view name)
{
    AttributeList::Reference** end = &list.references;
    while (*end)
        end = &(*end)->next;
    *end = arena.make<AttributeList::Reference>(name, nullptr);
}

/// `#id` and `.class` run together; returns the end, or 0 where the run does not end at a blank.
std::size_t runEnd(std::string_view text, std::size_t at)
{
    while (!endsItem(text, at)) {
        std::size_t end = at + 1;
        if (text[at] == '#') {
            if (end >= text.size() || !isAsciiAlpha(text[end]))
                return 0;
            end += idLength(text, end);
        } else if (text[at] == '.') {
            while (end < text.size() && !isSpace(text[end]) && text[end] != '.' && text[end] != '#')
                ++end;
            if (end == at + 1)
                return 0;
        } else {
            return 0;
        }
        at = end;
    }
    return at;
}

void readRun(Arena& arena, std::string_view run, AttributeList& list)
{
    while (!run.empty()) {
        std::size_t end = 1;
        if (run[0] == '#')
            end += idLength(run, 1);
        else
            end = std::min(run.find_first_of(".#", 1), run.size());
        const std::string_view value = run.substr(1, end - 1);
        if (run[0] == '#')
            setAttribute(arena, list.attributes, "id", value);
        else
            addClass(arena, list.attributes, value);
        run.remove_prefix(end);
    }
}

/// End of a quoted value that opens at `at`: its quote is followed by a blank. 0: none.
std::size_t quotedEnd(std::string_view text, std::size_t at)
{
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '}' && text[i - 1] != '\\')
            return 0;
        if (text[i] == text[at] && endsItem(text, i + 1))
            return i + 1;
    }
    return 0;
}

/// Reads one item at `at`; returns its end, 0 where none starts.
std::size_t readItem(Arena& arena, std::string_view text, std::size_t at, AttributeList& list)
{
    if (const std::size_t length = listNameLength(text, at)) {
        const std::string_view name = text.substr(at, length);
        const std::size_t after = at + length;
        if (after + 1 < text.size() && text[after] == '=' && (text[after + 1] == '"' || text[after + 1] == '\'')) {
            if (const std::size_t end = quotedEnd(text, after + 1)) {
                const std::string_view value
                    = unescaped(arena, text.substr(after + 2, end - after - 3), text[after + 1]);
                if (toLowerAscii(name) == "class")
                    addClass(arena, list.attributes, value);
                else
                    setAttribute(arena, list.attributes, name, value);
                return end;
            }
        }
        if (!endsItem(text, after))
            return 0;
        addReference(arena, list, name);
        return after;
    }
    const std::size_t end = runEnd(text, at);
    if (end > at)
        readRun(arena, text.substr(at, end - at), list);
    return end > at ? end : 0;
}

void apply(Arena& arena, Attribute*& attributes, const AttributeList& list, const NamedLists& named, int depth)
{
    if (depth > deepestReference)
        return;
    for (const AttributeList::Reference* at = list.references; at; at = at->next) {
        const auto found = named.find(at->name);
        if (found != named.end())
            apply(arena, attributes, *found->second, named, depth + 1);
    }
    for (const Attribute* at = list.attributes; at; at = at->next) {
        if (at->name == "class")
            addClass(arena, attributes, at->value);
        else
            setAttribute(arena, attributes, at->name, at->value);
    }
}

} // namespace

void readAttributeList(Arena& arena, std::string_view text, AttributeList& list)
{
    std::size_t at = 0;
    bool atStart = true;
    while (at < text.size()) {
        // An item stands at the very start or behind one white space.
        const std::size_t item = atStart ? at : at + 1;
        const bool allowed = atStart || isSpace(text[at]);
        const std::size_t end = allowed && item < text.size() ? readItem(arena, text, item, list) : 0;
        if (end == 0 && !atStart)
            ++at;
        else if (end != 0)
            at = end;
        atStart = false;
    }
}

void mergeAttributeLists(Arena& arena, AttributeList& to, const AttributeList& from)
{
    for (const AttributeList::Reference* at = from.references; at; at = at->next)
        addReference(arena, to, at->name);
    for (const Attribute* at = from.attributes; at; at = at->next) {
        if (at->name == "class")
            addClass(arena, to.attributes, at->value);
        else
            setAttribute(arena, to.attributes, at->name, at->value);
    }
}

void applyAttributeList(Arena& arena, Attribute*& attributes, const AttributeList& list, const NamedLists& named)
{
    apply(arena, attributes, list, named, 0);
}

void setAttribute(Arena& arena, Attribute*& attributes, std::string_view name, std::string_view value)
{
    Attribute** at = &attributes;
    for (; *at; at = &(*at)->next) {
        if ((*at)->name == name) {
            (*at)->value = value;
            return;
        }
    }
    *at = arena.make<Attribute>(name, value, nullptr);
}

bool removeAttribute(Attribute*& attributes, std::string_view name, std::string_view* removed)
{
    for (Attribute** at = &attributes; *at; at = &(*at)->next) {
        if ((*at)->name == name) {
            if (removed)
                *removed = (*at)->value;
            *at = (*at)->next;
            return true;
        }
    }
    return false;
}

std::size_t listNameLength(std::string_view text, std::size_t at)
{
    if (at >= text.size() || !isWord(text[at]))
        return 0;
    std::size_t end = at + 1;
    while (end < text.size() && (isWord(text[end]) || text[end] == '-'))
        ++end;
    return end - at;
}

namespace {

bool startsAt(std::string_view text, std::size_t at, std::string_view what) { return text.compare(at, what.size(), what) == 0; }

/// Position behind white space that ends with the first newline; 0 where something else stands on the line.
std::size_t restOfLine(std::string_view text, std::size_t at)
{
    while (at < text.size() && isSpace(text[at])) {
        if (text[at++] == '\n')
            return at;
    }
    return 0;
}

/// The closing brace of a body that starts at `at`, such that `accepts` takes what follows it. A brace behind a
/// backslash closes only where nothing else does. npos: none.
template<class Accepts>
std::size_t closingBrace(std::string_view text, std::size_t at, Accepts accepts)
{
    std::vector<std::size_t> escaped;
    std::size_t i = at;
    while (i < text.size() && text[i] != '}') {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '}') {
            escaped.push_back(i + 1);
            ++i;
        }
        ++i;
    }
    if (i < text.size() && i > at && accepts(i + 1))
        return i;
    for (auto brace = escaped.rbegin(); brace != escaped.rend(); ++brace) {
        if (accepts(*brace + 1))
            return *brace;
    }
    return none;
}

} // namespace

BraceMatch matchBlockList(std::string_view text, std::size_t at)
{
    if (!startsAt(text, at, "{:") || at + 2 >= text.size() || text[at + 2] == ':' || text[at + 2] == '/')
        return {};
    const std::size_t brace
        = closingBrace(text, at + 2, [&](std::size_t after) { return restOfLine(text, after) != 0; });
    if (brace == none)
        return {};
    return {{}, text.substr(at + 2, brace - at - 2), false, restOfLine(text, brace + 1)};
}

BraceMatch matchBlockListLine(std::string_view text, std::size_t at)
{
    const std::size_t start = skipOptionalSpaces(text, at);
    return start < text.size() && text[start] == '{' ? matchBlockList(text, start) : BraceMatch {};
}

BraceMatch matchNamedList(std::string_view text, std::size_t at)
{
    const std::size_t start = skipOptionalSpaces(text, at);
    if (!startsAt(text, start, "{:"))
        return {};
    const std::size_t length = listNameLength(text, start + 2);
    if (length == 0 || start + 2 + length >= text.size() || text[start + 2 + length] != ':')
        return {};
    const std::size_t body = start + 2 + length + 1;
    const std::size_t brace = closingBrace(text, body, [&](std::size_t after) { return restOfLine(text, after) != 0; });
    if (brace == none)
        return {};
    return {text.substr(start + 2, length), text.substr(body, brace - body), false, restOfLine(text, brace + 1)};
}

BraceMatch matchSpanList(std::string_view text, std::size_t at)
{
    // What has the form of an extension or of its end is none, known or not.
    if (!startsAt(text, at, "{:") || matchExtensionStart(text, at) || matchExtensionStop(text, at))
        return {};
    const std::size_t brace = closingBrace(text, at + 2, [](std::size_t) { return true; });
    if (brace == none)
        return {};
    return {{}, text.substr(at + 2, brace - at - 2), false, brace + 1};
}

BraceMatch matchExtensionStart(std::string_view text, std::size_t at)
{
    if (!startsAt(text, at, "{::"))
        return {};
    std::size_t nameEnd = at + 3;
    while (nameEnd < text.size() && isWord(text[nameEnd]))
        ++nameEnd;
    if (nameEnd == at + 3 || nameEnd >= text.size())
        return {};
    BraceMatch match;
    match.name = text.substr(at + 3, nameEnd - at - 3);
    std::size_t i = nameEnd;
    if (isSpace(text[i])) {
        const std::size_t body = ++i;
        // The body is as short as possible: it ends at the first brace that no backslash precedes.
        while (i < text.size() && text[i] != '}')
            i += text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '}' ? 2 : 1;
        if (i >= text.size())
            return {};
        match.isClosed = i > body && text[i - 1] == '/';
        match.body = text.substr(body, i - body - (match.isClosed ? 1 : 0));
    } else {
        match.isClosed = text[i] == '/';
        if (match.isClosed)
            ++i;
        if (i >= text.size() || text[i] != '}')
            return {};
    }
    match.end = i + 1;
    return match;
}

BraceMatch matchExtensionStop(std::string_view text, std::size_t at)
{
    if (!startsAt(text, at, "{:/"))
        return {};
    const std::size_t length = listNameLength(text, at + 3);
    const std::size_t end = at + 3 + length;
    if (end >= text.size() || text[end] != '}')
        return {};
    return {text.substr(at + 3, length), {}, false, end + 1};
}

BraceMatch matchItemList(std::string_view text, std::size_t at)
{
    const std::size_t start = skipSpace(text, at);
    // What begins like a named list, an extension or the end of one is none.
    const std::size_t name = start + 2 + listNameLength(text, start + 2);
    if (name < text.size() && (text[name] == ':' || (text[name] == '/' && name == start + 2)))
        return {};
    BraceMatch match = matchSpanList(text, start);
    if (match)
        match.end = skipSpace(text, match.end);
    return match;
}

} // namespace lectern::markdown
