// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/markdownformat.h"

namespace lectern::app {

namespace {

struct Span {
    qsizetype from;
    qsizetype to;
};

/// The selection without the white space at its ends; the word around an empty one.
Span meant(const QString& text, qsizetype from, qsizetype to)
{
    if (from == to) {
        const auto inWord = [&text](qsizetype at) { return text[at].isLetterOrNumber() || text[at].isSurrogate(); };
        while (from > 0 && inWord(from - 1))
            --from;
        while (to < text.size() && inWord(to))
            ++to;
        return {from, to};
    }
    while (from < to && text[from].isSpace())
        ++from;
    while (to > from && text[to - 1].isSpace())
        --to;
    return {from, to};
}

qsizetype runBefore(const QString& text, qsizetype at, QChar mark)
{
    qsizetype count = 0;
    while (at - count > 0 && text[at - count - 1] == mark)
        ++count;
    return count;
}

qsizetype runAfter(const QString& text, qsizetype at, QChar mark)
{
    qsizetype count = 0;
    while (at + count < text.size() && text[at + count] == mark)
        ++count;
    return count;
}

/// Whether a run of marks holds this one: "*" is in a run of 1 or 3, "**" in a run of 2 or 3.
bool runHolds(qsizetype run, qsizetype size) { return run == size || run == 3; }

} // namespace

TextReplacement toggledMark(const QString& text, qsizetype from, qsizetype to, const QString& mark)
{
    const Span span = meant(text, from, to);
    const qsizetype size = mark.size();
    const QString inner = text.sliced(span.from, span.to - span.from);
    const bool around = runHolds(runBefore(text, span.from, mark[0]), size) && runHolds(runAfter(text, span.to, mark[0]), size);
    if (around && !inner.isEmpty())
        return {span.from - size, span.to + size, inner, span.from - size, span.to - size};
    const bool inside = inner.size() > 2 * size && runHolds(runAfter(inner, 0, mark[0]), size)
        && runHolds(runBefore(inner, inner.size(), mark[0]), size);
    if (inside) {
        const QString bare = inner.sliced(size, inner.size() - 2 * size);
        return {span.from, span.to, bare, span.from, span.from + bare.size()};
    }
    return {span.from, span.to, mark + inner + mark, span.from + size, span.to + size};
}

TextReplacement madeLink(const QString& text, qsizetype from, qsizetype to)
{
    const Span span = meant(text, from, to);
    const QString inner = text.sliced(span.from, span.to - span.from);
    const bool isAddress = inner.contains(QLatin1StringView("://")) && !inner.contains(u' ');
    if (isAddress)
        return {span.from, span.to, QStringLiteral("[](%1)").arg(inner), span.from + 1, span.from + 1};
    const QString start = QStringLiteral("https://");
    const qsizetype address = span.from + inner.size() + 3;
    return {span.from, span.to, u'[' + inner + QLatin1StringView("](") + start + u')', address, address + start.size()};
}

} // namespace lectern::app
