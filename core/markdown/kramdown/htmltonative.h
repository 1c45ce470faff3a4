// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"

#include <string>

namespace lectern::markdown {

/// kramdown's `html_to_native`: an HTML element becomes the kind of node that Markdown would have made of it,
/// with what it holds, and so is written as that kind is. What has no such kind stays an element; its text
/// loses white space that nobody sees.
class HtmlToNative {
public:
    explicit HtmlToNative(Context& context)
        : m_context(context)
    {
    }

    /// Changes an element that was read to its end. Calling it again on what it made is harmless.
    void convert(Node* element);

private:
    /// What happens to what an element holds.
    struct Mode {
        bool isConverted = true;
        bool keepsBlanks = false; ///< white space in texts stays as written
    };

    void convert(Node* element, Mode mode);
    bool convertByName(Node* element);
    void convertSimple(Node* element, NodeKind kind, Mode mode);
    void convertChildren(Node* element, Mode mode);
    void keepElement(Node* element, Mode mode);
    void convertEmphasis(Node* element, NodeKind kind);
    void convertHeading(Node* element);
    void convertCode(Node* element, bool isBlock);
    void convertFormula(Node* element);
    void convertText(Node* text, bool keepsBlanks);
    void placeText(Node* before, std::size_t from, std::size_t to, bool keepsBlanks);
    void placeReference(Node* before, std::size_t from, std::size_t to);
    void wrapTexts(Node* element);

    Context& m_context;
};

/// The element is from now on of another kind; nothing but its attributes and contents is left of it.
void become(Node* element, NodeKind kind);
/// The bytes of all texts inside, before anything of them is converted.
void collectTexts(const Node* node, std::string& to);
/// Whether a `script` is one for MathJax.
[[nodiscard]] bool isFormula(const Node* element);

/// The tables among them, see nativetables.cpp. True where Markdown could have made such a table.
[[nodiscard]] bool isSimpleTable(const Node* table);
/// Puts the parts of a table whose contents are converted in order: alignments, heads, a body.
void settleNativeTable(Context& context, Node* table);

} // namespace lectern::markdown
