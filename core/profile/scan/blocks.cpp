// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/blocks.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/taggrid.h"

#include <algorithm>

namespace lectern::profile {

qsizetype nextLine(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    while (at < limit && !isEndOfLine(bytes[at]))
        ++at;
    if (at < limit && bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n')
        return at + 2;
    return std::min(at + 1, limit);
}

qsizetype lineStart(QByteArrayView bytes, qsizetype at)
{
    while (at > 0 && !isEndOfLine(bytes[at - 1]))
        --at;
    return at;
}

TextRange withoutLineEnding(QByteArrayView bytes, TextRange range)
{
    if (range.to > range.from && bytes[range.to - 1] == '\n')
        --range.to;
    if (range.to > range.from && bytes[range.to - 1] == '\r')
        --range.to;
    return range;
}

qsizetype listMarkerLength(QByteArrayView bytes, qsizetype at, qsizetype lineEnd)
{
    const qsizetype start = at;
    while (at < lineEnd && isBlank(bytes[at]))
        ++at;
    if (at >= lineEnd)
        return 0;
    if (bytes[at] == '-' || bytes[at] == '*' || bytes[at] == '+') {
        ++at;
    } else {
        const qsizetype digits = at;
        while (at < lineEnd && isDigit(bytes[at]) && at - digits < 9)
            ++at;
        if (at == digits || at >= lineEnd || (bytes[at] != '.' && bytes[at] != ')'))
            return 0;
        ++at;
    }
    if (at < lineEnd && !isBlank(bytes[at]))
        return 0;
    while (at < lineEnd && isBlank(bytes[at]))
        ++at;
    return at - start;
}

namespace {

struct Line {
    TextRange range; ///< with its ending
    TextRange text; ///< without it
    int indent = 0;
    bool blank = false;
};

bool isBoundary(BlockKind kind)
{
    return kind != BlockKind::Paragraph && kind != BlockKind::Table;
}

class Scanner {
public:
    Scanner(QByteArrayView bytes, TextRange range, const TagGrid& grid, Blocks& out, TextRange comment)
        : m_bytes(bytes)
        , m_at(range.from)
        , m_end(range.to)
        , m_grid(grid)
        , m_out(out)
        , m_comment(comment)
    {
    }

    void run()
    {
        while (m_at < m_end) {
            const Line line = lineAt(m_at);
            if (line.blank)
                m_at = line.range.to;
            else
                block(line);
        }
    }

private:
    Line lineAt(qsizetype at) const
    {
        Line line;
        line.range = { at, nextLine(m_bytes, at, m_end) };
        line.text = withoutLineEnding(m_bytes, line.range);
        qsizetype i = at;
        while (i < line.text.to && isBlank(m_bytes[i])) {
            line.indent += m_bytes[i] == '\t' ? 4 : 1;
            ++i;
        }
        line.blank = trimmed(m_bytes, line.text).isEmpty();
        return line;
    }

    QByteArrayView rest(const Line& line) const { return slice(m_bytes, trimmed(m_bytes, line.text)); }

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

    /// What kind of block a line begins; Paragraph where nothing else does.
    BlockKind kindOf(const Line& line) const
    {
        const QByteArrayView text = rest(line);
        const qsizetype first
            = line.text.from + (line.indent > 0 ? trimmed(m_bytes, line.text).from - line.text.from : 0);
        switch (text[0]) {
        case '#': {
            qsizetype level = 0;
            while (level < text.size() && text[level] == '#')
                ++level;
            return line.indent == 0 && level <= 6 && level < text.size() && isBlank(text[level])
                ? BlockKind::Heading
                : BlockKind::Paragraph;
        }
        case '<':
            return kindOfTag(first, line);
        case '{':
            return text.startsWith("{%") && text.endsWith("%}") ? BlockKind::Liquid : BlockKind::Paragraph;
        case '`':
        case '~':
            return text.startsWith("```") || text.startsWith("~~~") ? BlockKind::Code : BlockKind::Paragraph;
        case '>':
            return BlockKind::Quote;
        case '|':
            return BlockKind::Table;
        default:
            break;
        }
        if (isRule(text))
            return BlockKind::Rule;
        return listMarkerLength(m_bytes, line.text.from, line.text.to) > 0 ? BlockKind::ListItem
                                                                           : BlockKind::Paragraph;
    }

    static bool isRule(QByteArrayView text)
    {
        const char mark = text[0];
        if (mark != '-' && mark != '*' && mark != '_')
            return false;
        qsizetype count = 0;
        for (const char c : text) {
            if (c == mark)
                ++count;
            else if (!isBlank(c))
                return false;
        }
        return count >= 3;
    }

    BlockKind kindOfTag(qsizetype at, const Line& line) const
    {
        if (m_bytes.sliced(at).startsWith("<!--"))
            return commentEnd(at) >= 0 ? BlockKind::Comment : BlockKind::Paragraph;
        const auto tag = tagAt(m_bytes, at, m_end);
        if (!tag)
            return BlockKind::Paragraph;
        if (tag->name.size() == 2 && tag->name[0] == 'h' && tag->name[1] >= '1' && tag->name[1] <= '6'
            && !tag->closing)
            return headingClose(*tag, line) > 0 ? BlockKind::Heading : BlockKind::Paragraph;
        if (!anchorId(line).isEmpty())
            return BlockKind::Anchor;
        return isBlockElement(tag->name) ? BlockKind::Html : BlockKind::Paragraph;
    }

    qsizetype commentEnd(qsizetype at) const
    {
        if (m_noComment >= 0 && at >= m_noComment)
            return -1;
        const qsizetype close = m_bytes.first(m_end).indexOf("-->", at + 4);
        if (close < 0)
            m_noComment = at;
        return close < 0 ? -1 : close + 3;
    }

    /// Begin of `</h2>` on the heading's own line; 0 where it is not there.
    qsizetype headingClose(const HtmlTag& tag, const Line& line) const
    {
        const QByteArray close = "</" + tag.name;
        const qsizetype at = slice(m_bytes, line.text).indexOf(close, tag.range.to - line.text.from);
        return at < 0 ? 0 : line.text.from + at;
    }

    QByteArray anchorId(const Line& line) const
    {
        const TextRange text = trimmed(m_bytes, line.text);
        const auto tag = tagAt(m_bytes, text.from, text.to);
        if (!tag || tag->closing || (tag->name != "span" && tag->name != "a" && tag->name != "div"))
            return {};
        auto id = attributeValue(m_bytes, *tag, "id");
        if (!id)
            id = attributeValue(m_bytes, *tag, "name");
        const QByteArray close = "</" + tag->name + '>';
        const TextRange behind = trimmed(m_bytes, { tag->range.to, text.to });
        const bool alone = behind.isEmpty() ? tag->selfClosing : slice(m_bytes, behind) == close;
        return id && alone ? slice(m_bytes, *id).toByteArray() : QByteArray();
    }

    void block(const Line& line)
    {
        switch (kindOf(line)) {
        case BlockKind::Heading:
            return heading(line);
        case BlockKind::Anchor:
            push(BlockKind::Anchor, line.range, line.text).name = anchorId(line);
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
            return paragraph(line, BlockKind::Paragraph);
        }
    }

    void heading(const Line& line)
    {
        const TextRange text = trimmed(m_bytes, line.text);
        if (m_bytes[text.from] == '<') {
            const auto tag = tagAt(m_bytes, text.from, m_end);
            Block& block = push(BlockKind::Heading, line.range,
                trimmed(m_bytes, { tag->range.to, headingClose(*tag, line) }));
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
        const qsizetype end = commentEnd(text.from);
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
        while (inner.from < inner.to && isBlank(m_bytes[inner.from]))
            ++inner.from;
        while (inner.to > inner.from && isBlank(m_bytes[inner.to - 1]))
            --inner.to;
        Blocks blocks;
        const TagGrid grid(m_bytes, inner);
        Scanner(m_bytes, inner, grid, blocks, whole).run();
        const bool ours
            = !isFileHeader(inner) && std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
                  return block.kind == BlockKind::Heading || block.kind == BlockKind::ListItem
                      || block.kind == BlockKind::Html
                      || (block.kind == BlockKind::Liquid && block.name.startsWith("include"))
                      || (block.kind == BlockKind::Paragraph && isProse(block.range));
              });
        if (ours)
            m_out.insert(
                m_out.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
        return ours;
    }

    /// "* @Author: …": what some editors put at the top of every file.
    bool isFileHeader(TextRange inner) const
    {
        return slice(m_bytes, trimmed(m_bytes, inner)).startsWith("* @");
    }

    bool isProse(TextRange range) const
    {
        const QByteArrayView text = slice(m_bytes, range);
        return text.size() >= 40 && std::count(text.begin(), text.end(), ' ') >= 4
            && text.indexOf("####") < 0;
    }

    void liquid(const Line& line)
    {
        TextRange range = line.range;
        const QByteArrayView text = rest(line);
        qsizetype at = 2;
        while (at < text.size() && (isBlank(text[at]) || text[at] == '-'))
            ++at;
        const qsizetype from = at;
        while (at < text.size() && (isAsciiLetter(text[at]) || text[at] == '_'))
            ++at;
        push(BlockKind::Liquid, range, line.text).name = text.sliced(from, at - from).toByteArray();
    }

    /// True when a line cannot be a lazy continuation of the text before it.
    bool interrupts(const Line& line) const { return line.blank || isBoundary(kindOf(line)); }

    void listItem(const Line& line)
    {
        const qsizetype marker = listMarkerLength(m_bytes, line.text.from, line.text.to);
        const int offset = int(marker) > line.indent + 2 ? int(marker) : line.indent + 2;
        qsizetype end = line.range.to;
        bool afterBlank = false;
        for (qsizetype at = end; at < m_end;) {
            const Line next = lineAt(at);
            if (!next.blank) {
                const bool inside = next.indent >= std::min(offset, line.indent + 2);
                if (!inside && (afterBlank || interrupts(next)))
                    break;
                if (inside && m_grid.nextStop(at - 1) == at)
                    break;
                end = next.range.to;
            }
            afterBlank = next.blank;
            at = next.range.to;
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
            const Line next = lineAt(at);
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
            const Line next = lineAt(end);
            if (next.blank || kindOf(next) == BlockKind::Heading)
                break;
            end = next.range.to;
        }
        return end;
    }

    /// True for an element that only stands around blocks of the page: they are listed, not it.
    bool isWrapper(const HtmlTag& tag, qsizetype close) const
    {
        const auto markdown = attributeValue(m_bytes, tag, "markdown");
        const QByteArrayView inside = slice(m_bytes, { tag.range.to, close });
        if (markdown && slice(m_bytes, *markdown) != "0")
            return true;
        static const QByteArray wrappers[] = { "div", "section", "details", "main", "article", "center" };
        if (std::find(std::begin(wrappers), std::end(wrappers), tag.name) == std::end(wrappers))
            return false;
        return inside.indexOf("markdown=") >= 0 || inside.indexOf("paper-box") >= 0;
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
        const QByteArrayView fence = rest(line).first(3);
        for (qsizetype at = line.range.to; m_noFence < 0 && at < m_end;) {
            const Line next = lineAt(at);
            at = next.range.to;
            if (!next.blank && rest(next).startsWith(fence)) {
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
            const Line next = lineAt(at);
            const bool first = end == line.range.to;
            if (first && kind == BlockKind::Paragraph && !next.blank && next.indent == 0
                && isUnderline(rest(next))) {
                Block& block = push(BlockKind::Heading, { line.range.from, next.range.to }, line.text);
                block.level = m_bytes[next.text.from] == '=' ? 1 : 2;
                block.content = headingText(line.text, block.id);
                return;
            }
            const bool sameRun = !next.blank && kind == kindOf(next);
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

    static bool isUnderline(QByteArrayView text)
    {
        return (text[0] == '=' || text[0] == '-')
            && std::all_of(text.begin(), text.end(), [&](char c) { return c == text[0]; })
            && (text[0] == '=' || text.size() > 1);
    }

    QByteArrayView m_bytes;
    qsizetype m_at;
    qsizetype m_end;
    const TagGrid& m_grid;
    Blocks& m_out;
    TextRange m_comment;
    mutable qsizetype m_noComment = -1;
    qsizetype m_noFence = -1;
};

} // namespace

Blocks scanBlocks(QByteArrayView bytes, TextRange range)
{
    Blocks blocks;
    const TagGrid grid(bytes, range);
    Scanner(bytes, range, grid, blocks, {}).run();
    return blocks;
}

} // namespace lectern::profile
