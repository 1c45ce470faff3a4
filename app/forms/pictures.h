// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <optional>

/// Pictures that a user brings to a site: what they are called there, and whether they are fit for a page.
/// Nothing here writes a file.
namespace lectern::app {

/// `name` as every file system and every address takes it: "My photo (1).PNG" becomes "my-photo-1.png". A
/// name of which nothing is left becomes "picture".
[[nodiscard]] QString safeFileName(const QString& name);

/// The folder for a new picture, relative to the site: the one in which `sample` (another picture's address)
/// lies, else the one that the site has, else "images".
[[nodiscard]] QString pictureFolder(const QString& siteRoot, const QString& sample);

/// A path in `folder` that `isTaken` does not know: a number is put behind the name until it is free.
[[nodiscard]] QString freePath(
    const QString& folder, const QString& name, const std::function<bool(const QString&)>& isTaken);

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

} // namespace lectern::app
