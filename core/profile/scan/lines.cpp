// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/lines.h"

#include <algorithm>
#include <cstring>

namespace lectern::profile {

qsizetype nextLine(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    // In steps, so that a page with one kind of line ending is not searched through for the other.
    constexpr qsizetype step = 256;
    while (at < limit) {
        const char* const from = bytes.data() + at;
        const qsizetype length = std::min(step, limit - at);
        const void* const feed = std::memchr(from, '\n', size_t(length));
        const qsizetype upTo = feed ? static_cast<const char*>(feed) - from : length;
        const void* const carriage = std::memchr(from, '\r', size_t(upTo));
        at += carriage ? static_cast<const char*>(carriage) - from : upTo;
        if (feed || carriage)
            break;
    }
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

/// "<summary>2021 (3 papers)</summary>"
bool isNamedByYear(QByteArrayView inside)
{
    const qsizetype open = inside.indexOf("<summary");
    const qsizetype close = inside.indexOf("</summary>", open);
    if (open < 0 || close < 0 || close - open > 160)
        return false;
    qsizetype at = inside.indexOf('>', open) + 1;
    bool tag = false;
    for (; at < close && (tag || !isDigit(inside[at])); ++at)
        tag = inside[at] == '<' || (tag && inside[at] != '>');
    const QByteArrayView digits = inside.sliced(at, std::clamp<qsizetype>(close - at, 0, 4));
    // A title's own words may end with a year.
    const QByteArrayView before = inside.sliced(open, std::max<qsizetype>(at - open, 0));
    return before.sliced(before.indexOf('>') + 1).count(' ') < 4
        && (digits.startsWith("19") || digits.startsWith("20"))
        && std::all_of(digits.begin(), digits.end(), isDigit);
}

} // namespace

bool holdsSections(
    QByteArrayView bytes, const HtmlTag& tag, TextRange inside, const HeadingTest& namesSection)
{
    if (tag.name == "details")
        return isNamedByYear(slice(bytes, inside));
    const char deepest = tag.name == "section" ? '6' : '2';
    const QByteArrayView text = bytes.first(inside.to);
    for (qsizetype at = inside.from; namesSection && (at = text.indexOf("<h", at)) >= 0; ++at) {
        const bool heading = at + 2 < inside.to && text[at + 2] >= '1' && text[at + 2] <= deepest;
        const auto opening = heading ? tagAt(bytes, at, inside.to) : std::nullopt;
        const qsizetype close = opening ? text.indexOf("</h", opening->range.to) : -1;
        if (close < 0 || !trimmed(bytes, { lineStart(bytes, at), at }).isEmpty())
            continue;
        // A long heading is an entry's: "Research Intern at Harbour Labs".
        const QByteArrayView words = slice(bytes, trimmed(bytes, { opening->range.to, close }));
        if (words.count(' ') < 4 && words.indexOf(" at ") < 0 && namesSection(words))
            return true;
    }
    return false;
}

/// "[//]: # (…)" and "[comment]: <> (…)": definitions of links that nobody refers to are comments.
bool LineReader::isRemark(QByteArrayView text)
{
    return text.startsWith("[//]:") || startsWithNoCase(text, "[comment]:");
}

Line LineReader::lineAt(qsizetype at) const
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

BlockKind LineReader::kindOf(const Line& line) const
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
    case '[':
        if (isRemark(text))
            return BlockKind::Comment;
        break;
    default:
        break;
    }
    if (isRule(text))
        return BlockKind::Rule;
    return listMarkerLength(m_bytes, line.text.from, line.text.to) > 0 ? BlockKind::ListItem
                                                                       : BlockKind::Paragraph;
}

bool LineReader::isRule(QByteArrayView text)
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

bool LineReader::isUnderline(QByteArrayView text)
{
    return (text[0] == '=' || text[0] == '-')
        && std::all_of(text.begin(), text.end(), [&](char c) { return c == text[0]; })
        && (text[0] == '=' || text.size() > 1);
}

BlockKind LineReader::kindOfTag(qsizetype at, const Line& line) const
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

qsizetype LineReader::commentEnd(qsizetype at) const
{
    if (m_noComment >= 0 && at >= m_noComment)
        return -1;
    const qsizetype close = m_bytes.first(m_end).indexOf("-->", at + 4);
    if (close < 0)
        m_noComment = at;
    return close < 0 ? -1 : close + 3;
}

qsizetype LineReader::remarkEnd(const Line& item, const Line& line) const
{
    const TextRange text = trimmed(m_bytes, line.text);
    if (!slice(m_bytes, text).startsWith("<!--"))
        return 0;
    const qsizetype end = commentEnd(text.from);
    const TextRange inner { text.from + 4, end - 3 };
    if (end < 0 || end > m_end || inner.isEmpty())
        return 0;
    const qsizetype from = trimmed(m_bytes, inner).from;
    const char own = m_bytes[trimmed(m_bytes, item.text).from];
    const bool like = listMarkerLength(m_bytes, from, inner.to) > 0
        && (isDigit(own) ? isDigit(m_bytes[from]) : m_bytes[from] == own);
    const bool other = slice(m_bytes, inner).contains('\n') && !like && line.indent <= item.indent;
    return like || other || m_bytes[from] == '#' || m_bytes[from] == '<' ? 0 : nextLine(m_bytes, end, m_end);
}

qsizetype LineReader::headingClose(const HtmlTag& tag, const Line& line) const
{
    const QByteArray close = "</" + tag.name;
    const qsizetype at = slice(m_bytes, line.text).indexOf(close, tag.range.to - line.text.from);
    return at < 0 ? 0 : line.text.from + at;
}

QByteArray LineReader::anchorId(const Line& line) const
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

} // namespace lectern::profile
