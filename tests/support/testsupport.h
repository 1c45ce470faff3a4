// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lectern::test {

/// Root of the source tree.
[[nodiscard]] QString sourceDir();
/// A file or folder of the source tree.
[[nodiscard]] QString sourcePath(const QString& relative);
/// The folder with the seed and the corpus (env LECTERN_SHARED, else the configured one); empty where there is none.
[[nodiscard]] QString sharedDir();
/// Path of the seed page; empty where it is absent.
[[nodiscard]] QString seedPath();
/// Every Markdown page of the corpus, absolute; empty where it is absent.
[[nodiscard]] QStringList corpusPages();
/// Whole content of a file; a qFatal names the file when it cannot be read.
[[nodiscard]] QByteArray bytesOf(const QString& path);

} // namespace lectern::test
