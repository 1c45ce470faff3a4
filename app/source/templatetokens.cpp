// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/tokenpainter.h"

#include "core/profile/scan/tags.h"

#include <cctype>

namespace lectern::app {
namespace {

/// Behind the `close` that follows `from`; the range's end where it never comes.
qsizetype behind(QByteArrayView bytes, QByteArrayView close, qsizetype from, qsizetype limit)
{
    const qsizetype at = bytes.first(limit).indexOf(close, from);
    return at < 0 ? limit : at + close.size();
}

qsizetype liquidEnd(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    return behind(bytes, bytes[at + 1] == '%' ? QByteArrayView("%}") : QByteArrayView("}}"), at + 2, limit);
}

bool startsLiquid(QByteArrayView bytes, qsizetype at, qsizetype limit)
{
    return bytes[at] == '{' && at + 1 < limit && (bytes[at + 1] == '%' || bytes[at + 1] == '{');
}

} // namespace

SourceLine lineAt(QByteArrayView bytes, qsizetype at)
{
    qsizetype end = at;
    while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
        ++end;
    qsizetype next = end;
    if (next < bytes.size())
        next += bytes[next] == '\r' && next + 1 < bytes.size() && bytes[next + 1] == '\n' ? 2 : 1;
    return {bytes.sliced(at, end - at), at, next};
}

void paintTag(TokenPainter& painter, TextRange range)
{
    painter.paint(range, Token::Tag);
    const QByteArrayView bytes = painter.bytes();
    for (qsizetype at = range.from; at < range.to; ++at) {
        if (bytes[at] == '"' || bytes[at] == '\'') {
            const qsizetype end = behind(bytes, bytes.sliced(at, 1), at + 1, range.to);
            painter.paint({at, end}, Token::Attribute);
            at = end - 1;
        }
    }
    for (qsizetype at = range.from; at < range.to; ++at) {
        if (startsLiquid(bytes, at, range.to)) {
            const qsizetype end = liquidEnd(bytes, at, range.to);
            painter.paint({at, end}, Token::Liquid);
            at = end - 1;
        }
    }
}

void paintTemplate(TokenPainter& painter, TextRange range)
{
    const QByteArrayView bytes = painter.bytes();
    for (qsizetype at = range.from; at < range.to;) {
        qsizetype end = at + 1;
        if (startsLiquid(bytes, at, range.to)) {
            end = liquidEnd(bytes, at, range.to);
            painter.paint({at, end}, Token::Liquid);
        } else if (bytes.sliced(at).startsWith("<!--")) {
            end = behind(bytes, "-->", at + 4, range.to);
            painter.paint({at, end}, Token::Comment);
        } else if (bytes[at] == '<') {
            if (const auto tag = profile::tagAt(bytes, at, range.to)) {
                end = tag->range.to;
                paintTag(painter, tag->range);
            }
        } else if (bytes[at] == '&') {
            const qsizetype close = bytes.first(std::min(range.to, at + 32)).indexOf(';', at);
            if (close > at + 1 && bytes.sliced(at, close - at).indexOf(' ') < 0) {
                end = close + 1;
                painter.paint({at, end}, Token::Entity);
            }
        }
        at = end;
    }
}

void paintStyle(TokenPainter& painter, TextRange range)
{
    const QByteArrayView bytes = painter.bytes();
    qsizetype wordFrom = -1;
    for (qsizetype at = range.from; at < range.to;) {
        const char c = bytes[at];
        qsizetype end = at + 1;
        if (bytes.sliced(at).startsWith("/*")) {
            end = behind(bytes, "*/", at + 2, range.to);
            painter.paint({at, end}, Token::Comment);
        } else if (bytes.sliced(at).startsWith("//") && (at == range.from || bytes[at - 1] != ':')) {
            end = lineAt(bytes.first(range.to), at).end();
            painter.paint({at, end}, Token::Comment);
        } else if (startsLiquid(bytes, at, range.to)) {
            end = liquidEnd(bytes, at, range.to);
            painter.paint({at, end}, Token::Liquid);
        } else if (c == '"' || c == '\'') {
            end = std::min(behind(bytes, bytes.sliced(at, 1), at + 1, range.to), lineAt(bytes.first(range.to), at).end());
            end = std::max(end, at + 1);
            painter.paint({at, end}, Token::Value);
        } else if (c == '@' || c == '$') {
            while (end < range.to && (std::isalnum(uchar(bytes[end])) || bytes[end] == '-' || bytes[end] == '_'))
                ++end;
            painter.paint({at, end}, Token::Mark);
        } else if (c == ';' || c == '{' || c == '}' || c == '\n') {
            wordFrom = -1;
        } else if (c == ':' && wordFrom >= 0) {
            // A property ends in a colon with a blank or a value behind it; `a:hover` is a selector.
            if (end < range.to && (bytes[end] == ' ' || bytes[end] == '\t'))
                painter.paint({wordFrom, at}, Token::Key);
            wordFrom = -1;
        } else if (wordFrom < 0 && c != ' ' && c != '\t') {
            wordFrom = at;
        }
        at = end;
    }
}

} // namespace lectern::app
