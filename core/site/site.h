// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/liquid/value.h"
#include "core/site/config.h"
#include "core/site/entry.h"
#include "core/site/frontmatterdefaults.h"

#include <QHash>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace lectern::site {

/// What a URL of the published site leads to: one of the two, or nothing.
struct UrlTarget {
    EntryPointer entry;
    const StaticFile* file = nullptr;
};

/// A site as Jekyll has it in memory after reading: configuration, pages, collections, static files, data and
/// layouts, and the values that templates see of them. Made by SiteReader; immutable but for the texts behind
/// the front matter, which SiteReader keeps up to date.
class Site : public std::enable_shared_from_this<Site> {
public:
    /// Content of an entry as it is published, without layout: for values such as `post.content` and
    /// `post.excerpt`.
    enum class Shown { Content, Excerpt };
    using Converter = std::function<QByteArray(const EntryPointer& entry, const QByteArray& text, Shown shown)>;

    [[nodiscard]] const Config& config() const { return m_config; }
    [[nodiscard]] const FrontMatterDefaults& defaults() const { return m_defaults; }
    /// Pages in Jekyll's order, then those made for `redirect_from`.
    [[nodiscard]] const Entries& pages() const { return m_pages; }
    /// Documents of a collection in its order; posts from the oldest.
    [[nodiscard]] const Entries& documents(const QString& label) const;
    [[nodiscard]] const std::vector<StaticFile>& staticFiles() const { return m_staticFiles; }
    [[nodiscard]] const liquid::Hash& data() const { return m_data; }
    [[nodiscard]] const Diagnostics& diagnostics() const { return m_diagnostics; }
    /// The site's time, seconds since the epoch.
    [[nodiscard]] qint64 time() const { return m_time; }

    /// The layout of that name ("default", "themes/wide"); nullptr where there is none.
    [[nodiscard]] const Layout* layout(const QString& name) const;
    /// The page or document in the file at `path`; also one that is not published.
    [[nodiscard]] EntryPointer entry(const QString& path) const { return m_byPath.value(path); }
    /// What is published at `url` ("/cv/", "/cv", "/cv.html", "/images/a%20b.png"), with or without the
    /// site's baseurl.
    [[nodiscard]] UrlTarget at(const QString& url) const;
    /// The URL of `{% link PATH %}` and `{% post_url NAME %}`, without baseurl.
    [[nodiscard]] std::optional<QString> linkUrl(const QString& path) const;
    [[nodiscard]] std::optional<QString> postUrl(const QString& name) const;

    /// The variable `site`. The same value as long as the site stays the same.
    [[nodiscard]] const liquid::Value& value() const { return m_value; }
    /// The variable `page` of an entry. `content` is what it shows as its content; without one that is the
    /// content as published, made when it is asked for.
    [[nodiscard]] liquid::Hash valueOf(
        const EntryPointer& entry, const std::optional<QByteArray>& content = {}) const;
    /// `site.related_posts` while a document is rendered: the newest ten other posts; nil for pages.
    [[nodiscard]] liquid::Value relatedPosts(const EntryPointer& entry) const;

private:
    friend class SiteReader;
    friend class SiteValues;

    Config m_config;
    FrontMatterDefaults m_defaults;
    qint64 m_time = 0;
    QByteArray m_gitConfig;
    Entries m_pages;
    std::map<QString, Entries> m_collections;
    std::vector<StaticFile> m_staticFiles;
    liquid::Hash m_data;
    QHash<QString, Layout> m_layouts;
    QHash<QString, EntryPointer> m_byPath;
    QHash<QString, EntryPointer> m_byUrl;
    QHash<QString, std::size_t> m_filesByUrl;
    Diagnostics m_diagnostics;
    std::shared_ptr<const Converter> m_converter;
    liquid::Value m_value;
};

} // namespace lectern::site
