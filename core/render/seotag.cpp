// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/seotag.h"

#include "core/liquid/rubytext.h"
#include "core/markdown/markdown.h"
#include "core/render/markdownsettings.h"
#include "core/site/jsontext.h"
#include "core/site/rubytime.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <QRegularExpression>

namespace lectern::render {

using liquid::Hash;
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

Value firstOf(const Value& a, const Value& b)
{
    return isTruthy(a) ? a : b;
}
Value orNil(const QString& text)
{
    return text.isEmpty() ? Value() : Value(text);
}

class SeoTag {
public:
    SeoTag(const site::Site& site, const Hash& variables)
        : m_site(site)
        , m_page(variables.find(QStringLiteral("page")) ? *variables.find(QStringLiteral("page")) : Value())
        , m_paginator(variables.find(QStringLiteral("paginator"))
                  ? *variables.find(QStringLiteral("paginator"))
                  : Value())
        , m_siteTitle(formatted(firstOf(ofSite(u"title"), ofSite(u"name"))))
        , m_pageTitle(formatted(ofPage(u"title")))
        , m_description(formatted(firstOf(ofPage(u"description"), ofPage(u"excerpt"))))
        , m_author(readAuthor())
    {
        if (m_pageTitle.isEmpty())
            m_pageTitle = m_siteTitle;
        if (m_description.isEmpty())
            m_description = formatted(ofSite(u"description"));
    }

    QByteArray print(bool withTitle)
    {
        m_tags = QStringLiteral("<!-- Begin Jekyll SEO tag v2.8.0 -->\n");
        if (const QString title = fullTitle(); withTitle && !title.isEmpty())
            m_tags += QStringLiteral("<title>") + title + QStringLiteral("</title>\n");
        const bool isPages = m_site.config().profile() == site::PublisherProfile::GithubPages;
        meta(u"name", u"generator",
            isPages ? QStringLiteral("Jekyll v3.10.0") : QStringLiteral("Jekyll v4.3.1"));
        meta(u"property", u"og:title", m_pageTitle);
        meta(u"name", u"author", toText(m_author.at(QStringLiteral("name"))));
        meta(u"property", u"og:locale", locale());
        meta(u"name", u"description", m_description);
        meta(u"property", u"og:description", m_description);
        if (isTruthy(ofSite(u"url"))) {
            link(u"canonical", canonicalUrl());
            meta(u"property", u"og:url", canonicalUrl());
        }
        meta(u"property", u"og:site_name", m_siteTitle);
        printImage();
        printKind();
        printTwitter();
        printServices();
        m_tags += QStringLiteral("<script type=\"application/ld+json\">\n") + site::jsonText(linkedData())
            + QStringLiteral("</script>\n<!-- End Jekyll SEO tag -->\n");
        return m_tags.toUtf8();
    }

private:
    Value ofSite(QStringView key) const { return m_site.value().at(key.toString()); }
    Value ofPage(QStringView key) const { return m_page.at(key.toString()); }

    void meta(QStringView kind, QStringView name, const QString& content)
    {
        if (!content.isEmpty())
            m_tags += QStringLiteral("<meta ") + kind.toString() + QStringLiteral("=\"") + name.toString()
                + QStringLiteral("\" content=\"") + content + QStringLiteral("\" />\n");
    }
    void link(QStringView kind, const QString& address)
    {
        m_tags += QStringLiteral("<link rel=\"") + kind.toString() + QStringLiteral("\" href=\"") + address
            + QStringLiteral("\" />\n");
    }

    /// The plugin's format_string: Markdown, without tags, one line, escaped.
    QString formatted(const Value& value) const
    {
        static const QRegularExpression tag(
            QStringLiteral("<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>"),
            QRegularExpression::DotMatchesEverythingOption);
        const QString text = toText(value.resolved());
        if (text.isEmpty())
            return {};
        const MarkdownSettings settings = markdownSettings(m_site.config());
        const QByteArray html
            = markdown::toHtml(markdown::parse(text.toUtf8(), settings.engine, settings.options));
        return escapedOnce(QString::fromUtf8(html).remove(tag).simplified());
    }

