// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/blockparser.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/spanparser.h"

#include <algorithm>
#include <vector>

namespace lectern::markdown {

using namespace chars;

namespace {

/// Cells that one table may have, padding included: a wide row among many short ones multiplies.
constexpr std::size_t mostCells = 200'000;

/// A bar at `at`, or one further on its line that no backslash precedes.
bool hasBar(std::string_view text, std::size_t at)
{
    if (at < text.size() && text[at] == '|')
        return true;
    for (std::size_t i = at + 1; i < text.size() && text[i - 1] != '\n'; ++i) {
        if (text[i] == '|' && text[i - 1] != '\\')
            return true;
    }
    return false;
}

/// A line of `mark`s, bars and what else a separator is made of; end of its text without trailing blanks, 0: none.
bool isSeparator(std::string_view line, char mark)
{
    bool found = false;
    for (char c : line) {
        if (c == mark)
            found = true;
        else if (c != '+' && c != '|' && c != ':' && c != ' ' && c != '\t')
            return false;
    }
    return found;
}

std::vector<Alignment> alignmentsOf(std::string_view line)
{
    std::vector<Alignment> list;
    std::size_t used = 0; // a colon between two groups of dashes belongs to the first
    for (std::size_t i = line.find('-'); i != none; i = line.find('-', i)) {
        const bool left = i > used && line[i - 1] == ':';
        while (i < line.size() && line[i] == '-')
            ++i;
        const bool right = i < line.size() && line[i] == ':';
        if (left)
            list.push_back(right ? Alignment::Center : Alignment::Left);
        else
            list.push_back(right ? Alignment::Right : Alignment::Default);
        used = i += right ? 1 : 0;
    }
    return list;
}

/// Cuts one row at the bars that stand outside code.
class RowSplitter {
public:
    RowSplitter(Context& context, const Chunk& row) : m_context(context), m_row(row) {}

    std::vector<Chunk> split(bool leadingBar)
    {
        const std::string_view text = m_row.text;
        std::size_t from = 0;
        while (from <= text.size()) {
            // `<code …>…</code>` on one line is kept whole.
            std::size_t open = text.find("<code", from);
            const std::size_t tagEnd = open == none ? none : text.find('>', open);
            const std::size_t close = tagEnd == none ? none : text.find("</code>", tagEnd + 1);
            if (close == none)
                open = text.size();
            splitAtBars(m_row.sub(from, open - from));
            if (close == none)
                break;
            current().add(m_row.sub(open, close + 7 - open));
            from = close + 7;
        }
        return finish(leadingBar);
    }

private:
    ChunkBuilder& current()
    {
        if (m_cells.empty())
            m_cells.emplace_back(m_context);
        return m_cells.back();
    }

    void splitAtBars(const Chunk& part)
    {
        const std::string_view text = part.text;
        std::size_t from = 0;
        std::size_t i = 0;
        for (; i < text.size(); ++i) {
            if (text[i] == '`') {
                const CodeMatch code = matchCode(text, i);
                if (code.end) {
                    current().add(part.sub(from, i - from));
                    addCode(part, code, i);
                    from = code.end;
                    i = code.end - 1;
                } else {
                    i += code.ticks - 1;
                }
            } else if (text[i] == '|') {
                const bool escaped = i > from && text[i - 1] == '\\';
                current().add(part.sub(from, i - from - (escaped ? 1 : 0)));
                if (!escaped)
                    m_cells.emplace_back(m_context);
                from = escaped ? i : i + 1;
            }
        }
        if (!text.empty())
            current().add(part.sub(from, i - from));
    }

