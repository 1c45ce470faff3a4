// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/extensions.h"

#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <utility>

namespace lectern::markdown {

using namespace chars;

namespace {

bool isTrue(std::string_view value)
{
    return !value.empty() && toLowerAscii(strip(value)) != "false";
}

/// A name as Ruby writes symbols, with its colon or without.
std::string_view symbol(std::string_view value)
{
    value = strip(value);
    return value.starts_with(':') ? value.substr(1) : value;
}

QByteArray bytes(std::string_view text)
{
    return { text.data(), qsizetype(text.size()) };
}

bool applyFlag(Options& options, std::string_view name, std::string_view value)
{
    static constexpr std::pair<std::string_view, bool Options::*> flags[]
        = { { "auto_ids", &Options::autoIds }, { "parse_block_html", &Options::parseBlockHtml },
              { "parse_span_html", &Options::parseSpanHtml }, { "html_to_native", &Options::htmlToNative },
              { "footnote_backlink_inline", &Options::footnoteBacklinkInline },
              { "auto_id_stripping", &Options::autoIdStripping },
              { "remove_line_breaks_for_cjk", &Options::joinCjkLines } };
    for (const auto& [flag, member] : flags) {
        if (flag == name) {
            options.*member = isTrue(value);
            return true;
        }
    }
    return false;
}

void applySmartQuotes(Options& options, std::string_view value)
{
    const QList<QByteArray> names = bytes(value).split(',');
    if (names.size() == 4)
        std::copy(names.begin(), names.end(), options.smartQuotes.begin());
}

bool applyText(Options& options, std::string_view name, std::string_view value)
{
    if (name == "auto_id_prefix")
        options.autoIdPrefix = bytes(value);
    else if (name == "footnote_prefix")
        options.footnotePrefix = bytes(value);
    else if (name == "footnote_backlink")
        options.footnoteBacklink = bytes(value);
    else if (name == "smart_quotes")
        applySmartQuotes(options, value);
    else if (name == "entity_output")
        options.entityOutput = symbol(value) == "as_char" ? EntityOutput::AsChar
            : symbol(value) == "as_input"                 ? EntityOutput::AsInput
            : symbol(value) == "symbolic"                 ? EntityOutput::Symbolic
                                                          : EntityOutput::Numeric;
    else if (name == "math_engine")
        options.mathJax = symbol(value) == "mathjax";
    else if (name == "syntax_highlighter")
        options.rouge = symbol(value) == "rouge";
    else
        return false;
    return true;
}

/// A value that is none leaves the option as it was.
void applyNumber(Options& options, std::string_view name, std::string_view value)
{
    bool isNumber = false;
    const int number = bytes(value).toInt(&isNumber);
    if (name == "footnote_nr" && isNumber)
        options.footnoteNumber = std::clamp(number, 0, 1'000'000);
    else if (name == "header_offset" && isNumber)
        options.headerOffset = std::clamp(number, -6, 6);
    else if (name == "toc_levels")
        options.tocLevels = readTocLevels(value).value_or(options.tocLevels);
}

} // namespace

bool isExtension(std::string_view name)
{
    return name == "comment" || name == "nomarkdown" || name == "options";
}

void applyOptions(Context& context, const Attribute* settings)
{
    Options& options = context.options;
    context.hasChangedOptions = true;
    for (; settings; settings = settings->next) {
        const std::string_view name = settings->name;
        const std::string_view value = settings->value;
        if (name == "forbidden_inline_options" || options.forbiddenInlineOptions.contains(bytes(name)))
            continue;
        if (!applyFlag(options, name, value) && !applyText(options, name, value))
            applyNumber(options, name, value);
    }
}

std::optional<std::array<bool, 7>> readTocLevels(std::string_view value)
{
    std::array<bool, 7> levels {};
    const auto level = [](char c) { return c >= '1' && c <= '6' ? std::size_t(c - '0') : 0; };
    if (value.size() == 4 && value.substr(1, 2) == "..") {
        const std::size_t last = level(value[3]);
        for (std::size_t at = level(value[0]); at > 0 && at <= last; ++at)
            levels[at] = true;
        return levels;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (i % 2 == 0 ? level(value[i]) == 0 : value[i] != ',')
            return {};
        if (i % 2 == 0)
            levels[level(value[i])] = true;
    }
    if (value.size() % 2 == 0)
        return {};
    return levels;
}

Node* makeExtension(
    Context& context, const BraceMatch& start, std::string_view body, TextRange range, bool isSpan)
{
    auto* settings = context.arena.make<AttributeList>();
    readAttributeList(context.arena, start.body, *settings);
    if (start.name == "options") {
        applyOptions(context, settings->attributes);
        return nullptr;
    }
    if (start.isClosed)
        return nullptr;
    if (start.name == "comment") {
        Node* comment = context.newNode(NodeKind::Comment, range);
        comment->isSpan = isSpan;
        comment->text = body;
        comment->extra = "comment"; // written with the marks of an HTML comment
        return comment;
    }
    if (start.name != "nomarkdown")
        return nullptr;
    Node* raw = context.newNode(NodeKind::Raw, range);
    raw->isSpan = isSpan;
    raw->text = body;
    for (const Attribute* at = settings->attributes; at; at = at->next) {
        // For other formats than HTML: it stands there and nothing is seen of it.
        if (at->name == "type" && (" " + std::string(at->value) + " ").find(" html ") == std::string::npos)
            raw->isTransparent = true;
    }
    return raw;
}

bool BlockParser::parseExtension()
{
    if (const BraceMatch named = matchNamedList(text(), m_pos)) {
        AttributeList*& list = m_context.namedLists[named.name];
        if (!list)
            list = m_context.arena.make<AttributeList>();
        readAttributeList(m_context.arena, named.body, *list);
        ++m_context.definitions;
        addMark("ald", m_pos, named.end);
        m_pos = named.end;
        return true;
    }
    if (parseExtensionBlock())
        return true;
    const BraceMatch match = matchBlockListLine(text(), m_pos);
    if (!match)
        return false;
    Node* last = m_tree->last;
    const bool afterDefinition = last && last->kind == NodeKind::EndOfBlock
        && (last->text == "link_def" || last->text == "abbrev_def" || last->text == "footnote_def");
    const std::size_t from = m_pos;
    m_pos = match.end;
    if (last && last->kind != NodeKind::Blank && (last->kind != NodeKind::EndOfBlock || afterDefinition)) {
        if (!last->ial)
            last->ial = m_context.arena.make<AttributeList>();
        readAttributeList(m_context.arena, match.body, *last->ial);
        if (!matchBlockListLine(text(), m_pos))
            addMark("ial", from, match.end);
    } else {
        if (!m_waitingList)
            m_waitingList = m_context.arena.make<AttributeList>();
        readAttributeList(m_context.arena, match.body, *m_waitingList);
    }
    return true;
}

bool BlockParser::parseExtensionBlock()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    const BraceMatch open = matchExtensionStart(text(), start);
    const auto restOfLine = [this](std::size_t pos) -> std::size_t {
        while (isSpace(at(pos))) {
            if (at(pos++) == '\n')
                return pos;
        }
        return 0;
    };
    if (!open || !isExtension(open.name) || !restOfLine(open.end))
        return false;
    const std::size_t content = restOfLine(open.end);
    std::size_t bodyEnd = content;
    std::size_t end = content;
    if (!open.isClosed) {
        // The body ends at a line with `{:/}` or `{:/name}`.
        bool found = false;
        for (bodyEnd = content; bodyEnd < text().size() && !found;) {
            const BraceMatch stop = matchExtensionStop(text(), skipOptionalSpaces(text(), bodyEnd));
            end = stop && (stop.name.empty() || stop.name == open.name) ? restOfLine(stop.end) : 0;
            found = end != 0;
            if (!found)
                bodyEnd = lineEnd(text(), bodyEnd);
        }
        if (!found)
            return false;
    }
    const std::size_t from = m_pos;
    std::string_view body = text().substr(content, bodyEnd - content);
    Node* node = makeExtension(m_context, open, body, range(from, end), false);
    m_pos = end;
    if (node) {
        node->ial = m_waitingList;
        m_waitingList = nullptr;
        appendChild(m_tree, node);
    } else if (open.name == "options") {
        addMark("extension", from, end);
    }
    return true;
}

} // namespace lectern::markdown
