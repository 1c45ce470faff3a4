// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/filewatch.h"

#include "app/workspace/filefacts.h"

#include <QFileInfo>

namespace lectern::app {

FileWatch::FileWatch(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    m_poll.setInterval(pollMilliseconds);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::checkSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::checkSoon);
    connect(&m_poll, &QTimer::timeout, this, &FileWatch::poll);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        watch();
        for (const QString& file : std::as_const(m_files))
            m_facts.insert(file, fileFacts(file));
        Q_EMIT maybeChanged();
    });
}

void FileWatch::setFiles(const QStringList& files)
{
    if (files == m_files)
        return;
    m_files = files;
    QHash<QString, QByteArray> known;
    for (const QString& file : files)
        known.insert(file, m_facts.contains(file) ? m_facts[file] : fileFacts(file));
    m_facts = known;
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    watch();
    if (files.isEmpty())
        m_poll.stop();
    else
        m_poll.start();
}

void FileWatch::checkSoon() { m_settle.start(); }

void FileWatch::watch()
{
    // A file that was replaced is no longer watched: it is taken up again. What the system refuses is left to polling.
    QStringList wanted = m_files;
    for (const QString& file : std::as_const(m_files))
        wanted.append(QFileInfo(file).absolutePath());
    wanted.removeDuplicates();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    wanted.removeIf([&](const QString& path) { return watched.contains(path) || !QFileInfo::exists(path); });
    if (!wanted.isEmpty())
        m_watcher.addPaths(wanted);
}

void FileWatch::poll()
{
    for (const QString& file : std::as_const(m_files)) {
        if (fileFacts(file) != m_facts.value(file)) {
            checkSoon();
            return;
        }
    }
}

} // namespace lectern::app
