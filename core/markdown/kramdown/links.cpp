// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/reports.h"
#include "core/markdown/kramdown/spanparser.h"

namespace lectern::markdown {

using namespace chars;

namespace {
constexpr int linkAttempt = 8;
constexpr int imageAttempt = 9;
constexpr std::size_t bracketSlot = 4;
constexpr std::size_t angleSlot = 5;
} // namespace

bool SpanParser::parseLink()
{
    const bool isImage = m_text[m_pos] == '!';
    const std::size_t from = m_pos;
    const std::size_t inside = m_pos + (isImage ? 2 : 1);
    if (inside >= m_text.size() || m_text[inside] == '^')
        return false;
    const auto asText = [&] {
        m_pos = inside;
        addText(from, inside);
        return true;
    };
    if (!isImage && (m_links > 0 || m_images > 0))
        return asText();
    const std::uint64_t key = attemptKey(from, isImage ? imageAttempt : linkAttempt);
    if (isAbsent("]", bracketSlot, inside) || (!m_failed.empty() && m_failed.contains(key)))
        return asText();
    Node* link = newSpan(isImage ? NodeKind::Image : NodeKind::Link, from, inside);
    m_pos = inside;
    const std::size_t reports = m_context.diagnostics.size();
    bool done = readLinkText(link, isImage);
    if (done) {
        const std::string_view label = m_text.substr(inside, m_pos - inside);
        ++m_pos;
        done = readLinkTarget(link, label);
    }
    if (!done) {
        m_failed.insert(key);
        takeBackReports(m_context, reports);
        return asText();
    }
    link->range.to = range(from, m_pos).to;
    appendChild(m_tree, link);
    return true;
}

bool SpanParser::readLinkText(Node* link, bool isImage)
{
    Stop stop;
    stop.kind = Stop::Bracket;
    int& open = isImage ? m_images : m_links;
    ++open;
    const bool found = parseUntil(link, stop, SpanRules::All);
    --open;
    return found;
}

bool SpanParser::readLinkTarget(Node* link, std::string_view label)
{
    std::string_view key;
    const bool hasKey = readReference(link, label, &key);
    if (hasKey || at(m_pos) != '(') {
        const LinkDefinition* definition = m_context.findLink(key.empty() ? unescaped(label) : key);
        if (!definition)
            return false;
        if (definition->mark && definition->mark->ial) {
            link->ial = definition->mark->ial;
            applyAttributeList(m_context.arena, link->attributes, *link->ial, m_context.namedLists);
        }
        addLink(link, definition->url, definition->hasTitle ? &definition->title : nullptr, label);
        return true;
    }
    return readInlineTarget(link, label);
}

bool SpanParser::readReference(Node*, std::string_view, std::string_view* key)
{
    const std::size_t open = skipSpace(m_text, m_pos);
    if (at(open) != '[')
        return false;
    const std::size_t close = m_text.find(']', open + 1);
    if (close == none)
        return false;
    *key = m_text.substr(open + 1, close - open - 1);
    m_pos = close + 1;
    return true;
}

bool SpanParser::readInlineTarget(Node* link, std::string_view label)
{
    std::string_view url;
    const std::size_t newline = std::min(m_text.find('\n', m_pos), m_text.size());
    const std::size_t angle = at(m_pos + 1) == '<' ? m_text.find('>', m_pos + 2) : none;
    if (angle != none && angle < newline) {
        url = m_text.substr(m_pos + 2, angle - m_pos - 2);
        m_pos = angle + 1;
        if (at(m_pos) == ')') {
            ++m_pos;
            addLink(link, url, nullptr, label);
            return true;
        }
    } else {
        // Up to the bracket that closes the first one, or to a blank before a quote.
        int open = 0;
        std::size_t end = m_pos;
        std::size_t seen = m_pos;
        for (; end < m_text.size(); ++end) {
            const char c = m_text[end];
            const bool beforeTitle = isSpace(c) && (at(end + 1) == '"' || at(end + 1) == '\'');
            if (c != '(' && c != ')' && !beforeTitle)
                continue;
            seen = end + 1;
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (beforeTitle || open == 0)
                break;
        }
        m_context.spend(qint64(end - m_pos) / 16);
        url = strip(m_text.substr(m_pos + 1, seen - m_pos < 2 ? 0 : seen - m_pos - 2));
        m_pos = seen;
        if (open == 0) {
            addLink(link, url, nullptr, label);
            return true;
        }
    }
    std::string_view title;
    if (!readTitle(&title))
        return false;
    addLink(link, url, &title, label);
    return true;
}

bool SpanParser::readTitle(std::string_view* title)
{
    const std::size_t open = skipSpace(m_text, m_pos);
    const char quote = at(open);
    if (quote != '"' && quote != '\'')
        return false;
    for (std::size_t close = m_text.find(quote, open + 2); close != none; close = m_text.find(quote, close + 1)) {
        const std::size_t end = skipSpace(m_text, close + 1);
        m_context.spend();
        if (at(end) != ')')
            continue;
        *title = m_text.substr(open + 1, close - open - 1);
        m_pos = end + 1;
        return true;
    }
    return false;
}

void SpanParser::addLink(Node* link, std::string_view url, const std::string_view* title, std::string_view label)
{
    const bool isImage = link->kind == NodeKind::Image;
    Arena& arena = m_context.arena;
    setAttribute(arena, link->attributes, isImage ? "src" : "href", url);
    if (isImage) {
        setAttribute(arena, link->attributes, "alt", unescaped(label));
        link->first = link->last = nullptr;
    }
    if (title)
        setAttribute(arena, link->attributes, "title", *title);
}

std::string_view SpanParser::unescaped(std::string_view text) const
{
    if (text.find('\\') == none)
        return text;
    constexpr std::string_view escapable = "\\.*_+`<>()[]{}#!:|\"'$=-";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && escapable.find(text[i + 1]) != none)
            ++i;
        result += text[i];
    }
    return m_context.arena.copy(result);
}

