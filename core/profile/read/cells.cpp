// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/cells.h"

#include "core/profile/profile.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/inline.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/tags.h"

#include <algorithm>

namespace lectern::profile {
namespace {

/// An element with what is in it. Elements that are never closed are left out: their content belongs to those
/// around.
struct Element {
    HtmlTag tag;
    TextRange range;
    TextRange inner;
    int parent = -1;
    std::vector<int> children;
    bool closed = false;
};

bool isHeading(const QByteArray& name)
{
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}
bool makesBlock(const QByteArray& name)
{
    return isBlockElement(name) || isHeading(name);
}

/// The block elements of a range, found in one pass.
class Elements {
public:
    Elements(QByteArrayView bytes, TextRange range)
        : m_bytes(bytes)
    {
        std::vector<int> open;
        bool comments = true;
        for (qsizetype at = range.from; at < range.to; ++at) {
            if (bytes[at] != '<')
                continue;
            if (comments && bytes.sliced(at).startsWith("<!--")) {
                const qsizetype close = bytes.first(range.to).indexOf("-->", at + 4);
                comments = close >= 0;
                at = comments ? close + 2 : at;
                continue;
            }
            const auto tag = tagAt(bytes, at, range.to);
            if (!tag)
                continue;
            at = tag->range.to - 1;
            if (tag->selfClosing || !makesBlock(tag->name))
                continue;
            if (!tag->closing) {
                all.push_back({ *tag, tag->range, { tag->range.to, tag->range.to },
                    open.empty() ? -1 : open.back(), {}, false });
                open.push_back(int(all.size()) - 1);
            } else {
                close(open, *tag);
            }
        }
        for (int i = 0; i < int(all.size()); ++i) {
            if (!all[size_t(i)].closed)
                continue;
            int parent = all[size_t(i)].parent;
            while (parent >= 0 && !all[size_t(parent)].closed)
                parent = all[size_t(parent)].parent;
            if (parent >= 0)
                all[size_t(parent)].children.push_back(i);
            else
                roots.push_back(i);
        }
    }

    const Element& operator[](int i) const { return all[size_t(i)]; }
    /// The words of the first element that has some.
    QString firstText() const { return roots.empty() ? QString() : words(roots.front()); }
    QString words(int i) const { return visibleText(m_bytes, all[size_t(i)].inner); }

    /// The words of the first piece of an element's text: a date may stand in a `<span>` with nothing behind
    /// it.
    QString firstWords(int i) const
    {
        const Spans spans = scanInline(m_bytes, trimmed(m_bytes, all[size_t(i)].inner));
        return spans.empty() ? QString() : visibleText(m_bytes, spans, 0, spans.front().end);
    }

    std::vector<Element> all;
    std::vector<int> roots;

private:
    void close(std::vector<int>& open, const HtmlTag& tag)
    {
        auto opener = std::find_if(
            open.rbegin(), open.rend(), [&](int i) { return all[size_t(i)].tag.name == tag.name; });
        if (opener == open.rend())
            return;
        Element& element = all[size_t(*opener)];
        element.closed = true;
        element.inner.to = tag.range.from;
        element.range.to = tag.range.to;
        open.resize(size_t(open.rend() - opener) - 1);
    }

    QByteArrayView m_bytes;
};

bool isWholeDate(const QString& words)
{
    return !words.isEmpty() && words.size() < 60 && readDate(words).start.has_value();
}

/// "2025–26 Awarded …", "2024.05: …": words that begin with a date.
bool beginsWithDate(const QString& words)
{
    const QString head = words.left(48);
    for (qsizetype end = head.indexOf(u' '); end > 0; end = head.indexOf(u' ', end + 1)) {
        if (isWholeDate(head.left(end)))
            return true;
    }
    return isWholeDate(words);
}

class RowFinder {
public:
    RowFinder(QByteArrayView bytes, TextRange block)
        : m_bytes(bytes)
        , m_block(block)
        , m_elements(bytes, block)
    {
    }

