// SPDX-License-Identifier: GPL-3.0-or-later
// lectern-sass: one style from standard input to standard output.
//
// Input is a JSON object: source, name, indented, style, loadPaths, files (path to text: all that imports may
// lead to). Output is CSS with status 0; with status 1 a JSON object {file, line, column, message} on
// standard error. The process opens no file, and the system ends it when it uses too much time or memory.
#include "app/styleshelper/importer.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>

#include <sass.h>
#include <sys/resource.h>

#if defined(__SANITIZE_ADDRESS__)
// The search for leaks opens files, and this process cannot.
extern "C" int __lsan_is_turned_off();
extern "C" int __lsan_is_turned_off() { return 1; }
#endif

namespace {

constexpr rlim_t maxSeconds = 8;
constexpr rlim_t maxMemory = rlim_t(512) * 1024 * 1024;

void limit(int resource, rlim_t value)
{
    const rlimit bound { value, value };
    ::setrlimit(__rlimit_resource_t(resource), &bound);
}

/// No file can be opened from here on: libsass falls back to the file system by itself where an importer
/// declines.
void lockDown()
{
    limit(RLIMIT_CPU, maxSeconds);
    limit(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)
    limit(RLIMIT_AS, maxMemory);
#endif
    limit(RLIMIT_NOFILE, 3);
}

Sass_Output_Style outputStyle(const QString& name)
{
    if (name == u"compressed")
        return SASS_STYLE_COMPRESSED;
    if (name == u"expanded")
        return SASS_STYLE_EXPANDED;
    return name == u"nested" ? SASS_STYLE_NESTED : SASS_STYLE_COMPACT;
}

int fail(const QString& file, int line, int column, const QString& message)
{
    const QJsonObject problem { { QStringLiteral("file"), file }, { QStringLiteral("line"), line },
        { QStringLiteral("column"), column }, { QStringLiteral("message"), message } };
    const QByteArray json = QJsonDocument(problem).toJson(QJsonDocument::Compact);
    std::fwrite(json.constData(), 1, std::size_t(json.size()), stderr);
    return 1;
}

int compile(const QJsonObject& request)
{
    QHash<QString, QByteArray> files;
    const QJsonObject given = request.value(QStringLiteral("files")).toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        files.insert(it.key(), it.value().toString().toUtf8());
    QStringList loadPaths;
    for (const QJsonValue& path : request.value(QStringLiteral("loadPaths")).toArray())
        loadPaths.append(path.toString());
    lectern::styleshelper::Importer importer(std::move(files), std::move(loadPaths));
    const QByteArray source = request.value(QStringLiteral("source")).toString().toUtf8();
    if (source.isEmpty())
        return 0;
    // The name stands for no file: what it imports is looked up from the site's root.
    const QByteArray name = request.value(QStringLiteral("name")).toString().toUtf8();
    Sass_Data_Context* data = sass_make_data_context(sass_copy_c_string(source.constData()));
    Sass_Context* context = sass_data_context_get_context(data);
    Sass_Options* options = sass_context_get_options(context);
    sass_option_set_is_indented_syntax_src(options, request.value(QStringLiteral("indented")).toBool());
    sass_option_set_input_path(options, name.isEmpty() ? "stdin" : name.constData());
    sass_option_set_output_style(options, outputStyle(request.value(QStringLiteral("style")).toString()));
    sass_option_set_c_importers(options, importer.cImporters());
    int status = 0;
    if (sass_compile_data_context(data) == 0) {
        const char* css = sass_context_get_output_string(context);
        QByteArray text(css);
        if (text.startsWith("\xEF\xBB\xBF"))
            text.remove(0, 3);
        std::fwrite(text.constData(), 1, std::size_t(text.size()), stdout);
    } else {
        const char* file = sass_context_get_error_file(context);
        const char* message = sass_context_get_error_text(context);
        status = fail(QString::fromUtf8(file ? file : ""), int(sass_context_get_error_line(context)),
            int(sass_context_get_error_column(context)), QString::fromUtf8(message ? message : ""));
    }
    sass_delete_data_context(data);
    return status;
}

} // namespace

int main()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return 2;
    const QJsonDocument request = QJsonDocument::fromJson(input.readAll());
    if (!request.isObject())
        return fail({}, 1, 1, QStringLiteral("no request"));
    lockDown();
    return compile(request.object());
}
