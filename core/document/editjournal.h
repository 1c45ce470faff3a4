// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lectern {

/// The records of a journal of edits: what a program needs to open again as it was when it was killed. Each record is
/// appended on its own and carries its length and a check sum, so that a torn end costs that record alone.
/// A journal is journalHead() followed by records. Times are milliseconds since the epoch, passed in.
namespace editjournal {

/// Starts a journal of the site at `root` (absolute).
[[nodiscard]] QByteArray head(const QString& root, qint64 time);
/// The buffer of `file` holds `bytes`, and so does the disk.
[[nodiscard]] QByteArray base(const QString& file, const QByteArray& bytes);
/// `change` was made. `count`: how many edits it stands for, when it sums up earlier records; 0 leaves that to the reader.
[[nodiscard]] QByteArray step(const Change& change, qint64 time, int count = 0);
/// The disk now holds `bytes`; the buffer stays what it is.
[[nodiscard]] QByteArray saved(const QString& file, const QByteArray& bytes);
/// This page is shown.
[[nodiscard]] QByteArray page(const QString& file);

} // namespace editjournal

/// A file with edits that were not exported.
struct RecoveredFile {
    QString file;
    QByteArray base; ///< what the edits were made on
    QByteArray now;
    bool operator==(const RecoveredFile&) const = default;
};

/// What a journal tells.
struct RecoveredSession {
    QString root;
    QString page; ///< that was shown; may be empty
    std::vector<RecoveredFile> files; ///< those that differ from their base, by name
    int edits = 0; ///< since the last moment without unexported edits; typing in one place counts once
    qint64 firstEdit = 0; ///< time of the first of them
    qint64 lastEdit = 0;
    bool isTorn = false; ///< something at the end could not be read
    bool operator==(const RecoveredSession&) const = default;
};

/// Replays a journal as far as it is whole. InvalidValue where `bytes` is no journal. Nothing in it is trusted: a record
/// that does not fit what stands before it ends the reading.
Result<RecoveredSession> readEditJournal(const QByteArray& bytes);

} // namespace lectern
