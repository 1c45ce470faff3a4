// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lectern::publish {

/// A run of lines that differ. Ranges are bytes, whole lines with their line endings, half-open; one of them may be empty.
struct Hunk {
    TextRange before;
    TextRange after;
    qsizetype beforeLine = 1; ///< number, from 1, of the first line of `before`
    qsizetype afterLine = 1;
    bool operator==(const Hunk&) const = default;
};

/// The lines in which two texts differ, in order. LF, CRLF and CR end lines.
[[nodiscard]] std::vector<Hunk> lineDiff(const QByteArray& before, const QByteArray& after);

/// The difference in unified format with `context` lines around each hunk, as `diff -u` and `git apply` know it; empty for
/// equal texts. `name` is the file's path ("a/" and "b/" are put before it).
[[nodiscard]] QByteArray unifiedDiff(const QByteArray& before, const QByteArray& after, const QString& name, int context = 3);

} // namespace lectern::publish
