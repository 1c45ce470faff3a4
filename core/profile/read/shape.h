// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// What readAgain() finds, for a check of an edit of one item: of the others only kind, place, group and
/// whether they are hidden, no fields and no words; and no name of an owner.
[[nodiscard]] Profile readShape(const Profile& before, const SourceFile& file, ItemRef whole);

} // namespace lectern::profile
