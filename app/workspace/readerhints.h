// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::app {

/// What the user said of a site's pages, where their reader would say something else. Kept outside the repository.
struct ReaderHints {
    QStringList ownerNames; ///< names that the owner goes by, beside those of `_config.yml`
    QHash<QString, QHash<QString, profile::SectionKind>> kinds; ///< by page (relative path), by heading
    bool operator==(const ReaderHints&) const = default;
};

} // namespace lectern::app
