// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/export.h"

#include "core/base/atomicfile.h"
#include "core/publish/exportjournal.h"
#include "core/publish/pageimages.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lectern::publish {
namespace {

/// Present content of a file, nullopt where there is none.
Result<std::optional<QByteArray>> present(const QString& path)
{
    if (!QFileInfo::exists(path))
        return std::optional<QByteArray>();
    auto bytes = readFile(path);
    if (!bytes)
        return bytes.error();
    return std::optional<QByteArray>(*bytes);
}

/// A path that leads out of the root, by dots or by links, is refused.
bool isInside(const QString& root, const QString& relative)
{
    const QString path = QDir::cleanPath(QDir(root).absoluteFilePath(relative));
    if (!path.startsWith(QDir::cleanPath(root) + u'/'))
        return false;
    QFileInfo existing(path);
    while (!existing.exists() && existing.absolutePath() != existing.absoluteFilePath())
        existing = QFileInfo(existing.absolutePath());
    const QString canonicalRoot = QFileInfo(root).canonicalFilePath();
    const QString canonical = existing.canonicalFilePath();
    return canonical == canonicalRoot || canonical.startsWith(canonicalRoot + u'/');
}

Result<void> addPictures(ExportPlan& plan, const QString& root, QByteArrayView page)
{
    for (const QString& path : localFiles(page)) {
        const bool planned = std::any_of(
            plan.files.begin(), plan.files.end(), [&](const PlannedFile& file) { return file.path == path; });
        if (planned || !isInside(root, path) || !isInside(plan.target, path))
            continue;
        const auto source = present(QDir(root).absoluteFilePath(path));
        if (!source)
            return source.error();
        const auto there = present(QDir(plan.target).absoluteFilePath(path));
        if (!there)
            return there.error();
        if (!*source) {
            if (!*there && !plan.missing.contains(path))
                plan.missing.append(path);
            continue;
        }
        if (*source != *there)
            plan.files.push_back({path, *there, **source, true});
    }
    return {};
}

} // namespace

Result<ExportPlan> planExport(const QString& root, const std::vector<EditedFile>& files)
{
    ExportPlan plan;
    plan.target = QDir::cleanPath(root);
    for (const EditedFile& file : files) {
        if (file.now == file.opened)
            continue;
        const QString path = QDir(root).absoluteFilePath(file.path);
        if (!isInside(root, file.path))
            return Error {ErrorCode::OutsideSite, path, {}};
        const auto there = present(path);
        if (!there)
            return there.error();
        // A picture or a PDF that came and went leaves nothing to write; a new file has nothing on disk to compare with.
        const bool isPicture = isPicturePath(file.path) || isPdfPath(file.path);
        if (isPicture && file.now.isEmpty())
            continue;
        const bool isNew = !*there && file.opened.isEmpty() && QFileInfo::exists(root);
        if (!*there && !isNew)
            return Error {ErrorCode::NotFound, QFileInfo::exists(root) ? path : QDir::cleanPath(root), {}};
        if (*there == file.now)
            continue;
        if (!isNew && *there != file.opened)
            return Error {ErrorCode::ChangedOnDisk, path, {}};
        if (const auto writable = checkWritable(path); !writable)
            return writable.error();
        plan.files.push_back({file.path, *there, file.now, isPicture});
    }
    return plan;
}

Result<ExportPlan> planExportTo(const QString& root, const QString& target, const std::vector<EditedFile>& files)
{
    if (!QFileInfo::exists(QDir(target).filePath(QStringLiteral("_config.yml"))))
        return Error {ErrorCode::NotASite, target, {}};
    ExportPlan plan;
    plan.target = QDir::cleanPath(QFileInfo(target).absoluteFilePath());
    for (const EditedFile& file : files) {
        const QString path = QDir(plan.target).absoluteFilePath(file.path);
        if (!isInside(plan.target, file.path))
            return Error {ErrorCode::OutsideSite, path, {}};
        const auto there = present(path);
        if (!there)
            return there.error();
        if (*there != file.now)
            plan.files.push_back({file.path, *there, file.now, false});
        if (auto pictures = addPictures(plan, root, file.now); !pictures)
            return pictures.error();
    }
    for (const PlannedFile& file : plan.files) {
        if (const auto writable = checkWritable(QDir(plan.target).absoluteFilePath(file.path)); !writable)
            return writable.error();
    }
    return plan;
}

ExportOutcome writeExport(const ExportPlan& plan, const QString& journalFolder)
{
    ExportOutcome outcome;
    if (plan.files.empty())
        return outcome;
    ExportPlan ordered {plan.target, {}, {}};
    for (const bool pictures : {true, false}) {
        for (const PlannedFile& file : plan.files) {
            if (file.isPicture == pictures)
                ordered.files.push_back(file);
        }
    }
    // What can be foreseen is refused before the first file is touched.
    for (const PlannedFile& file : ordered.files) {
        const QString path = QDir(plan.target).absoluteFilePath(file.path);
        if (const auto writable = checkWritable(path); !writable && writable.error().code == ErrorCode::NotWritable) {
            outcome.failure = writable.error();
            return outcome;
        }
    }
    const QStringList newFolders = missingFolders(ordered);
    std::optional<ExportJournal> journal;
    if (!journalFolder.isEmpty()) {
        auto begun = ExportJournal::begin(journalFolder, ordered, newFolders);
        if (begun) {
            journal = std::move(begun.value());
        } else if (ordered.files.size() > 1) {
            outcome.failure = begun.error();
            return outcome;
        }
    }
    for (const PlannedFile& file : ordered.files) {
        if (auto written = writePlanned(ordered, file); !written) {
            outcome.failure = written.error();
            break;
        }
        outcome.written.append(file.path);
    }
    bool settled = true;
    if (outcome.failure) {
        if (journal)
            (void)journal->turnBack();
        settled = rollBack(ordered, newFolders);
        outcome.written.clear();
    }
    if (journal && settled)
        journal->remove();
    return outcome;
}

} // namespace lectern::publish
