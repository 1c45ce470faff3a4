// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/pagination.h"

#include "core/site/urls.h"
#include "core/site/values.h"

namespace lectern::site {

namespace {

QString folderOf(const QString& path)
{
    return path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 0));
}

} // namespace

Entries paginatedPosts(const Entries& posts)
{
    Entries shown;
    for (auto post = posts.rbegin(); post != posts.rend(); ++post) {
        if ((*post)->published && !isTruthy((*post)->at(QStringLiteral("hidden"))))
            shown.push_back(*post);
    }
    return shown;
}

qint64 postsPerPage(const Config& config)
{
    const liquid::Value paginate = config.at(QStringLiteral("paginate"));
    const qint64* size = paginate.integer();
    return size && *size > 0 && config.hasPlugin(QStringLiteral("jekyll-paginate")) ? *size : 0;
}

int pagerPages(const Config& config, const Entries& shownPosts)
{
    const qint64 size = postsPerPage(config);
    return size == 0 ? 0 : int((qint64(shownPosts.size()) + size - 1) / size);
}

QString pagerPath(const Config& config, int number)
{
    QString pattern = config.text(QStringLiteral("paginate_path"));
    const qsizetype at = pattern.indexOf(QStringLiteral(":num"));
    if (at >= 0)
        pattern.replace(at, 4, QString::number(number));
    return pattern.startsWith(u'/') ? pattern : u'/' + pattern;
}

EntryPointer paginatedIndex(const Config& config, const Entries& pages)
{
    if (postsPerPage(config) == 0)
        return nullptr;
    // An index.html in a folder that the path leads through; the one with the longest path.
    const QString pattern = pagerPath(config, 0);
    const QString around = u'/' + folderOf(pattern.mid(1));
    EntryPointer best;
    for (const EntryPointer& page : pages) {
        if (page->name != u"index.html" || page->kind != Entry::Kind::Page)
            continue;
        const QString folder = u'/' + folderOf(page->relativePath);
        const bool leadsThrough = folder == around || folder == u"/" || around.startsWith(folder + u'/');
        if (leadsThrough && (!best || page->relativePath.size() > best->relativePath.size()))
            best = page;
    }
    return best;
}

void addPagerPages(const Config& config, const Entries& posts, Entries& pages)
{
    const EntryPointer index = paginatedIndex(config, pages);
    if (!index)
        return;
    const int count = pagerPages(config, paginatedPosts(posts));
    for (int number = 2; number <= count; ++number) {
        auto page = std::make_shared<Entry>(*index);
        page->pagerPage = number;
        // A permalink would put all pages in one place.
        if (toText(index->at(QStringLiteral("permalink"))).isEmpty())
            page->url = pageUrl(
                QStringLiteral("/:path/"), pagerPath(config, number), page->basename, page->outputExtension);
        pages.push_back(std::move(page));
    }
}

} // namespace lectern::site
