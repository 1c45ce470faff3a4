// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sitepictures.h"

#include "core/base/atomicfile.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace lectern::app {

SitePictures::SitePictures(const QString& folder)
    : m_folder(folder)
{
}

QString SitePictures::standardFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(QStringLiteral("sites"));
}

QString SitePictures::fileOf(const QString& path) const
{
    const QByteArray name
        = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
    return QDir(m_folder).filePath(QString::fromLatin1(name) + QStringLiteral(".png"));
}

QPixmap SitePictures::picture(const QString& path) const
{
    return QPixmap(fileOf(path));
}

void SitePictures::keep(const QString& path, const QPixmap& page) const
{
    if (page.isNull() || !QDir().mkpath(m_folder))
        return;
    const QPixmap scaled = page.scaledToWidth(size.width(), Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    scaled.copy(0, 0, size.width(), qMin(size.height(), scaled.height())).save(&buffer, "PNG");
    // A card without its picture is no loss that anybody needs to be told of; half of one would be seen.
    (void)writeFileAtomically(fileOf(path), bytes);
}

void SitePictures::forget(const QString& path) const
{
    QFile::remove(fileOf(path));
}

} // namespace lectern::app
