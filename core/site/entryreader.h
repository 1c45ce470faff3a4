// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"
#include "core/site/entry.h"
#include "core/site/filesource.h"
#include "core/site/frontmatterdefaults.h"

namespace lectern::site {

/// Makes entries and layouts of files, as Jekyll's Page, Document and Layout read them.
class EntryReader {
public:
    /// `time`: the site's time, seconds since the epoch; what is dated later is not published (0: everything is).
    EntryReader(const Config& config, const FrontMatterDefaults& defaults, qint64 time)
        : m_config(config)
        , m_defaults(defaults)
        , m_time(time)
    {
    }

    /// `folder` is where Jekyll thinks the page lies ("" or "a/b"), `path` the file.
    [[nodiscard]] EntryPointer page(const QByteArray& bytes, const QString& path) const;
    [[nodiscard]] EntryPointer document(const QByteArray& bytes, const QString& path, const CollectionConfig& collection) const;
    [[nodiscard]] static Layout layout(const QByteArray& bytes, const QString& path, const QTimeZone& zone);
    [[nodiscard]] StaticFile staticFile(const QString& path, const CollectionConfig* collection) const;

private:
    void readFrontMatter(Entry& entry, const QByteArray& bytes) const;
    void fillTitle(Entry& entry) const;
    void fillDate(Entry& entry) const;
    void fillLists(Entry& entry, const QStringList& pathCategories) const;
    [[nodiscard]] QString outputExtension(const Entry& entry) const;
    [[nodiscard]] QString documentUrlOf(const Entry& entry, const CollectionConfig& collection) const;

    const Config& m_config;
    const FrontMatterDefaults& m_defaults;
    qint64 m_time;
};

} // namespace lectern::site
