// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace lectern::site {

/// A file that a site is made of, and what it is to Jekyll.
struct PlannedFile {
    enum class Role { Page, Document, Static, Layout };
    QString path;
    Role role = Role::Page;
    QString collection; ///< documents, and static files of collections
};

/// Sorts a site's files as Jekyll's Reader does: by folder, front matter, and the include and exclude lists. `hasHeader`
/// tells whether a file begins with front matter. Data files and includes are not in the result.
[[nodiscard]] std::vector<PlannedFile> planSite(
    const QStringList& files, const Config& config, const std::function<bool(const QString& path)>& hasHeader);

} // namespace lectern::site
