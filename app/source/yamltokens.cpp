// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/tokenpainter.h"

namespace lectern::app {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

/// Where the comment of a line begins: a `#` at its start or behind a blank, outside quotes.
qsizetype commentAt(QByteArrayView text)
{
    char quote = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == '\\' && quote == '"')
                ++at;
            else if (c == quote)
                quote = 0;
        } else if ((c == '"' || c == '\'') && (at == 0 || isBlank(text[at - 1]) || text[at - 1] == '[' || text[at - 1] == ',')) {
            quote = c;
        } else if (c == '#' && (at == 0 || isBlank(text[at - 1]))) {
            return at;
        }
    }
    return text.size();
}

/// The colon that ends a plain or quoted key at the start of `text`; -1 where there is none.
qsizetype keyEnd(QByteArrayView text)
{
    char quote = text.isEmpty() || (text[0] != '"' && text[0] != '\'') ? 0 : text[0];
    for (qsizetype at = quote == 0 ? 0 : 1; at < text.size(); ++at) {
        if (quote != 0) {
            if (text[at] == quote)
                quote = 0;
        } else if (text[at] == ':' && (at + 1 == text.size() || isBlank(text[at + 1]))) {
            return at;
        }
    }
    return -1;
}

bool isPlainWord(QByteArrayView value)
{
    for (const QByteArrayView word : {"true", "false", "yes", "no", "null", "~"}) {
        if (value.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    bool number = false;
    (void)value.toByteArray().toDouble(&number);
    return number;
}

bool startsBlockText(QByteArrayView value) { return value.startsWith('|') || value.startsWith('>'); }

/// Paints one line; true when its value is a block of text that goes on in deeper lines.
bool paintLine(TokenPainter& painter, const SourceLine& line)
{
    const qsizetype comment = commentAt(line.text);
    painter.paint({line.from + comment, line.end()}, Token::Comment);
    const QByteArrayView text = line.text.first(comment);
    qsizetype at = 0;
    while (at < text.size() && (isBlank(text[at]) || (text[at] == '-' && (at + 1 == text.size() || isBlank(text[at + 1]))))) {
        if (text[at] == '-')
            painter.paint({line.from + at, line.from + at + 1}, Token::Mark);
        ++at;
    }
    if (const qsizetype colon = keyEnd(text.sliced(at)); colon >= 0) {
        painter.paint({line.from + at, line.from + at + colon}, Token::Key);
        at += colon + 1;
    }
    const QByteArrayView value = text.sliced(at).trimmed();
    if (value.isEmpty())
        return false;
    const qsizetype from = line.from + at + text.sliced(at).indexOf(value);
    if (value[0] == '"' || value[0] == '\'' || isPlainWord(value))
        painter.paint({from, from + value.size()}, Token::Value);
    else if (value[0] == '&' || value[0] == '*' || value[0] == '!')
        painter.paint({from, from + value.size()}, Token::Mark);
    return startsBlockText(value);
}

} // namespace

void paintYaml(TokenPainter& painter, TextRange range)
{
    const QByteArrayView bytes = painter.bytes().first(range.to);
    qsizetype blockIndent = -1; // of the key whose text block is being passed
    for (qsizetype at = range.from; at < range.to;) {
        const SourceLine line = lineAt(bytes, at);
        qsizetype indent = 0;
        while (indent < line.text.size() && line.text[indent] == ' ')
            ++indent;
        if (blockIndent >= 0 && (line.isBlank() || indent > blockIndent)) {
            painter.paint({line.from, line.end()}, Token::Value);
        } else {
            blockIndent = paintLine(painter, line) ? indent : -1;
        }
        at = line.next;
    }
}

} // namespace lectern::app
