// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/generators.h"

#include "core/markdown/markdown.h"
#include "core/site/entryfilter.h"
#include "core/site/pagination.h"
#include "core/site/redirects.h"
#include "core/site/urls.h"
#include "core/site/values.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::site {

using liquid::Value;

namespace {

/// A heading that a content begins with: how many bytes it takes, and its text as written.
struct Heading {
    qsizetype length = 0;
    QByteArray text;
};

Heading headingOf(const QByteArray& content)
{
    // The plugin's pattern; a heading that begins later than this is not worth looking for.
    static const QRegularExpression pattern(
        QStringLiteral(R"(\A\s*(?:#{1,3}\s+([^\n]*)(?:\s+#{1,3})?|([^\n]*)\r?\n[-=]+\s*)(?=\n|\z))"));
    const QString head = QString::fromUtf8(content.left(4096));
    const auto found = pattern.match(head);
    if (!found.hasMatch())
        return {};
    const QString text
        = found.hasCaptured(1) && !found.captured(1).isNull() ? found.captured(1) : found.captured(2);
    return { found.captured().toUtf8().size(), text.toUtf8() };
}

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

/// The heading's text without Markdown and tags, on one line.
QString titleOf(const QByteArray& heading)
{
    static const QRegularExpression tag(
        QStringLiteral("<script.*?</script>|<!--.*?-->|<style.*?</style>|<.*?>"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression space(QStringLiteral("\\s+"));
    static const QRegularExpression footnote(QStringLiteral("\\[\\^[^\\]]*\\]"));
    QString text
        = QString::fromUtf8(markdown::toHtml(markdown::parse(heading, markdown::Engine::Kramdown, {})));
    text.remove(tag);
    return text.replace(space, QStringLiteral(" ")).trimmed().remove(footnote);
}

/// Names that stay plain files although they are Markdown.
bool isRepositoryPaper(const QString& basename)
{
    static const QStringList names { QStringLiteral("README"), QStringLiteral("LICENSE"),
        QStringLiteral("LICENCE"), QStringLiteral("COPYING"), QStringLiteral("CODE_OF_CONDUCT"),
        QStringLiteral("CONTRIBUTING"), QStringLiteral("ISSUE_TEMPLATE"),
        QStringLiteral("PULL_REQUEST_TEMPLATE") };
    return names.contains(basename.toUpper());
}

} // namespace

void setContent(EntryText& text, const QByteArray& content, qsizetype offset)
{
    text.content = content;
    text.offset = offset;
    if (!text.heading)
        return;
    const Heading heading = headingOf(content);
    text.heading = heading.text;
    if (!text.isHeadingCut)
        return;
    qsizetype from = heading.length;
    qsizetype to = content.size();
    while (from < to && isSpace(content[from]))
        ++from;
    while (to > from && isSpace(content[to - 1]))
        --to;
    text.content = content.mid(from, to - from);
    text.offset = offset + from;
}

Generators::Generators(const Config& config, SiteParts parts, PageReader readPage)
    : m_config(config)
    , m_parts(parts)
    , m_readPage(std::move(readPage))
{
}

void Generators::run()
{
    addPagesWithoutFrontMatter();
    addRedirects(m_config, m_parts.collections, m_parts.pages, m_parts.byPath);
    addReadmeIndexes();
    addPagerPages(m_config, m_parts.collections[QStringLiteral("posts")], m_parts.pages);
    setDefaultLayouts();
    setTitlesFromHeadings();
    addFilesOfPlugins();
}

/// The feed and the site map: templates see that there are such pages; nobody looks at them here.
void Generators::addFilesOfPlugins()
{
    const auto add = [this](const char16_t* plugin, const QString& name) {
        const QString url = u'/' + name;
        const bool isThere = std::any_of(m_parts.staticFiles.begin(), m_parts.staticFiles.end(),
                                 [&](const StaticFile& file) { return file.url == url; })
            || std::any_of(m_parts.pages.begin(), m_parts.pages.end(),
                [&](const EntryPointer& page) { return page->url == url; });
        if (m_config.hasPlugin(QString::fromUtf16(plugin)) && !isThere)
            m_parts.pages.push_back(pageWithoutFile(name, {}));
    };
    const Value feed = m_config.at(QStringLiteral("feed")).at(QStringLiteral("path"));
    add(u"jekyll-feed", isTruthy(feed) ? toText(feed) : QStringLiteral("feed.xml"));
    add(u"jekyll-sitemap", QStringLiteral("sitemap.xml"));
    add(u"jekyll-sitemap", QStringLiteral("robots.txt"));
}

bool Generators::isMarkdown(const QString& path) const
{
    const qsizetype dot = path.lastIndexOf(u'.');
    return dot > path.lastIndexOf(u'/') && m_config.markdownExtensions().contains(path.mid(dot).toLower());
}

/// A plugin's own setting in the configuration.
bool Generators::option(const char16_t* plugin, const char16_t* key, bool fallback) const
{
    const Value value = m_config.at(QString::fromUtf16(plugin)).at(QString::fromUtf16(key));
    return value.boolean() ? *value.boolean() : fallback;
}

void Generators::addPagesWithoutFrontMatter()
{
    if (!m_config.hasPlugin(QStringLiteral("jekyll-optional-front-matter"))
        || !option(u"optional_front_matter", u"enabled", true)
        || isTruthy(m_config.at(QStringLiteral("require_front_matter"))))
        return;
    const EntryFilter filter(m_config.include(), m_config.exclude());
    for (const StaticFile& file : m_parts.staticFiles) {
        if (!isMarkdown(file.path))
            continue;
        const QString basename = file.path.section(u'/', -1).section(u'.', 0, -2);
        if (isRepositoryPaper(basename) && !filter.includes(file.path))
            continue;
        m_parts.pages.push_back(m_readPage(file.path));
    }
}

/// Whether `folder` ("/" or "/docs/") has a page of its own.
bool Generators::hasIndex(const QString& folder) const
{
    static const QRegularExpression index(
        QStringLiteral("^index\\.(?:html?|xhtml|xml)$"), QRegularExpression::CaseInsensitiveOption);
    const auto isIndex = [&](const QString& url) {
        return url.startsWith(folder, Qt::CaseInsensitive)
            && (url.size() == folder.size() || index.match(url.mid(folder.size())).hasMatch());
    };
    return std::any_of(m_parts.pages.begin(), m_parts.pages.end(),
               [&](const EntryPointer& page) { return isIndex(page->url); })
        || std::any_of(m_parts.staticFiles.begin(), m_parts.staticFiles.end(),
            [&](const StaticFile& file) { return isIndex(file.url); });
}

void Generators::addReadmeIndexes()
{
    if (!m_config.hasPlugin(QStringLiteral("jekyll-readme-index"))
        || !option(u"readme_index", u"enabled", true))
        return;
    const auto isReadme = [this](const QString& path) {
        return isMarkdown(path)
            && path.section(u'/', -1).section(u'.', 0, -2).compare(u"readme", Qt::CaseInsensitive) == 0;
    };
    const auto moved = [this](const EntryPointer& page, const QString& folder) {
        auto index = std::make_shared<Entry>(*page);
        index->data.insert(QStringLiteral("permalink"), folder);
        index->url = pageUrl(folder, {}, index->basename, index->outputExtension);
        m_parts.byPath.insert(index->path, index);
        return index;
    };
    const auto folderOf = [](const QString& url) { return url.left(url.lastIndexOf(u'/') + 1); };
    for (const StaticFile& file : m_parts.staticFiles) {
        if (isReadme(file.path) && !hasIndex(folderOf(file.url)))
            m_parts.pages.push_back(moved(m_readPage(file.path), folderOf(file.url)));
    }
    if (!option(u"readme_index", u"with_frontmatter", false))
        return;
    for (EntryPointer& page : m_parts.pages) {
        if (isReadme(page->relativePath) && !hasIndex(folderOf(page->url)))
            page = moved(page, folderOf(page->url));
    }
}

void Generators::setDefaultLayouts()
{
    if (!m_config.hasPlugin(QStringLiteral("jekyll-default-layout")))
        return;
    const QString key = QStringLiteral("layout");
    const auto set = [&](EntryPointer& entry) {
        if (!isMarkdown(entry->name) || entry->data.find(key) || entry->defaults.find(key))
            return;
        const bool isPost = entry->kind == Entry::Kind::Document;
        for (const char16_t* name : { u"home", isPost ? u"post" : u"page", u"default" }) {
            const QString layout = QString::fromUtf16(name);
            // A theme's layouts are not here; that it has a default one can be taken for granted.
            const bool isThemes = layout == u"default" && isTruthy(m_config.at(QStringLiteral("theme")));
            if ((layout == u"home" && entry->url != u"/") || (!m_parts.layouts.contains(layout) && !isThemes))
                continue;
            auto copy = std::make_shared<Entry>(*entry);
            copy->data.insert(key, layout);
            if (m_parts.byPath.value(entry->path) == entry)
                m_parts.byPath.insert(entry->path, copy);
            entry = copy;
            return;
        }
    };
    for (EntryPointer& page : m_parts.pages)
        set(page);
    for (EntryPointer& post : m_parts.collections[QStringLiteral("posts")])
        set(post);
}

/// The entry with the title that its heading gives it; the same entry where that changes nothing.
EntryPointer Generators::titled(const EntryPointer& entry) const
{
    const QString key = QStringLiteral("title");
    const bool isDocument = entry->kind == Entry::Kind::Document;
    if (entry->kind == Entry::Kind::Redirect || !isMarkdown(entry->name)
        || (!isDocument && !entry->at(key).isNil()))
        return entry;
    EntryText& text = *entry->text;
    const Value own = entry->at(QStringLiteral("strip_title"));
    const bool isCut = entry->data.find(QStringLiteral("strip_title"))
        ? own.boolean() && *own.boolean()
        : option(u"titles_from_headings", u"strip_title", false);
    if (!text.heading) {
        text.heading = QByteArray();
        text.isHeadingCut = isCut;
        setContent(text, text.content, text.offset);
    }
    if (text.heading->isEmpty())
        return entry;
    auto copy = std::make_shared<Entry>(*entry);
    copy->data.insert(key, titleOf(*text.heading));
    return copy;
}

void Generators::setTitlesFromHeadings()
{
    if (!m_config.hasPlugin(QStringLiteral("jekyll-titles-from-headings"))
        || !option(u"titles_from_headings", u"enabled", true))
        return;
    const auto set = [this](EntryPointer& entry) {
        const EntryPointer copy = titled(entry);
        if (copy != entry && m_parts.byPath.value(entry->path) == entry)
            m_parts.byPath.insert(entry->path, copy);
        entry = copy;
    };
    for (EntryPointer& page : m_parts.pages)
        set(page);
    if (!option(u"titles_from_headings", u"collections", false))
        return;
    for (auto& [label, documents] : m_parts.collections) {
        if (!m_config.collection(label)->output)
            continue;
        for (EntryPointer& document : documents) {
            if (document->published)
                set(document);
        }
    }
}

} // namespace lectern::site
