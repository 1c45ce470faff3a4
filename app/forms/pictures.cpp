// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/pictures.h"

#include "core/base/atomicfile.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>

#include <algorithm>

namespace lectern::app {

namespace {

constexpr qsizetype heavyBytes = 600 * 1024;
constexpr int heavyEdge = 2000;
constexpr int fitEdge = 1600;
constexpr int jpegQuality = 85;
constexpr qsizetype longestName = 60;

/// A repository with such a file cannot be checked out there.
bool isDeviceOfWindows(const QString& stem)
{
    static const QStringList names { QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
        QStringLiteral("nul") };
    const bool isNumbered
        = stem.size() == 4 && (stem.startsWith(u"com") || stem.startsWith(u"lpt")) && stem[3].isDigit();
    return names.contains(stem) || isNumbered;
}

/// Letters without their accents, small; everything else a hyphen.
QString safeStem(const QString& stem)
{
    QString safe;
    for (const QChar character : stem.normalized(QString::NormalizationForm_KD).toLower()) {
        const bool plain = character.unicode() < 128 && (character.isLetterOrNumber() || character == u'_');
        if (plain)
            safe.append(character);
        else if (!character.isMark() && !safe.endsWith(u'-'))
            safe.append(u'-');
    }
    safe.truncate(longestName);
    while (safe.endsWith(u'-') || safe.endsWith(u'_'))
        safe.chop(1);
    // Jekyll leaves out files that begin with an underscore.
    while (safe.startsWith(u'-') || safe.startsWith(u'_'))
        safe.remove(0, 1);
    if (safe.isEmpty())
        return QStringLiteral("picture");
    return isDeviceOfWindows(safe) ? QStringLiteral("picture-") + safe : safe;
}

QByteArray encoded(const QImage& image, const char* format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

} // namespace

QString safeFileName(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    QString suffix;
    for (const QChar character : dot < 0 ? QString() : name.mid(dot + 1).toLower()) {
        if (character.unicode() < 128 && character.isLetterOrNumber())
            suffix.append(character);
    }
    const QString stem = safeStem(dot < 0 ? name : name.first(dot));
    return suffix.isEmpty() ? stem : stem + u'.' + suffix;
}

QString pictureFolder(const QString& siteRoot, const QString& sample)
{
    const QString known = sample.startsWith(u'/') ? sample.mid(1) : sample;
    const qsizetype slash = known.lastIndexOf(u'/');
    const bool local = !known.contains(QLatin1StringView("//")) && !known.contains(u'{')
        && !known.contains(QLatin1StringView(".."));
    if (slash > 0 && local && QFileInfo(QDir(siteRoot).filePath(known.first(slash))).isDir())
        return known.first(slash);
    for (const char* usual : { "images", "assets/images", "assets/img", "img" }) {
        if (QFileInfo(QDir(siteRoot).filePath(QLatin1StringView(usual))).isDir())
            return QLatin1StringView(usual);
    }
    return QStringLiteral("images");
}

QString freePath(
    const QString& folder, const QString& name, const std::function<bool(const QString&)>& isTaken)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const QString stem = folder + u'/' + (dot < 0 ? name : name.first(dot));
    const QString suffix = dot < 0 ? QString() : name.mid(dot);
    QString path = stem + suffix;
    for (int number = 2; isTaken(path); ++number)
        path = stem + u'-' + QString::number(number) + suffix;
    return path;
}

std::optional<PictureFacts> pictureFacts(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return std::nullopt;
    PictureFacts facts { QString::fromLatin1(reader.format()), reader.size(), false };
    facts.isAnimated = reader.supportsAnimation() && reader.imageCount() != 1;
    if (reader.transformation() & QImageIOHandler::TransformationRotate90)
        facts.size.transpose();
    return facts;
}

bool isPointer(const QString& file)
{
    constexpr qsizetype longestNote = 1024;
    const auto bytes = readFile(file, longestNote);
    return bytes && bytes->startsWith("version https://git-lfs.github.com/spec/");
}

bool isHeavy(const QByteArray& bytes, const PictureFacts& facts)
{
    if (facts.isAnimated || facts.format == QLatin1StringView("svg"))
        return false;
    return bytes.size() > heavyBytes || std::max(facts.size.width(), facts.size.height()) > heavyEdge;
}

std::optional<SmallerPicture> smallerPicture(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    if (std::max(image.width(), image.height()) > fitEdge)
        image = image.scaled(fitEdge, fitEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    const bool transparent = image.hasAlphaChannel();
    SmallerPicture smaller { encoded(image, transparent ? "PNG" : "JPEG", transparent ? -1 : jpegQuality),
        transparent ? QStringLiteral("png") : QStringLiteral("jpg"), image.size() };
    if (smaller.bytes.isEmpty() || smaller.bytes.size() >= bytes.size())
        return std::nullopt;
    return smaller;
}

} // namespace lectern::app
