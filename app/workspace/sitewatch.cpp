// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/sitewatch.h"

#include "app/workspace/filefacts.h"

namespace lectern::app {

SiteWatch::SiteWatch(QObject* parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    m_poll.setInterval(pollMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SiteWatch::forget);
    connect(&m_poll, &QTimer::timeout, this, &SiteWatch::poll);
    connect(&m_settle, &QTimer::timeout, this, &SiteWatch::changed);
}

void SiteWatch::setRoot(const QString& root)
{
    if (root == m_root)
        return;
    m_root = root;
    m_files.reset();
    m_folders.clear();
    m_settle.stop();
    m_poll.stop();
    if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
        m_watcher.removePaths(watched);
}

site::FileList SiteWatch::files()
{
    if (!m_files && !m_root.isEmpty())
        walk();
    return m_folders.size() > mostFolders ? nullptr : m_files;
}

/// Each folder is watched before it is read, so that nothing can come in between.
void SiteWatch::walk()
{
    QHash<QString, QByteArray> folders;
    m_files = site::listFiles(m_root, [&](const QString& folder) {
        if (folders.size() > mostFolders)
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
    if (m_folders.size() <= mostFolders)
        m_poll.start();
}

void SiteWatch::forget()
{
    m_files.reset();
    m_settle.start();
}

void SiteWatch::poll()
{
    if (!m_files)
        return;
    for (auto it = m_folders.cbegin(); it != m_folders.cend(); ++it) {
        if (fileFacts(it.key()) != it.value()) {
            forget();
            return;
        }
    }
}

} // namespace lectern::app
