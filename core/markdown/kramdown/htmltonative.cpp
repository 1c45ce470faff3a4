// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/htmltonative.h"

#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/entities.h"
#include "core/markdown/kramdown/htmltags.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace lectern::markdown {

using namespace chars;

namespace {

/// What is known of an element's name.
struct NameRules {
    std::optional<NodeKind> kind; ///< becomes this without further conditions
    bool dropsTexts = false; ///< text right inside it is nothing
    bool wrapsTexts = false; ///< text right inside it goes into paragraphs
    bool dropsBlanks = false; ///< white space between its blocks is nothing
    bool isTrimmed = false; ///< white space at its ends is nothing
};

const NameRules& rulesOf(std::string_view name)
{
    using enum NodeKind;
    static const auto table = [] {
        std::unordered_map<std::string_view, NameRules> rules;
        const auto each = [&rules](std::initializer_list<std::string_view> names, auto change) {
            for (std::string_view one : names)
                change(rules[one]);
        };
        static constexpr std::pair<std::string_view, NodeKind> kinds[] = { { "blockquote", Quote },
            { "hr", Rule }, { "br", LineBreak }, { "img", Image }, { "p", Paragraph }, { "thead", TableHead },
            { "tbody", TableBody }, { "tfoot", TableFoot }, { "tr", TableRow }, { "td", TableCell },
            { "th", TableCell }, { "ul", BulletList }, { "ol", OrderedList }, { "dl", DefinitionList },
            { "li", ListItem }, { "dt", Term }, { "dd", Definition } };
        for (const auto& [name, kind] : kinds)
            rules[name].kind = kind;
        each({ "html", "head", "hgroup", "ol", "ul", "dl", "table", "colgroup", "tbody", "thead", "tfoot",
                 "tr", "select", "optgroup" },
            [](NameRules& rule) { rule.dropsTexts = true; });
        const auto flow = { std::string_view("body"), std::string_view("section"), std::string_view("nav"),
            std::string_view("article"), std::string_view("aside"), std::string_view("header"),
            std::string_view("footer"), std::string_view("address"), std::string_view("div"),
            std::string_view("li"), std::string_view("dd"), std::string_view("blockquote"),
            std::string_view("fieldset"), std::string_view("form") };
        each(flow, [](NameRules& rule) { rule.wrapsTexts = rule.dropsBlanks = rule.isTrimmed = true; });
        each({ "figure", "figcaption" }, [](NameRules& rule) { rule.wrapsTexts = rule.dropsBlanks = true; });
        each({ "td", "th" }, [](NameRules& rule) { rule.dropsBlanks = rule.isTrimmed = true; });
        each({ "caption", "dl", "dt", "figcaption", "legend", "p" },
            [](NameRules& rule) { rule.isTrimmed = true; });
        return rules;
    }();
    static const NameRules plain;
    const auto found = table.find(name);
    return found == table.end() ? plain : found->second;
}

/// As kramdown sorts kinds when it looks for what must not stand in a paragraph: not quite what is a block.
bool countsAsBlock(const Node* node)
{
    switch (node->kind) {
    case NodeKind::HtmlElement:
    case NodeKind::Comment:
    case NodeKind::Instruction:
    case NodeKind::Math:
        return !node->isSpan;
    case NodeKind::TableHead:
    case NodeKind::TableBody:
    case NodeKind::TableFoot:
    case NodeKind::TableRow:
    case NodeKind::EndOfBlock:
    case NodeKind::RawText:
        return false;
    case NodeKind::Raw:
        return !node->isSpan;
    default:
        return node->kind < NodeKind::Text;
    }
}

void dropTexts(Node* element)
{
    Node* next = nullptr;
    for (Node* child = element->first; child; child = next) {
        next = child->next;
        if (child->kind == NodeKind::Text)
            removeChild(child);
    }
}

void trim(Node* element)
{
    if (Node* first = element->first; first && first->kind == NodeKind::Text)
        first->text = stripLeft(first->text);
    if (Node* last = element->last; last && last->kind == NodeKind::Text)
        last->text = stripRight(last->text);
}

void dropBlanks(Node* element)
{
    std::vector<Node*> blanks;
    for (Node* child = element->first; child; child = child->next) {
        if (child->kind == NodeKind::Text && strip(child->text).empty()
            && (!child->previous || !child->next
                || (countsAsBlock(child->previous) && countsAsBlock(child->next))))
            blanks.push_back(child);
    }
    for (Node* blank : blanks)
        removeChild(blank);
}

/// Every run of white space as one space. Text that has none but single spaces stays where it is.
std::string_view withoutRuns(Context& context, std::string_view text)
{
    const auto isKept = [&](std::size_t at) {
        return !isSpace(text[at]) || (text[at] == ' ' && (at == 0 || !isSpace(text[at - 1])));
    };
    std::size_t at = 0;
    while (at < text.size() && isKept(at))
        ++at;
    if (at == text.size())
        return text;
    std::string result;
    for (at = 0; at < text.size(); ++at) {
        if (!isSpace(text[at]))
            result += text[at];
        else if (at == 0 || !isSpace(text[at - 1]))
            result += ' ';
    }
    return context.arena.copy(result);
}

} // namespace

