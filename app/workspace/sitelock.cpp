// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/sitelock.h"

#include "core/base/contenthash.h"

#include <QDir>
#include <QFileInfo>

namespace lectern::app {

QString pathKey(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return QString::fromLatin1(contentHash((canonical.isEmpty() ? path : canonical).toUtf8()).toHex().first(32));
}

SiteLock::State SiteLock::take(const QString& key)
{
    release();
    QDir().mkpath(m_folder);
    m_lock = std::make_unique<QLockFile>(m_folder + u'/' + key + QStringLiteral(".lock"));
    // A program that was suspended for an hour still has its site; one that is gone is noticed by its process.
    m_lock->setStaleLockTime(0);
    bool locked = m_lock->tryLock();
    qint64 program = 0;
    QString machine;
    QString name;
    // A lock that tells nobody's name is damaged, and would lock everybody out for good.
    if (!locked && m_lock->error() == QLockFile::LockFailedError && !m_lock->getLockInfo(&program, &machine, &name))
        locked = m_lock->removeStaleLockFile() && m_lock->tryLock();
    if (locked)
        m_state = State::Ours;
    else
        m_state = m_lock->error() == QLockFile::LockFailedError ? State::Elsewhere : State::Unknown;
    return m_state;
}

void SiteLock::release()
{
    m_lock.reset();
    m_state = State::Free;
}

} // namespace lectern::app
