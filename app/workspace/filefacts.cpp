// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/filefacts.h"

#include <QFile>

#include <sys/stat.h>

namespace lectern::app {

QByteArray fileFacts(const QString& path)
{
    struct stat info { };
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    QByteArray all;
    for (const qint64 number :
        { qint64(info.st_dev), qint64(info.st_ino), qint64(info.st_size), qint64(info.st_mtim.tv_sec),
            qint64(info.st_mtim.tv_nsec), qint64(info.st_ctim.tv_sec), qint64(info.st_ctim.tv_nsec) })
        all += QByteArray::number(number) + ' ';
    return all;
}

} // namespace lectern::app
