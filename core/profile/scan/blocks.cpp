// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/blocks.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/comments.h"
#include "core/profile/scan/lines.h"
#include "core/profile/scan/styledheading.h"
#include "core/profile/scan/taggrid.h"

#include <algorithm>

namespace lectern::profile {

namespace {

bool isBoundary(BlockKind kind)
{
    return kind != BlockKind::Paragraph && kind != BlockKind::Table;
}

class Scanner {
public:
    Scanner(QByteArrayView bytes, TextRange range, const TagGrid& grid, Blocks& out, TextRange comment,
        const HeadingTest& namesSection)
        : m_bytes(bytes)
        , m_at(range.from)
        , m_end(range.to)
        , m_lines(bytes, range.to)
        , m_grid(grid)
        , m_out(out)
        , m_comment(comment)
        , m_namesSection(namesSection)
    {
    }

    void run()
    {
        while (m_at < m_end) {
            const Line line = m_lines.lineAt(m_at);
            if (line.blank)
                m_at = line.range.to;
            else
                block(line);
        }
    }

private:
    Block& push(BlockKind kind, TextRange range, TextRange content)
    {
        Block block;
        block.kind = kind;
        block.range = range;
        block.content = content;
        block.comment = m_comment;
        m_out.push_back(std::move(block));
        m_at = range.to;
        return m_out.back();
    }

    void block(const Line& line)
    {
        switch (m_lines.kindOf(line)) {
        case BlockKind::Heading:
            return heading(line);
        case BlockKind::Anchor:
            push(BlockKind::Anchor, line.range, line.text).name = m_lines.anchorId(line);
            return;
        case BlockKind::Comment:
            return comment(line);
        case BlockKind::Liquid:
            return liquid(line);
        case BlockKind::ListItem:
            return listItem(line);
        case BlockKind::Html:
            return html(line);
        case BlockKind::Code:
            return code(line);
        case BlockKind::Rule:
            push(BlockKind::Rule, line.range, line.text);
            return;
        case BlockKind::Quote:
            return paragraph(line, BlockKind::Quote);
        case BlockKind::Table:
            return paragraph(line, BlockKind::Table);
        default:
            if (isAttributeLine(line))
                return liquid(line);
            return paragraph(line, BlockKind::Paragraph);
        }
    }

    /// "{: #id}" below a heading. Below text it belongs to that, and above text to what follows.
    bool isAttributeLine(const Line& line) const
    {
        const QByteArrayView text = m_lines.rest(line);
        if (!text.startsWith("{:") || !text.endsWith('}'))
            return false;
        if (!m_out.empty() && m_out.back().kind == BlockKind::Heading
            && m_out.back().range.to == line.range.from)
            return true;
        if (line.range.to >= m_end)
            return true;
        const Line next = m_lines.lineAt(line.range.to);
        return next.blank || m_lines.kindOf(next) != BlockKind::Paragraph;
    }

    void heading(const Line& line)
    {
        const TextRange text = trimmed(m_bytes, line.text);
        if (m_bytes[text.from] == '<') {
            const auto tag = tagAt(m_bytes, text.from, m_end);
            Block& block = push(BlockKind::Heading, line.range,
                trimmed(m_bytes, { tag->range.to, m_lines.headingClose(*tag, line) }));
            block.level = tag->name[1] - '0';
            if (const auto id = attributeValue(m_bytes, *tag, "id"))
                block.id = slice(m_bytes, *id).toByteArray();
            return;
        }
        TextRange content = text;
        while (content.from < content.to && m_bytes[content.from] == '#')
            ++content.from;
        const int level = int(content.from - text.from);
        Block& block = push(BlockKind::Heading, line.range, content);
        block.level = level;
        block.content = headingText(content, block.id);
    }

    /// The heading's words without `{#id}` and closing hashes.
    TextRange headingText(TextRange content, QByteArray& id) const
    {
        content = trimmed(m_bytes, content);
        const qsizetype brace = slice(m_bytes, content).lastIndexOf('{');
        if (brace >= 0 && m_bytes[content.to - 1] == '}') {
            QByteArray attributes
                = slice(m_bytes, { content.from + brace + 1, content.to - 1 }).toByteArray().trimmed();
            if (attributes.startsWith(':'))
                attributes = attributes.mid(1).trimmed();
            if (attributes.startsWith('#')) {
                id = attributes.mid(1).split(' ').constFirst();
                content = trimmed(m_bytes, { content.from, content.from + brace });
            }
        }
        TextRange shorter = content;
        while (shorter.to > shorter.from && m_bytes[shorter.to - 1] == '#')
            --shorter.to;
        if (shorter.to < content.to && (shorter.isEmpty() || isBlank(m_bytes[shorter.to - 1])))
            content = trimmed(m_bytes, shorter);
        return content;
    }

