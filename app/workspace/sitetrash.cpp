// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/sitetrash.h"

#include "core/site/filesource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace lectern::app {

Result<TrashedFile> moveToTrash(const QString& root, const QString& path)
{
    const QFileInfo info(QDir(root).filePath(path));
    const QString inside = QFileInfo(root).canonicalFilePath() + u'/';
    if (!site::isSitePath(path) || info.isSymLink() || info.canonicalFilePath() != inside + path)
        return Error { ErrorCode::OutsideSite, info.filePath(), {} };
    if (!info.isFile())
        return Error { ErrorCode::NotRegularFile, info.filePath(), {} };
    TrashedFile trashed { path, {} };
    QFile file(info.filePath());
    if (!file.moveToTrash())
        return Error { ErrorCode::NotWritable, info.filePath(), file.errorString() };
    trashed.inTrash = file.fileName();
    return trashed;
}

bool putBack(const QString& root, const TrashedFile& file)
{
    const QString place = QDir(root).filePath(file.path);
    if (QFileInfo::exists(place) || !QFileInfo(file.inTrash).isFile()
        || !QDir().mkpath(QFileInfo(place).path()) || !QFile::rename(file.inTrash, place))
        return false;
    // The trash keeps a note of each of its files beside them.
    const QFileInfo trashed(file.inTrash);
    QFile::remove(
        QDir(trashed.path())
            .filePath(QStringLiteral("../info/") + trashed.fileName() + QStringLiteral(".trashinfo")));
    return true;
}

} // namespace lectern::app
