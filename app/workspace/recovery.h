// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/worker.h"
#include "core/base/descriptor.h"
#include "core/document/editjournal.h"
#include "core/publish/textmerge.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace lectern::app {

enum class EditSource;
class Snapshots;
class Workspace;

/// What was brought back after a crash.
struct RecoveryReport {
    int edits = 0;
    qint64 since = 0; ///< when the first of them was made, milliseconds since the epoch
    QStringList files; ///< relative paths that have their edits again
    QStringList unplaced; ///< files that cannot be opened any more; their text is among the earlier versions
    bool wasMerged = false; ///< a file had been changed by another program meanwhile
};

/// Keeps the edits of the open site in a journal outside the repository, so that a crash loses none: every change is given
/// to the system at once and synced to disk within a second. start() brings back what a crash left; stop() ends the journal
/// when the site is closed on purpose, and what was never exported goes to the snapshots.
class Recovery : public QObject {
    Q_OBJECT
public:
    Recovery(Workspace& workspace, Snapshots& snapshots, const QString& folder, QObject* parent = nullptr);
    ~Recovery() override;

    /// Begins the journal named `key` for the open site, after bringing back what an earlier one tells.
    void start(const QString& key);
    void stop();
    /// Takes the recovered edits back, as one undoable step; their text stays among the snapshots.
    void discard();

    static constexpr int syncMilliseconds = 600;

Q_SIGNALS:
    /// What a crash left cannot be read; it is kept at `path`.
    void unreadable(const QString& path);
    void recovered(const lectern::app::RecoveryReport& report);
    void conflicted(const QString& file, const std::vector<lectern::publish::MergeConflict>& conflicts);
    /// The journal cannot be written: a crash would lose edits from here on. Said once until it works again.
    void failed(const lectern::Error& error);
    /// After failed(): the journal is whole and on the disk again.
    void mended();

private:
    void restore(const RecoveredSession& session);
    void onChanged(const Change& change, EditSource source);
    void onSavedState();
    void append(const QByteArray& record);
    /// Writes the journal anew from the present state.
    void rewrite();
    void keepUnexported();
    void sync();
    void fail(const Error& error);

    Workspace& m_workspace;
    Snapshots& m_snapshots;
    QString m_folder;
    QString m_path; ///< empty: stopped
    std::shared_ptr<Descriptor> m_journal; ///< shared with the thread that syncs
    QHash<QString, QByteArray> m_saved; ///< of the files that the journal knows
    RecoveredSession m_restored; ///< what start() brought back
    RecoveredSession m_summed; ///< number and time of the edits that the journal's beginning sums up
    qint64 m_size = 0;
    qint64 m_sizeAtStart = 0; ///< of what the journal begins with, and of files that came later as they were
    bool m_isBroken = false;
    bool m_isRestoring = false;
    QTimer m_sync;
    Worker m_worker;
};

} // namespace lectern::app
