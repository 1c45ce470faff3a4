// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/venuename.h"

#include "core/profile/profile.h"
#include "core/profile/scan/bytes.h"

#include <QRegularExpression>

namespace lectern::profile {

TextRange withoutTail(QByteArrayView bytes, TextRange range)
{
    range = trimmed(bytes, range);
    while (range.to > range.from && QByteArrayView(",;:.('[/|-").contains(bytes[range.to - 1])) {
        --range.to;
        range = trimmed(bytes, range);
    }
    for (const char* quote : { "’", "‘", "–", "，", "。" }) {
        if (slice(bytes, range).endsWith(quote))
            range = withoutTail(bytes, { range.from, range.to - qsizetype(qstrlen(quote)) });
    }
    return range;
}

TextRange withoutVolume(QByteArrayView bytes, TextRange name)
{
    static const QRegularExpression pattern(QStringLiteral("\\s\\d{1,4}(?:\\s*\\(\\d+\\))?\\s*:\\s*[\\d]"));
    const QString text = decoded(bytes, name);
    const auto match = pattern.match(text);
    // Found again in the bytes: those that are no text count differently there.
    const qsizetype at = match.hasMatch() ? slice(bytes, name).indexOf(match.captured().toUtf8()) : 0;
    return at > 0 ? withoutTail(bytes, { name.from, name.from + at }) : name;
}

bool isMonthName(const QString& word)
{
    const DateSpan span = word.contains(u' ') ? DateSpan {} : readDate(word + QStringLiteral(" 2000"));
    return span.start && span.start->month > 0;
}

TextRange withoutMonth(QByteArrayView bytes, TextRange name)
{
    const qsizetype comma = slice(bytes, name).lastIndexOf(", ");
    return comma > 0 && isMonthName(decoded(bytes, { name.from + comma + 2, name.to }))
        ? withoutTail(bytes, { name.from, name.from + comma })
        : name;
}

QString bare(QString text)
{
    const auto isMark = [](QChar c) { return c.isPunct() || c.isSpace(); };
    while (!text.isEmpty() && isMark(text.back()))
        text.chop(1);
    while (!text.isEmpty() && isMark(text.front()))
        text.remove(0, 1);
    return text;
}

} // namespace lectern::profile
