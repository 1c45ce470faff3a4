// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// The kind that a heading's words tell; Custom where they tell none.
[[nodiscard]] SectionKind kindOfHeading(const QString& heading);

} // namespace lectern::profile
