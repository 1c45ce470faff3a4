// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"
#include "core/document/yamldocument.h"

#include <QString>

#include <vector>

namespace lectern::app {

/// One link of a navigation menu: an entry of a list of maps with `title` and `url` (Minimal Mistakes and its family).
struct NavigationLink {
    QString title;
    QString url;
    TextRange lines; ///< the entry's own lines, the last line ending included; empty for a form that cannot be moved
    bool operator==(const NavigationLink&) const = default;
};

/// Where a site's menus are written (Minimal Mistakes and its family), relative to its root.
[[nodiscard]] QString navigationFile();

/// The menus of a navigation file: top-level keys whose value is a list.
[[nodiscard]] QStringList navigationMenus(const YamlDocument& document);
[[nodiscard]] std::vector<NavigationLink> navigationLinks(
    const YamlDocument& document, const QByteArray& bytes, const QString& menu);

/// Exchanges link `index` with the one behind it; what stands between them stays. NotEditable for lists in brackets.
Result<Edits> swapWithNext(const std::vector<NavigationLink>& links, const QByteArray& bytes, int index);
Result<Edits> removeLink(const std::vector<NavigationLink>& links, const QByteArray& bytes, int index);
/// A new link behind the last, written as the last is (indentation, quotes).
Result<Edits> appendLink(const std::vector<NavigationLink>& links, const QByteArray& bytes, const QString& title, const QString& url);

} // namespace lectern::app
