// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/edit.h"

#include <QString>
#include <QStringList>

namespace lectern::app {

/// A section as a navigation menu knows it.
struct SectionName {
    QString anchor; ///< what stands behind "#" in a link to it
    QString heading; ///< as the page has it
    bool operator==(const SectionName&) const = default;
};

/// What a change of a page's sections asks of the site's menus: edits of the navigation file's `bytes`, in all of its
/// menus. Links to a section are those whose address ends with "#" and its anchor, on the page at `pageUrl` ("/"). Empty
/// where no link is concerned, where the file cannot be read, or where its form cannot be edited.

/// Links to `before` lead to `after`; a title that was the heading is the new heading.
[[nodiscard]] Edits linksRenamed(
    const QByteArray& bytes, const QString& pageUrl, const SectionName& before, const SectionName& after);
/// Without the links to the section.
[[nodiscard]] Edits linksRemoved(const QByteArray& bytes, const QString& pageUrl, const QString& anchor);
/// The links to sections in the sections' order; other links keep their places.
[[nodiscard]] Edits linksInOrder(const QByteArray& bytes, const QString& pageUrl, const QStringList& anchors);

} // namespace lectern::app
