// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QString>

namespace lectern::test {

/// The rule about ranges that `profile` breaks; empty where all hold: sections cover the page one behind the
/// other (blank lines behind the front matter may belong to none), headings and items lie in their sections,
/// items in order, the fields that are present in their items.
[[nodiscard]] QString brokenRange(const profile::Profile& profile);

} // namespace lectern::test
