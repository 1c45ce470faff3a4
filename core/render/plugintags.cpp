// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/plugintags.h"

#include "core/markdown/markdown.h"
#include "core/render/markdownsettings.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <QRegularExpression>

namespace lectern::render {

using liquid::Value;
using site::isTruthy;
using site::toText;

namespace {

QString escapedOnce(QString text)
{
    static const QRegularExpression ampersand(QStringLiteral("&(?!([a-zA-Z]+|(#\\d+));)"));
    text.replace(ampersand, QStringLiteral("&amp;"));
    return text.replace(u'<', QStringLiteral("&lt;"))
        .replace(u'>', QStringLiteral("&gt;"))
        .replace(u'"', QStringLiteral("&quot;"))
        .replace(u'\'', QStringLiteral("&#39;"));
}

class SeoTag {
public:
    SeoTag(const site::Site& site, const Value& page)
        : m_site(site)
        , m_page(page)
    {
    }

    QByteArray print(bool withTitle) const
    {
        const QString siteTitle = formatted(firstOf(config(u"title"), config(u"name")));
        const QString description
            = orElse(formatted(firstOf(m_page.at(QStringLiteral("description")), m_page.at(QStringLiteral("excerpt")))),
                formatted(config(u"description")));
        const QString ownTitle = orElse(formatted(m_page.at(QStringLiteral("title"))), siteTitle);
        QString tags;
        if (const QString title = fullTitle(ownTitle, siteTitle); withTitle && !title.isEmpty())
            tags += QStringLiteral("<title>") + title + QStringLiteral("</title>\n");
        const auto meta = [&](const char16_t* kind, const char16_t* name, const QString& content) {
            if (!content.isEmpty())
                tags += QStringLiteral("<meta ") + QString::fromUtf16(kind) + QStringLiteral("=\"")
                    + QString::fromUtf16(name) + QStringLiteral("\" content=\"") + content + QStringLiteral("\" />\n");
        };
        meta(u"name", u"generator", QStringLiteral("Jekyll v4.3.1"));
        meta(u"property", u"og:title", ownTitle);
        meta(u"name", u"author", author());
        meta(u"property", u"og:locale", locale());
        meta(u"name", u"description", description);
        meta(u"property", u"og:description", description);
        if (const QString url = canonical(); isTruthy(config(u"url"))) {
            tags += QStringLiteral("<link rel=\"canonical\" href=\"") + url + QStringLiteral("\" />\n");
            meta(u"property", u"og:url", url);
        }
        meta(u"property", u"og:site_name", siteTitle);
        const QString image = imageUrl();
        meta(u"property", u"og:image", image);
        meta(u"property", u"og:type",
            isTruthy(m_page.at(QStringLiteral("date"))) ? QStringLiteral("article") : QStringLiteral("website"));
        meta(u"name", u"twitter:card",
            image.isEmpty() ? QStringLiteral("summary") : QStringLiteral("summary_large_image"));
        meta(u"property", u"twitter:image", image);
        meta(u"property", u"twitter:title", ownTitle);
        meta(u"name", u"google-site-verification", toText(config(u"google_site_verification")));
        return tags.toUtf8();
    }

private:
    Value config(QStringView key) const { return m_site.config().at(key.toString()); }
    static Value firstOf(const Value& a, const Value& b) { return isTruthy(a) ? a : b; }
    static QString orElse(const QString& a, const QString& b) { return a.isEmpty() ? b : a; }

    /// The plugin's format_string: Markdown, without tags, one line, escaped.
    QString formatted(const Value& value) const
    {
        static const QRegularExpression tag(QStringLiteral("<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>"),
            QRegularExpression::DotMatchesEverythingOption);
        const QString text = toText(value.resolved());
        if (text.isEmpty())
            return {};
        const MarkdownSettings settings = markdownSettings(m_site.config());
        const QByteArray html = markdown::toHtml(markdown::parse(text.toUtf8(), settings.engine, settings.options));
        return escapedOnce(QString::fromUtf8(html).remove(tag).simplified());
    }

    QString fullTitle(const QString& ownTitle, const QString& siteTitle) const
    {
        const QString tagline = orElse(formatted(config(u"tagline")), formatted(config(u"description")));
        if (!siteTitle.isEmpty() && ownTitle != siteTitle)
            return ownTitle + QStringLiteral(" | ") + siteTitle;
        if (!siteTitle.isEmpty() && !formatted(config(u"description")).isEmpty())
            return siteTitle + QStringLiteral(" | ") + tagline;
        return orElse(ownTitle, siteTitle);
    }

    QString author() const
    {
        const Value given = firstOf(m_page.at(QStringLiteral("author")), config(u"author"));
        return escapedOnce(given.hash() ? toText(given.at(QStringLiteral("name"))) : toText(given));
    }

    QString locale() const
    {
        const Value language = firstOf(m_page.at(QStringLiteral("lang")), config(u"lang"));
        const Value given = firstOf(firstOf(m_page.at(QStringLiteral("locale")), config(u"locale")), language);
        return orElse(toText(given), QStringLiteral("en_US")).replace(u'-', u'_');
    }

    QString absolute(const QString& path) const
    {
        return site::absoluteUrl(path, toText(config(u"url")), toText(config(u"baseurl")));
    }

    QString canonical() const
    {
        const QString own = toText(m_page.at(QStringLiteral("canonical_url")));
        if (!own.isEmpty())
            return own;
        QString url = absolute(toText(m_page.at(QStringLiteral("url"))));
        return url.endsWith(u"/index.html") ? url.chopped(10) : url;
    }

    QString imageUrl() const
    {
        const Value given = m_page.at(QStringLiteral("image"));
        const QString path = given.hash() ? toText(given.at(QStringLiteral("path"))) : toText(given);
        return path.isEmpty() ? path : absolute(path);
    }

    const site::Site& m_site;
    Value m_page;
};

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
    QString tag = QStringLiteral("<link type=\"application/atom+xml\" rel=\"alternate\" href=\"") + attribute(address)
        + u'"';
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
    if (name == u"seo" && site.config().hasPlugin(QStringLiteral("jekyll-seo-tag"))) {
        const Value* page = variables.find(QStringLiteral("page"));
        return SeoTag(site, page ? *page : Value()).print(!markup.contains(u"title=false", Qt::CaseInsensitive));
    }
    return std::nullopt;
}

} // namespace lectern::render
