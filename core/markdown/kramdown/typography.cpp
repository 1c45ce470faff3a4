// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/typography.h"

#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/spanparser.h"

namespace lectern::markdown {

using namespace chars;

namespace {

bool isQuote(char c) { return c == '"' || c == '\''; }

bool isPunctuation(char c)
{
    constexpr std::string_view marks = "!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~";
    return marks.find(c) != none;
}

/// True when a letter, digit or underscore of any script starts at `at`.
bool isWordAt(std::string_view text, std::size_t at) { return at < text.size() && isWordUnicode(decode(text, at).value); }

/// The quote at `at` stands before marks of emphasis that hold something.
bool opensEmphasis(std::string_view text, std::size_t at)
{
    std::size_t end = at + 1;
    for (int count = 0; count < 2 && end < text.size() && (text[end] == '*' || text[end] == '_'); ++count)
        ++end;
    // One mark less may do, then the next mark itself is what they hold.
    if (end == at + 1)
        return false;
    return (end < text.size() && !isSpace(text[end])) || end == at + 3;
}

/// The quote at `at` stands before punctuation that ends something: not before three dots, not before a word.
bool endsAtPunctuation(std::string_view text, std::size_t at)
{
    const std::size_t mark = at + 1;
    if (mark >= text.size() || !isPunctuation(text[mark]) || text.compare(mark + 1, 2, "..") == 0)
        return false;
    return (text[mark] == '_') == isWordAt(text, mark + 1);
}

bool endsWordAt(std::string_view text, std::size_t at)
{
    const std::size_t next = at + 1;
    if (next >= text.size() || isSpace(text[next]))
        return true;
    return text[next] == 's' && !isWordAt(text, next + 1);
}

bool isDecade(std::string_view text, std::size_t at)
{
    return at + 2 < text.size() && isDigit(text[at]) && isDigit(text[at + 1]) && text[at + 2] == 's';
}

} // namespace

bool SpanParser::parseQuotes()
{
    const std::string_view text = m_text;
    const std::size_t from = m_pos;
    const std::size_t length = lengthAt(text, from);
    const bool startsWithQuote = isQuote(text[from]);
    if (!startsWithQuote && !isQuote(at(from + length)))
        return false;
    // Rules that look at the quote only.
    if (startsWithQuote && (opensEmphasis(text, from) || endsAtPunctuation(text, from))) {
        addQuote(text[from], opensEmphasis(text, from), from);
        return true;
    }
    // A blank before the quote may belong to it.
    const bool blankFirst = !startsWithQuote && isSpace(text[from]);
    const std::size_t quote = blankFirst ? from + 1 : from;
    const bool isAtQuote = startsWithQuote || blankFirst;
    const auto before = [&](std::size_t end) { addText(from, end); };
    if (isAtQuote && isQuote(at(quote + 1)) && at(quote + 1) != at(quote) && isWord(at(quote + 2))) {
        before(quote);
        addQuote(at(quote), true, quote);
        addQuote(at(quote + 1), true, quote + 1);
        return true;
    }
    if (isAtQuote && at(quote) == '\'' && isDecade(text, quote + 1)) {
        before(quote);
        addQuote('\'', false, quote);
        return true;
    }
    if (blankFirst && isWord(at(quote + 1))) {
        before(quote);
        addQuote(at(quote), true, quote);
        return true;
    }
    constexpr std::string_view opening = " \\\t\r\n[{(-";
    const std::size_t second = from + length;
    if (opening.find(text[from]) == none && isQuote(at(second))) {
        before(second);
        addQuote(at(second), false, second);
        return true;
    }
    if (startsWithQuote && endsWordAt(text, from)) {
        addQuote(text[from], false, from);
        return true;
    }
    // Whatever is left opens. Any one character may stand before the quote.
    // Single quotes are tried first.
    const bool singleFirst = startsWithQuote && text[from] == '\'' && at(second) != '\'';
    const std::size_t last = isQuote(at(second)) && !singleFirst ? second : from;
    before(last);
    addQuote(at(last), true, last);
    return true;
}

void SpanParser::addQuote(char mark, bool isOpening, std::size_t at)
{
    Node* quote = addSpan(NodeKind::SmartQuote, at, at + 1);
    quote->number = (mark == '"' ? 2u : 0u) + (isOpening ? 0u : 1u);
    m_pos = at + 1;
}

bool SpanParser::parseSymbol()
{
    if (m_context.options.gfmInput && !m_context.options.autoTypography)
        return false;
    for (std::size_t i = 0; i < typography::symbols.size(); ++i) {
        const typography::Symbol& symbol = typography::symbols[i];
        if (!hasAt(m_pos, symbol.source))
            continue;
        const std::size_t end = m_pos + symbol.source.size();
        Node* node = addSpan(NodeKind::Symbol, m_pos, end);
        node->number = std::uint32_t(i);
        m_pos = end;
        return true;
    }
    return false;
}

bool SpanParser::parseEntity()
{
    const entities::Reference reference = entities::matchReference(m_text, m_pos);
    if (reference.end == 0)
        return false;
    const char32_t codePoint
        = reference.name.empty() ? reference.codePoint : entities::codePointOf(reference.name);
    const std::size_t from = m_pos;
    if (!reference.name.empty() && codePoint == 0) {
        // An unknown name: its ampersand stands for itself.
        Node* ampersand = addSpan(NodeKind::Entity, from, from + 1);
        ampersand->number = '&';
        m_pos = reference.end;
        addText(from + 1, reference.end);
        return true;
    }
    Node* entity = addSpan(NodeKind::Entity, from, reference.end);
    entity->text = m_text.substr(from, reference.end - from);
    entity->number = std::uint32_t(codePoint);
    m_pos = reference.end;
    return true;
}

} // namespace lectern::markdown
