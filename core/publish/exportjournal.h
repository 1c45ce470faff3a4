// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/descriptor.h"
#include "core/publish/export.h"

namespace lectern::publish {

/// What an export is about to do, kept outside the repository until it is done, so that a crash in the middle can be
/// finished or undone. The file is locked while its export runs; another program leaves it alone.
class ExportJournal {
public:
    /// Writes and syncs the journal of `plan` into `folder`, which is made where it is missing.
    static Result<ExportJournal> begin(const QString& folder, const ExportPlan& plan, const QStringList& newFolders);

    /// From here on a crash ends in the state before, no longer in the one after.
    Result<void> turnBack();
    /// The export is over, one way or the other.
    void remove();

private:
    ExportJournal(QString path, Descriptor lock) : m_path(std::move(path)), m_lock(std::move(lock)) {}

    QString m_path;
    Descriptor m_lock;
};

/// How an export that a crash had cut short was brought to an end.
struct RecoveredExport {
    enum class End {
        Finished, ///< every file has the new content
        RolledBack, ///< every file has the old one
        Unfinished, ///< neither could be done; it is tried again at the next start
    };
    QString target;
    QStringList files;
    End end = End::Finished;
    bool operator==(const RecoveredExport&) const = default;
};

/// Ends every export that a crash left in `folder`: forward where nobody changed the files since, else back. Files that
/// another program changed keep what it wrote. Temporary files in the folders concerned are swept, journals that cannot be
/// read are moved aside (*.damaged).
std::vector<RecoveredExport> recoverExports(const QString& folder);

/// Brings the plan's files back to what they held before; those that hold neither the old nor the new content are left
/// alone. False when a file still has the new content.
bool rollBack(const ExportPlan& plan, const QStringList& newFolders);

/// Folders, relative to the target and outermost first, that the plan's files need and that do not exist.
[[nodiscard]] QStringList missingFolders(const ExportPlan& plan);

/// Writes one planned file where the target holds what was planned on.
Result<void> writePlanned(const ExportPlan& plan, const PlannedFile& file);

} // namespace lectern::publish
