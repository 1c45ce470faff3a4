// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/subject.h"

#include <vector>

namespace lectern::check {

/// An address that a page names, as written.
struct Reference {
    QString address;
    TextRange range;
    bool isPicture = false;
};

/// Addresses of links and pictures, Markdown and HTML, in order; without those that hold Liquid or lead to
/// other hosts.
[[nodiscard]] std::vector<Reference> localReferences(const Subject& subject);

/// Where an address on this page leads: the path from the site's root, decoded, without baseurl, query and
/// fragment; empty where it leads out of the site.
[[nodiscard]] QString sitePathOf(const Subject& subject, const QString& address);

/// Whether the published site has something at `path` (as sitePathOf tells it).
[[nodiscard]] bool isPublished(const Subject& subject, const QString& path);

/// The anchor of the page that was most likely meant by `anchor`; empty where none or several fit.
[[nodiscard]] QString likelyAnchor(const Subject& subject, const QString& anchor);

} // namespace lectern::check
