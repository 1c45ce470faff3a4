// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// The section of `to` that says what section `section` of `from` says in another language: of the same kind,
/// with the same anchor, or at the same place between sections that correspond. -1 where none does.
[[nodiscard]] int correspondingSection(const Profile& from, int section, const Profile& to);

/// The item of the corresponding section: with the same address, else at the same place of lists of the same
/// length. An item of -1 where none corresponds.
[[nodiscard]] ItemRef correspondingItem(const Profile& from, ItemRef ref, const Profile& to);

} // namespace lectern::profile
