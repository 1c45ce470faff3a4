// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/spanparser.h"

#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmltags.h"

namespace lectern::markdown {

using namespace chars;

namespace {

/// Characters at which a span or the end of one may start; a blank counts before a line's end or `>>`.
constexpr std::array<bool, 256> specialCharacters = [] {
    std::array<bool, 256> table {};
    for (char c : std::string_view("*_`<[!\"'${&-.\\ >~]"))
        table[std::uint8_t(c)] = true;
    return table;
}();

} // namespace

SpanParser::SpanParser(Context& context, const Chunk& source, NodeKind textKind)
    : m_context(context), m_source(source), m_text(source.text), m_textKind(textKind)
{
    m_absentFrom.fill(none);
}

void SpanParser::parse(Node* parent, SpanRules rules)
{
    Stop stop;
    parseUntil(parent, stop, rules);
}

bool SpanParser::parseUntil(Node* element, Stop& stop, SpanRules rules)
{
    Node* const outer = m_tree;
    m_tree = element;
    bool found = false;
    ++m_context.depth;
    if (m_context.depth > Context::deepest * 2) {
        m_context.report("markdown.limit", range(m_pos, m_text.size()), "depth");
        addText(m_pos, m_text.size());
        m_pos = m_text.size();
    }
    while (m_pos < m_text.size()) {
        const std::size_t next = m_context.isSpent() ? none : nextCandidate(m_pos, stop, rules);
        if (next == none) {
            if (stop.kind == Stop::None || m_context.isSpent()) {
                addText(m_pos, m_text.size());
                m_pos = m_text.size();
            }
            break;
        }
        addText(m_pos, next);
        m_pos = next;
        m_context.spend();
        if (stop.kind != Stop::None && stopsHere(element, stop)) {
            found = true;
            break;
        }
        if (!parseSpan(rules)) {
            const std::size_t length = lengthAt(m_text, m_pos);
            addText(m_pos, m_pos + length);
            m_pos += length;
        }
    }
    --m_context.depth;
    m_tree = outer;
    return found;
}

std::size_t SpanParser::nextCandidate(std::size_t from, const Stop& stop, SpanRules rules) const
{
    if (rules == SpanRules::Html)
        return m_text.find('<', from);
    if (rules == SpanRules::CodeAndHtml)
        return m_text.find_first_of("<`", from);
    const bool wantsBracket = stop.kind == Stop::Bracket;
    for (std::size_t at = from; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (!specialCharacters[std::uint8_t(c)])
            continue;
        if (c == '"' || c == '\'') {
            // The rules for quotes look at the character before, too.
            return at == from ? at : at - decodeBefore(m_text, at).length;
        }
        if (c == ']' ? wantsBracket : isCandidate(at))
            return at;
    }
    return none;
}

bool SpanParser::isCandidate(std::size_t pos) const
{
    const char next = at(pos + 1);
    switch (m_text[pos]) {
    case '!':
        return next == '[';
    case '-':
        return next == '-';
    case '.':
        return next == '.' && at(pos + 2) == '.';
    case ' ':
        return (next == ' ' && at(pos + 2) == '\n') || (next == '>' && at(pos + 2) == '>');
    case '>':
        return next == '>';
    case '~':
        return next == '~';
    case '$':
        return next == '$';
    case '{':
        return next == ':';
    default:
        return true;
    }
}

bool SpanParser::stopsHere(const Node* element, Stop& stop) const
{
    switch (stop.kind) {
    case Stop::Delimiter:
        return hasAt(m_pos, stop.text) && closesEmphasis(element, stop);
    case Stop::CloseTag:
        return html::matchCloseTagOf(m_text, m_pos, stop.text, stop.anyCase) != 0;
    case Stop::Bracket: {
        const bool closes = at(m_pos) == ']';
        if (!closes && at(m_pos) != '[' && !hasAt(m_pos, "!["))
            return false;
        stop.open += closes ? -1 : 1;
        // The brackets of images that were read meanwhile were never closed here.
        int images = 0;
        for (const Node* child = element->first; child; child = child->next)
            images += child->kind == NodeKind::Image ? 1 : 0;
        return stop.open == images;
    }
    case Stop::None:
        break;
    }
    return false;
}

bool SpanParser::closesEmphasis(const Node* element, const Stop& stop) const
{
    if (!element->first || isSpace(at(m_pos - 1)))
        return false;
    const char mark = stop.text.front();
    const std::size_t length = stop.text.size();
    if (length == 1 && at(m_pos + 1) == mark && at(m_pos + 2) != mark)
        return false;
    return mark != '_' || !isAlnum(decode(m_text, m_pos + length).value);
}

bool SpanParser::parseSpan(SpanRules rules)
{
    const char head = m_text[m_pos];
    if (rules != SpanRules::All) {
        if (head == '<')
            return parseHtml();
        return rules == SpanRules::CodeAndHtml && head == '`' && parseCode();
    }
    if (m_context.options.smartOnly)
        return parseSmart();
    switch (head) {
    case '*':
    case '_':
        return parseEmphasis();
    case '`':
        return parseCode();
    case '<':
        if (parseAutolink() || parseHtml())
            return true;
        break;
    case '[':
        if (parseFootnoteReference() || parseLink())
            return true;
        break;
    case '!':
        if (at(m_pos + 1) == '[' && parseLink())
            return true;
        break;
    default:
        break;
    }
    if (head != '\\' && parseQuotes())
        return true;
    switch (head) {
    case '$':
        return parseMath();
    case '{':
        return parseBraces();
    case '&':
        return parseEntity();
    case ' ':
        return parseSymbol() || parseLineBreak();
    case '-':
    case '.':
    case '<':
    case '>':
        return parseSymbol();
    case '\\':
        return parseBackslash();
    case '~':
        return parseStrikethrough();
    default:
        return false;
    }
}

bool SpanParser::parseSmart()
{
    const char head = m_text[m_pos];
    if (head != '\\' && parseQuotes())
        return true;
    switch (head) {
    case '&':
        return parseEntity();
    case '<':
        return parseSymbol() || parseHtml();
    case ' ':
    case '-':
    case '.':
    case '>':
    case '\\':
        return parseSymbol();
    default:
        return false;
    }
}

bool SpanParser::parseBackslash()
{
    if (parseSymbol() || parseLineBreak())
        return true;
    constexpr std::string_view escapable = "\\.*_+`<>()[]{}#!:|\"'$=-";
    const char next = at(m_pos + 1);
    if (m_pos + 1 >= m_text.size())
        return false;
    if (escapable.find(next) == none && !(next == '~' && m_context.options.gfmInput))
        return false;
    // The backslash is part of the text's range, not of the text.
    const std::size_t from = m_pos;
    m_pos += 2;
    addMadeText(m_text.substr(from + 1, 1), from, m_pos);
    return true;
}

bool SpanParser::parseLineBreak()
{
    if (m_context.options.gfmInput && m_context.options.hardWrap)
        return false;
    if (!hasAt(m_pos, "  \n") && !hasAt(m_pos, "\\\\\n"))
        return false;
    addSpan(NodeKind::LineBreak, m_pos, m_pos + 2);
    m_pos += 2;
    return true;
}

bool SpanParser::isAbsent(std::string_view what, std::size_t slot, std::size_t from)
{
    if (from >= m_absentFrom[slot])
        return true;
    if (m_text.find(what, from) != none)
        return false;
    m_absentFrom[slot] = from;
    return true;
}

std::uint64_t SpanParser::attemptKey(std::size_t at, int kind) const
{
    const int context = (m_emphasis ? 1 : 0) | (m_strong ? 2 : 0) | (m_links ? 4 : 0) | (m_images ? 8 : 0);
    return std::uint64_t(at) << 8 | std::uint64_t(kind) << 4 | std::uint64_t(context);
}

void SpanParser::addText(std::size_t from, std::size_t to)
{
    if (to > from)
        appendText(m_context, m_tree, m_source.sub(from, to - from), m_textKind);
}

void SpanParser::addMadeText(std::string_view text, std::size_t from, std::size_t to)
{
    appendMadeText(m_context, m_tree, text, range(from, to), m_textKind);
}

Node* SpanParser::newSpan(NodeKind kind, std::size_t from, std::size_t to)
{
    Node* node = m_context.newNode(kind, range(from, to));
    node->isSpan = true;
    return node;
}

Node* SpanParser::addSpan(NodeKind kind, std::size_t from, std::size_t to)
{
    Node* node = newSpan(kind, from, to);
    appendChild(m_tree, node);
    return node;
}

TextRange SpanParser::range(std::size_t from, std::size_t to) const
{
    return {m_source.toSource(from), m_source.endToSource(to)};
}

} // namespace lectern::markdown
