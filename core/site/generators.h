// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"
#include "core/site/entry.h"

#include <QHash>

#include <functional>
#include <map>

namespace lectern::site {

/// The parts of a site that plugins look at and change after its files were read.
struct SiteParts {
    std::map<QString, Entries>& collections;
    Entries& pages;
    const std::vector<StaticFile>& staticFiles;
    const QHash<QString, Layout>& layouts;
    QHash<QString, EntryPointer>& byPath;
};

/// What the plugins of GitHub Pages do to a site before it is rendered, each where the site turns it on:
/// jekyll-optional-front-matter, -redirect-from, -readme-index, -paginate, -default-layout,
/// -titles-from-headings. Entries that change are replaced by changed copies, which share their text with the
/// first.
class Generators {
public:
    /// `readPage` reads a file as a page, with or without front matter.
    using PageReader = std::function<EntryPointer(const QString& path)>;
    Generators(const Config& config, SiteParts parts, PageReader readPage);

    void run();

private:
    void addPagesWithoutFrontMatter();
    void addReadmeIndexes();
    void addFilesOfPlugins();
    void setDefaultLayouts();
    void setTitlesFromHeadings();
    [[nodiscard]] bool isMarkdown(const QString& path) const;
    [[nodiscard]] bool hasIndex(const QString& folder) const;
    [[nodiscard]] bool option(const char16_t* plugin, const char16_t* key, bool fallback) const;
    [[nodiscard]] EntryPointer titled(const EntryPointer& entry) const;

    const Config& m_config;
    SiteParts m_parts;
    PageReader m_readPage;
};

/// Reads `content` into `text`, again where it was read before: finds the heading and cuts it off where
/// `text` says so.
void setContent(EntryText& text, const QByteArray& content, qsizetype offset);

} // namespace lectern::site
