// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>

namespace lectern::markdown {

/// Which rules take part. Tables look for code and HTML only, the inside of some HTML elements for HTML only.
enum class SpanRules : std::uint8_t { All, Html, CodeAndHtml };

/// Reads the spans of one text. One instance per text: it remembers which attempts failed where, so that none is made
/// twice (kramdown itself makes them again and again and takes seconds over twenty `![`).
class SpanParser {
public:
    SpanParser(Context& context, const Chunk& source, NodeKind textKind = NodeKind::Text);

    /// Reads the whole text into `parent`.
    void parse(Node* parent, SpanRules rules = SpanRules::All);

private:
    /// What ends the span at hand.
    struct Stop {
        enum Kind : std::uint8_t { None, Delimiter, Bracket, CloseTag } kind = None;
        bool anyCase = false; ///< CloseTag
        std::string_view text; ///< Delimiter: the marks; CloseTag: the name
        int open = 1; ///< Bracket: brackets that are open
    };

    bool parseUntil(Node* element, Stop& stop, SpanRules rules);
    [[nodiscard]] std::size_t nextCandidate(std::size_t from, const Stop& stop, SpanRules rules) const;
    [[nodiscard]] bool isCandidate(std::size_t at) const;
    bool stopsHere(const Node* element, Stop& stop) const;
    [[nodiscard]] bool closesEmphasis(const Node* element, const Stop& stop) const;
    bool parseSpan(SpanRules rules);
    bool parseSmart();
    bool parseAngle(SpanRules rules);
    bool parseBackslash();
    bool parseBracket();

    // emphasis.cpp
    bool parseEmphasis();
    bool tryEmphasis(std::string_view marks, NodeKind kind, std::size_t from);
    bool parseStrikethrough();
    // links.cpp
    bool parseLink();
    bool readLinkText(Node* link, bool isImage);
    bool readLinkTarget(Node* link, std::string_view label);
    bool readReference(Node* link, std::string_view label, std::string_view* key);
    bool readInlineTarget(Node* link, std::string_view label);
    bool readTitle(std::string_view* title);
    void addLink(Node* link, std::string_view url, const std::string_view* title, std::string_view label);
    [[nodiscard]] std::string_view unescaped(std::string_view text) const;
    bool parseAutolink();
    bool parseFootnoteReference();
    // spanhtml.cpp
    bool parseHtml();
    void readElement(Node* element, bool isParsed);
    // spanextensions.cpp
    bool parseBraces();
    bool parseExtension();
    bool parseMath();
    // codespans.cpp
    bool parseCode();
    // typography.cpp
    bool parseQuotes();
    bool parseSymbol();
    bool parseEntity();
    bool parseLineBreak();
    void addQuote(char mark, bool isOpening, std::size_t at);
    void addSymbol(std::uint32_t symbol, std::size_t length);

    void addText(std::size_t from, std::size_t to);
    void addMadeText(std::string_view text, std::size_t from, std::size_t to);
    Node* addSpan(NodeKind kind, std::size_t from, std::size_t to);
    Node* newSpan(NodeKind kind, std::size_t from, std::size_t to);
    [[nodiscard]] TextRange range(std::size_t from, std::size_t to) const;
    [[nodiscard]] char at(std::size_t pos) const { return pos < m_text.size() ? m_text[pos] : '\0'; }
    [[nodiscard]] bool hasAt(std::size_t pos, std::string_view what) const { return m_text.compare(pos, what.size(), what) == 0; }
    /// True when no `what` stands at or behind `from`; remembers the answer.
    bool isAbsent(std::string_view what, std::size_t slot, std::size_t from);
    [[nodiscard]] std::uint64_t attemptKey(std::size_t at, int kind) const;

    Context& m_context;
    Chunk m_source;
    std::string_view m_text;
    NodeKind m_textKind;
    std::size_t m_pos = 0;
    Node* m_tree = nullptr;
    // Spans that are open around the position.
    int m_emphasis = 0;
    int m_strong = 0;
    int m_links = 0;
    int m_images = 0;
    std::unordered_set<std::uint64_t> m_failed;
    std::array<std::size_t, 6> m_absentFrom; ///< by slot: from here on the marks do not occur
};

/// A code span at `at` of `text`.
struct CodeMatch {
    std::size_t ticks = 0; ///< length of the opening run
    std::string_view code;
    std::size_t end = 0; ///< 0: no code span starts here; the ticks are text
};
[[nodiscard]] CodeMatch matchCode(std::string_view text, std::size_t at);

} // namespace lectern::markdown