    void comment(const Line& line)
    {
        const TextRange text = trimmed(m_bytes, line.text);
        if (m_bytes[text.from] == '[') {
            push(BlockKind::Comment, line.range, text);
            return;
        }
        const qsizetype end = m_lines.commentEnd(text.from);
        const TextRange whole { text.from, end };
        const TextRange inner { text.from + 4, end - 3 };
        qsizetype behind = end;
        while (behind < m_end && isBlank(m_bytes[behind]))
            ++behind;
        const TextRange range { line.range.from,
            behind >= m_end || isEndOfLine(m_bytes[behind]) ? nextLine(m_bytes, behind, m_end) : end };
        if (m_comment.isEmpty() && hide(whole, inner)) {
            m_at = range.to;
            return;
        }
        push(BlockKind::Comment, range, inner);
    }

    /// Lists the blocks of a comment that holds such as a page has; false leaves it a comment.
    bool hide(TextRange whole, TextRange inner)
    {
        // "<!--\n<!-- # Talks": opened twice, closed once.
        while (slice(m_bytes, trimmed(m_bytes, inner)).startsWith("<!--"))
            inner.from = trimmed(m_bytes, inner).from + 4;
        while (inner.from < inner.to && isBlank(m_bytes[inner.from]))
            ++inner.from;
        while (inner.to > inner.from && isBlank(m_bytes[inner.to - 1]))
            --inner.to;
        Blocks blocks;
        const TagGrid grid(m_bytes, inner);
        Scanner(m_bytes, inner, grid, blocks, whole, m_namesSection).run();
        const bool ours = isHiddenPart(m_bytes, inner, blocks, m_out);
        if (ours)
            m_out.insert(
                m_out.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
        return ours;
    }

    void liquid(const Line& line)
    {
        TextRange range = line.range;
        const QByteArrayView text = m_lines.rest(line);
        qsizetype at = 2;
        while (at < text.size() && (isBlank(text[at]) || text[at] == '-'))
            ++at;
        const qsizetype from = at;
        while (at < text.size() && (isAsciiLetter(text[at]) || text[at] == '_'))
            ++at;
        push(BlockKind::Liquid, range, line.text).name = text.sliced(from, at - from).toByteArray();
    }

    /// True when a line cannot be a lazy continuation of the text before it.
    bool interrupts(const Line& line) const { return line.blank || isBoundary(m_lines.kindOf(line)); }

    void listItem(const Line& line)
    {
        const qsizetype marker = listMarkerLength(m_bytes, line.text.from, line.text.to);
        const int offset = int(marker) > line.indent + 2 ? int(marker) : line.indent + 2;
        qsizetype end = line.range.to;
        bool afterBlank = false;
        for (qsizetype at = end; at < m_end;) {
            const Line next = m_lines.lineAt(at);
            qsizetype behind = next.range.to;
            if (!next.blank) {
                const bool inside = next.indent >= std::min(offset, line.indent + 2);
                const qsizetype remark = afterBlank && !inside ? 0 : m_lines.remarkEnd(line, next);
                const bool quote = !afterBlank && m_bytes[next.text.from] == '>'; // "> Names. Venue"
                if (!inside && !quote && remark == 0 && (afterBlank || interrupts(next)))
                    break;
                if (inside && m_grid.nextStop(at - 1) == at)
                    break;
                end = behind = std::max(behind, remark);
            }
            afterBlank = next.blank;
            at = behind;
        }
        Block& block = push(BlockKind::ListItem, { line.range.from, end }, { line.text.from + marker, end });
        block.indent = line.indent;
    }

    void html(const Line& line)
    {
        const qsizetype from = trimmed(m_bytes, line.text).from;
        const HtmlTag tag = *tagAt(m_bytes, from, m_end);
        if (tag.closing) {
            push(BlockKind::Wrapper, line.range, line.text).name = tag.name;
            return;
        }
        const qsizetype close = tag.selfClosing ? tag.range.to : m_grid.end(from);
        if (const StyledHeading styled = styledHeading(m_bytes, tag, close, m_namesSection);
            styled.level > 0 && trimmed(m_bytes, { close, nextLine(m_bytes, close, m_end) }).isEmpty()) {
            push(BlockKind::Heading, { line.range.from, nextLine(m_bytes, close, m_end) }, styled.text).level
                = styled.level;
            return;
        }
        const qsizetype stop = m_grid.nextStop(from);
        const bool box = isPaperBox(m_bytes, tag);
        if (box && (close < 0 || close > stop))
            return element(tag, line, endBefore(stop, line));
        if (close < 0 || close > m_end)
            return element(tag, line, openRun(line));
        if (!box && isWrapper(tag, close))
            return wrapper(tag, line);
        element(tag, line, nextLine(m_bytes, close, m_end));
    }

    void element(const HtmlTag& tag, const Line& line, qsizetype end)
    {
        push(BlockKind::Html, { line.range.from, end }, { line.range.from, end }).name = tag.name;
    }

    /// End of the last line before `stop` that is not blank.
    qsizetype endBefore(qsizetype stop, const Line& line) const
    {
        qsizetype end = line.range.to;
        for (qsizetype at = end; at < std::min(stop, m_end);) {
            const Line next = m_lines.lineAt(at);
            at = next.range.to;
            if (!next.blank)
                end = at;
        }
        return end;
    }

    /// An element that is never closed ends with its run of lines.
    qsizetype openRun(const Line& line) const
    {
        qsizetype end = line.range.to;
        while (end < m_end) {
            const Line next = m_lines.lineAt(end);
            if (next.blank || m_lines.kindOf(next) == BlockKind::Heading)
                break;
            end = next.range.to;
        }
        return end;
    }

    /// True for an element that only stands around blocks of the page: they are listed, not it.
    bool isWrapper(const HtmlTag& tag, qsizetype close) const
    {
        if (tag.name == "li") // an item is one, whatever stands in it
            return false;
        const auto markdown = attributeValue(m_bytes, tag, "markdown");
        const QByteArrayView inside = slice(m_bytes, { tag.range.to, close });
        if (markdown && slice(m_bytes, *markdown) != "0")
            return true;
        static const QByteArray wrappers[] = { "div", "section", "details", "main", "article", "center" };
        if (std::find(std::begin(wrappers), std::end(wrappers), tag.name) == std::end(wrappers))
            return false;
        return inside.indexOf("markdown=") >= 0 || inside.indexOf("paper-box") >= 0
            || holdsSections(m_bytes, tag, { tag.range.to, close }, m_namesSection);
    }

    void wrapper(const HtmlTag& tag, const Line& line)
    {
        const qsizetype innerEnd = m_grid.innerEnd(tag.range.from);
        const qsizetype lineEnd = nextLine(m_bytes, tag.range.to, m_end);
        const bool own = trimmed(m_bytes, { tag.range.to, lineEnd }).isEmpty();
        const qsizetype from = own ? lineEnd : tag.range.to;
        // A closing tag behind text on its line, or both tags on one line: no lines of its own to list.
        if (from > innerEnd || lineStart(m_bytes, innerEnd) < from
            || !trimmed(m_bytes, { lineStart(m_bytes, innerEnd), innerEnd }).isEmpty())
            return element(tag, line, nextLine(m_bytes, m_grid.end(tag.range.from), m_end));
        Block& block = push(BlockKind::Wrapper, { line.range.from, from }, line.text);
        block.name = tag.name;
        block.open = true;
    }

    void code(const Line& line)
    {
        const QByteArrayView fence = m_lines.rest(line).first(3);
        for (qsizetype at = line.range.to; m_noFence < 0 && at < m_end;) {
            const Line next = m_lines.lineAt(at);
            at = next.range.to;
            if (!next.blank && m_lines.rest(next).startsWith(fence)) {
                push(BlockKind::Code, { line.range.from, at }, { line.range.from, at });
                return;
            }
        }
        m_noFence = line.range.from;
        paragraph(line, BlockKind::Paragraph);
    }

    void paragraph(const Line& line, BlockKind kind)
    {
        qsizetype end = line.range.to;
        for (qsizetype at = end; at < m_end;) {
            const Line next = m_lines.lineAt(at);
            const bool first = end == line.range.to;
            if (first && kind == BlockKind::Paragraph && !next.blank && next.indent == 0
                && LineReader::isUnderline(m_lines.rest(next))) {
                Block& block = push(BlockKind::Heading, { line.range.from, next.range.to }, line.text);
                block.level = m_bytes[next.text.from] == '=' ? 1 : 2;
                block.content = headingText(line.text, block.id);
                return;
            }
            const bool sameRun = !next.blank && kind == m_lines.kindOf(next);
            if ((!sameRun && interrupts(next)) || beginsTerm(line.range.from, next))
                break;
            end = at = next.range.to;
        }
        push(kind, { line.range.from, end }, { line.range.from, end });
    }

    /// A term of a definition list behind another's definition (": …").
    bool beginsTerm(qsizetype from, const Line& line) const
    {
        if (line.blank || m_bytes[line.text.from] == ':')
            return false;
        const qsizetype behind = line.range.to;
        if (behind + 1 >= m_end || m_bytes[behind] != ':' || !isBlank(m_bytes[behind + 1]))
            return false;
        const QByteArrayView before = slice(m_bytes, { from, line.range.from });
        return before.indexOf("\n: ") >= 0 || before.indexOf("\r: ") >= 0;
    }

    QByteArrayView m_bytes;
    qsizetype m_at;
    qsizetype m_end;
    const LineReader m_lines;
    const TagGrid& m_grid;
    Blocks& m_out;
    TextRange m_comment;
    const HeadingTest& m_namesSection;
    qsizetype m_noFence = -1;
};

} // namespace

Blocks scanBlocks(QByteArrayView bytes, TextRange range, const HeadingTest& namesSection)
{
    Blocks blocks;
    const TagGrid grid(bytes, range);
    Scanner(bytes, range, grid, blocks, {}, namesSection).run();
    return blocks;
}

} // namespace lectern::profile
