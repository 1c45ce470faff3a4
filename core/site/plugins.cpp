// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/plugins.h"

namespace lectern::site {

namespace {

QStringList names(std::initializer_list<const char*> list)
{
    QStringList result;
    for (const char* name : list)
        result.append(QString::fromLatin1(name));
    return result;
}

/// What GitHub Pages runs when a configuration lists it (its documentation, "Dependency versions" and
/// "Plugins").
const QStringList& listedOnPages()
{
    static const QStringList list = names({ "jekyll-feed", "jekyll-redirect-from", "jekyll-seo-tag",
        "jekyll-sitemap", "jekyll-avatar", "jemoji", "jekyll-mentions", "jekyll-include-cache",
        "jekyll-remote-theme", "jekyll-commonmark-ghpages", "jekyll-commonmark" });
    return list;
}

/// Plugins whose work shows in the preview, or never shows in a page.
const QStringList& shown()
{
    static const QStringList list = alwaysOnPlugins()
        + names({ "jekyll-feed", "jekyll-redirect-from", "jekyll-seo-tag", "jekyll-sitemap", "jemoji",
            "jekyll-mentions", "jekyll-include-cache", "jekyll-commonmark-ghpages", "jekyll-commonmark",
            "jekyll-sass-converter", "jekyll-watch", "jekyll-compose", "kramdown-parser-gfm", "webrick" });
    return list;
}

} // namespace

const QStringList& alwaysOnPlugins()
{
    static const QStringList list = names({ "jekyll-coffeescript", "jekyll-default-layout", "jekyll-gist",
        "jekyll-github-metadata", "jekyll-optional-front-matter", "jekyll-paginate", "jekyll-readme-index",
        "jekyll-relative-links", "jekyll-titles-from-headings" });
    return list;
}

Diagnostics pluginFindings(const Config& config, const QString& file, const QByteArray& configText)
{
    Diagnostics findings;
    const bool isPages = config.profile() == PublisherProfile::GithubPages;
    QStringList plugins = config.plugins();
    plugins.removeDuplicates();
    for (const QString& name : std::as_const(plugins)) {
        const bool isPublished
            = !isPages || alwaysOnPlugins().contains(name) || listedOnPages().contains(name);
        if (isPublished && shown().contains(name))
            continue;
        const QByteArray text = name.toUtf8();
        const qsizetype at = text.isEmpty() ? -1 : configText.indexOf(text);
        const TextRange range = at < 0 ? TextRange {} : TextRange { at, at + text.size() };
        findings.push_back({ isPublished ? Severity::Info : Severity::Warning,
            isPublished ? QStringLiteral("site.plugin-not-shown")
                        : QStringLiteral("site.plugin-not-published"),
            file, range, { name } });
    }
    return findings;
}

} // namespace lectern::site
