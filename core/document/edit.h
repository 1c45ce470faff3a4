// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace lectern {

/// Replaces `removed` by `inserted` at byte `at`. An edit followed by its inverse restores every byte.
struct Edit {
    qsizetype at = 0;
    QByteArray removed;
    QByteArray inserted;

    [[nodiscard]] Edit inverted() const { return {at, inserted, removed}; }
    /// The bytes that the edit replaces, in the text before it.
    [[nodiscard]] TextRange rangeBefore() const { return {at, at + removed.size()}; }
    /// The bytes that stand there after it.
    [[nodiscard]] TextRange rangeAfter() const { return {at, at + inserted.size()}; }
    [[nodiscard]] bool isNoop() const { return removed == inserted; }
    bool operator==(const Edit&) const = default;
};

/// Edits of one file, applied in order: each one's offsets are those of the text that the ones before it left.
using Edits = std::vector<Edit>;

/// Edits of one step that may touch several files. `file` is the path relative to the site's root.
struct FileEdits {
    QString file;
    Edits edits;
    bool operator==(const FileEdits&) const = default;
};
using Change = std::vector<FileEdits>;

/// The edit that replaces `range` of `text` by `inserted`, trimmed to the bytes that really differ (whole UTF-8
/// characters; a no-op edit when nothing does).
[[nodiscard]] Edit replacement(QByteArrayView text, TextRange range, const QByteArray& inserted);

/// The one edit that turns `before` into `after`: what lies between their common start and end.
[[nodiscard]] Edit difference(QByteArrayView before, QByteArrayView after);

/// `text` after all `edits`. Q_ASSERTs that each edit's removed bytes stand where it says.
[[nodiscard]] QByteArray applied(QByteArray text, const Edits& edits);

/// True when every edit finds the bytes that it removes.
[[nodiscard]] bool applies(QByteArrayView text, const Edits& edits);

/// The edits that undo `edits`, in the order in which to apply them.
[[nodiscard]] Edits inverted(const Edits& edits);

/// One edit that does what `first` and then `second` do when they touch or overlap (typing); nullopt when apart.
[[nodiscard]] std::optional<Edit> merged(const Edit& first, const Edit& second);

/// Where `range` of the text before `edit` lies after it. A range around the edit grows or shrinks with it; one that the
/// edit cuts loses the cut part.
[[nodiscard]] TextRange mapped(TextRange range, const Edit& edit);

} // namespace lectern
