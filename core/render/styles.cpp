// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/styles.h"

#include "core/base/contenthash.h"
#include "core/site/theme.h"
#include "core/site/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace lectern::render {

namespace {

// acad-homepage's styles take half a second; a style that takes twenty is an endless loop.
constexpr int timeLimit = 20'000; // by the clock; the helper itself ends after eight seconds of work
constexpr qsizetype maxStyleFile = 2 * 1024 * 1024;
constexpr qsizetype maxStyles = 24 * 1024 * 1024;
constexpr qsizetype maxKept = 64;

bool isStyleFile(const QString& path)
{
    return path.endsWith(u".scss") || path.endsWith(u".sass") || path.endsWith(u".css");
}

QString cleanedFolder(QString path)
{
    while (path.startsWith(u'/') || path.startsWith(u"./"))
        path.remove(0, path.startsWith(u'/') ? 1 : 2);
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

/// Folders that imports are looked up in, as jekyll-sass-converter lists them.
QStringList loadPaths(const site::Config& config)
{
    const liquid::Value sass = config.at(QStringLiteral("sass"));
    QStringList paths;
    // In safe mode, as on GitHub Pages, a site's own load_paths count all the same, kept inside the site.
    for (const QString& path : site::textsOf(sass.at(QStringLiteral("load_paths"))))
        paths.append(cleanedFolder(path));
    const QString folder = cleanedFolder(site::toText(sass.at(QStringLiteral("sass_dir"))));
    paths.append(folder.isEmpty() ? QStringLiteral("_sass") : folder);
    paths.append(site::themeStyles());
    paths.removeDuplicates();
    return paths;
}

QString outputStyle(const site::Config& config)
{
    static const QStringList styles { QStringLiteral("nested"), QStringLiteral("expanded"),
        QStringLiteral("compact"), QStringLiteral("compressed") };
    QString style = site::toText(config.at(QStringLiteral("sass")).at(QStringLiteral("style")));
    if (style.startsWith(u':'))
        style.remove(0, 1);
    return styles.contains(style) ? style : QStringLiteral("compact");
}

/// The style files of the site, path to text, for the helper's imports.
QJsonObject importable(const site::FileSource& files)
{
    QJsonObject result;
    qsizetype total = 0;
    for (const QString& path : files.list()) {
        if (!isStyleFile(path))
            continue;
        const auto bytes = files.read(path);
        if (!bytes || bytes->size() > maxStyleFile || total + bytes->size() > maxStyles)
            continue;
        total += bytes->size();
        result.insert(path, QString::fromUtf8(*bytes));
    }
    return result;
}

} // namespace

Result<QByteArray> Styles::compile(
    const site::FileSource& files, const site::Config& config, const Source& source)
{
    if (m_helper.isEmpty())
        return Error { ErrorCode::ProcessFailed, {}, QStringLiteral("no style helper") };
    QByteArray identity = source.text + '\0' + source.name.toUtf8() + '\0' + outputStyle(config).toUtf8()
        + '\0' + (source.indented ? '1' : '0') + loadPaths(config).join(u'\n').toUtf8();
    for (const QString& path : files.list()) {
        if (isStyleFile(path))
            identity += path.toUtf8() + '\0' + files.stamp(path);
    }
    const QByteArray key = contentHash(identity);
    if (const auto kept = m_kept.constFind(key); kept != m_kept.constEnd())
        return *kept;
    const QJsonObject request { { QStringLiteral("source"), QString::fromUtf8(source.text) },
        { QStringLiteral("name"), source.name }, { QStringLiteral("indented"), source.indented },
        { QStringLiteral("style"), outputStyle(config) },
        { QStringLiteral("loadPaths"), QJsonArray::fromStringList(loadPaths(config)) },
        { QStringLiteral("files"), importable(files) } };
    const Result<QByteArray> css = run(QJsonDocument(request).toJson(QJsonDocument::Compact));
    // What the process could not do now it may do later; what is wrong in the text stays wrong.
    if (css || css.error().code == ErrorCode::RenderFailed) {
        if (m_kept.size() >= maxKept)
            m_kept.clear();
        m_kept.insert(key, css);
    }
    return css;
}

Result<QByteArray> Styles::run(const QByteArray& request) const
{
    QProcess process;
    process.setProcessChannelMode(QProcess::SeparateChannels);
    process.start(m_helper, QStringList());
    if (!process.waitForStarted(5'000))
        return Error { ErrorCode::ProcessFailed, m_helper, process.errorString() };
    process.write(request);
    process.closeWriteChannel();
    if (!process.waitForFinished(timeLimit)) {
        process.kill();
        process.waitForFinished(1'000);
        return Error { ErrorCode::LimitExceeded, {}, QStringLiteral("style takes too long") };
    }
    const QByteArray output = process.readAllStandardOutput();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return output;
    const QJsonObject problem = QJsonDocument::fromJson(process.readAllStandardError()).object();
    if (process.exitStatus() != QProcess::NormalExit || problem.isEmpty())
        return Error { ErrorCode::LimitExceeded, {}, QStringLiteral("style helper ended early") };
    // libsass has no limits of its own: an endless loop ends when the memory that the helper may use is full.
    const QString message = problem.value(QStringLiteral("message")).toString();
    if (message.contains(u"bad_alloc"))
        return Error { ErrorCode::LimitExceeded, {}, QStringLiteral("style takes too much memory") };
    const QString place = QString::number(problem.value(QStringLiteral("line")).toInt(1)) + u':'
        + QString::number(problem.value(QStringLiteral("column")).toInt(1));
    return Error { ErrorCode::RenderFailed, problem.value(QStringLiteral("file")).toString(),
        place + u' ' + message };
}

} // namespace lectern::render
