// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pagination.h"

#include "core/site/pagination.h"

#include <algorithm>

namespace lectern::render {

using liquid::Hash;
using liquid::List;
using liquid::Value;

Value paginatorOf(const site::Site& site, const site::Entry& entry)
{
    const site::Config& config = site.config();
    const qint64 size = site::postsPerPage(config);
    if (size == 0 || entry.name != u"index.html")
        return {};
    const site::EntryPointer index = site::paginatedIndex(config, site.pages());
    if (!index || index->path != entry.path)
        return {};
    const site::Entries posts = site::paginatedPosts(site.documents(QStringLiteral("posts")));
    const int pages = site::pagerPages(config, posts);
    const int page = std::max(entry.pagerPage, 1);
    if (pages == 0)
        return {};
    List shown;
    const std::size_t from = std::size_t(page - 1) * std::size_t(size);
    for (std::size_t i = from; i < std::min(posts.size(), from + std::size_t(size)); ++i)
        shown.push_back(site.valueOf(posts[i]));
    const auto number = [&](int value) { return value < 1 || value > pages ? Value() : Value(value); };
    const auto path = [&](int value) {
        return value < 1 || value > pages ? Value()
            : value == 1                  ? Value(index->url)
                                          : Value(site::pagerPath(config, value));
    };
    return Hash { { QStringLiteral("page"), page }, { QStringLiteral("per_page"), size },
        { QStringLiteral("posts"), shown }, { QStringLiteral("total_posts"), qint64(posts.size()) },
        { QStringLiteral("total_pages"), pages }, { QStringLiteral("previous_page"), number(page - 1) },
        { QStringLiteral("previous_page_path"), path(page - 1) },
        { QStringLiteral("next_page"), number(page + 1) },
        { QStringLiteral("next_page_path"), path(page + 1) } };
}

} // namespace lectern::render
