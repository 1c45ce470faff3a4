// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/tokenpainter.h"

#include "core/profile/scan/inline.h"

namespace lectern::app {
namespace {

using profile::Span;
using profile::SpanKind;

bool isOneOf(char c, const char* set) { return c != 0 && std::string_view(set).find(c) != std::string_view::npos; }

qsizetype indentOf(QByteArrayView line)
{
    qsizetype indent = 0;
    while (indent < line.size() && isOneOf(line[indent], " \t"))
        ++indent;
    return indent;
}

/// The fence that opens or closes a code block: three or more of one character. 0 where the line has none.
qsizetype fenceLength(QByteArrayView text, char& mark)
{
    if (text.isEmpty() || !isOneOf(text[0], "`~"))
        return 0;
    qsizetype length = 0;
    while (length < text.size() && text[length] == text[0])
        ++length;
    mark = text[0];
    return length >= 3 ? length : 0;
}

/// Length of a list marker or quote sign with the blanks behind it; 0 where there is none.
qsizetype markerLength(QByteArrayView text)
{
    qsizetype length = 0;
    if (!text.isEmpty() && isOneOf(text[0], "*+->:")) {
        length = 1;
    } else {
        while (length < text.size() && text[length] >= '0' && text[length] <= '9')
            ++length;
        if (length == 0 || length >= text.size() || text[length] != '.')
            return 0;
        ++length;
    }
    const bool quote = text[0] == '>';
    if (!quote && length < text.size() && !isOneOf(text[length], " \t"))
        return 0;
    return length;
}

/// `***`, `- - -`, `===`: a rule, or the line below a heading.
bool isRule(QByteArrayView text)
{
    const QByteArrayView trimmed = text.trimmed();
    if (trimmed.size() < 3 || !isOneOf(trimmed[0], "*-_="))
        return false;
    for (const char c : trimmed) {
        if (c != trimmed[0] && c != ' ')
            return false;
    }
    return true;
}

void paintSpan(TokenPainter& painter, const Span& span)
{
    switch (span.kind) {
    case SpanKind::Escape:
    case SpanKind::Entity:
        painter.paint(span.range, Token::Entity);
        break;
    case SpanKind::Code:
    case SpanKind::Math:
        painter.paint(span.range, Token::Code);
        break;
    case SpanKind::Liquid:
        painter.paint(span.range, Token::Liquid);
        break;
    case SpanKind::Comment:
        painter.paint(span.range, Token::Comment);
        break;
    case SpanKind::Emphasis:
        painter.paint(span.range, Token::Emphasis);
        break;
    case SpanKind::Strong:
        painter.paint(span.range, Token::Strong);
        break;
    case SpanKind::Link:
    case SpanKind::Image:
        painter.paint(span.range, Token::Link);
        painter.paint(span.target, Token::Address);
        break;
    case SpanKind::Element:
        paintTag(painter, {span.range.from, span.inner.from});
        paintTag(painter, {span.inner.to, span.range.to});
        break;
    case SpanKind::Tag:
        paintTag(painter, span.range);
        break;
    case SpanKind::Text:
    case SpanKind::Newline:
    case SpanKind::Break:
        break;
    }
}

/// Reads blocks line by line; text is gathered to paragraphs, in which spans are found.
class MarkdownTokens {
public:
    MarkdownTokens(TokenPainter& painter, TextRange range) : m_painter(painter), m_range(range) {}

    void run()
    {
        const QByteArrayView bytes = m_painter.bytes().first(m_range.to);
        m_textFrom = m_range.from;
        for (qsizetype at = m_range.from; at < m_range.to;)
            at = readLine(lineAt(bytes, at));
        endText(m_range.to);
    }

private:
    qsizetype readLine(const SourceLine& line)
    {
        const qsizetype indent = indentOf(line.text);
        const QByteArrayView text = line.text.sliced(indent);
        char mark = 0;
        if (const qsizetype fence = fenceLength(text, mark); fence > 0) {
            endText(line.from);
            return readFence(line, fence, mark);
        }
        if (text.startsWith("<!--")) {
            endText(line.from);
            return readComment(line.from + indent);
        }
        if (line.isBlank()) {
            endText(line.from);
        } else if (text.startsWith('#')) {
            endText(line.from);
            m_painter.paint({line.from, line.end()}, Token::Heading);
            paintSpans({line.from, line.end()});
            m_textFrom = line.next;
        } else if (isRule(text)) {
            endText(line.from);
            m_painter.paint({line.from, line.end()}, Token::Mark);
            m_textFrom = line.next;
        } else if (const qsizetype marker = markerLength(text); marker > 0) {
            endText(line.from);
            m_painter.paint({line.from, line.from + indent + marker}, Token::Mark);
            m_textFrom = line.from + indent + marker;
        }
        return line.next;
    }

    qsizetype readFence(const SourceLine& opening, qsizetype length, char mark)
    {
        const QByteArrayView bytes = m_painter.bytes().first(m_range.to);
        qsizetype at = opening.next;
        while (at < m_range.to) {
            const SourceLine line = lineAt(bytes, at);
            at = line.next;
            char closing = 0;
            const QByteArrayView text = line.text.trimmed();
            if (fenceLength(text, closing) >= length && closing == mark && text.count(mark) == text.size())
                break;
        }
        m_painter.paint({opening.from, at}, Token::Code);
        m_textFrom = at;
        return at;
    }

    qsizetype readComment(qsizetype from)
    {
        const QByteArrayView bytes = m_painter.bytes().first(m_range.to);
        const qsizetype close = bytes.indexOf("-->", from + 4);
        const qsizetype end = close < 0 ? m_range.to : close + 3;
        m_painter.paint({from, end}, Token::Comment);
        m_textFrom = end;
        return end < m_range.to && bytes[end] != '\n' && bytes[end] != '\r' ? end
            : end < m_range.to                                              ? lineAt(bytes, end).next
                                                                            : end;
    }

    void endText(qsizetype to)
    {
        if (to > m_textFrom)
            paintSpans({m_textFrom, to});
        m_textFrom = to;
    }

    void paintSpans(TextRange range)
    {
        for (const Span& span : profile::scanInline(m_painter.bytes(), range))
            paintSpan(m_painter, span);
    }

    TokenPainter& m_painter;
    TextRange m_range;
    qsizetype m_textFrom = 0; // of the paragraph that is being gathered
};

} // namespace

void paintMarkdown(TokenPainter& painter, TextRange range) { MarkdownTokens(painter, range).run(); }

} // namespace lectern::app
