// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/pagesource.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace lectern::app {

struct SiteExportLimits {
    int files = 400;
    qsizetype bytes = 200 * 1024 * 1024;
};

/// Writes `page` as published, and every file and page of its site that can be reached from it, below
/// `folder`, with the links between them made relative, so that a browser can show it from the disk. Returns
/// the path of the page's file. Stops quietly at the limits. Errors: those of the renderer for the page
/// itself, WriteFailed.
Result<QString> exportForBrowser(PageSource& source, const SiteSnapshot& site, const QString& page,
    const QString& folder, const SiteExportLimits& limits = {});

/// `text` (HTML, or a style sheet) with each address of the same site replaced by what `replace` makes of it.
/// Seen are the values of src, href, poster and srcset, and url(…) and @import.
[[nodiscard]] QByteArray withAddresses(
    const QByteArray& text, const std::function<QString(const QString&)>& replace);

} // namespace lectern::app