    QString fullTitle() const
    {
        QString title = m_pageTitle;
        const QString description = formatted(ofSite(u"description"));
        if (!m_siteTitle.isEmpty() && m_pageTitle != m_siteTitle) {
            title += QStringLiteral(" | ") + m_siteTitle;
        } else if (!m_siteTitle.isEmpty() && !description.isEmpty()) {
            const QString tagline = formatted(ofSite(u"tagline"));
            title = m_siteTitle + QStringLiteral(" | ") + (tagline.isEmpty() ? description : tagline);
        }
        const Value page = m_paginator.at(QStringLiteral("page"));
        if (!page.integer() || *page.integer() <= 1)
            return title;
        QString prefix = toText(
            firstOf(ofSite(u"seo_paginator_message"), QStringLiteral("Page %<current>s of %<total>s for ")));
        prefix.replace(QStringLiteral("%<current>s"), toText(page));
        return prefix.replace(
                   QStringLiteral("%<total>s"), toText(m_paginator.at(QStringLiteral("total_pages"))))
            + title;
    }

    /// The author's hash: given as one, or by a name that `site.data.authors` may know.
    Value readAuthor() const
    {
        Value author = ofPage(u"author");
        if (toText(author).isEmpty() && !author.hash() && !author.list()) {
            const Value authors = ofPage(u"authors");
            author = authors.list() && !authors.list()->empty() ? authors.list()->front() : ofSite(u"author");
        }
        if (author.hash())
            return author;
        if (!author.string() || author.string()->isEmpty())
            return Hash();
        Hash result { { QStringLiteral("name"), author } };
        const Value known = ofSite(u"data").at(QStringLiteral("authors")).at(*author.string());
        return known.hash() ? site::deepMerged(result, *known.hash()) : result;
    }

    QString language() const
    {
        const Value language = firstOf(ofPage(u"lang"), ofSite(u"lang"));
        return isTruthy(language) ? toText(language) : QStringLiteral("en_US");
    }
    QString locale() const
    {
        const Value given = firstOf(ofPage(u"locale"), ofSite(u"locale"));
        return (isTruthy(given) ? toText(given) : language()).replace(u'-', u'_');
    }

    QString absolute(const QString& path) const
    {
        return liquid::normalizedUrl(
            site::absoluteUrl(path, toText(ofSite(u"url")), toText(ofSite(u"baseurl"))));
    }

    QString canonicalUrl() const
    {
        const QString own = toText(ofPage(u"canonical_url"));
        if (!own.isEmpty())
            return own;
        const QString url = absolute(toText(ofPage(u"url")));
        return url.endsWith(u"/index.html") ? url.chopped(10) : url;
    }

    /// The page's image: its keys with `path` as an address; empty where there is none.
    Hash image() const
    {
        const Value given = ofPage(u"image");
        Hash result;
        if (given.hash())
            result = *given.hash();
        const Value path = given.string()
            ? given
            : firstOf(given.at(QStringLiteral("path")),
                firstOf(given.at(QStringLiteral("facebook")), given.at(QStringLiteral("twitter"))));
        if (!isTruthy(path))
            return {};
        result.insert(QStringLiteral("path"), liquid::escapedComponent(absolute(toText(path))));
        return result;
    }

    void printImage()
    {
        const Hash shown = image();
        const auto part = [&](const char16_t* key) {
            const Value* value = shown.find(QString::fromUtf16(key));
            return value && isTruthy(*value) ? toText(*value) : QString();
        };
        meta(u"property", u"og:image", part(u"path"));
        meta(u"property", u"og:image:height", part(u"height"));
        meta(u"property", u"og:image:width", part(u"width"));
        meta(u"property", u"og:image:alt", part(u"alt"));
    }

