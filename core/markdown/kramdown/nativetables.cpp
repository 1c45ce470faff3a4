// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmltags.h"
#include "core/markdown/kramdown/htmltonative.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace lectern::markdown {

using namespace chars;

namespace {

bool isCell(const Node* node)
{
    return node->text == "td" || node->text == "th";
}

template<class Predicate> bool allChildren(const Node* node, Predicate predicate)
{
    for (const Node* child = node->first; child; child = child->next) {
        if (!predicate(child))
            return false;
    }
    return true;
}

bool holdsNoBlocks(const Node* node)
{
    return allChildren(node, [](const Node* child) {
        return (child->kind == NodeKind::Text || !html::tagInfo(child->text).isBlock) && holdsNoBlocks(child);
    });
}

bool cellsHoldNoBlocks(const Node* node)
{
    return isCell(node) ? holdsNoBlocks(node) : allChildren(node, cellsHoldNoBlocks);
}

void collectRows(const Node* node, std::vector<const Node*>& rows)
{
    if (node->text == "tr") {
        rows.push_back(node);
        return;
    }
    for (const Node* child = node->first; child; child = child->next)
        collectRows(child, rows);
}

/// What a style says of a text's alignment, and where.
struct AlignmentWish {
    std::size_t from = 0;
    std::size_t to = 0; ///< 0: nothing
    std::string_view word;
};

AlignmentWish findAlignment(std::string_view style, std::initializer_list<std::string_view> words)
{
    static constexpr std::string_view property = "text-align:";
    for (std::size_t at = style.find(property); at != none; at = style.find(property, at + 1)) {
        const std::size_t value = skipSpace(style, at + property.size());
        for (std::string_view word : words) {
            if (value > at + property.size() && style.compare(value, word.size(), word) == 0)
                return { at, value + word.size(), word };
        }
    }
    return {};
}

std::string_view styleOf(const Node* cell)
{
    const std::string_view* style = cell->attribute("style");
    return style ? *style : std::string_view();
}

/// The words of a row's cells; none where one has a word that Markdown has no mark for.
std::optional<std::vector<std::string_view>> alignmentsIn(const Node* row)
{
    std::vector<std::string_view> words;
    for (const Node* cell = row->first; cell; cell = cell->next) {
        if (!isCell(cell))
            continue;
        const std::string_view word
            = findAlignment(styleOf(cell), { "center", "left", "right", "justify", "inherit" }).word;
        if (word == "justify" || word == "inherit")
            return {};
        words.push_back(word);
    }
    return words;
}

/// All rows have as many cells, aligned alike.
bool rowsAreAlike(const Node* table)
{
    std::vector<const Node*> rows;
    collectRows(table, rows);
    std::optional<std::vector<std::string_view>> first;
    std::size_t count = 0;
    for (const Node* row : rows) {
        auto words = alignmentsIn(row);
        if (!words || (first && *words != *first) || (count != 0 && words->size() != count))
            return false;
        count = words->size();
        if (!first)
            first = std::move(words);
    }
    return true;
}

bool hasRowsOf(const Node* part, std::string_view cells)
{
    return allChildren(part, [cells](const Node* row) {
        return (row->text == "tr" || row->kind == NodeKind::Text)
            && allChildren(row,
                [cells](const Node* cell) { return cell->text == cells || cell->kind == NodeKind::Text; });
    });
}

} // namespace

bool isSimpleTable(const Node* table)
{
    if (!cellsHoldNoBlocks(table) || !rowsAreAlike(table))
        return false;
    if (hasRowsOf(table, "td"))
        return true;
    bool hasBody = false;
    return allChildren(table, [&hasBody](const Node* part) {
        hasBody |= part->text == "tbody";
        return part->kind == NodeKind::Text || (part->text == "thead" && hasRowsOf(part, "th"))
            || ((part->text == "tfoot" || part->text == "tbody") && hasRowsOf(part, "td"));
    }) && hasBody;
}

namespace {

/// Takes a cell's alignment out of its style.
Alignment takeAlignment(Context& context, Node* cell)
{
    const std::string_view style = styleOf(cell);
    const AlignmentWish wish = findAlignment(style, { "center", "left", "right" });
    if (wish.to == 0)
        return Alignment::Default;
    std::size_t from = wish.from;
    while (from > 0 && isSpace(style[from - 1]))
        --from;
    from = from > 0 && style[from - 1] == ';' ? from - 1 : wish.from;
    const std::string rest = std::string(style.substr(0, from)) + std::string(style.substr(wish.to));
    if (strip(rest).empty())
        removeAttribute(cell->attributes, "style");
    else
        setAttribute(context.arena, cell->attributes, "style", context.arena.copy(rest));
    return wish.word == "center" ? Alignment::Center
        : wish.word == "left"    ? Alignment::Left
                                 : Alignment::Right;
}

/// Of the last row: all are alike.
void takeAlignments(Context& context, Node* node, std::vector<Alignment>& alignments)
{
    const bool isRow = node->kind == NodeKind::TableRow;
    if (isRow)
        alignments.clear();
    for (Node* child = node->first; child; child = child->next) {
        if (isRow)
            alignments.push_back(takeAlignment(context, child));
        else
            takeAlignments(context, child, alignments);
    }
}

} // namespace

void settleNativeTable(Context& context, Node* table)
{
    std::vector<Alignment> alignments;
    takeAlignments(context, table, alignments);
    auto* kept = reinterpret_cast<std::uint8_t*>(context.arena.bytes(alignments.size() + 1));
    std::transform(
        alignments.begin(), alignments.end(), kept, [](Alignment one) { return std::uint8_t(one); });
    table->alignments = kept;
    table->number = std::uint32_t(alignments.size());
    if (!table->first || table->first->kind != NodeKind::TableRow)
        return;
    Node* body = context.newNode(NodeKind::TableBody, table->range);
    while (Node* row = table->first) {
        removeChild(row);
        appendChild(body, row);
    }
    appendChild(table, body);
}

} // namespace lectern::markdown
