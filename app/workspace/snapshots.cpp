// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/snapshots.h"

#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "core/document/storedstate.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace lectern::app {
namespace {

const QString suffix = QStringLiteral(".snapshot");
/// `1718000000000-0.snapshot`: time in milliseconds and reason.
std::optional<Snapshot> parsed(const QFileInfo& stored, const QString& path)
{
    const QStringList parts = stored.completeBaseName().split(u'-');
    bool isTime = false;
    const qint64 time = parts.value(0).toLongLong(&isTime);
    const int reason = parts.value(1).toInt();
    if (!isTime || parts.size() != 2 || reason < 0 || reason > int(SnapshotReason::Outside))
        return std::nullopt;
    return Snapshot {stored.absoluteFilePath(), path, QDateTime::fromMSecsSinceEpoch(time), SnapshotReason(reason)};
}

} // namespace

Snapshots::Snapshots(const QString& folder, const SnapshotLimits& limits) : m_folder(folder), m_limits(limits) {}

QString Snapshots::folderOf(const QString& path) const
{
    // By full path, never by name: two sites may both have an about.md.
    return m_folder + u'/' + QString::fromLatin1(contentHash(path.toUtf8()).toHex().first(32));
}

Result<void> Snapshots::keep(const QString& path, const QByteArray& bytes, SnapshotReason reason, const QDateTime& time)
{
    auto stored = store(path, bytes, reason, time);
    if (!stored && m_failed)
        m_failed(stored.error());
    return stored;
}

Result<void> Snapshots::store(const QString& path, const QByteArray& bytes, SnapshotReason reason, const QDateTime& time)
{
    const QList<Snapshot> kept = list(path);
    if (!kept.isEmpty()) {
        const auto newest = read(kept.first());
        if (newest && *newest == bytes)
            return {};
    }
    const QDir folder(folderOf(path));
    // Something else in the folder's place would keep every state from being kept, for good.
    if (QFileInfo::exists(m_folder) && !QFileInfo(m_folder).isDir())
        (void)moveAside(m_folder);
    if (!folder.mkpath(QStringLiteral(".")))
        return Error {ErrorCode::NotWritable, folder.path(), {}};
    qint64 stamp = time.toMSecsSinceEpoch();
    // A clock that was set back must not put the newest state behind older ones.
    if (!kept.isEmpty())
        stamp = std::max(stamp, kept.first().time.toMSecsSinceEpoch() + 1);
    const QString stored = folder.filePath(QStringLiteral("%1-%2").arg(stamp).arg(int(reason)) + suffix);
    if (auto written = writeFileAtomically(stored, packState(path, bytes)); !written)
        return written.error();
    const auto back = readFile(stored);
    if (!back || unpackState(*back, path) != bytes) {
        QFile::remove(stored);
        return Error {ErrorCode::WriteFailed, stored, {}};
    }
    prune(path);
    return {};
}

QList<Snapshot> Snapshots::list(const QString& path) const
{
    QList<Snapshot> found;
    const auto stored = QDir(folderOf(path)).entryInfoList({u'*' + suffix}, QDir::Files);
    for (const QFileInfo& info : stored) {
        if (const auto snapshot = parsed(info, path))
            found.append(*snapshot);
    }
    std::sort(found.begin(), found.end(), [](const Snapshot& a, const Snapshot& b) { return a.time > b.time; });
    return found;
}

Result<QByteArray> Snapshots::read(const Snapshot& snapshot) const
{
    const auto stored = readFile(snapshot.store);
    if (!stored)
        return stored.error();
    const auto bytes = unpackState(*stored, snapshot.file);
    if (bytes)
        return *bytes;
    (void)moveAside(snapshot.store);
    return Error {ErrorCode::InvalidValue, snapshot.store, {}};
}

void Snapshots::sweep() const
{
    const auto folders = QDir(m_folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo& folder : folders)
        sweepTemporaryFiles(folder.absoluteFilePath());
}

void Snapshots::prune(const QString& path) const
{
    QList<Snapshot> kept = list(path);
    while (kept.size() > m_limits.perFile)
        QFile::remove(kept.takeLast().store);
    struct Stored {
        QString path;
        qint64 size;
    };
    // Names begin with the time, so that the oldest comes first whatever file it belongs to.
    QMultiMap<QString, Stored> all;
    QHash<QString, QString> newest;
    qint64 total = 0;
    QDirIterator files(m_folder, {u'*' + suffix, u'*' + suffix + QStringLiteral(".damaged")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo info = files.fileInfo();
        total += info.size();
        all.insert(info.fileName(), {info.filePath(), info.size()});
        QString& last = newest[info.path()];
        last = std::max(last, info.fileName());
    }
    for (auto stored = all.cbegin(); stored != all.cend() && total > m_limits.bytes; ++stored) {
        const QFileInfo info(stored->path);
        if (newest.value(info.path()) == info.fileName())
            continue;
        total -= stored->size;
        QFile::remove(stored->path);
    }
}

} // namespace lectern::app