    std::vector<TextRange> run()
    {
        for (const int root : m_elements.roots)
            rowsOf(root, 0);
        return m_rows.size() > 1 || m_listed ? std::move(m_rows) : std::vector<TextRange>();
    }

private:
    void add(TextRange range)
    {
        const qsizetype start = std::max(m_block.from, lineStart(m_bytes, range.from));
        if (trimmed(m_bytes, { start, range.from }).isEmpty())
            range.from = start;
        const qsizetype end = nextLine(m_bytes, range.to, m_block.to);
        if (trimmed(m_bytes, { range.to, end }).isEmpty())
            range.to = end;
        if (m_rows.empty() || range.from >= m_rows.back().to)
            m_rows.push_back(range);
    }

    void rowsOf(int index, int depth)
    {
        const Element& element = m_elements[index];
        const QByteArray& name = element.tag.name;
        if (depth > 24)
            return;
        if (name == "ul" || name == "ol")
            return listed(element, "li");
        if (name == "tr")
            return tableRow(element);
        if (name == "dl")
            return definitions(element);
        if (name != "table" && name != "tbody" && dated(element))
            return;
        const bool table = name == "table" || name == "tbody";
        qsizetype gap = element.inner.from;
        for (const int child : element.children) {
            if (table)
                addHidden({ gap, m_elements[child].range.from });
            rowsOf(child, depth + 1);
            gap = m_elements[child].range.to;
        }
        if (table)
            addHidden({ gap, element.inner.to });
    }

    void addHidden(TextRange gap)
    {
        std::vector<TextRange> rows;
        hiddenRows(gap, rows);
        for (const TextRange row : rows)
            add(row);
    }

    void listed(const Element& element, const char* name)
    {
        std::vector<TextRange> rows;
        qsizetype gap = element.inner.from;
        for (const int child : element.children) {
            hiddenRows({ gap, m_elements[child].range.from }, rows);
            if (m_elements[child].tag.name == name && !m_elements.words(child).isEmpty())
                rows.push_back(m_elements[child].range);
            gap = m_elements[child].range.to;
        }
        hiddenRows({ gap, element.inner.to }, rows);
        for (const TextRange row : rows)
            add(row);
        m_listed = !m_rows.empty();
    }

    /// `<!-- <li>…</li> -->` between the rows of a list or a table; in a grid any elements in a comment.
    void hiddenRows(TextRange gap, std::vector<TextRange>& rows, bool grid = false) const
    {
        for (qsizetype at = gap.from; (at = m_bytes.first(gap.to).indexOf("<!--", at)) >= 0;) {
            const qsizetype close = m_bytes.first(gap.to).indexOf("-->", at + 4);
            if (close < 0)
                return;
            const TextRange inner = trimmed(m_bytes, { at + 4, close });
            const auto tag = tagAt(m_bytes, inner.from, inner.to);
            const Elements elements(m_bytes, inner);
            const bool row = tag && (tag->name == "li" || tag->name == "tr") && elements.roots.size() == 1;
            if (tag && (row || (grid && beginsWithDate(elements.firstText()))) && !elements.roots.empty()
                && !elements.words(elements.roots.front()).isEmpty())
                rows.push_back({ at, close + 3 });
            at = close + 3;
        }
    }

    void tableRow(const Element& element)
    {
        const bool cells = std::any_of(element.children.begin(), element.children.end(),
            [&](int child) { return m_elements[child].tag.name == "td"; });
        if (cells && !visibleText(m_bytes, element.inner).isEmpty()) {
            add(element.range);
            m_listed = true;
        }
    }

    void definitions(const Element& element)
    {
        for (size_t i = 0; i < element.children.size(); ++i) {
            if (m_elements[element.children[i]].tag.name != "dt")
                continue;
            TextRange range = m_elements[element.children[i]].range;
            while (i + 1 < element.children.size() && m_elements[element.children[i + 1]].tag.name == "dd")
                range.to = m_elements[element.children[++i]].range.to;
            add(range);
            m_listed = true;
        }
    }

