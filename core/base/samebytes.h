// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <algorithm>
#include <cstring>

namespace lectern {

/// How many bytes two texts have in common at their beginnings and, behind that, at their ends: between them
/// stands what an edit changed.
struct SameBytes {
    qsizetype front = 0;
    qsizetype back = 0;
    bool operator==(const SameBytes&) const = default;
};

[[nodiscard]] inline SameBytes sameBytes(QByteArrayView a, QByteArrayView b)
{
    // Texts of megabytes are compared with every keystroke.
    constexpr qsizetype step = 256;
    const qsizetype most = std::min(a.size(), b.size());
    SameBytes same;
    while (same.front + step <= most && std::memcmp(a.data() + same.front, b.data() + same.front, step) == 0)
        same.front += step;
    while (same.front < most && a[same.front] == b[same.front])
        ++same.front;
    const qsizetype rest = most - same.front;
    const char* const endOfA = a.data() + a.size();
    const char* const endOfB = b.data() + b.size();
    while (same.back + step <= rest
        && std::memcmp(endOfA - same.back - step, endOfB - same.back - step, step) == 0)
        same.back += step;
    while (same.back < rest && endOfA[-same.back - 1] == endOfB[-same.back - 1])
        ++same.back;
    return same;
}

} // namespace lectern