    /// Code is written anew with ticks that fit, as it is read a second time with its cell.
    void addCode(const Chunk& part, const CodeMatch& code, std::size_t at)
    {
        std::size_t longest = 0;
        std::size_t run = 0;
        for (char c : code.code) {
            run = c == '`' ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        const std::string ticks = std::string(longest + 1, '`') + (longest > 0 ? " " : "");
        const std::string made
            = ticks + std::string(code.code) + (longest > 0 ? " " : "") + std::string(longest + 1, '`');
        if (part.text.substr(at, code.end - at) == made) {
            current().add(part.sub(at, made.size()));
            return;
        }
        const std::size_t inside = std::size_t(code.code.data() - part.text.data());
        current().addMade(ticks, part.toSource(at));
        current().add(part.sub(inside, code.code.size()));
        current().addMade(made.substr(ticks.size() + code.code.size()), part.toSource(inside + code.code.size()));
    }

    std::vector<Chunk> finish(bool leadingBar)
    {
        std::vector<Chunk> cells;
        for (ChunkBuilder& cell : m_cells) {
            const Chunk chunk = cell.finish();
            const std::string_view inner = strip(chunk.text);
            cells.push_back(inner.empty() ? Chunk {} : chunk.sub(std::size_t(inner.data() - chunk.text.data()), inner.size()));
        }
        if (leadingBar && !cells.empty() && cells.front().text.empty())
            cells.erase(cells.begin());
        if (!cells.empty() && cells.back().text.empty())
            cells.pop_back();
        return cells;
    }

    Context& m_context;
    Chunk m_row;
    std::vector<ChunkBuilder> m_cells;
};

/// kramdown's test that each line of a table has a bar outside code and HTML elements.
bool barsStandOutside(Context& context, const Chunk& table)
{
    if (table.text.find_first_of("`<") == none)
        return true;
    Node* root = context.newNode(NodeKind::Root);
    SpanParser parser(context, table, NodeKind::RawText);
    parser.parse(root, SpanRules::CodeAndHtml);
    bool bar = false;
    for (const Node* child = root->first; child; child = child->next) {
        std::string_view text = child->text;
        while (!text.empty() && text.back() == '\n')
            text.remove_suffix(1);
        const std::size_t lines = text.empty() ? 0 : std::size_t(std::count(text.begin(), text.end(), '\n')) + 1;
        if (child->kind == NodeKind::CodeSpan) {
            if (lines > 2 || (lines == 2 && !bar))
                break;
            if (lines == 2)
                bar = false;
            continue;
        }
        if (lines > 1 && !bar && !hasBar(text.substr(0, text.find('\n')), 0))
            break;
        if (lines > 1)
            bar = false;
        if (lines > 0 && !bar)
            bar = hasBar(lines > 1 ? text.substr(text.rfind('\n') + 1) : text, 0);
    }
    return bar;
}

} // namespace

/// Rows are collected until a separator or the end puts them into a part of the table.
class TableReader {
public:
    TableReader(Context& context, Node* table) : m_context(context), m_table(table) {}

    void addRow(const Chunk& line, bool leadingBar)
    {
        Node* row = m_context.newNode(NodeKind::TableRow, {line.toSource(0), line.endToSource(line.text.size())});
        std::size_t count = 0;
        for (const Chunk& text : RowSplitter(m_context, line).split(leadingBar)) {
            Node* cell = m_context.newNode(NodeKind::TableCell);
            if (text.map) {
                cell->range = {text.toSource(0), text.endToSource(text.text.size())};
                appendText(m_context, cell, text, NodeKind::RawText);
            } else {
                cell->range = {row->last ? row->last->range.to : row->range.from, 0};
                cell->range.to = cell->range.from;
            }
            appendChild(row, cell);
            ++count;
        }
        m_columns = std::max(m_columns, count);
        m_rows.push_back(row);
        ++m_allRows;
    }

    void readSeparator(std::string_view line)
    {
        if (m_rows.empty())
            return;
        if (m_alignments.empty() && !m_hasFooter) {
            close(NodeKind::TableHead, false);
            m_alignments = alignmentsOf(line);
        } else {
            close(NodeKind::TableBody, false);
        }
    }

