// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/pageaddress.h"

#include "core/site/entryreader.h"
#include "core/site/languages.h"

namespace lectern::site {
namespace {

Config configOf(const FileSource& files)
{
    Diagnostics ignored;
    return Config::read(files, detectPublisher(files), ignored);
}

FrontMatterDefaults defaultsOf(const Config& config, const FileSource& files)
{
    Diagnostics ignored;
    return { config, files.list(), ignored };
}

} // namespace

PageAddresses::PageAddresses(const FileSource& files)
    : m_files(files)
    , m_config(configOf(files))
    , m_defaults(defaultsOf(m_config, files))
{
}

PageAddress PageAddresses::of(const QString& path) const
{
    const EntryReader reader(m_config, m_defaults, 0);
    const QByteArray bytes = m_files.read(path).value_or(QByteArray());
    EntryPointer entry;
    for (const CollectionConfig& collection : m_config.collections()) {
        if (path.startsWith(m_config.collectionsPrefix() + u'_' + collection.label + u'/'))
            entry = reader.document(bytes, path, collection);
    }
    if (!entry)
        entry = reader.page(bytes, path);
    PageAddress address { entry->url, m_config.text(QStringLiteral("baseurl")) };
    while (address.baseUrl.endsWith(u'/'))
        address.baseUrl.chop(1);
    return address;
}

QString PageAddresses::language() const
{
    for (const char* key : { "lang", "language", "locale", "default_lang" }) {
        if (const QString language = languageOf(m_config.text(QString::fromLatin1(key))); !language.isEmpty())
            return language;
    }
    return {};
}

} // namespace lectern::site
