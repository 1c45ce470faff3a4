// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lectern::app {

/// What the middle column shows.
struct Destination {
    enum class Kind { Section, PageSettings, Navigation, SiteSettings, OwnerNames, Files };
    Kind kind = Kind::Section;
    QString section; ///< id, for Kind::Section
    bool operator==(const Destination&) const = default;
};

} // namespace lectern::app