    void readFooterSeparator()
    {
        if (!m_rows.empty())
            close(NodeKind::TableBody, true);
        m_hasFooter = true;
    }

    /// False where the table has no body.
    bool finish()
    {
        if (!m_rows.empty())
            close(m_hasFooter ? NodeKind::TableFoot : NodeKind::TableBody, false);
        bool hasBody = false;
        for (const Node* part = m_table->first; part; part = part->next)
            hasBody = hasBody || part->kind == NodeKind::TableBody;
        if (!hasBody)
            return false;
        const bool tooLarge = m_columns * m_allRows > mostCells;
        if (tooLarge)
            m_context.report("markdown.limit", m_table->range, "table");
        else
            fillRows();
        m_alignments.resize(m_columns, Alignment::Default);
        auto* alignments = reinterpret_cast<std::uint8_t*>(m_context.arena.bytes(m_columns + 1));
        for (std::size_t i = 0; i < m_columns; ++i)
            alignments[i] = std::uint8_t(m_alignments[i]);
        m_table->alignments = alignments;
        m_table->number = std::uint32_t(m_columns);
        return true;
    }

private:
    void close(NodeKind kind, bool force)
    {
        if (m_hasFooter && kind == NodeKind::TableBody && !force)
            return;
        Node* part = m_context.newNode(kind, {m_rows.front()->range.from, m_rows.back()->range.to});
        for (Node* row : m_rows)
            appendChild(part, row);
        m_rows.clear();
        appendChild(m_table, part);
    }

    void fillRows()
    {
        for (Node* part = m_table->first; part; part = part->next) {
            for (Node* row = part->first; row; row = row->next) {
                std::size_t count = 0;
                for (const Node* cell = row->first; cell; cell = cell->next)
                    ++count;
                for (; count < m_columns; ++count)
                    appendChild(row, m_context.newNode(NodeKind::TableCell, {row->range.to, row->range.to}));
            }
        }
    }

    Context& m_context;
    Node* m_table;
    std::vector<Node*> m_rows;
    std::vector<Alignment> m_alignments;
    std::size_t m_columns = 0;
    std::size_t m_allRows = 0;
    bool m_hasFooter = false;
};

bool BlockParser::parseTable()
{
    const std::size_t start = skipOptionalSpaces(text(), m_pos);
    if (isSpace(at(start)) || !hasBar(text(), start) || !isAfterBoundary())
        return false;
    const bool leadingBar = at(skipSpace(text(), m_pos)) == '|';
    Node* table = newBlock(NodeKind::Table, m_pos, m_pos);
    TableReader reader(m_context, table);
    std::size_t pos = m_pos;
    const auto lineAt = [this](std::size_t from) {
        const std::string_view line = text().substr(from, lineEnd(text(), from) - from);
        const std::size_t newline = line.size() - (line.ends_with('\n') ? 1 : 0);
        std::size_t end = newline;
        while (end > 0 && isBlank(line[end - 1]))
            --end;
        return line.substr(0, end);
    };
    if (isSeparator(lineAt(pos), '-'))
        pos = lineEnd(text(), pos);
    while (pos < text().size() && hasBar(text(), pos) && !m_context.isSpent()) {
        m_context.spend();
        const std::string_view line = lineAt(pos);
        if (isSeparator(line, '-'))
            reader.readSeparator(line);
        else if (isSeparator(line, '='))
            reader.readFooterSeparator();
        else
            reader.addRow(piece(pos, pos + line.size()), leadingBar);
        pos = lineEnd(text(), pos);
    }
    table->range = range(m_pos, pos);
    if (!isBeforeBoundary(pos) || !barsStandOutside(m_context, piece(m_pos, pos - 1)) || !reader.finish())
        return false; // a list that waited for this block is gone, as published
    appendChild(m_tree, table);
    m_pos = pos;
    return true;
}

} // namespace lectern::markdown
