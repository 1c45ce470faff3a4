// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/arena.h"
#include "core/markdown/node.h"

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace lectern::markdown {

/// Attributes and references of `{: .class #id key="value" ref}`, in the order they were first named.
struct AttributeList {
    struct Reference {
        std::string_view name;
        Reference* next = nullptr;
    };
    Attribute* attributes = nullptr;
    Reference* references = nullptr;

    [[nodiscard]] bool refersTo(std::string_view name) const
    {
        for (const Reference* at = references; at; at = at->next)
            if (at->name == name)
                return true;
        return false;
    }
};

/// Named lists (`{:name: .class}`), by name.
using NamedLists = std::unordered_map<std::string_view, AttributeList*>;

/// Reads the inside of a list's braces into `list`. Views into `text` are kept.
void readAttributeList(Arena& arena, std::string_view text, AttributeList& list);
/// Adds `from` to `to` as a second list on the same element does.
void mergeAttributeLists(Arena& arena, AttributeList& to, const AttributeList& from);
/// Puts the list and what it refers to on an element's attributes; classes are joined, others replaced.
void applyAttributeList(Arena& arena, Attribute*& attributes, const AttributeList& list, const NamedLists& named);
/// Sets one attribute, in place where it exists.
void setAttribute(Arena& arena, Attribute*& attributes, std::string_view name, std::string_view value);
/// Takes an attribute away; its value through `removed` where it existed.
bool removeAttribute(Attribute*& attributes, std::string_view name, std::string_view* removed = nullptr);

/// The brace constructs at some position of a text. `end` 0: not there.
struct BraceMatch {
    std::string_view name; ///< of a named list or an extension
    std::string_view body; ///< what stands inside
    bool isClosed = false; ///< `{::name /}`
    std::size_t end = 0;
    explicit operator bool() const { return end != 0; }
};
/// `{: … }`, not `{::` and not `{:/`, with only white space up to the end of its line.
[[nodiscard]] BraceMatch matchBlockList(std::string_view text, std::size_t at);
/// The same behind up to three spaces.
[[nodiscard]] BraceMatch matchBlockListLine(std::string_view text, std::size_t at);
/// `{:name: … }` on a line.
[[nodiscard]] BraceMatch matchNamedList(std::string_view text, std::size_t at);
/// `{: … }` inside a text.
[[nodiscard]] BraceMatch matchSpanList(std::string_view text, std::size_t at);
/// `{::name options}` and `{::name options /}`, without looking at what follows.
[[nodiscard]] BraceMatch matchExtensionStart(std::string_view text, std::size_t at);
/// `{:/}` and `{:/name}`.
[[nodiscard]] BraceMatch matchExtensionStop(std::string_view text, std::size_t at);
/// The list right behind a list item's marker: white space, list, white space. `end` is behind all of it.
[[nodiscard]] BraceMatch matchItemList(std::string_view text, std::size_t at);
/// Length of a name `\w[\w-]*` at `at`.
[[nodiscard]] std::size_t listNameLength(std::string_view text, std::size_t at);

} // namespace lectern::markdown
