// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <sass/functions.h>

#include <optional>

namespace lectern::styleshelper {

/// Answers libsass's imports from files that were handed over with the request: a style can import nothing else.
/// Lookup order as in libsass: the folder of the importing file, then the load paths; a partial's underscore and the
/// extension may be left out; a folder stands for its index file.
class Importer {
public:
    Importer(QHash<QString, QByteArray> files, QStringList loadPaths);

    /// The list for sass_option_set_c_importers; takes this importer as its cookie, which must outlive the compilation.
    [[nodiscard]] Sass_Importer_List cImporters();

    /// Path of the file that `url` means when `from` (path of a file, empty for the main text) imports it.
    [[nodiscard]] std::optional<QString> resolved(const QString& url, const QString& from) const;

private:
    static Sass_Import_List import(const char* url, Sass_Importer_Entry importer, Sass_Compiler* compiler);
    [[nodiscard]] std::optional<QString> found(const QString& path) const;

    QHash<QString, QByteArray> m_files;
    QStringList m_loadPaths;
};

} // namespace lectern::styleshelper
