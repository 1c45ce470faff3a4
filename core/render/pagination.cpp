// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/pagination.h"

#include "core/site/urls.h"
#include "core/site/values.h"

#include <algorithm>

namespace lectern::render {

using liquid::Hash;
using liquid::List;
using liquid::Value;

Value paginatorOf(const site::Site& site, const site::Entry& entry)
{
    const site::Config& config = site.config();
    const Value paginate = config.at(QStringLiteral("paginate"));
    const qint64* size = paginate.integer();
    if (!size || *size <= 0 || entry.name != u"index.html" || !config.hasPlugin(QStringLiteral("jekyll-paginate")))
        return {};
    // The index that is split lies in the folder that `paginate_path` begins with.
    const QString pattern = site::sanitizedUrl(config.text(QStringLiteral("paginate_path")));
    const QString folder = pattern.left(pattern.indexOf(QStringLiteral(":num")));
    const QString home = folder.left(folder.lastIndexOf(u'/') + 1);
    if (entry.url != home)
        return {};
    const site::Entries& posts = site.documents(QStringLiteral("posts"));
    List shown;
    for (auto post = posts.rbegin(); post != posts.rend() && qint64(shown.size()) < *size; ++post) {
        const Value hidden = (*post)->at(QStringLiteral("hidden"));
        if (!site::isTruthy(hidden))
            shown.push_back(site.valueOf(*post));
    }
    const qint64 total = qint64(posts.size());
    const qint64 pages = std::max<qint64>((total + *size - 1) / *size, 1);
    Hash paginator {{QStringLiteral("page"), 1}, {QStringLiteral("per_page"), *size},
        {QStringLiteral("posts"), shown}, {QStringLiteral("total_posts"), total},
        {QStringLiteral("total_pages"), pages}, {QStringLiteral("previous_page"), Value()},
        {QStringLiteral("previous_page_path"), Value()}, {QStringLiteral("next_page"), Value()},
        {QStringLiteral("next_page_path"), Value()}};
    if (pages > 1) {
        QString next = pattern;
        paginator.insert(QStringLiteral("next_page"), 2);
        paginator.insert(QStringLiteral("next_page_path"), next.replace(QStringLiteral(":num"), QStringLiteral("2")));
    }
    return paginator;
}

} // namespace lectern::render
