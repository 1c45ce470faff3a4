// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/liquid/value.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace lectern::site {

/// The part of a file behind its front matter. It may change while everything else that is known of the site
/// stays.
struct EntryText {
    QByteArray content;
    qsizetype offset = 0; ///< byte of the file at which `content` begins
    /// Whether a value that templates see was made of it: then a change makes the site's values stale.
    bool shown = false;
    /// What jekyll-titles-from-headings found at the beginning of the content: the heading as written. Unset
    /// where nobody looked; while it stays the same, so does the title that was made of it.
    std::optional<QByteArray> heading;
    bool isHeadingCut = false; ///< whether the content leaves out that heading
};

/// A file with front matter: a page, or a document of a collection (posts among them).
struct Entry {
    enum class Kind {
        Page,
        Document,
        Redirect, ///< made for a `redirect_from`; there is no file
    };
    Kind kind = Kind::Page;
    QString path; ///< of the file, from the site's root; empty for Redirect
    QString relativePath; ///< what Jekyll calls so: without the collections folder
    QString collection; ///< label; empty for pages
    QString name; ///< file name
    QString basename; ///< without extension
    QString extension; ///< with dot, as written
    QString outputExtension;
    QString url;
    bool published = true; ///< written to the site
    int pagerPage = 0; ///< which of a paginated index's pages, from 2; 0: the entry is no copy of an index
    liquid::Hash data; ///< front matter; for documents with the defaults merged in, as in Jekyll
    liquid::Hash defaults; ///< for pages: what `defaults:` says for the file
    std::optional<liquid::Time> date; ///< documents
    std::shared_ptr<EntryText> text;
    Diagnostics diagnostics;

    /// The front matter's value or, for pages where the key is missing, the default's.
    [[nodiscard]] liquid::Value at(const QString& key) const
    {
        if (const liquid::Value* value = data.find(key))
            return *value;
        const liquid::Value* value = kind == Kind::Page ? defaults.find(key) : nullptr;
        return value ? *value : liquid::Value();
    }
    [[nodiscard]] bool isStyle() const { return extension == u".scss" || extension == u".sass"; }
};
using EntryPointer = std::shared_ptr<const Entry>;
using Entries = std::vector<EntryPointer>;

/// A file that is published as it is.
struct StaticFile {
    QString path; ///< from the site's root
    QString relativePath; ///< as Jekyll prints it: with a leading slash, except in collections
    QString collection;
    QString url;
    liquid::Hash defaults;
    bool published = true;
};

/// A layout: a template with front matter of its own.
struct Layout {
    QString path;
    liquid::Hash data;
    QByteArray content;
    qsizetype offset = 0;
    Diagnostics diagnostics;
};

} // namespace lectern::site
