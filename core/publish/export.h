// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace lectern::publish {

/// A file that an export will write.
struct PlannedFile {
    QString path; ///< relative to the target's root
    std::optional<QByteArray> before; ///< what the target has now; nullopt: a new file
    QByteArray after;
    bool isPicture = false; ///< a picture or a PDF that goes along with a page, not edited text
};

/// What an export will do; nothing has been written yet.
struct ExportPlan {
    QString target; ///< absolute root of the repository that is written to
    std::vector<PlannedFile> files; ///< only files whose bytes differ
    QStringList missing; ///< files that a page names and that the source does not have either
};

/// A buffer to export and the bytes that the editing began with.
struct EditedFile {
    QString path;
    QByteArray opened;
    QByteArray now;
};

/// Export into the repository that was opened. Files on disk must still be what was opened: ChangedOnDisk otherwise, NotFound
/// where the file, or the whole repository, is gone, NotWritable where it could not be written. Files that hold the new bytes already are left out.
Result<ExportPlan> planExport(const QString& root, const std::vector<EditedFile>& files);

/// Export of pages into another Jekyll repository: the pages whose bytes differ there and the pictures that they use and
/// that are missing or different there. Errors: NotASite for a target without `_config.yml`, NotWritable.
Result<ExportPlan> planExportTo(const QString& root, const QString& target, const std::vector<EditedFile>& files);

struct ExportOutcome {
    QStringList written; ///< relative paths: all that were planned, or none
    std::optional<Error> failure; ///< of the file at which it stopped; every file is whole and old again
};

/// Writes the planned files, each atomically and only where the target still holds what was planned on, pictures first, so
/// that no page stands without them. When one cannot be written, those before it are put back. A journal in
/// `journalFolder`, outside the repository, lets recoverExports() end what a crash cut short; without a folder only
/// failures are undone, not crashes.
[[nodiscard]] ExportOutcome writeExport(const ExportPlan& plan, const QString& journalFolder = {});

} // namespace lectern::publish
