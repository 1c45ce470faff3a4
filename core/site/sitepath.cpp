// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/sitepath.h"

#include "core/document/frontmatter.h"
#include "core/document/yamldocument.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace lectern::site {
namespace {

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
        const bool inPages = path.startsWith(QStringLiteral("_pages/"));
        const bool inRoot = !path.contains(u'/');
        if (!(inPages || inRoot) || !(path.endsWith(QStringLiteral(".md")) || path.endsWith(QStringLiteral(".markdown"))))
            continue;
        const auto bytes = files.read(path);
        if (!bytes)
            continue;
        const auto front = findFrontMatter(*bytes);
        if (!front)
            continue;
        QString permalink;
        if (const auto yaml = YamlDocument::parse(*bytes, front->yaml))
            permalink = yaml->text({QStringLiteral("permalink")});
        candidates.push_back({rank(path, permalink), path});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.rank != b.rank ? a.rank < b.rank : a.path < b.path; });
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
        return Error {ErrorCode::NotFound, path, {}};
    OpenedPath opened;
    if (info.isDir()) {
        if (!QFileInfo::exists(QDir(path).filePath(configName)))
            return Error {ErrorCode::NotASite, path, {}};
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
    if (opened.isSite)
        opened.pages = editablePages(*siteFiles(opened.root));
    if (opened.page.isEmpty() && !opened.pages.isEmpty())
        opened.page = opened.pages.first();
    if (opened.page.isEmpty())
        return Error {ErrorCode::NotASite, path, QStringLiteral("no page")};
    if (!opened.pages.contains(opened.page))
        opened.pages.append(opened.page);
    return opened;
}

} // namespace lectern::site
