// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/pageaddress.h"

#include "core/site/config.h"
#include "core/site/entryreader.h"
#include "core/site/frontmatterdefaults.h"

namespace lectern::site {

PageAddress pageAddress(const FileSource& files, const QString& path)
{
    Diagnostics ignored;
    const Config config = Config::read(files, detectPublisher(files), ignored);
    const FrontMatterDefaults defaults(config, files.list(), ignored);
    const EntryReader reader(config, defaults, 0);
    const QByteArray bytes = files.read(path).value_or(QByteArray());
    EntryPointer entry;
    for (const CollectionConfig& collection : config.collections()) {
        if (path.startsWith(config.collectionsPrefix() + u'_' + collection.label + u'/'))
            entry = reader.document(bytes, path, collection);
    }
    if (!entry)
        entry = reader.page(bytes, path);
    PageAddress address { entry->url, config.text(QStringLiteral("baseurl")) };
    while (address.baseUrl.endsWith(u'/'))
        address.baseUrl.chop(1);
    return address;
}

} // namespace lectern::site
