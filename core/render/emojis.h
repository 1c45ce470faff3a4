// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// The emojis that have names at GitHub.
namespace lectern::render::emojis {

/// The characters that a name stands for ("fire"), in UTF-8; empty: no such name.
[[nodiscard]] QByteArray characters(QByteArrayView name);
/// The file of GitHub's picture of them, below its folder of emojis: "unicode/1f525.png".
[[nodiscard]] QByteArray pictureFile(const QByteArray& characters);

} // namespace lectern::render::emojis
