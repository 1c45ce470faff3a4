// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/edit.h"

#include <QByteArray>
#include <QByteArrayView>

namespace lectern {

enum class LineEnding { Lf, CrLf, Cr };

/// What a file's bytes tell about how it is written. Nothing of it is ever normalised.
struct TextFacts {
    bool hasBom = false;
    bool isUtf8 = true;
    /// First byte that is not valid UTF-8; -1 where all are.
    qsizetype invalidAt = -1;
    LineEnding lineEnding = LineEnding::Lf; ///< the most frequent one; Lf for a file of one line
    bool mixedLineEndings = false;
    bool endsWithNewline = false;
    bool operator==(const TextFacts&) const = default;
};

/// Length of the well-formed UTF-8 character at `at` (Unicode 15, table 3-7), 0 where there is none.
[[nodiscard]] int utf8Length(QByteArrayView bytes, qsizetype at);

[[nodiscard]] TextFacts textFacts(QByteArrayView bytes);

/// The characters of a line ending.
[[nodiscard]] QByteArray lineEndingBytes(LineEnding ending);

/// The bytes of one file at one revision: an immutable value, cheap to copy. All that the program knows of a page is a
/// view of such bytes, and every change makes a new revision.
class SourceFile {
public:
    SourceFile() = default;
    explicit SourceFile(QByteArray bytes, quint64 revision = 0) : m_bytes(std::move(bytes)), m_revision(revision) {}

    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] QByteArrayView view(TextRange range) const
    {
        return QByteArrayView(m_bytes).sliced(range.from, range.length());
    }
    [[nodiscard]] SourceFile with(const Edit& edit) const { return with(Edits {edit}); }
    [[nodiscard]] SourceFile with(const Edits& edits) const { return SourceFile(applied(m_bytes, edits), m_revision + 1); }

    /// Equal bytes; the revision does not count.
    bool operator==(const SourceFile& other) const { return m_bytes == other.m_bytes; }

private:
    QByteArray m_bytes;
    quint64 m_revision = 0;
};

/// Line number and column (both from 1, column in bytes) of a byte offset.
struct LineColumn {
    qsizetype line = 1;
    qsizetype column = 1;
    bool operator==(const LineColumn&) const = default;
};
[[nodiscard]] LineColumn lineColumn(QByteArrayView bytes, qsizetype at);

} // namespace lectern
