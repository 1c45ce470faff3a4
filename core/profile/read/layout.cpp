// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/layout.h"

#include "core/profile/scan/bytes.h"

#include <QStringList>

namespace lectern::profile {
namespace {

qsizetype indentOf(const QString& line)
{
    qsizetype indent = 0;
    while (indent < line.size() && (line[indent] == u' ' || line[indent] == u'\t'))
        ++indent;
    return indent;
}

qsizetype commonIndent(const QStringList& lines)
{
    qsizetype common = -1;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype indent = indentOf(lines[i]);
        if (indent < lines[i].size())
            common = common < 0 ? indent : std::min(common, indent);
    }
    return common;
}

} // namespace

QString dedented(const QString& text)
{
    if (!text.contains(u'\n'))
        return text;
    QStringList lines = text.split(u'\n');
    const qsizetype common = std::max<qsizetype>(0, commonIndent(lines));
    for (qsizetype i = 1; i < lines.size(); ++i)
        lines[i] = indentOf(lines[i]) == lines[i].size() ? QString() : lines[i].mid(common);
    return lines.join(u'\n');
}

QString dedented(QByteArrayView bytes, TextRange range)
{
    return dedented(decoded(bytes, range));
}

int continuationIndent(QByteArrayView bytes, TextRange range)
{
    return int(commonIndent(decoded(bytes, range).split(u'\n')));
}

QByteArray lineEndingAt(QByteArrayView bytes, qsizetype at)
{
    qsizetype i = at;
    while (i < bytes.size() && !isEndOfLine(bytes[i]))
        ++i;
    if (i >= bytes.size()) {
        i = at - 1;
        while (i >= 0 && !isEndOfLine(bytes[i]))
            --i;
        if (i < 0)
            return "\n";
        if (bytes[i] == '\n' && i > 0 && bytes[i - 1] == '\r')
            --i;
    }
    if (bytes[i] == '\r')
        return i + 1 < bytes.size() && bytes[i + 1] == '\n' ? "\r\n" : "\r";
    return "\n";
}

} // namespace lectern::profile