    /// Elements beside one another, each with a date, or a date and then what belongs to it.
    bool dated(const Element& element)
    {
        const auto& children = element.children;
        if (children.size() < 2)
            return false;
        std::vector<size_t> whole;
        std::vector<size_t> begin;
        for (size_t i = 0; i < children.size(); ++i) {
            const QString words = m_elements.words(children[i]);
            if (isWholeDate(words))
                whole.push_back(i);
            if (beginsWithDate(words) || isWholeDate(m_elements.firstWords(children[i])))
                begin.push_back(i);
        }
        if (whole.size() > 1 && whole.size() < children.size()) {
            std::vector<TextRange> rows;
            for (size_t k = 0; k < whole.size(); ++k) {
                const size_t last = k + 1 < whole.size() ? whole[k + 1] - 1 : children.size() - 1;
                rows.push_back(
                    { m_elements[children[whole[k]]].range.from, m_elements[children[last]].range.to });
            }
            return addGrid(element, std::move(rows));
        }
        if (begin.size() < 2 || begin.size() * 2 < children.size())
            return false;
        std::vector<TextRange> rows;
        for (const size_t i : begin)
            rows.push_back(m_elements[children[i]].range);
        return addGrid(element, std::move(rows));
    }

    /// Rows of a grid with those that are hidden between them.
    bool addGrid(const Element& element, std::vector<TextRange> rows)
    {
        std::vector<TextRange> hidden;
        qsizetype gap = element.inner.from;
        for (const int child : element.children) {
            hiddenRows({ gap, m_elements[child].range.from }, hidden, true);
            gap = m_elements[child].range.to;
        }
        hiddenRows({ gap, element.inner.to }, hidden, true);
        for (TextRange& row : rows) {
            // What is hidden behind a row's date is a row of its own.
            for (const TextRange comment : hidden) {
                if (row.contains(comment))
                    row.to = comment.from;
            }
            row = trimmed(m_bytes, row);
        }
        rows.insert(rows.end(), hidden.begin(), hidden.end());
        std::sort(rows.begin(), rows.end(), [](TextRange a, TextRange b) { return a.from < b.from; });
        for (const TextRange row : rows)
            add(row);
        return true;
    }

    QByteArrayView m_bytes;
    TextRange m_block;
    Elements m_elements;
    std::vector<TextRange> m_rows;
    bool m_listed = false;
};

Cells barCells(QByteArrayView bytes, TextRange row)
{
    Cells out;
    qsizetype from = row.from + 1;
    for (qsizetype at = from; at <= row.to; ++at) {
        const bool bar = at == row.to || (bytes[at] == '|' && bytes[at - 1] != '\\');
        if (!bar)
            continue;
        const TextRange cell = trimmed(bytes, { from, at });
        if (!cell.isEmpty())
            out.cells.push_back({ cell, false });
        from = at + 1;
    }
    return out;
}

} // namespace

Cells cellsOf(QByteArrayView bytes, TextRange row)
{
    row = trimmed(bytes, row);
    if (row.isEmpty())
        return {};
    const bool lines = slice(bytes, row).contains('\n') || slice(bytes, row).contains('\r');
    if (bytes[row.from] == '|' && !lines)
        return barCells(bytes, row);
    if (bytes[row.from] != '<')
        return {};
    const auto tag = tagAt(bytes, row.from, row.to);
    if (!tag || !makesBlock(tag->name))
        return {};
    Cells out;
    out.html = true;
    const Elements elements(bytes, row);
    for (int i = 0; i < int(elements.all.size()); ++i) {
        const Element& element = elements[i];
        const bool leaf = element.closed && element.children.empty();
        if (leaf && element.tag.name != "style" && element.tag.name != "script"
            && !elements.words(i).isEmpty())
            out.cells.push_back({ trimmed(bytes, element.inner), isHeading(element.tag.name) });
    }
    return out;
}

std::vector<TextRange> htmlRows(QByteArrayView bytes, TextRange block)
{
    return RowFinder(bytes, block).run();
}

std::vector<TextRange> tableRows(QByteArrayView bytes, TextRange block)
{
    std::vector<TextRange> rows;
    std::vector<TextRange> all; // of a table without a head
    bool head = true;
    for (qsizetype at = block.from; at < block.to;) {
        const qsizetype end = nextLine(bytes, at, block.to);
        const QByteArrayView line = slice(bytes, trimmed(bytes, { at, end }));
        const bool rule = line.size() > 2 && std::all_of(line.begin(), line.end(), [](char c) {
            return QByteArrayView("|-: ").contains(c);
        }) && line.contains('-');
        if (rule)
            head = false;
        else if (std::any_of(line.begin(), line.end(), isWordByte))
            (head ? all : rows).push_back({ at, end });
        at = end;
    }
    return head ? all : rows;
}

} // namespace lectern::profile
