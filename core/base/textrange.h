// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace lectern {

/// A half-open range [from, to) of byte offsets into one revision of one file.
struct TextRange {
    qsizetype from = 0;
    qsizetype to = 0;

    [[nodiscard]] constexpr qsizetype length() const { return to - from; }
    [[nodiscard]] constexpr bool isEmpty() const { return from >= to; }
    [[nodiscard]] constexpr bool contains(qsizetype at) const { return at >= from && at < to; }
    [[nodiscard]] constexpr bool contains(TextRange other) const { return other.from >= from && other.to <= to; }
    [[nodiscard]] constexpr bool overlaps(TextRange other) const { return from < other.to && other.from < to; }
    [[nodiscard]] constexpr TextRange shifted(qsizetype by) const { return {from + by, to + by}; }
    constexpr bool operator==(const TextRange&) const = default;
};

} // namespace lectern