    QString xmlDate(const Value& date) const
    {
        const auto time = site::timeOf(date, m_site.config().zone());
        return time ? site::xmlSchema(*time) : QString();
    }

    void printKind()
    {
        const bool isDated = isTruthy(ofPage(u"date"));
        meta(u"property", u"og:type", isDated ? QStringLiteral("article") : QStringLiteral("website"));
        if (isDated)
            meta(u"property", u"article:published_time", xmlDate(ofPage(u"date")));
        if (isTruthy(m_paginator.at(QStringLiteral("previous_page"))))
            link(u"prev", absolute(toText(m_paginator.at(QStringLiteral("previous_page_path")))));
        if (isTruthy(m_paginator.at(QStringLiteral("next_page"))))
            link(u"next", absolute(toText(m_paginator.at(QStringLiteral("next_page_path")))));
    }

    void printTwitter()
    {
        const Hash shown = image();
        const QString path = shown.isEmpty() ? QString() : toText(*shown.find(QStringLiteral("path")));
        const Value card = firstOf(
            ofPage(u"twitter").at(QStringLiteral("card")), ofSite(u"twitter").at(QStringLiteral("card")));
        meta(u"name", u"twitter:card",
            path.isEmpty()       ? QStringLiteral("summary")
                : isTruthy(card) ? toText(card)
                                 : QStringLiteral("summary_large_image"));
        meta(u"property", u"twitter:image", path);
        if (const Value* alternative = shown.find(QStringLiteral("alt")))
            meta(u"name", u"twitter:image:alt", toText(*alternative));
        meta(u"property", u"twitter:title", m_pageTitle);
        if (!isTruthy(ofSite(u"twitter")))
            return;
        const auto named = [](const Value& value) { return u'@' + toText(value).remove(u'@'); };
        meta(u"name", u"twitter:site", named(ofSite(u"twitter").at(QStringLiteral("username"))));
        const Value creator
            = firstOf(m_author.at(QStringLiteral("twitter")), m_author.at(QStringLiteral("name")));
        if (creator.string())
            meta(u"name", u"twitter:creator", named(creator));
    }

    void printServices()
    {
        const Value facebook = ofSite(u"facebook");
        meta(u"property", u"fb:admins", toText(facebook.at(QStringLiteral("admins"))));
        meta(u"property", u"article:publisher", toText(facebook.at(QStringLiteral("publisher"))));
        meta(u"property", u"fb:app_id", toText(facebook.at(QStringLiteral("app_id"))));
        const Value codes = ofSite(u"webmaster_verifications");
        if (!isTruthy(codes)) {
            meta(u"name", u"google-site-verification", toText(ofSite(u"google_site_verification")));
            return;
        }
        meta(u"name", u"google-site-verification", toText(codes.at(QStringLiteral("google"))));
        meta(u"name", u"msvalidate.01", toText(codes.at(QStringLiteral("bing"))));
        meta(u"name", u"alexaVerifyID", toText(codes.at(QStringLiteral("alexa"))));
        meta(u"name", u"yandex-verification", toText(codes.at(QStringLiteral("yandex"))));
        meta(u"name", u"baidu-site-verification", toText(codes.at(QStringLiteral("baidu"))));
        meta(u"name", u"facebook-domain-verification", toText(codes.at(QStringLiteral("facebook"))));
    }

    bool isHome() const
    {
        static const QRegularExpression home(
            QStringLiteral("^/(about/)?(index.html?)?$"), QRegularExpression::MultilineOption);
        return home.match(toText(ofPage(u"url"))).hasMatch();
    }

    QString kind() const
    {
        const Value own = ofPage(u"seo").at(QStringLiteral("type"));
        return isTruthy(own)            ? toText(own)
            : isHome()                  ? QStringLiteral("WebSite")
            : isTruthy(ofPage(u"date")) ? QStringLiteral("BlogPosting")
                                        : QStringLiteral("WebPage");
    }