namespace {

/// Behind `<`: end of an address of a scheme that is linked; 0: none.
std::size_t schemeEnd(std::string_view text, std::size_t at)
{
    for (std::string_view scheme : {"mailto:", "https:", "http:", "ftps:", "ftp:"}) {
        if (text.compare(at, scheme.size(), scheme) == 0)
            return at + scheme.size();
    }
    return 0;
}

/// Behind `<`: position of the `>` of what passes for a mail address; 0: none.
std::size_t mailEnd(std::string_view text, std::size_t at)
{
    const auto skipName = [&](std::size_t pos) {
        while (pos < text.size()) {
            const CodePoint c = decode(text, pos);
            if (c.value != U'-' && c.value != U'_' && c.value != U'.' && !isAlnum(c.value))
                break;
            pos += c.length;
        }
        return pos;
    };
    const std::size_t sign = skipName(at);
    if (sign == at || sign >= text.size() || text[sign] != '@')
        return 0;
    const std::size_t end = skipName(sign + 1);
    return end > sign + 1 && end < text.size() && text[end] == '>' ? end : 0;
}

} // namespace

bool SpanParser::parseAutolink()
{
    const std::size_t inside = m_pos + 1;
    std::string_view address;
    bool isMail = false;
    std::size_t close = 0;
    if (const std::size_t scheme = schemeEnd(m_text, inside)) {
        if (isAbsent(">", angleSlot, scheme))
            return false;
        close = m_text.find('>', scheme + 1);
        if (close == none || scheme >= m_text.size() || m_text.find('\n', inside) < close)
            return false;
        address = m_text.substr(inside, close - inside);
    } else {
        close = mailEnd(m_text, inside);
        if (close == 0)
            return false;
        address = m_text.substr(inside, close - inside);
        isMail = true;
    }
    Node* link = addSpan(NodeKind::Link, m_pos, close + 1);
    const std::string_view url = isMail ? m_context.arena.copy("mailto:" + std::string(address)) : address;
    setAttribute(m_context.arena, link->attributes, "href", url);
    const std::size_t skipped = address.starts_with("mailto:") ? 7 : 0;
    appendText(m_context, link, m_source.sub(inside + skipped, close - inside - skipped), m_textKind);
    m_pos = close + 1;
    return true;
}

bool SpanParser::parseFootnoteReference()
{
    if (at(m_pos + 1) != '^')
        return false;
    const std::size_t length = listNameLength(m_text, m_pos + 2);
    if (length == 0 || at(m_pos + 2 + length) != ']')
        return false;
    const std::size_t end = m_pos + 3 + length;
    const std::string_view name = m_text.substr(m_pos + 2, length);
    const auto found = m_context.footnotes.find(name);
    if (found == m_context.footnotes.end()) {
        addText(m_pos, end);
    } else {
        Node* reference = addSpan(NodeKind::FootnoteReference, m_pos, end);
        reference->extra = name;
        reference->target = found->second.content;
    }
    m_pos = end;
    return true;
}

} // namespace lectern::markdown
