// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/recovery.h"

#include "app/workspace/snapshots.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace lectern::app {
namespace {

/// A journal that has grown by this much since it was begun is summed up. What it begins with, the files' own
/// bytes, does not count: it would be written again with each keystroke on a large page.
constexpr qint64 rewriteAfter = 8 * 1024 * 1024;
constexpr qsizetype readLimit = 256 * 1024 * 1024;

qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }

bool isPage(const QString& file)
{
    return file.endsWith(QStringLiteral(".md")) || file.endsWith(QStringLiteral(".markdown"));
}

} // namespace

Recovery::Recovery(Workspace& workspace, Snapshots& snapshots, const QString& folder, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_snapshots(snapshots), m_folder(folder),
      m_worker(QStringLiteral("journal"))
{
    m_sync.setSingleShot(true);
    m_sync.setInterval(syncMilliseconds);
    connect(&m_sync, &QTimer::timeout, this, [this] {
        if (m_isBroken)
            rewrite();
        else if (m_journal)
            sync();
    });
    connect(&workspace, &Workspace::changed, this, &Recovery::onChanged);
    connect(&workspace, &Workspace::savedStateChanged, this, &Recovery::onSavedState);
    connect(&workspace, &Workspace::currentPageChanged, this, [this] {
        if (m_journal && !m_isRestoring)
            append(editjournal::page(m_workspace.currentPage()));
    });
}

Recovery::~Recovery() = default;

void Recovery::start(const QString& key)
{
    stop();
    sweepTemporaryFiles(m_folder);
    const QString path = m_folder + u'/' + key + QStringLiteral(".edits");
    m_restored = {};
    m_summed = {};
    const auto bytes = readFile(path, readLimit);
    const auto session = bytes ? readEditJournal(*bytes) : Result<RecoveredSession>(Error {});
    const bool isThere = bytes ? !bytes->isEmpty() : bytes.error().code != ErrorCode::NotFound;
    if (isThere && !session) {
        const QString aside = moveAside(path);
        Q_EMIT unreadable(aside.isEmpty() ? path : aside);
        if (aside.isEmpty())
            return; // never removed unread
    }
    m_path = path;
    if (!session || session->files.empty()) {
        QFile::remove(path); // the next one begins with the first edit
        return;
    }
    restore(*session);
    // Only now does the new journal take the old one's place: a crash in between recovers once more.
    rewrite();
}

void Recovery::restore(const RecoveredSession& session)
{
    m_isRestoring = true;
    RecoveryReport report {session.edits, session.firstEdit, {}, {}, false};
    Change change;
    QHash<QString, std::vector<publish::MergeConflict>> conflicts;
    for (const RecoveredFile& file : session.files) {
        const auto present = m_workspace.file(file.file);
        if (!present) {
            (void)m_snapshots.keep(QDir(m_workspace.root()).absoluteFilePath(file.file), file.now, SnapshotReason::Discarded);
            report.unplaced.append(file.file);
            continue;
        }
        QByteArray text = file.now;
        if (present->bytes() != file.base && present->bytes() != file.now) {
            report.wasMerged = true;
            (void)m_snapshots.keep(QDir(m_workspace.root()).absoluteFilePath(file.file), file.now, SnapshotReason::Outside);
            const auto units = isPage(file.file) ? publish::mergeUnits(profile::readProfile(SourceFile(file.base)))
                                                 : std::vector<TextRange>();
            const publish::Merge merge = publish::mergeTexts(file.base, file.now, present->bytes(), units);
            text = merge.text;
            if (!merge.conflicts.empty())
                conflicts.insert(file.file, merge.conflicts);
        }
        if (text != present->bytes()) {
            change.push_back({file.file, publish::lineEdits(present->bytes(), text)});
            report.files.append(file.file);
        }
    }
    m_restored = session;
    m_summed = session;
    if (!change.empty())
        m_workspace.push(change, tr("Recovered edits"), EditSource::Reload);
    m_workspace.endMerge();
    if (m_workspace.pages().contains(session.page))
        (void)m_workspace.setCurrentPage(session.page);
    m_isRestoring = false;
    if (!report.files.isEmpty() || !report.unplaced.isEmpty())
        Q_EMIT recovered(report);
    for (auto file = conflicts.cbegin(); file != conflicts.cend(); ++file)
        Q_EMIT conflicted(file.key(), file.value());
}

void Recovery::stop()
{
    if (m_path.isEmpty())
        return;
    keepUnexported();
    m_sync.stop();
    m_journal.reset();
    QFile::remove(std::exchange(m_path, {}));
    m_saved.clear();
    m_sizeAtStart = m_size = 0;
}

void Recovery::keepUnexported()
{
    const auto bytes = readFile(m_path, readLimit);
    const auto session = bytes ? readEditJournal(*bytes) : Result<RecoveredSession>(Error {});
    if (!session)
        return;
    for (const RecoveredFile& file : session->files)
        (void)m_snapshots.keep(QDir(session->root).absoluteFilePath(file.file), file.now, SnapshotReason::Discarded);
}

void Recovery::discard()
{
    Change change;
    for (const RecoveredFile& file : m_restored.files) {
        const auto present = m_workspace.file(file.file);
        if (!present)
            continue;
        (void)m_snapshots.keep(
            QDir(m_workspace.root()).absoluteFilePath(file.file), present->bytes(), SnapshotReason::Discarded);
        const QByteArray saved = m_workspace.savedBytes(file.file);
        if (saved != present->bytes())
            change.push_back({file.file, publish::lineEdits(present->bytes(), saved)});
    }
    m_workspace.push(change, tr("Discard recovered edits"), EditSource::Reload);
    m_workspace.endMerge();
}

void Recovery::onChanged(const Change& change, EditSource source)
{
    if (m_path.isEmpty() || m_isRestoring)
        return;
    if (!m_journal || source == EditSource::Reload || m_size > m_sizeAtStart + rewriteAfter) {
        rewrite();
        return;
    }
    QByteArray records;
    for (const FileEdits& file : change) {
        if (m_saved.contains(file.file))
            continue;
        // The first edit of a file: before it the buffer was what is on disk.
        m_saved.insert(file.file, m_workspace.savedBytes(file.file));
        const QByteArray base = editjournal::base(file.file, m_saved[file.file]);
        m_sizeAtStart += base.size();
        records += base;
    }
    append(records + editjournal::step(change, now()));
}

void Recovery::onSavedState()
{
    if (!m_journal || m_isRestoring)
        return;
    for (auto file = m_saved.begin(); file != m_saved.end(); ++file) {
        const QByteArray saved = m_workspace.savedBytes(file.key());
        if (saved.constData() == file->constData() || saved == *file)
            continue;
        *file = saved;
        append(editjournal::saved(file.key(), saved));
    }
}

void Recovery::append(const QByteArray& record)
{
    if (!m_journal || !m_journal->isValid())
        return;
    if (const int code = writeAll(m_journal->get(), record)) {
        fail(systemError(m_path, code, ErrorCode::WriteFailed));
        return;
    }
    m_size += record.size();
    if (!m_sync.isActive())
        m_sync.start();
}

void Recovery::rewrite()
{
    if (m_path.isEmpty())
        return;
    // Numbers and times of what is summed up come from the journal itself.
    if (m_journal) {
        const auto bytes = readFile(m_path, readLimit);
        const auto session = bytes ? readEditJournal(*bytes) : Result<RecoveredSession>(Error {});
        if (session)
            m_summed = *session;
    }
    QByteArray records = editjournal::head(m_workspace.root(), now()) + editjournal::page(m_workspace.currentPage());
    Change change;
    m_saved.clear();
    for (const QString& file : m_workspace.changedFiles()) {
        const QByteArray saved = m_workspace.savedBytes(file);
        const auto present = m_workspace.file(file);
        if (!present)
            continue;
        m_saved.insert(file, saved);
        records += editjournal::base(file, saved);
        change.push_back({file, {difference(saved, present->bytes())}});
    }
    if (!change.empty())
        records += editjournal::step(change, m_summed.firstEdit > 0 ? m_summed.firstEdit : now(), std::max(1, m_summed.edits));
    m_journal.reset();
    // Here rather than at the start: a home that could not be written may be in order again.
    if (!QFileInfo::exists(m_folder) && QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    if (auto written = writeFileAtomically(m_path, records); !written) {
        fail(written.error());
        return;
    }
    m_journal = std::make_shared<Descriptor>(::open(QFile::encodeName(m_path).constData(), O_WRONLY | O_APPEND | O_CLOEXEC));
    if (!m_journal->isValid()) {
        fail(systemError(m_path, errno, ErrorCode::WriteFailed));
        return;
    }
    m_sizeAtStart = m_size = records.size();
    if (std::exchange(m_isBroken, false))
        Q_EMIT mended();
}

/// Off this thread, as a slow disk takes its time. What could not be synced may be lost: the journal is written anew.
void Recovery::sync()
{
    m_worker.post([this, journal = m_journal] {
        if (::fdatasync(journal->get()) == 0)
            return;
        const int code = errno;
        const auto tell = [this, journal, code] {
            if (journal == m_journal)
                fail(systemError(m_path, code, ErrorCode::WriteFailed));
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void Recovery::fail(const Error& error)
{
    m_journal.reset();
    m_sync.start(); // tries again
    if (!std::exchange(m_isBroken, true))
        Q_EMIT failed(error);
}

} // namespace lectern::app
