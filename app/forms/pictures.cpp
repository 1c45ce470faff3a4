// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/pictures.h"

#include "core/base/atomicfile.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>

#include <algorithm>

namespace lectern::app {

namespace {

constexpr qsizetype heavyBytes = 600 * 1024;
constexpr int heavyEdge = 2000;
constexpr int fitEdge = 1600;
constexpr int jpegQuality = 85;

QByteArray encoded(const QImage& image, const char* format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

} // namespace

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

QImage thumbnail(QIODevice* device, const QSize& room)
{
    QImageReader reader(device);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio).expandedTo({ 1, 1 }));
    return reader.read();
}

} // namespace lectern::app
