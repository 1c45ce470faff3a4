// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/sitepath.h"

#include "core/base/atomicfile.h"
#include "core/document/frontmatter.h"
#include "core/document/yamldocument.h"
#include "core/site/languages.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lectern::site {
namespace {

/// A Markdown file where editable pages are: in the root or in `_pages`, also those of a language's folder.
bool isPlaceOfPage(const QString& path)
{
    const QString first = path.section(u'/', 0, 0);
    const bool isInLanguage = path.contains(u'/') && !languageOf(first).isEmpty();
    const QString place = isInLanguage ? path.mid(first.size() + 1) : path;
    return (place.startsWith(QStringLiteral("_pages/")) || !place.contains(u'/'))
        && (path.endsWith(QStringLiteral(".md")) || path.endsWith(QStringLiteral(".markdown")));
}

/// Why a site has no page: one that cannot be read, where there is one.
Error noPage(const QString& root, const QString& path, const FileSource& files)
{
    for (const QString& file : files.list()) {
        if (!isPlaceOfPage(file))
            continue;
        if (const auto bytes = readTextFile(QDir(root).filePath(file)); !bytes)
            return bytes.error();
    }
    return { ErrorCode::NotASite, path, QStringLiteral("no page") };
}

/// Smaller comes first: the page at "/", an index file, the usual names of a home page, then the rest.
int rank(const QString& path, const QString& permalink)
{
    const QString name = path.section(u'/', -1).section(u'.', 0, 0).toLower();
    if (permalink == QStringLiteral("/"))
        return 0;
    if (!path.contains(u'/') && name == QStringLiteral("index"))
        return 1;
    if (name == QStringLiteral("about") || name == QStringLiteral("home") || name == QStringLiteral("index"))
        return 2;
    return 3;
}

} // namespace

QStringList editablePages(const FileSource& files)
{
    struct Candidate {
        int rank;
        QString path;
    };
    std::vector<Candidate> candidates;
    for (const QString& path : files.list()) {
        if (!isPlaceOfPage(path))
            continue;
        const auto bytes = files.read(path);
        if (!bytes)
            continue;
        const auto front = findFrontMatter(*bytes);
        if (!front)
            continue;
        QString permalink;
        if (const auto yaml = YamlDocument::parse(*bytes, front->yaml))
            permalink = yaml->text({ QStringLiteral("permalink") });
        candidates.push_back({ rank(path, permalink), path });
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.path < b.path;
    });
    QStringList pages;
    for (const Candidate& candidate : candidates)
        pages.append(candidate.path);
    return pages;
}

Result<OpenedPath> resolvePath(const QString& path)
{
    const QString configName = QStringLiteral("_config.yml");
    const QFileInfo info(path);
    if (!info.exists())
        return Error { ErrorCode::NotFound, path, {} };
    OpenedPath opened;
    if (info.isDir()) {
        if (!QFileInfo::exists(QDir(path).filePath(configName)))
            return Error { ErrorCode::NotASite, path, {} };
        opened.root = info.absoluteFilePath();
        opened.isSite = true;
    } else {
        QDir folder = info.absoluteDir();
        for (int depth = 0; depth <= 4 && !opened.isSite; ++depth) {
            opened.isSite = folder.exists(configName);
            if (!opened.isSite && !folder.cdUp())
                break;
        }
        opened.root = opened.isSite ? folder.absolutePath() : info.absolutePath();
        opened.page = QDir(opened.root).relativeFilePath(info.absoluteFilePath());
        if (opened.page == configName)
            opened.page.clear();
    }
    opened.root = QDir::cleanPath(opened.root);
    const auto files = opened.isSite ? siteFiles(opened.root) : nullptr;
    if (files)
        opened.pages = editablePages(*files);
    if (opened.page.isEmpty() && !opened.pages.isEmpty())
        opened.page = opened.pages.first();
    if (opened.page.isEmpty())
        return files ? noPage(opened.root, path, *files)
                     : Error { ErrorCode::NotASite, path, QStringLiteral("no page") };
    if (!opened.pages.contains(opened.page))
        opened.pages.append(opened.page);
    return opened;
}

} // namespace lectern::site
