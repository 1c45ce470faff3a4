// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <optional>

class QIODevice;

/// Whether pictures that a user brings to a site are fit for a page. Nothing here writes a file.
namespace lectern::app {

/// What is known of a picture without decoding all of it.
struct PictureFacts {
    QString format; ///< "png", "jpeg", "webp", "gif", "svg"…
    QSize size; ///< pixels; invalid where the format has none
    bool isAnimated = false;
};
/// nullopt for bytes that are no picture.
[[nodiscard]] std::optional<PictureFacts> pictureFacts(const QByteArray& bytes);

/// Whether git-lfs left its note in the place of what is still to be downloaded.
[[nodiscard]] bool isPointer(const QString& file);

/// More than a page needs: over 600 kB, or more than 2,000 pixels wide or high. Animations and drawings are
/// left alone.
[[nodiscard]] bool isHeavy(const QByteArray& bytes, const PictureFacts& facts);

struct SmallerPicture {
    QByteArray bytes;
    QString suffix; ///< of its file name, without the dot
    QSize size;
};
/// The picture within 1,600 pixels, as JPEG, or as PNG where it is transparent; nullopt when that would not
/// be smaller.
[[nodiscard]] std::optional<SmallerPicture> smallerPicture(const QByteArray& bytes);

/// The picture that a device holds, as large as `room` allows and no larger; null where it holds none.
[[nodiscard]] QImage thumbnail(QIODevice* device, const QSize& room);

} // namespace lectern::app
