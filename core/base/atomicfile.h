// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lectern {

/// Reads a whole regular file. Errors: NotFound, Unreadable, NotRegularFile, TooLarge (over `limit` bytes).
Result<QByteArray> readFile(const QString& path, qsizetype limit = 64 * 1024 * 1024);

/// readFile, and NotText when the bytes hold a NUL (UTF-16 or a binary file).
Result<QByteArray> readTextFile(const QString& path, qsizetype limit = 64 * 1024 * 1024);

/// What must be on disk for a write to go ahead.
struct WriteExpectation {
    /// Hash (contentHash) of the present content; nullopt: no file may be there.
    std::optional<QByteArray> presentHash;
};

/// Replaces (or creates) `path` by `bytes`: afterwards the file holds either its old content or all of `bytes`,
/// and success is reported only when the new content is synced to disk.
///
/// A temporary file in the same folder takes the bytes; every write, the sync and the close are checked; the file is
/// compared with `expectation` right before the rename; the folder is synced after it. Mode and, where permitted, owner
/// are kept; a symbolic link is followed so that the link survives; hard-linked files keep their links by being refused
/// (NotWritable) rather than torn apart. Errors: NotWritable, DiskFull, ChangedOnDisk, NotRegularFile, NotFound (the
/// folder is gone), WriteFailed.
///
/// Not QSaveFile: Qt 6.4's reports success on a full disk and leaves a torn file.
Result<void> writeFileAtomically(
    const QString& path, const QByteArray& bytes, const std::optional<WriteExpectation>& expectation = std::nullopt);

} // namespace lectern
