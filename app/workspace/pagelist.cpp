// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/pagelist.h"

#include "core/document/frontmatter.h"
#include "core/document/yamldocument.h"

#include <algorithm>

namespace lectern::app {
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

QStringList editablePages(const site::FileSource& files)
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

} // namespace lectern::app
