// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/sitereader.h"

#include "core/site/documentorder.h"
#include "core/site/entryreader.h"
#include "core/site/generators.h"
#include "core/site/pagesource.h"
#include "core/site/plugins.h"
#include "core/site/sitevalues.h"
#include "core/site/urls.h"

#include <algorithm>

namespace lectern::site {

namespace {

using Role = PlannedFile::Role;

QString layoutName(const QString& path, const QString& folder)
{
    const QString relative = path.mid(folder.size() + 1);
    return relative.section(u'.', 0, -2);
}

} // namespace

SiteReader::SiteReader(qint64 time, std::optional<PublisherProfile> profile, Site::Converter converter)
    : m_time(time)
    , m_profile(profile)
    , m_converter(std::make_shared<const Site::Converter>(std::move(converter)))
{
}

std::shared_ptr<const Site> SiteReader::read(const FileSource& files)
{
    if (!m_site || !refresh(files))
        readAll(files);
    return m_site;
}

QByteArray SiteReader::settingsStamp(const FileSource& files) const
{
    return files.stamp(Config::fileOf(files)) + '|' + files.stamp(QStringLiteral("Gemfile")) + '|'
        + files.repositoryConfig();
}

/// Takes over what changed where that leaves the site's values as they are; false where all is to be read
/// again.
bool SiteReader::refresh(const FileSource& files)
{
    if (files.list() != m_list || settingsStamp(files) != m_settingsStamp)
        return false;
    for (const auto& [path, stamp] : m_dataStamps) {
        if (files.stamp(path) != stamp)
            return false;
    }
    for (const PlannedFile& file : m_plan) {
        if (isBinaryFile(file.path))
            continue;
        if (files.stamp(file.path) != m_known.value(file.path).stamp && !refreshEntry(files, file))
            return false;
    }
    return true;
}

bool SiteReader::refreshEntry(const FileSource& files, const PlannedFile& file)
{
    Known& known = m_known[file.path];
    const QByteArray bytes = files.read(file.path).value_or(QByteArray());
    if (file.role == Role::Layout) {
        const QString folder = m_site->m_config.folder(QStringLiteral("layouts_dir"));
        m_site->m_layouts.insert(
            layoutName(file.path, folder), EntryReader::layout(bytes, file.path, m_site->m_config.zone()));
        known.stamp = files.stamp(file.path);
        return true;
    }
    if (hasYamlHeader(bytes) != known.hasHeader)
        return false;
    if (!known.entry) {
        known.stamp = files.stamp(file.path);
        return file.role == Role::Static;
    }
    const PageSource source = splitPage(bytes);
    EntryText& text = *known.entry->text;
    if (source.yaml != known.yaml || text.shown)
        return false;
    const std::optional<QByteArray> heading = text.heading;
    setContent(text, source.content, source.contentOffset);
    known.stamp = files.stamp(file.path);
    if (text.heading == heading)
        return true;
    // Another heading is another title. The entry is read anew.
    known.stamp.clear();
    return false;
}

bool SiteReader::hasHeader(const FileSource& files, const QString& path)
{
    if (isBinaryFile(path))
        return false;
    const QByteArray stamp = files.stamp(path);
    const auto known = m_known.constFind(path);
    if (known != m_known.constEnd() && known->stamp == stamp)
        return known->hasHeader;
    Known fresh;
    fresh.stamp = stamp;
    fresh.hasHeader = hasYamlHeader(files.read(path).value_or(QByteArray()));
    m_known.insert(path, fresh);
    return fresh.hasHeader;
}

/// The page in a file that Jekyll took for a plain one; not in the list of pages.
EntryPointer SiteReader::readPage(
    const FileSource& files, const QString& path, const EntryReader& reader, Site& site)
{
    Known& known = m_known[path];
    const QByteArray stamp = files.stamp(path);
    if (!known.entry || known.stamp != stamp || known.entry->text->shown) {
        known.stamp = stamp;
        known.yaml.clear();
        known.entry = reader.page(files.read(path).value_or(QByteArray()), path);
    }
    site.m_byPath.insert(path, known.entry);
    return known.entry;
}

void SiteReader::readEntry(
    const FileSource& files, const PlannedFile& file, const EntryReader& reader, Site& site)
{
    Known& known = m_known[file.path];
    const QByteArray stamp = files.stamp(file.path);
    if (!known.entry || known.stamp != stamp || known.entry->text->shown) {
        const QByteArray bytes = files.read(file.path).value_or(QByteArray());
        known.stamp = stamp;
        known.hasHeader = hasYamlHeader(bytes);
        known.yaml = splitPage(bytes).yaml;
        known.entry = file.role == Role::Page
            ? reader.page(bytes, file.path)
            : reader.document(bytes, file.path, *site.m_config.collection(file.collection));
    }
    site.m_byPath.insert(file.path, known.entry);
    if (file.role == Role::Page) {
        if (known.entry->published)
            site.m_pages.push_back(known.entry);
        return;
    }
    // Documents of other collections stay visible to templates when they are dated in the future; posts do
    // not.
    const bool hidden = known.entry->at(QStringLiteral("published")).boolean()
        && !*known.entry->at(QStringLiteral("published")).boolean();
    if (known.entry->published || (file.collection != u"posts" && !hidden))
        site.m_collections[file.collection].push_back(known.entry);
}

void SiteReader::readAll(const FileSource& files)
{
    auto site = std::make_shared<Site>();
    m_list = files.list();
    const QByteArray settings = settingsStamp(files);
    if (settings != m_settingsStamp)
        m_known.clear();
    m_settingsStamp = settings;
    site->m_time = m_time;
    site->m_gitConfig = files.repositoryConfig();
    site->m_converter = m_converter;
    site->m_config = Config::read(files, m_profile.value_or(detectPublisher(files)), site->m_diagnostics);
    const QString configFile = Config::fileOf(files);
    const Diagnostics plugins
        = pluginFindings(site->m_config, configFile, files.read(configFile).value_or(QByteArray()));
    site->m_diagnostics.insert(site->m_diagnostics.end(), plugins.begin(), plugins.end());
    site->m_defaults = FrontMatterDefaults(site->m_config, m_list, site->m_diagnostics);
    site->m_data = m_dataFiles.read(files, site->m_config, site->m_diagnostics);
    m_dataStamps.clear();
    for (const QString& path : std::as_const(m_list)) {
        if (DataFiles::isDataFile(path, site->m_config))
            m_dataStamps.emplace_back(path, files.stamp(path));
    }
    m_plan = planSite(m_list, site->m_config, [&](const QString& path) { return hasHeader(files, path); });
    const EntryReader reader(site->m_config, site->m_defaults, m_time);
    for (const PlannedFile& file : m_plan) {
        if (file.role == Role::Layout) {
            m_known[file.path].stamp = files.stamp(file.path);
            const QString folder = site->m_config.folder(QStringLiteral("layouts_dir"));
            site->m_layouts.insert(layoutName(file.path, folder),
                EntryReader::layout(
                    files.read(file.path).value_or(QByteArray()), file.path, site->m_config.zone()));
        } else if (file.role == Role::Static) {
            site->m_staticFiles.push_back(
                reader.staticFile(file.path, site->m_config.collection(file.collection)));
        } else {
            readEntry(files, file, reader, *site);
        }
    }
    std::stable_sort(site->m_pages.begin(), site->m_pages.end(),
        [](const EntryPointer& a, const EntryPointer& b) { return a->name < b->name; });
    std::stable_sort(site->m_staticFiles.begin(), site->m_staticFiles.end(),
        [](const StaticFile& a, const StaticFile& b) { return a.relativePath < b.relativePath; });
    for (auto& [label, documents] : site->m_collections)
        sortDocuments(documents, *site->m_config.collection(label));
    Generators(site->m_config,
        { site->m_collections, site->m_pages, site->m_staticFiles, site->m_layouts, site->m_byPath },
        [&](const QString& path) { return readPage(files, path, reader, *site); })
        .run();
    for (const EntryPointer& page : site->m_pages)
        site->m_byUrl.insert(unescapedPath(page->url), page);
    for (const auto& [label, documents] : site->m_collections) {
        for (const EntryPointer& document : documents) {
            if (document->published && site->m_config.collection(label)->output)
                site->m_byUrl.insert(unescapedPath(document->url), document);
        }
    }
    for (std::size_t i = 0; i < site->m_staticFiles.size(); ++i) {
        if (site->m_staticFiles[i].published)
            site->m_filesByUrl.insert(site->m_staticFiles[i].url, i);
    }
    m_site = site;
    site->m_value = SiteValues(*site).site();
}

} // namespace lectern::site
