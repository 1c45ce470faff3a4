// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/sitevalues.h"

#include "core/site/documentorder.h"
#include "core/site/excerpt.h"
#include "core/site/githubmetadata.h"
#include "core/site/rubytime.h"
#include "core/site/values.h"

#include <algorithm>

namespace lectern::site {

using liquid::Hash;
using liquid::List;
using liquid::Value;

namespace {

QString separatorOf(const Site& site, const Entry& entry)
{
    const Value own = entry.at(QStringLiteral("excerpt_separator"));
    return isTruthy(own) ? toText(own) : site.config().text(QStringLiteral("excerpt_separator"));
}

QString folderOfUrl(const QString& url)
{
    if (url.endsWith(u'/'))
        return url;
    return url.left(url.lastIndexOf(u'/') + 1);
}

} // namespace

Hash Site::valueOf(const EntryPointer& entry, const std::optional<QByteArray>& content) const
{
    return SiteValues(*this).entry(entry, content);
}

Value Site::relatedPosts(const EntryPointer& entry) const
{
    if (entry->kind != Entry::Kind::Document)
        return {};
    return Value::lazy([weak = weak_from_this(), entry]() -> Value {
        const auto site = weak.lock();
        List related;
        const Entries none;
        const Entries& posts = site ? site->documents(QStringLiteral("posts")) : none;
        // Jekyll takes eleven and leaves out the one at hand, then keeps ten.
        std::size_t seen = 0;
        for (auto post = posts.rbegin(); posts.size() > 1 && post != posts.rend() && seen < 11;
             ++post, ++seen) {
            if (*post != entry && related.size() < 10)
                related.push_back(site->valueOf(*post));
        }
        return related;
    });
}

Hash SiteValues::entry(const EntryPointer& entry, const std::optional<QByteArray>& content) const
{
    const Value shown = content ? Value::text(*content) : convertedLater(entry, false);
    return entry->kind == Entry::Kind::Document ? document(entry, shown) : page(entry, shown);
}

Value SiteValues::convertedLater(const EntryPointer& entry, bool excerptOnly) const
{
    return Value::lazy([weak = m_site.weak_from_this(), entry, excerptOnly]() -> Value {
        const auto site = weak.lock();
        if (!site || !*site->m_converter)
            return {};
        entry->text->shown = true;
        const QByteArray& content = entry->text->content;
        return Value::text(excerptOnly
                ? (*site->m_converter)(entry, excerptSource(content, separatorOf(*site, *entry).toUtf8()),
                    Site::Shown::Excerpt)
                : (*site->m_converter)(entry, content, Site::Shown::Content));
    });
}

Hash SiteValues::page(const EntryPointer& entry, const Value& content) const
{
    // Jekyll's Convertible#to_liquid: front matter, then the attributes, over the defaults; a nil never
    // covers a value.
    Hash attributes { { QStringLiteral("content"), content },
        { QStringLiteral("dir"), folderOfUrl(entry->url) }, { QStringLiteral("name"), entry->name },
        { QStringLiteral("path"),
            entry->data.find(QStringLiteral("path")) ? *entry->data.find(QStringLiteral("path"))
                                                     : Value(entry->relativePath) },
        { QStringLiteral("url"), entry->url } };
    const Value excerpt = entry->at(QStringLiteral("excerpt"));
    const bool html = entry->outputExtension == u".html" || entry->outputExtension == u".htm"
        || entry->outputExtension == u".xhtml";
    if (isTruthy(excerpt))
        attributes.insert(QStringLiteral("excerpt"), toText(excerpt));
    else if (html && isTruthy(m_site.config().at(QStringLiteral("page_excerpts"))))
        attributes.insert(QStringLiteral("excerpt"), convertedLater(entry, true));
    return deepMerged(entry->defaults, deepMerged(entry->data, attributes));
}

Hash SiteValues::document(const EntryPointer& entry, const Value& content) const
{
    Hash value = entry->data;
    const QString slug = toText(entry->at(QStringLiteral("slug")));
    const QString url = entry->url.endsWith(u'/') ? entry->url.chopped(1) : entry->url;
    const QString parent = url.left(std::max<qsizetype>(url.lastIndexOf(u'/'), 0));
    value.insert(QStringLiteral("content"), content);
    value.insert(QStringLiteral("output"),
        convertedLater(entry, false)); // without layout, as collections shown in lists are
    value.insert(QStringLiteral("relative_path"), entry->relativePath);
    value.insert(QStringLiteral("path"), entry->relativePath);
    value.insert(QStringLiteral("url"), entry->url);
    value.insert(QStringLiteral("id"), parent + u'/' + (slug.isEmpty() ? entry->basename : slug));
    value.insert(QStringLiteral("collection"), entry->collection);
    value.insert(
        QStringLiteral("date"), entry->date.value_or(timeInZone(m_site.time(), 0, m_site.config().zone())));
    if (!value.find(QStringLiteral("name")) || !isTruthy(*value.find(QStringLiteral("name"))))
        value.insert(QStringLiteral("name"), entry->name);
    const Value excerpt = entry->at(QStringLiteral("excerpt"));
    value.insert(QStringLiteral("excerpt"),
        isTruthy(excerpt)                           ? Value(toText(excerpt))
            : separatorOf(m_site, *entry).isEmpty() ? Value(QString())
                                                    : convertedLater(entry, true));
    value.insert(QStringLiteral("previous"), neighbour(entry, -1));
    value.insert(QStringLiteral("next"), neighbour(entry, 1));
    return value;
}

Value SiteValues::neighbour(const EntryPointer& entry, int step) const
{
    return Value::lazy([weak = m_site.weak_from_this(), entry, step]() -> Value {
        const auto site = weak.lock();
        if (!site)
            return {};
        const Entries& documents = site->documents(entry->collection);
        const auto here = std::find(documents.begin(), documents.end(), entry);
        const auto at = here - documents.begin() + step;
        if (here == documents.end() || at < 0 || at >= std::ptrdiff_t(documents.size()))
            return {};
        return site->valueOf(documents[std::size_t(at)]);
    });
}

Value SiteValues::shared(const EntryPointer& entry)
{
    const auto known = m_shared.constFind(entry.get());
    if (known != m_shared.constEnd())
        return *known;
    const Value value = SiteValues::entry(entry, std::nullopt);
    m_shared.insert(entry.get(), value);
    return value;
}

List SiteValues::list(const Entries& entries)
{
    List values;
    for (const EntryPointer& entry : entries)
        values.push_back(shared(entry));
    return values;
}

Value SiteValues::file(const StaticFile& file) const
{
    const QString name = file.path.section(u'/', -1);
    const qsizetype dot = name.lastIndexOf(u'.');
    Hash value = file.defaults;
    value.insert(QStringLiteral("name"), name);
    value.insert(QStringLiteral("extname"), dot > 0 ? name.mid(dot) : QString());
    value.insert(QStringLiteral("basename"), dot > 0 ? name.left(dot) : name);
    value.insert(QStringLiteral("path"), file.relativePath);
    value.insert(QStringLiteral("collection"), file.collection.isEmpty() ? Value() : Value(file.collection));
    // Not the file's own time: a fresh clone, which is what gets published, has none that means anything.
    value.insert(QStringLiteral("modified_time"), timeInZone(m_site.time(), 0, m_site.config().zone()));
    return value;
}

/// Posts by the values of "tags" or "categories", the newest first.
Value SiteValues::postsBy(const QString& key)
{
    Hash result;
    const Entries& posts = m_site.documents(QStringLiteral("posts"));
    QStringList names;
    for (const EntryPointer& post : posts)
        names += textsOf(post->at(key));
    names.removeDuplicates();
    for (const QString& name : std::as_const(names)) {
        Entries tagged;
        for (const EntryPointer& post : posts) {
            if (textsOf(post->at(key)).contains(name))
                tagged.push_back(post);
        }
        std::reverse(tagged.begin(), tagged.end());
        result.insert(name, list(tagged));
    }
    return result;
}

Value SiteValues::collections(const QHash<QString, Value>& files)
{
    std::vector<CollectionConfig> sorted = m_site.config().collections();
    std::sort(sorted.begin(), sorted.end(),
        [](const CollectionConfig& a, const CollectionConfig& b) { return a.label < b.label; });
    List result;
    for (const CollectionConfig& collection : sorted) {
        Hash value = collection.metadata;
        value.insert(QStringLiteral("label"), collection.label);
        value.insert(QStringLiteral("docs"), list(m_site.documents(collection.label)));
        value.insert(QStringLiteral("files"), files.value(collection.label, List()));
        value.insert(QStringLiteral("relative_directory"), u'_' + collection.label);
        value.insert(
            QStringLiteral("directory"), m_site.config().collectionsPrefix() + u'_' + collection.label);
        value.insert(QStringLiteral("output"), collection.output);
        result.push_back(std::move(value));
    }
    return result;
}

Value SiteValues::site()
{
    Hash value = m_site.config().values();
    List staticFiles;
    QHash<QString, List> collectionFiles;
    for (const StaticFile& each : m_site.staticFiles()) {
        const Value shown = file(each);
        staticFiles.push_back(shown);
        if (!each.collection.isEmpty())
            collectionFiles[each.collection].push_back(shown);
    }
    QHash<QString, Value> files;
    for (auto it = collectionFiles.begin(); it != collectionFiles.end(); ++it)
        files.insert(it.key(), *it);
    Entries posts = m_site.documents(QStringLiteral("posts"));
    std::reverse(posts.begin(), posts.end());
    Entries htmlPages;
    for (const EntryPointer& page : m_site.pages()) {
        if (page->url.endsWith(u'/') || page->outputExtension == u".html" || page->outputExtension == u".htm"
            || page->outputExtension == u".xhtml")
            htmlPages.push_back(page);
    }
    List documents;
    for (const CollectionConfig& collection : m_site.config().collections()) {
        const List docs = list(m_site.documents(collection.label));
        documents.insert(documents.end(), docs.begin(), docs.end());
        const List& others = collectionFiles[collection.label];
        documents.insert(documents.end(), others.begin(), others.end());
    }
    value.remove(QStringLiteral("config"));
    value.insert(QStringLiteral("time"), timeInZone(m_site.time(), 0, m_site.config().zone()));
    value.insert(QStringLiteral("pages"), list(m_site.pages()));
    value.insert(QStringLiteral("html_pages"), list(htmlPages));
    value.insert(QStringLiteral("static_files"), staticFiles);
    value.insert(QStringLiteral("posts"), list(posts));
    value.insert(QStringLiteral("documents"), documents);
    value.insert(QStringLiteral("tags"), postsBy(QStringLiteral("tags")));
    value.insert(QStringLiteral("categories"), postsBy(QStringLiteral("categories")));
    value.insert(QStringLiteral("collections"), collections(files));
    if (!m_site.config().values().find(QStringLiteral("data")))
        value.insert(QStringLiteral("data"), m_site.data());
    value.insert(QStringLiteral("related_posts"), Value()); // see Site::relatedPosts
    for (const CollectionConfig& collection : m_site.config().collections()) {
        if (collection.label != u"posts")
            value.insert(collection.label, list(m_site.documents(collection.label)));
    }
    if (m_site.config().hasPlugin(QStringLiteral("jekyll-github-metadata")))
        addGithubMetadata(m_site.config(), repositoryOf(m_site.config(), m_site.m_gitConfig), value);
    return value;
}

} // namespace lectern::site
