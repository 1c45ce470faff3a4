// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"
#include "core/markdown/kramdown/placelists.h"

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lectern::markdown {

/// What happens to a tree of blocks until it can be written: spans are read, attribute lists applied,
/// abbreviations and line breaks put in, headings and footnotes given their names and numbers.
class TreeFinisher {
public:
    explicit TreeFinisher(Context& context)
        : m_context(context)
    {
    }

    /// Returns the footnotes in the order of their first references.
    std::vector<const Node*> finish(Node* root);

    /// An identifier that a heading got: `base`, counted with those of its kind.
    struct HeadingId {
        bool isGfm = false;
        std::string base;
        std::string id;
    };
    /// finish() by parts, for pages without footnotes: prepare(), then each part in the order of the text.
    /// Returns the identifiers that were given.
    void prepare();
    std::vector<HeadingId> finishPart(Node* root);
    /// Takes the identifiers of a part that was finished before as given; false where they would be others
    /// now.
    bool countAgain(const std::vector<HeadingId>& ids);

private:
    void readSpans(Node* parent);
    void replaceRawText(Node* raw);
    void keepHeadingText(Node* heading);
    void markAbbreviations(Node* parent);
    void splitAtAbbreviations(Node* text);
    std::size_t findAbbreviation(std::string_view text, std::size_t from, std::size_t* length) const;
    [[nodiscard]] bool isNamedByText(const Node* node) const;
    void breakLines(Node* parent);
    void splitAtBreaks(Node* text, std::string_view mark);
    void nameHeadings(Node* parent, bool insideHtml);
    void numberFootnotes(Node* parent);
    void nameTerms(Node* list);
    static void settleRanges(Node* node, qsizetype size);

    Context& m_context;
    std::vector<std::string_view> m_abbreviations; ///< longest first
    std::unordered_map<std::string, int> m_gfmIds;
    std::unordered_map<std::string, int> m_oldIds;
    std::vector<HeadingId> m_given; ///< in the part at hand
    std::vector<const Node*> m_footnotes;
    PlaceLists m_placeLists;
    std::unordered_map<const Node*, std::uint32_t> m_footnoteNumbers;
    std::unordered_map<const Node*, std::uint32_t> m_references; ///< to a footnote, but for the first
    std::unordered_set<const Node*> m_written; ///< footnotes that come before what is numbered: no more links back
};

} // namespace lectern::markdown
