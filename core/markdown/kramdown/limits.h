// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace lectern::markdown {

/// What is reported of one text at most.
constexpr std::size_t mostDiagnostics = 200;

/// Work that reading a text may cost. Ordinary pages take a step for every few bytes; some hostile ones a
/// step for every pair of bytes.
constexpr qint64 stepLimit(qsizetype size)
{
    return 2'000'000 + qint64(size) * 20;
}

} // namespace lectern::markdown
