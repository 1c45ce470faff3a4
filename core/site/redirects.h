// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"
#include "core/site/entry.h"

#include <QHash>

#include <map>

namespace lectern::site {

/// What jekyll-redirect-from does where a site turns it on: pages for every `redirect_from` go to the end of
/// `pages`, and entries with `redirect_to` become redirects themselves, also in `byPath`.
void addRedirects(const Config& config, std::map<QString, Entries>& collections, Entries& pages,
    QHash<QString, EntryPointer>& byPath);

/// A page that a plugin makes ("feed.xml"): without front matter and layout.
[[nodiscard]] EntryPointer pageWithoutFile(const QString& name, const QByteArray& content);

/// The layout that such pages have unless the site has a layout "redirect" of its own.
[[nodiscard]] QByteArray redirectLayout();

} // namespace lectern::site
