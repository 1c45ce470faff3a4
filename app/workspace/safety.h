// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/datafolders.h"
#include "app/workspace/outsidechanges.h"
#include "app/workspace/recovery.h"
#include "app/workspace/sitelock.h"
#include "app/workspace/snapshots.h"
#include "core/publish/exportjournal.h"

#include <QObject>
#include <QTimer>

namespace lectern::app {

class Workspace;

/// Everything that keeps a user's work from being lost, for one workspace: ends exports that a crash cut short, locks the
/// site, brings edits back, keeps earlier states, takes in what other programs do.
class Safety : public QObject {
    Q_OBJECT
public:
    Safety(Workspace& workspace, const DataFolders& folders, QObject* parent = nullptr);
    ~Safety() override;

    [[nodiscard]] const DataFolders& folders() const { return m_folders; }
    [[nodiscard]] Snapshots& snapshots() { return m_snapshots; }
    [[nodiscard]] Recovery& recovery() { return m_recovery; }
    [[nodiscard]] OutsideChanges& outside() { return m_outside; }
    /// Exports that were brought to an end when the program started.
    [[nodiscard]] const std::vector<publish::RecoveredExport>& recoveredExports() const { return m_exports; }
    [[nodiscard]] SiteLock::State lockState() const { return m_lock.state(); }

    /// Keeps the present text of every open file as an earlier state.
    void keepStates(SnapshotReason reason);
    /// Asks for the lock again, after the other window was closed, and opens the site anew.
    void retryLock();
    /// Once the site is closed on purpose: nothing of it is to be recovered.
    void close();

Q_SIGNALS:
    /// The site is open in another window: it can only be looked at here.
    void lockedElsewhere();
    /// The other window is closed, but the site cannot be opened any more.
    void reopenFailed(const lectern::Error& error);
    /// A state of a file could not be kept as an earlier version.
    void snapshotFailed(const lectern::Error& error);

private:
    void siteOpened();
    void sweepSite() const;

    Workspace& m_workspace;
    DataFolders m_folders;
    Snapshots m_snapshots;
    SiteLock m_lock;
    Recovery m_recovery;
    OutsideChanges m_outside;
    QTimer m_states;
    std::vector<publish::RecoveredExport> m_exports;
};

} // namespace lectern::app