    Value nameOfThing() const
    {
        const Value own = ofPage(u"seo").at(QStringLiteral("name"));
        if (isTruthy(own))
            return orNil(formatted(own));
        if (!isHome())
            return {};
        const Value social = ofSite(u"social").at(QStringLiteral("name"));
        return orNil(isTruthy(social) ? formatted(social) : m_siteTitle);
    }

    Value authorData() const
    {
        const Value given = m_author.at(QStringLiteral("type"));
        const QString type = isTruthy(given) ? toText(given) : QStringLiteral("Person");
        if (!isTruthy(m_author.at(QStringLiteral("name"))) || (type != u"Person" && type != u"Organization"))
            return {};
        Hash data { { QStringLiteral("@type"), type },
            { QStringLiteral("name"), m_author.at(QStringLiteral("name")) } };
        if (isTruthy(m_author.at(QStringLiteral("url"))))
            data.insert(QStringLiteral("url"), m_author.at(QStringLiteral("url")));
        return data;
    }

    Value imageData() const
    {
        Hash data = image();
        if (data.isEmpty())
            return {};
        const Value path = *data.find(QStringLiteral("path"));
        if (data.entries().size() == 1)
            return path;
        data.remove(QStringLiteral("path"));
        data.insert(QStringLiteral("url"), path);
        data.insert(QStringLiteral("@type"), QStringLiteral("imageObject"));
        return data;
    }

    Value publisherData() const
    {
        const Value logo = ofSite(u"logo");
        if (!isTruthy(logo))
            return {};
        const Hash picture { { QStringLiteral("@type"), QStringLiteral("ImageObject") },
            { QStringLiteral("url"), liquid::escapedComponent(absolute(toText(logo))) } };
        Hash data { { QStringLiteral("@type"), QStringLiteral("Organization") },
            { QStringLiteral("logo"), picture } };
        if (const Value name = m_author.at(QStringLiteral("name")); isTruthy(name))
            data.insert(QStringLiteral("name"), name);
        return data;
    }

    Hash linkedData() const
    {
        const QString type = kind();
        const Value links = ofPage(u"seo").at(QStringLiteral("links"));
        const Value modified = firstOf(ofPage(u"seo").at(QStringLiteral("date_modified")),
            firstOf(ofPage(u"last_modified_at"), ofPage(u"date")));
        Hash data { { QStringLiteral("@context"), QStringLiteral("https://schema.org") },
            { QStringLiteral("@type"), type } };
        const auto add = [&](const char16_t* key, const Value& value) {
            if (!value.isNil())
                data.insert(QString::fromUtf16(key), value);
        };
        add(u"author", authorData());
        add(u"dateModified", isTruthy(modified) ? orNil(xmlDate(modified)) : Value());
        add(u"datePublished", isTruthy(ofPage(u"date")) ? orNil(xmlDate(ofPage(u"date"))) : Value());
        add(u"description", orNil(m_description));
        add(u"headline", orNil(m_pageTitle));
        add(u"image", imageData());
        if (type == u"BlogPosting" || type == u"CreativeWork")
            add(u"mainEntityOfPage",
                Hash { { QStringLiteral("@type"), QStringLiteral("WebPage") },
                    { QStringLiteral("@id"), canonicalUrl() } });
        add(u"name", nameOfThing());
        add(u"publisher", publisherData());
        add(u"sameAs",
            isTruthy(links) ? links
                : isHome()  ? ofSite(u"social").at(QStringLiteral("links"))
                            : Value());
        add(u"url", canonicalUrl());
        return data;
    }

    const site::Site& m_site;
    Value m_page;
    Value m_paginator;
    QString m_siteTitle;
    QString m_pageTitle;
    QString m_description;
    Value m_author;
    QString m_tags;
};

} // namespace

QByteArray seoTag(const site::Site& site, const Hash& variables, const QString& markup)
{
    return SeoTag(site, variables).print(!markup.contains(u"title=false", Qt::CaseInsensitive));
}

} // namespace lectern::render
