// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/exportjournal.h"

#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "core/base/wholecbor.h"

#include <QCborArray>
#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace lectern::publish {
namespace {

const QString forwardSuffix = QStringLiteral(".export");
const QString backSuffix = QStringLiteral(".rollback");
constexpr qsizetype journalLimit = 1024 * 1024 * 1024;
constexpr qsizetype hashSize = 32;

/// An unfinished export as read from its journal.
struct Entry {
    ExportPlan plan;
    QStringList newFolders;
};

QByteArray encoded(const ExportPlan& plan, const QStringList& newFolders)
{
    QCborArray files;
    for (const PlannedFile& file : plan.files) {
        files.append(QCborMap {{QStringLiteral("path"), file.path},
            {QStringLiteral("before"), file.before ? QCborValue(*file.before) : QCborValue()},
            {QStringLiteral("after"), file.after}});
    }
    const QByteArray body = QCborValue(QCborMap {{QStringLiteral("version"), 1}, {QStringLiteral("target"), plan.target},
                                           {QStringLiteral("folders"), QCborArray::fromStringList(newFolders)},
                                           {QStringLiteral("files"), files}})
                                .toCbor();
    return contentHash(body) + body;
}

std::optional<Entry> decoded(const QByteArray& bytes)
{
    const QByteArray body = bytes.mid(hashSize);
    if (bytes.size() <= hashSize || contentHash(body) != bytes.first(hashSize))
        return std::nullopt;
    const auto value = wholeCbor(body);
    if (!value)
        return std::nullopt;
    const QCborMap map = value->toMap();
    if (map[QStringLiteral("version")].toInteger() != 1)
        return std::nullopt;
    Entry entry;
    entry.plan.target = map[QStringLiteral("target")].toString();
    for (const QCborValue& folder : map[QStringLiteral("folders")].toArray())
        entry.newFolders.append(folder.toString());
    for (const QCborValue& planned : map[QStringLiteral("files")].toArray()) {
        const QCborMap file = planned.toMap();
        const QCborValue before = file[QStringLiteral("before")];
        entry.plan.files.push_back({file[QStringLiteral("path")].toString(),
            before.isByteArray() ? std::optional(before.toByteArray()) : std::nullopt,
            file[QStringLiteral("after")].toByteArray(), false});
    }
    return entry;
}

enum class Present { Before, After, Other };

Present presentState(const ExportPlan& plan, const PlannedFile& file)
{
    const QString path = QDir(plan.target).absoluteFilePath(file.path);
    if (!QFileInfo::exists(path))
        return file.before ? Present::Other : Present::Before;
    const auto bytes = readFile(path, journalLimit);
    if (!bytes)
        return Present::Other;
    if (*bytes == file.after)
        return Present::After;
    return file.before && *bytes == *file.before ? Present::Before : Present::Other;
}

bool rollForward(const ExportPlan& plan)
{
    for (const PlannedFile& file : plan.files) {
        if (presentState(plan, file) == Present::Before && !writePlanned(plan, file))
            return false;
    }
    return true;
}

bool anyIs(const ExportPlan& plan, Present state)
{
    return std::any_of(plan.files.begin(), plan.files.end(),
        [&](const PlannedFile& file) { return presentState(plan, file) == state; });
}

void sweepFolders(const ExportPlan& plan)
{
    QStringList folders;
    for (const PlannedFile& file : plan.files)
        folders.append(QFileInfo(QDir(plan.target).absoluteFilePath(file.path)).absolutePath());
    folders.removeDuplicates();
    for (const QString& folder : std::as_const(folders))
        sweepTemporaryFiles(folder);
}

RecoveredExport::End finish(const Entry& entry, bool forward)
{
    sweepFolders(entry.plan);
    if (!anyIs(entry.plan, Present::After))
        return RecoveredExport::End::RolledBack;
    if (forward && !anyIs(entry.plan, Present::Other) && rollForward(entry.plan))
        return RecoveredExport::End::Finished;
    return rollBack(entry.plan, entry.newFolders) ? RecoveredExport::End::RolledBack : RecoveredExport::End::Unfinished;
}

} // namespace

