// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringList>

namespace lectern::publish {

/// Paths, relative to the site's root, of the local pictures and documents that a page's source names: Markdown images and
/// links to files, `src`, `href` and `poster` of HTML, without query and fragment, each once, in order. Remote addresses,
/// addresses with Liquid in them and paths that lead out of the site are left out.
[[nodiscard]] QStringList localFiles(QByteArrayView page);

/// Whether a file of this name is a picture, by its ending.
[[nodiscard]] bool isPicturePath(QStringView path);
/// Whether a file of this name is a PDF.
[[nodiscard]] bool isPdfPath(QStringView path);

} // namespace lectern::publish
