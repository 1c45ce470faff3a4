// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/sitewalker.h"

#include "app/workspace/filefacts.h"
#include "app/workspace/sitewatch.h"

#include <utility>

namespace lectern::app {

SiteWalker::SiteWalker(Tell tell)
    : m_tell(std::move(tell))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(SiteWatch::settleMilliseconds);
    m_poll.setInterval(SiteWatch::pollMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SiteWalker::forget);
    connect(&m_poll, &QTimer::timeout, this, &SiteWalker::poll);
    connect(&m_settle, &QTimer::timeout, this, [this] { walk(true); });
}

void SiteWalker::setRoot(const QString& root)
{
    m_root = root;
    m_known.reset();
    m_folders.clear();
    m_settle.stop();
    m_poll.stop();
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
    if (!m_root.isEmpty())
        walk(false);
}

/// Each folder is watched before it is read, so that nothing can come in between.
void SiteWalker::walk(bool isNews)
{
    QHash<QString, QByteArray> folders;
    const site::FileIndexPointer files = site::indexFiles(m_root, [&](const QString& folder) {
        if (folders.size() > SiteWatch::mostFolders)
            return;
        const QByteArray facts = fileFacts(folder);
        folders.insert(folder, facts);
        const auto known = m_folders.constFind(folder);
        if (known != m_folders.constEnd() && *known == facts)
            return;
        // The notices may still be those of another folder that had this name.
        m_watcher.removePath(folder);
        m_watcher.addPath(folder);
    });
    for (auto it = m_folders.cbegin(); it != m_folders.cend(); ++it) {
        if (!folders.contains(it.key()))
            m_watcher.removePath(it.key());
    }
    m_folders = folders;
    m_known = m_folders.size() <= SiteWatch::mostFolders ? files : nullptr;
    if (m_known)
        m_poll.start();
    m_tell(m_known, isNews);
}

void SiteWalker::forget()
{
    if (std::exchange(m_known, nullptr))
        m_tell(nullptr, false);
    m_settle.start();
}

void SiteWalker::poll()
{
    if (!m_known)
        return;
    for (auto it = m_folders.cbegin(); it != m_folders.cend(); ++it) {
        if (fileFacts(it.key()) != it.value()) {
            forget();
            return;
        }
    }
    if (auto now = site::refreshed(m_known); now != m_known) {
        m_known = std::move(now);
        m_tell(m_known, true);
    }
}

} // namespace lectern::app
