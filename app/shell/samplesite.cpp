// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/samplesite.h"

#include "core/base/atomicfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace lectern::app {
namespace {

/// Neither what a build left behind nor a version history belongs to a fresh site.
bool isCopied(const QString& relative)
{
    for (const QString& part : relative.split(u'/')) {
        if (part == QLatin1StringView("_site") || part == QLatin1StringView(".git")
            || part == QLatin1StringView(".jekyll-cache") || part == QLatin1StringView(".sass-cache"))
            return false;
    }
    return true;
}

Result<void> copyFiles(const QDir& from, const QDir& to)
{
    QDirIterator files(from.path(), QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString relative = from.relativeFilePath(path);
        if (!isCopied(relative))
            continue;
        const auto bytes = readFile(path);
        if (!bytes)
            return bytes.error();
        const QString target = to.filePath(relative);
        if (!QDir().mkpath(QFileInfo(target).path()))
            return Error{ErrorCode::NotWritable, QFileInfo(target).path(), {}};
        if (const auto written = writeFileAtomically(target, *bytes, WriteExpectation{}); !written)
            return written.error();
    }
    return {};
}

} // namespace

QString sampleSiteFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    const QStringList places{program.filePath(QStringLiteral("../share/lectern/sample-site")),
        QStringLiteral(LECTERN_SOURCE_FOLDER "/sample-site")};
    for (const QString& place : places) {
        if (QFileInfo::exists(place + QStringLiteral("/_config.yml")))
            return QDir::cleanPath(place);
    }
    return {};
}

Result<QString> copySite(const QString& source, const QString& parent, const QString& name)
{
    if (source.isEmpty() || !QFileInfo(source).isDir())
        return Error{ErrorCode::NotFound, source.isEmpty() ? QStringLiteral("sample-site") : source, {}};
    const QDir place(parent);
    if (!place.exists())
        return Error{ErrorCode::NotFound, parent, {}};
    QString target = place.filePath(name);
    for (int number = 2; QFileInfo::exists(target); ++number)
        target = place.filePath(QStringLiteral("%1-%2").arg(name).arg(number));
    if (!QDir().mkdir(target))
        return Error{ErrorCode::NotWritable, parent, {}};
    if (const auto copied = copyFiles(QDir(source), QDir(target)); !copied) {
        QDir(target).removeRecursively();
        return copied.error();
    }
    return QDir::cleanPath(target);
}

} // namespace lectern::app
