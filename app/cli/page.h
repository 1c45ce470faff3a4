// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"
#include "core/document/sourcefile.h"
#include "core/profile/pagetext.h"
#include "core/profile/profile.h"

#include <QString>

namespace lectern::cli {

/// A page that a command works on, as it is on disk.
struct Page {
    QString root;
    bool isSite = false;
    QString path; ///< relative to the root
    profile::PageText text; ///< the page with the files that it includes
    SourceFile file; ///< its bytes
    profile::Profile profile;
    QStringList ownerNames;
};

/// Opens the home page of a site, the page `wanted` of it (relative to the root), or a Markdown file.
Result<Page> openPage(const QString& path, const QString& wanted = {});

/// Reads the file at `relative` of the page's site ("_config.yml").
Result<QByteArray> readSiteFile(const Page& page, const QString& relative);

/// Writes the file after `edits`, provided that it still is what was read.
Result<void> writeEdits(const Page& page, const QString& relative, const QByteArray& before, const Edits& edits);

} // namespace lectern::cli
