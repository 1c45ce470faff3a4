// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lectern {

/// Reads a whole regular file. Errors: NotFound, Unreadable, NotRegularFile, TooLarge (over `limit` bytes).
Result<QByteArray> readFile(const QString& path, qsizetype limit = 64 * 1024 * 1024);

/// readFile, and NotText when the bytes are no text (looksLikeText).
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
/// compared with `expectation` before the rename and, the two having changed places, once more after it, so that what
/// another program wrote in between is put back; the folder is synced at the end. Mode and, where permitted, owner
/// are kept; a symbolic link is followed so that the link survives; hard-linked files keep their links by being refused
/// (NotWritable) rather than torn apart. Errors: NotWritable, DiskFull, ChangedOnDisk, NotRegularFile, NotFound (the
/// folder is gone), WriteFailed.
///
/// Not QSaveFile: Qt 6.4's reports success on a full disk and leaves a torn file.
Result<void> writeFileAtomically(
    const QString& path, const QByteArray& bytes, const std::optional<WriteExpectation>& expectation = std::nullopt);

/// Whether writeFileAtomically() could replace or, with the folders that it needs, create `path` as things stand. Nothing
/// is written. Errors: NotWritable (detail: "read-only file", "read-only folder", "read-only file system", "hard-linked
/// file"), NotRegularFile, NotFound.
Result<void> checkWritable(const QString& path);

/// Removes the file that `expectation` describes and syncs its folder; nothing to do where none is expected and none is
/// there. Errors: ChangedOnDisk, NotWritable, WriteFailed.
Result<void> removeFile(const QString& path, const WriteExpectation& expectation);

/// How the names of our temporary files begin; six characters follow.
inline constexpr char temporaryPrefix[] = ".lectern-write-";

/// Deletes the temporary files in `folder` (not below it) that writers of ours left when they were killed; those that are
/// being written are left alone. Returns how many.
int sweepTemporaryFiles(const QString& folder);

/// Gives what cannot be read another name, "NAME.damaged" or with a number where that is taken, so that nothing is written over
/// it. Returns the new path; empty where it stays where it is.
QString moveAside(const QString& path);

} // namespace lectern
