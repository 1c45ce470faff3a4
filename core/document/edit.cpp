// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/edit.h"

#include <algorithm>

namespace lectern {
namespace {

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

} // namespace

Edit replacement(QByteArrayView text, TextRange range, const QByteArray& inserted)
{
    Q_ASSERT(range.from >= 0 && range.from <= range.to && range.to <= text.size());
    Edit edit = difference(text.sliced(range.from, range.length()), inserted);
    edit.at += range.from;
    return edit;
}

Edit difference(QByteArrayView before, QByteArrayView after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    // Never cut a character in two: the edit's bytes must be text of their own.
    while (head > 0
        && ((head < before.size() && isContinuation(before[head])) || (head < after.size() && isContinuation(after[head]))))
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && isContinuation(before[before.size() - tail]))
        --tail;
    return {head, before.sliced(head, before.size() - head - tail).toByteArray(),
        after.sliced(head, after.size() - head - tail).toByteArray()};
}

QByteArray applied(QByteArray text, const Edits& edits)
{
    for (const Edit& edit : edits) {
        Q_ASSERT(edit.at >= 0 && edit.at + edit.removed.size() <= text.size());
        Q_ASSERT(QByteArrayView(text).sliced(edit.at, edit.removed.size()) == QByteArrayView(edit.removed));
        text.replace(edit.at, edit.removed.size(), edit.inserted);
    }
    return text;
}

bool applies(QByteArrayView text, const Edits& edits)
{
    QByteArray work = text.toByteArray();
    for (const Edit& edit : edits) {
        // Subtracted, not added: a journal that was tampered with holds any number.
        if (edit.at < 0 || edit.removed.size() > work.size() - edit.at
            || QByteArrayView(work).sliced(edit.at, edit.removed.size()) != QByteArrayView(edit.removed))
            return false;
        work.replace(edit.at, edit.removed.size(), edit.inserted);
    }
    return true;
}

Edits inverted(const Edits& edits)
{
    Edits inverse;
    inverse.reserve(edits.size());
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        inverse.push_back(edit->inverted());
    return inverse;
}

std::optional<Edit> merged(const Edit& first, const Edit& second)
{
    const TextRange between = first.rangeAfter();
    const TextRange next = second.rangeBefore();
    if (next.from > between.to || next.to < between.from)
        return std::nullopt;
    // Bytes that only the second edit removes stood around the first one's place in the original text as well.
    const qsizetype before = std::max<qsizetype>(0, between.from - next.from);
    const qsizetype behind = std::max<qsizetype>(0, next.to - between.to);
    Edit whole;
    whole.at = std::min(between.from, next.from);
    whole.removed = second.removed.left(before) + first.removed + second.removed.right(behind);
    const qsizetype keptHead = std::max<qsizetype>(0, next.from - between.from);
    const qsizetype keptTail = std::max<qsizetype>(0, between.to - next.to);
    whole.inserted = first.inserted.left(keptHead) + second.inserted + first.inserted.right(keptTail);
    return whole;
}

TextRange mapped(TextRange range, const Edit& edit)
{
    const TextRange cut = edit.rangeBefore();
    const qsizetype growth = edit.inserted.size() - edit.removed.size();
    if (cut.from >= range.from && cut.to <= range.to)
        return {range.from, range.to + growth};
    if (cut.to <= range.from)
        return range.shifted(growth);
    if (cut.from >= range.to)
        return range;
    const qsizetype end = cut.from + edit.inserted.size();
    if (cut.from < range.from && cut.to < range.to)
        return {end, range.to + growth};
    if (cut.from >= range.from)
        return {range.from, cut.from};
    return {end, end};
}

} // namespace lectern
