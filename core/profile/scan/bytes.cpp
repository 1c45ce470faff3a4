// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/scan/bytes.h"

#include <cstring>

namespace lectern::profile {

qsizetype indexOfMark(QByteArrayView bytes, QByteArrayView mark, qsizetype from)
{
    const qsizetype last = bytes.size() - mark.size();
    while (from <= last) {
        const void* found = std::memchr(bytes.data() + from, mark[0], size_t(last - from + 1));
        if (!found)
            return -1;
        from = static_cast<const char*>(found) - bytes.data();
        if (std::memcmp(bytes.data() + from, mark.data(), size_t(mark.size())) == 0)
            return from;
        ++from;
    }
    return -1;
}

TextRange trimmed(QByteArrayView bytes, TextRange range)
{
    while (range.from < range.to && isSpace(bytes[range.from]))
        ++range.from;
    while (range.to > range.from && isSpace(bytes[range.to - 1]))
        --range.to;
    return range;
}

QString decoded(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    if (text.contains(u'\r')) {
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
        text.replace(u'\r', u'\n');
    }
    return text;
}

bool startsWithNoCase(QByteArrayView bytes, QByteArrayView asciiLowerPrefix)
{
    return bytes.size() >= asciiLowerPrefix.size() && equalsNoCase(bytes.first(asciiLowerPrefix.size()), asciiLowerPrefix);
}

bool equalsNoCase(QByteArrayView bytes, QByteArrayView asciiLower)
{
    if (bytes.size() != asciiLower.size())
        return false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if ((c >= 'A' && c <= 'Z' ? char(c + 32) : c) != asciiLower[i])
            return false;
    }
    return true;
}

} // namespace lectern::profile