void HtmlToNative::convert(Node* element)
{
    convert(element, {});
}

void HtmlToNative::convert(Node* element, Mode mode)
{
    if (element->kind == NodeKind::Comment || element->kind == NodeKind::Instruction) {
        element->isSpan = false;
        return;
    }
    if (element->kind != NodeKind::HtmlElement)
        return;
    if (!mode.isConverted) {
        keepElement(element, mode);
        return;
    }
    if (convertByName(element))
        return;
    const NameRules& rules = rulesOf(element->text);
    if (rules.dropsTexts)
        dropTexts(element);
    if (rules.kind)
        convertSimple(element, *rules.kind, mode);
    else
        keepElement(element, mode);
    if (rules.isTrimmed)
        trim(element);
    if (rules.dropsBlanks)
        dropBlanks(element);
    if (rules.wrapsTexts)
        wrapTexts(element);
}

bool HtmlToNative::convertByName(Node* element)
{
    const std::string_view name = element->text;
    if (name == "em" || name == "i" || name == "strong" || name == "b") {
        convertEmphasis(element, name == "em" || name == "i" ? NodeKind::Emphasis : NodeKind::Strong);
    } else if (name == "a") {
        if (element->attribute("href"))
            convertSimple(element, NodeKind::Link, {});
        else
            keepElement(element, { false, false });
    } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        convertHeading(element);
    } else if (name == "code" || name == "pre") {
        convertCode(element, name == "pre");
    } else if (name == "textarea") {
        keepElement(element, { true, true });
    } else if (name == "script" && isFormula(element)) {
        convertFormula(element);
    } else if (name == "script") {
        keepElement(element, {});
    } else if (name == "table" && isSimpleTable(element)) {
        dropTexts(element);
        convertChildren(element, {});
        become(element, NodeKind::Table);
        settleNativeTable(m_context, element);
    } else if (name == "table") {
        keepElement(element, { false, false });
    } else {
        return false;
    }
    return true;
}

void HtmlToNative::convertSimple(Node* element, NodeKind kind, Mode mode)
{
    // What is inside asks for the name that it stands in.
    convertChildren(element, mode);
    become(element, kind);
}

void HtmlToNative::keepElement(Node* element, Mode mode)
{
    const html::TagInfo info = html::tagInfo(element->text);
    element->isSpan = info.isSpan;
    element->model = mode.isConverted ? info.model : ContentModel::Raw;
    element->isClosed = false;
    element->ial = nullptr;
    convertChildren(element, mode);
}

void HtmlToNative::convertChildren(Node* element, Mode mode)
{
    const bool holdsSpans = html::tagInfo(element->text).model == ContentModel::Span;
    Node* next = nullptr;
    for (Node* child = element->first; child; child = next) {
        next = child->next;
        if (child->kind == NodeKind::Text) {
            convertText(child, mode.keepsBlanks || !mode.isConverted);
        } else {
            convert(child, mode);
            if (child->kind == NodeKind::Comment || child->kind == NodeKind::Instruction)
                child->isSpan = holdsSpans;
        }
    }
}

