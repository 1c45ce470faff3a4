// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/changereport.h"

#include <QString>

namespace lectern::app {

/// A change of a page as one translated line: `Publications: “Heet: …”, venue: “ASPLOS” → “ASPLOS 2024”`.
[[nodiscard]] QString changeWords(const publish::PageChange& change);

} // namespace lectern::app
