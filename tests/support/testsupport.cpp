// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace lectern::test {

QString sourceDir() { return QStringLiteral(LECTERN_SOURCE_DIR); }

QString sourcePath(const QString& relative) { return sourceDir() + u'/' + relative; }

QString sharedDir()
{
    QString dir = qEnvironmentVariable("LECTERN_SHARED");
    if (dir.isEmpty())
        dir = QStringLiteral(LECTERN_SHARED_DIR);
    return QDir(dir).exists() ? QDir::cleanPath(dir) : QString();
}

QString seedPath()
{
    const QString path = sharedDir() + QStringLiteral("/seed/about.md");
    return QFile::exists(path) ? path : QString();
}

QStringList corpusPages()
{
    QStringList pages;
    if (sharedDir().isEmpty())
        return pages;
    QDirIterator files(sharedDir() + QStringLiteral("/corpus"), {QStringLiteral("*.md")}, QDir::Files,
        QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (path.contains(QStringLiteral("/site/")))
            pages.append(path);
    }
    pages.sort();
    return pages;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

} // namespace lectern::test