Result<ExportJournal> ExportJournal::begin(const QString& folder, const ExportPlan& plan, const QStringList& newFolders)
{
    if (!QDir().mkpath(folder))
        return systemError(folder, errno, ErrorCode::WriteFailed);
    QByteArray name = QFile::encodeName(folder) + '/' + temporaryPrefix + "XXXXXX";
    Descriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file.isValid())
        return systemError(folder, errno, ErrorCode::WriteFailed);
    // Locked before it has its name, so that nobody takes it for a journal that a crash left.
    (void)lockForWriting(file.get());
    int code = writeAll(file.get(), encoded(plan, newFolders));
    if (code == 0 && ::fsync(file.get()) != 0)
        code = errno;
    const QString path = folder + u'/' + QString::fromLatin1(name.right(6)) + forwardSuffix;
    if (code == 0 && ::rename(name.constData(), QFile::encodeName(path).constData()) != 0)
        code = errno;
    if (code != 0) {
        ::unlink(name.constData());
        return systemError(folder, code, ErrorCode::WriteFailed);
    }
    ExportJournal journal(path, std::move(file));
    code = syncFolder(folder);
    if (code != 0) {
        journal.remove();
        return systemError(folder, code, ErrorCode::WriteFailed);
    }
    return journal;
}

Result<void> ExportJournal::turnBack()
{
    QString back = m_path;
    back.replace(forwardSuffix, backSuffix);
    if (::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(back).constData()) != 0)
        return systemError(m_path, errno, ErrorCode::WriteFailed);
    m_path = back;
    (void)syncFolder(QFileInfo(m_path).absolutePath());
    return {};
}

void ExportJournal::remove()
{
    ::unlink(QFile::encodeName(m_path).constData());
    (void)syncFolder(QFileInfo(m_path).absolutePath());
}

std::vector<RecoveredExport> recoverExports(const QString& folder)
{
    std::vector<RecoveredExport> recovered;
    sweepTemporaryFiles(folder);
    const QDir journals(folder);
    for (const QString& name : journals.entryList({u'*' + forwardSuffix, u'*' + backSuffix}, QDir::Files, QDir::Name)) {
        const QString path = journals.filePath(name);
        Descriptor lock(::open(QFile::encodeName(path).constData(), O_RDWR | O_CLOEXEC));
        if (!lock.isValid() || !lockForWriting(lock.get()))
            continue;
        const auto bytes = readFile(path, journalLimit);
        const auto entry = bytes ? decoded(*bytes) : std::nullopt;
        if (!entry) {
            (void)moveAside(path);
            continue;
        }
        RecoveredExport result {entry->plan.target, {}, finish(*entry, name.endsWith(forwardSuffix))};
        for (const PlannedFile& file : entry->plan.files)
            result.files.append(file.path);
        if (result.end != RecoveredExport::End::Unfinished)
            QFile::remove(path);
        recovered.push_back(std::move(result));
    }
    return recovered;
}

bool rollBack(const ExportPlan& plan, const QStringList& newFolders)
{
    bool whole = true;
    for (auto file = plan.files.rbegin(); file != plan.files.rend(); ++file) {
        if (presentState(plan, *file) != Present::After || file->before == file->after)
            continue;
        const QString path = QDir(plan.target).absoluteFilePath(file->path);
        const WriteExpectation written {contentHash(file->after)};
        const auto undone
            = file->before ? writeFileAtomically(path, *file->before, written) : removeFile(path, written);
        whole = whole && (undone.isOk() || presentState(plan, *file) != Present::After);
    }
    // Innermost first; a folder that somebody put something into meanwhile stays.
    for (auto folder = newFolders.rbegin(); folder != newFolders.rend(); ++folder)
        QDir(plan.target).rmdir(*folder);
    return whole;
}

QStringList missingFolders(const ExportPlan& plan)
{
    QStringList missing;
    for (const PlannedFile& file : plan.files) {
        QStringList chain;
        for (QString folder = QFileInfo(file.path).path(); folder != QStringLiteral("."); folder = QFileInfo(folder).path()) {
            if (QFileInfo::exists(QDir(plan.target).filePath(folder)))
                break;
            chain.prepend(folder);
        }
        missing.append(chain);
    }
    missing.removeDuplicates();
    return missing;
}

Result<void> writePlanned(const ExportPlan& plan, const PlannedFile& file)
{
    // A target that vanished is an error; folders inside it are made as the page needs them.
    if (!QFileInfo(plan.target).isDir())
        return Error {ErrorCode::NotFound, plan.target, {}};
    if (!file.before)
        QDir(plan.target).mkpath(QFileInfo(file.path).path());
    WriteExpectation expectation;
    if (file.before)
        expectation.presentHash = contentHash(*file.before);
    return writeFileAtomically(QDir(plan.target).absoluteFilePath(file.path), file.after, expectation);
}

} // namespace lectern::publish
