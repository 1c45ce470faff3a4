// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/styleshelper/importer.h"

#include <cstdlib>
#include <cstring>
#include <utility>

#include <sass.h>
#include <sass2scss.h>

namespace lectern::styleshelper {

namespace {

/// A copy that libsass frees.
char* copied(const QByteArray& text) { return sass_copy_c_string(text.constData()); }

QString folderOf(const QString& path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QString() : path.left(slash);
}

/// `path` without "." and ".."; nullopt where it leads out.
std::optional<QString> normalized(const QString& path)
{
    QStringList parts;
    for (const QString& part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part == u".")
            continue;
        if (part != u"..")
            parts.append(part);
        else if (parts.isEmpty())
            return std::nullopt;
        else
            parts.removeLast();
    }
    return parts.join(u'/');
}

/// What CSS imports by itself: libsass leaves these in the style.
bool isPlainImport(const QString& url)
{
    return url.startsWith(u"http://") || url.startsWith(u"https://") || url.startsWith(u"//") || url.endsWith(u".css");
}

Sass_Import_List refusal(const QString& reason)
{
    Sass_Import_List list = sass_make_import_list(1);
    list[0] = sass_make_import_entry(nullptr, nullptr, nullptr);
    sass_import_set_error(list[0], reason.toUtf8().constData(), std::size_t(-1), std::size_t(-1));
    return list;
}

} // namespace

Importer::Importer(QHash<QString, QByteArray> files, QStringList loadPaths)
    : m_files(std::move(files))
    , m_loadPaths(std::move(loadPaths))
{
}

Sass_Importer_List Importer::cImporters()
{
    Sass_Importer_List list = sass_make_importer_list(1);
    sass_importer_set_list_entry(list, 0, sass_make_importer(&Importer::import, 0, this));
    return list;
}

std::optional<QString> Importer::found(const QString& path) const
{
    const QString folder = folderOf(path);
    const QString name = path.mid(folder.isEmpty() ? 0 : folder.size() + 1);
    const QString prefix = folder.isEmpty() ? QString() : folder + u'/';
    const QStringList names {prefix + name, prefix + u'_' + name, path + QStringLiteral("/index"),
        path + QStringLiteral("/_index")};
    for (const QString& candidate : names) {
        if ((candidate.endsWith(u".scss") || candidate.endsWith(u".sass")) && m_files.contains(candidate))
            return candidate;
        for (const char16_t* extension : {u".scss", u".sass", u".css"}) {
            const QString file = candidate + QString::fromUtf16(extension);
            if (m_files.contains(file))
                return file;
        }
    }
    return std::nullopt;
}

std::optional<QString> Importer::resolved(const QString& url, const QString& from) const
{
    QStringList folders {folderOf(from)};
    folders += m_loadPaths;
    for (const QString& folder : std::as_const(folders)) {
        const auto path = normalized(folder.isEmpty() ? url : folder + u'/' + url);
        if (!path || path->isEmpty())
            continue;
        if (auto file = found(*path))
            return file;
    }
    return std::nullopt;
}

Sass_Import_List Importer::import(const char* url, Sass_Importer_Entry importer, Sass_Compiler* compiler)
{
    const auto* self = static_cast<const Importer*>(sass_importer_get_cookie(importer));
    const QString wanted = QString::fromUtf8(url);
    if (isPlainImport(wanted))
        return nullptr;
    Sass_Import_Entry last = sass_compiler_get_last_import(compiler);
    const char* lastPath = last ? sass_import_get_abs_path(last) : nullptr;
    const QString from = lastPath ? QString::fromUtf8(lastPath) : QString();
    const auto file = wanted.startsWith(u'/') ? std::nullopt
                                              : self->resolved(wanted, self->m_files.contains(from) ? from : QString());
    if (!file)
        return refusal(QStringLiteral("File to import not found or unreadable: ") + wanted + u'.');
    const QByteArray path = file->toUtf8();
    const QByteArray text = self->m_files.value(*file);
    char* source = file->endsWith(u".sass")
        ? sass2scss(text.constData(), SASS2SCSS_PRETTIFY_1 | SASS2SCSS_KEEP_COMMENT)
        : copied(text);
    Sass_Import_List list = sass_make_import_list(1);
    list[0] = sass_make_import_entry(path.constData(), source, nullptr);
    return list;
}

} // namespace lectern::styleshelper
