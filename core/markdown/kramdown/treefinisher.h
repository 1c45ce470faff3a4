// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace lectern::markdown {

/// What happens to a tree of blocks until it can be written: spans are read, attribute lists applied, abbreviations and
/// line breaks put in, headings and footnotes given their names and numbers.
class TreeFinisher {
public:
    explicit TreeFinisher(Context& context) : m_context(context) {}

    /// Returns the footnotes in the order of their first references.
    std::vector<const Node*> finish(Node* root);

private:
    void readSpans(Node* parent);
    void replaceRawText(Node* raw);
    void keepHeadingText(Node* heading);
    void markAbbreviations(Node* parent);
    void splitAtAbbreviations(Node* text);
    std::size_t findAbbreviation(std::string_view text, std::size_t from, std::size_t* length) const;
    void breakLines(Node* parent);
    void splitAtBreaks(Node* text, std::string_view mark);
    void nameHeadings(Node* parent, bool insideHtml);
    void numberFootnotes(Node* parent);
    void nameTerms(Node* list);
    static void settleRanges(Node* node);

    Context& m_context;
    std::vector<std::string_view> m_abbreviations; ///< longest first
    std::unordered_map<std::string, int> m_gfmIds;
    std::unordered_map<std::string, int> m_oldIds;
    std::vector<const Node*> m_footnotes;
    std::unordered_map<const Node*, std::uint32_t> m_footnoteNumbers;
};

} // namespace lectern::markdown