void HtmlToNative::convertEmphasis(Node* element, NodeKind kind)
{
    std::string text;
    collectTexts(element, text);
    if (!text.empty() && (isSpace(text.front()) || isSpace(text.back())))
        keepElement(element, { false, false });
    else
        convertSimple(element, kind, {});
}

void HtmlToNative::convertHeading(Node* element)
{
    const auto level = std::uint8_t(element->text[1] - '0');
    std::string text;
    collectTexts(element, text);
    convertSimple(element, NodeKind::Heading, {});
    element->level = level;
    // What its identifier is made of where headings are named by their source. It may be empty, but it is
    // there.
    element->extra = text.empty() ? std::string_view("") : m_context.arena.copy(text);
}

/// Puts texts and characters in a text's place.
void HtmlToNative::convertText(Node* node, bool keepsBlanks)
{
    const std::string_view text = node->text;
    std::size_t from = 0;
    for (std::size_t at = text.find('&'); at != none; at = text.find('&', at)) {
        const entities::Reference reference = entities::matchReference(text, at);
        if (!reference.end) {
            ++at;
            continue;
        }
        // An empty text before a reference is there, too: white space behind it is not the first.
        placeText(node, from, at, keepsBlanks);
        const bool isKnown = reference.name.empty() || entities::codePointOf(reference.name) != 0;
        from = isKnown ? reference.end : at + 1;
        placeReference(node, at, from);
        at = from;
    }
    if (from < text.size())
        placeText(node, from, text.size(), keepsBlanks);
    removeChild(node);
}

namespace {

/// Where a part of a text stands in the source, as far as that is known.
TextRange rangeIn(const Node* text, std::size_t from, std::size_t to)
{
    if (text->capacity != 0 || !text->map)
        return text->range;
    return { text->map->toSource(text->mapBase + from), text->map->endToSource(text->mapBase + to) };
}

} // namespace

void HtmlToNative::placeText(Node* before, std::size_t from, std::size_t to, bool keepsBlanks)
{
    Node* part = m_context.newNode(NodeKind::Text, rangeIn(before, from, to));
    part->isSpan = true;
    part->text = before->text.substr(from, to - from);
    if (!keepsBlanks)
        part->text = withoutRuns(m_context, part->text);
    insertBefore(before, part);
}

void HtmlToNative::placeReference(Node* before, std::size_t from, std::size_t to)
{
    static constexpr std::string_view quotes[] = { "lsquo", "rsquo", "ldquo", "rdquo" };
    static constexpr std::pair<std::string_view, std::uint32_t> symbols[]
        = { { "mdash", 0 }, { "ndash", 1 }, { "hellip", 2 }, { "laquo", 7 }, { "raquo", 8 } };
    Node* part = m_context.newNode(NodeKind::Entity, rangeIn(before, from, to));
    part->isSpan = true;
    insertBefore(before, part);
    if (to == from + 1) {
        part->number = '&'; // of a reference that nobody knows
        return;
    }
    const std::string_view written = before->text.substr(from, to - from);
    const std::string_view name = entities::matchReference(written, 0).name;
    if (const auto* quote = std::find(std::begin(quotes), std::end(quotes), name);
        quote != std::end(quotes)) {
        part->kind = NodeKind::SmartQuote;
        part->number = std::uint32_t(quote - std::begin(quotes));
        return;
    }
    for (const auto& [symbol, number] : symbols) {
        if (symbol == name) {
            part->kind = NodeKind::Symbol;
            part->number = number;
            return;
        }
    }
    part->number
        = name.empty() ? entities::matchReference(written, 0).codePoint : entities::codePointOf(name);
    part->text = written;
}

void HtmlToNative::wrapTexts(Node* element)
{
    Node* paragraph = nullptr;
    Node* next = nullptr;
    for (Node* child = element->first; child; child = next) {
        next = child->next;
        if (countsAsBlock(child)) {
            paragraph = nullptr;
            continue;
        }
        if (!paragraph) {
            paragraph = m_context.newNode(NodeKind::Paragraph, child->range);
            paragraph->isTransparent = true;
            insertBefore(child, paragraph);
        }
        removeChild(child);
        appendChild(paragraph, child);
        paragraph->range.to = std::max(paragraph->range.to, child->range.to);
    }
}

} // namespace lectern::markdown
