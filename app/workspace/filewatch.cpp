// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/filewatch.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace lectern::app {
namespace {

/// Identity, size and times of a file; empty where there is none. The time of the last change of its entry cannot be set
/// back by a program, unlike that of its content.
QByteArray facts(const QString& path)
{
    struct stat info {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    QByteArray all;
    for (const qint64 number : {qint64(info.st_dev), qint64(info.st_ino), qint64(info.st_size), qint64(info.st_mtim.tv_sec),
             qint64(info.st_mtim.tv_nsec), qint64(info.st_ctim.tv_sec), qint64(info.st_ctim.tv_nsec)})
        all += QByteArray::number(number) + ' ';
    return all;
}

} // namespace

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
            m_facts.insert(file, facts(file));
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
        known.insert(file, m_facts.contains(file) ? m_facts[file] : facts(file));
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
        if (facts(file) != m_facts.value(file)) {
            checkSoon();
            return;
        }
    }
}

} // namespace lectern::app
