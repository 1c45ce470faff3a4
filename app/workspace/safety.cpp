// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/safety.h"

#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"

#include <QDir>
#include <QFileInfo>

namespace lectern::app {
namespace {

constexpr int stateMinutes = 5;

} // namespace

Safety::Safety(Workspace& workspace, const DataFolders& folders, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_folders(folders), m_snapshots(folders.snapshots), m_lock(folders.locks),
      m_recovery(workspace, m_snapshots, folders.recovery), m_outside(workspace, m_snapshots)
{
    m_snapshots.setFailureHandler([this](const Error& error) { Q_EMIT snapshotFailed(error); });
    m_exports = publish::recoverExports(folders.exports);
    m_snapshots.sweep();
    connect(&workspace, &Workspace::ready, this, &Safety::siteOpened);
    m_states.setInterval(stateMinutes * 60 * 1000);
    connect(&m_states, &QTimer::timeout, this, [this] { keepStates(SnapshotReason::Editing); });
    m_states.start();
    if (workspace.isOpen())
        siteOpened();
}

Safety::~Safety()
{
    m_snapshots.setFailureHandler({});
}

void Safety::siteOpened()
{
    m_recovery.stop();
    const QString site = m_workspace.isSite() ? m_workspace.root()
                                              : QDir(m_workspace.root()).absoluteFilePath(m_workspace.currentPage());
    const QString key = pathKey(site);
    if (m_lock.take(key) == SiteLock::State::Elsewhere) {
        m_workspace.setReadOnly(true);
        Q_EMIT lockedElsewhere();
        return;
    }
    m_workspace.setReadOnly(false);
    sweepSite();
    m_recovery.start(key);
}

void Safety::sweepSite() const
{
    QStringList folders {m_workspace.root()};
    for (const QString& page : m_workspace.pages())
        folders.append(QFileInfo(QDir(m_workspace.root()).absoluteFilePath(page)).absolutePath());
    if (m_workspace.isSite())
        folders.append(QDir(m_workspace.root()).absoluteFilePath(QStringLiteral("_data")));
    folders.removeDuplicates();
    for (const QString& folder : std::as_const(folders))
        sweepTemporaryFiles(folder);
}

void Safety::keepStates(SnapshotReason reason)
{
    for (const QString& file : m_workspace.changedFiles()) {
        const QString path = QDir(m_workspace.root()).absoluteFilePath(file);
        // What stands on disk is the state that came before; it is kept first.
        (void)m_snapshots.keep(path, m_workspace.savedBytes(file), SnapshotReason::Opened);
        if (const auto buffer = m_workspace.file(file))
            (void)m_snapshots.keep(path, buffer->bytes(), reason);
    }
}

void Safety::retryLock()
{
    if (m_workspace.isOpen() && m_workspace.isReadOnly()) {
        const QString site = m_workspace.isSite() ? m_workspace.root()
                                                  : QDir(m_workspace.root()).absoluteFilePath(m_workspace.currentPage());
        if (const auto opened = m_workspace.open(site); !opened)
            Q_EMIT reopenFailed(opened.error());
    }
}

void Safety::close()
{
    m_recovery.stop();
    m_lock.release();
}

} // namespace lectern::app
