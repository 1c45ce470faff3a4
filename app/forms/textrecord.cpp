// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/textrecord.h"

#include <algorithm>
#include <cstdlib>

namespace lectern::app {

namespace {

/// The characters at which QTextCursor::insertText begins a new block (qtextcursor.cpp).
bool breaksBlock(QChar character)
{
    switch (character.unicode()) {
    case u'\n':
    case u'\r':
    case QChar::ParagraphSeparator:
    case 0xfdd0:
    case 0xfdd1:
        return true;
    default:
        return false;
    }
}

constexpr QChar nulSymbol = u'\u2400';

bool isCrLf(QStringView text, qsizetype at)
{
    return text[at] == u'\r' && at + 1 < text.size() && text[at + 1] == u'\n';
}

QString firstLineBreak(QStringView record)
{
    for (qsizetype i = 0; i < record.size(); ++i) {
        if (record[i] == u'\n')
            return QStringLiteral("\n");
        if (record[i] == u'\r')
            return isCrLf(record, i) ? QStringLiteral("\r\n") : QStringLiteral("\r");
    }
    return QStringLiteral("\n");
}

/// Around a caret no more than this many characters are looked at.
constexpr qsizetype mostWords = 80;

/// The greatest size up to `limit` for which `holds` does; whatever holds for a size holds for the smaller
/// ones.
template<class Holds> qsizetype longestRun(qsizetype limit, Holds holds)
{
    qsizetype low = 0;
    qsizetype high = std::min(limit, mostWords);
    while (low < high) {
        const qsizetype middle = (low + high + 1) / 2;
        if (holds(middle))
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace

QString documentText(QStringView record)
{
    QString text;
    text.reserve(record.size());
    for (qsizetype i = 0; i < record.size(); ++i) {
        if (isCrLf(record, i))
            ++i;
        text.append(breaksBlock(record[i]) ? QChar(QChar::ParagraphSeparator)
                : record[i].isNull()       ? nulSymbol
                                           : record[i]);
    }
    return text;
}

qsizetype recordOffset(QStringView record, qsizetype at)
{
    qsizetype offset = 0;
    for (; at > 0 && offset < record.size(); --at)
        offset += isCrLf(record, offset) ? 2 : 1;
    return offset;
}

CommonEnds commonEnds(QStringView before, QStringView after, qsizetype latest)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    const qsizetype limit = latest < 0 ? shorter : std::min(shorter, latest);
    CommonEnds ends;
    while (ends.prefix < limit && before[ends.prefix] == after[ends.prefix])
        ++ends.prefix;
    if (ends.prefix > 0 && before[ends.prefix - 1].isHighSurrogate())
        --ends.prefix;
    const qsizetype left = shorter - ends.prefix;
    while (ends.suffix < left
        && before[before.size() - 1 - ends.suffix] == after[after.size() - 1 - ends.suffix])
        ++ends.suffix;
    if (ends.suffix > 0 && before[before.size() - ends.suffix].isLowSurrogate())
        --ends.suffix;
    return ends;
}

qsizetype keptPosition(QStringView before, QStringView after, qsizetype at)
{
    const CommonEnds ends = commonEnds(before, after);
    if (at <= ends.prefix)
        return at;
    if (at >= before.size() - ends.suffix)
        return after.size() - (before.size() - at);
    const qsizetype left
        = longestRun(at, [&](qsizetype size) { return after.contains(before.sliced(at - size, size)); });
    const qsizetype right = longestRun(
        before.size() - at, [&](qsizetype size) { return after.contains(before.sliced(at, size)); });
    if (left == 0 && right == 0)
        return std::min(at, after.size());
    // Of several places the one nearest to where the caret was.
    const bool behind = left >= right;
    const QStringView words = behind ? before.sliced(at - left, left) : before.sliced(at, right);
    qsizetype best = -1;
    for (qsizetype found = after.indexOf(words); found >= 0; found = after.indexOf(words, found + 1)) {
        const qsizetype place = behind ? found + left : found;
        if (best < 0 || std::abs(place - at) < std::abs(best - at))
            best = place;
    }
    return best;
}

QString recordAfter(const QString& record, QStringView text, qsizetype changedAt)
{
    const QString shown = documentText(record);
    if (shown == text)
        return record;
    const CommonEnds ends = commonEnds(shown, text, changedAt);
    QString inserted = text.sliced(ends.prefix, text.size() - ends.prefix - ends.suffix).toString();
    inserted.replace(QChar(QChar::ParagraphSeparator), firstLineBreak(record));
    const qsizetype from = recordOffset(record, ends.prefix);
    const qsizetype to = recordOffset(record, shown.size() - ends.suffix);
    QString result = record;
    return result.replace(from, to - from, inserted);
}

} // namespace lectern::app
