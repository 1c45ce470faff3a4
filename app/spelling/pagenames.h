// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QSet>
#include <QString>

namespace lectern::app {

/// The words of every person's name on the page: its owner's and all authors'.
[[nodiscard]] QSet<QString> pageNames(const profile::Profile& profile);

} // namespace lectern::app
