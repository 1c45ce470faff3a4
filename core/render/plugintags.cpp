// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/plugintags.h"

#include "core/render/seotag.h"
#include "core/site/urls.h"
#include "core/site/values.h"

namespace lectern::render {

using liquid::Value;
using site::isTruthy;
using site::toText;

namespace {

QByteArray feedTag(const site::Site& site)
{
    const site::Config& config = site.config();
    const QString given = toText(config.at(QStringLiteral("feed")).at(QStringLiteral("path")));
    const Value title = isTruthy(config.at(QStringLiteral("title"))) ? config.at(QStringLiteral("title"))
                                                                     : config.at(QStringLiteral("name"));
    const QString address = site::absoluteUrl(given.isEmpty() ? QStringLiteral("feed.xml") : given,
        config.text(QStringLiteral("url")), config.text(QStringLiteral("baseurl")));
    const auto attribute = [](QString text) {
        return text.replace(u'&', QStringLiteral("&amp;"))
            .replace(u'<', QStringLiteral("&lt;"))
            .replace(u'>', QStringLiteral("&gt;"))
            .replace(u'"', QStringLiteral("&quot;"));
    };
    QString tag = QStringLiteral("<link type=\"application/atom+xml\" rel=\"alternate\" href=\"")
        + attribute(address) + u'"';
    if (isTruthy(title))
        tag += QStringLiteral(" title=\"") + attribute(toText(title)) + u'"';
    return (tag + QStringLiteral(" />")).toUtf8();
}

} // namespace

std::optional<QByteArray> pluginTag(
    const QString& name, const QString& markup, const site::Site& site, const liquid::Hash& variables)
{
    if (name == u"feed_meta" && site.config().hasPlugin(QStringLiteral("jekyll-feed")))
        return feedTag(site);
    if (name == u"seo" && site.config().hasPlugin(QStringLiteral("jekyll-seo-tag")))
        return seoTag(site, variables, markup);
    return std::nullopt;
}

} // namespace lectern::render
