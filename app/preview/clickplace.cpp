// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/clickplace.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <cmath>
#include <utility>

namespace lectern::app {

namespace {

/// Where `needle` stands in `source`: of several places the one nearest to `expected`; -1 for none.
qsizetype nearest(QByteArrayView source, const QByteArray& needle, qsizetype expected)
{
    qsizetype best = -1;
    for (qsizetype found = source.indexOf(needle); found >= 0; found = source.indexOf(needle, found + 1)) {
        if (best < 0 || std::abs(found - expected) < std::abs(best - expected))
            best = found;
        else
            break; // they only get further away
    }
    return best;
}

/// `position` moved off the middle of a surrogate pair.
qsizetype wholeCharacter(QStringView text, qsizetype position)
{
    return position > 0 && position < text.size() && text[position].isLowSurrogate() ? position - 1
                                                                                     : position;
}

} // namespace

qsizetype clickedByte(QByteArrayView source, TextRange range, QStringView text, qsizetype at)
{
    range.from = std::clamp<qsizetype>(range.from, 0, source.size());
    range.to = std::clamp<qsizetype>(range.to, range.from, source.size());
    at = wholeCharacter(text, std::clamp<qsizetype>(at, 0, text.size()));
    const QByteArrayView bytes = source.sliced(range.from, range.length());
    const auto expected
        = qsizetype(double(bytes.size()) * double(at) / double(std::max<qsizetype>(1, text.size())));
    for (const qsizetype reach :
        { text.size(), qsizetype(48), qsizetype(24), qsizetype(12), qsizetype(6), qsizetype(3) }) {
        // Around the position, behind it, before it: a quotation mark on one side leaves the other.
        for (const auto& [back, ahead] :
            { std::pair(reach, reach), std::pair(qsizetype(0), reach), std::pair(reach, qsizetype(0)) }) {
            const qsizetype from = wholeCharacter(text, std::max<qsizetype>(0, at - back));
            const qsizetype to = wholeCharacter(text, std::min(text.size(), at + ahead));
            const QString piece = text.sliced(from, to - from).toString();
            if (piece.trimmed().size() < 2)
                continue;
            const qsizetype lead = text.sliced(from, at - from).toUtf8().size();
            const qsizetype found = nearest(bytes, piece.toUtf8(), expected - lead);
            if (found >= 0)
                return range.from + found + lead;
        }
    }
    return range.from;
}

} // namespace lectern::app
