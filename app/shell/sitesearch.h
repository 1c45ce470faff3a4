// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QList>
#include <QString>

namespace lectern::app {

class Workspace;

/// A place in the site that a search found.
struct SearchHit {
    QString page;
    QString section; ///< id
    int item = -1; ///< -1: the section itself
    QString title; ///< what to show: the item's or the section's title
    QString where; ///< section, and page where it is another one
    profile::SectionKind kind = profile::SectionKind::Custom;
};

/// Every section and item of every page whose text holds all words of `query` (letter case does not matter), those of the
/// current page first. An empty query finds the sections and items of the current page.
[[nodiscard]] QList<SearchHit> searchSite(Workspace& workspace, const QString& query, int limit = 200);

} // namespace lectern::app
