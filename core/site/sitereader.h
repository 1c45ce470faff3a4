// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/datafiles.h"
#include "core/site/filesource.h"
#include "core/site/publisherprofile.h"
#include "core/site/site.h"
#include "core/site/siteplan.h"

#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>

namespace lectern::site {

/// Reads a site, and reads it again at little cost: only files whose stamp changed are looked at, and while
/// no front matter, data or configuration changed the Site stays the same object.
class SiteReader {
public:
    /// `time`: the site's time, seconds since the epoch; 0: no post is too new to be published. `profile`:
    /// nullopt detects it. `converter` is called while values of the site are used, with the Site still
    /// alive.
    SiteReader(qint64 time, std::optional<PublisherProfile> profile, Site::Converter converter);

    [[nodiscard]] std::shared_ptr<const Site> read(const FileSource& files);

private:
    struct Known {
        QByteArray stamp;
        bool hasHeader = false;
        QByteArray yaml;
        std::shared_ptr<const Entry> entry;
    };
    [[nodiscard]] bool refresh(const FileSource& files);
    [[nodiscard]] bool refreshEntry(const FileSource& files, const PlannedFile& file);
    [[nodiscard]] bool hasHeader(const FileSource& files, const QString& path);
    void readAll(const FileSource& files);
    [[nodiscard]] EntryPointer readPage(
        const FileSource& files, const QString& path, const class EntryReader& reader, Site& site);
    void readEntry(
        const FileSource& files, const PlannedFile& file, const class EntryReader& reader, Site& site);
    [[nodiscard]] QByteArray settingsStamp(const FileSource& files) const;

    qint64 m_time;
    std::optional<PublisherProfile> m_profile;
    std::shared_ptr<const Site::Converter> m_converter;
    std::shared_ptr<Site> m_site;
    QStringList m_list;
    QByteArray m_settingsStamp;
    std::vector<PlannedFile> m_plan;
    std::vector<std::pair<QString, QByteArray>> m_dataStamps;
    QHash<QString, Known> m_known;
    DataFiles m_dataFiles;
};

} // namespace lectern::site
