// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QString>

namespace lectern::app {

/// Every kind that a page can be given a section of, in the order of the menu.
[[nodiscard]] const std::vector<profile::SectionKind>& addableKinds();
/// The kind's name in the interface's language ("Publications").
[[nodiscard]] QString kindName(profile::SectionKind kind);
/// Name of the kind's icon.
[[nodiscard]] QStringView kindIcon(profile::SectionKind kind);
/// The heading that a new section of this kind begins with, in the language of the page's other headings.
[[nodiscard]] QString newHeading(profile::SectionKind kind, const profile::Profile& profile);

/// A section's heading as the list shows it: an emoji or symbol that it begins with stands in the place of the icon.
struct HeadingParts {
    QString symbol; ///< one grapheme; empty where the heading begins with a letter
    QString text;
    bool operator==(const HeadingParts&) const = default;
};
[[nodiscard]] HeadingParts headingParts(const QString& heading);
/// What a section is called where it has no heading.
[[nodiscard]] QString sectionTitle(const profile::Section& section);

} // namespace lectern::app
