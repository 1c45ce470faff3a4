// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/pageaddress.h"

namespace lectern::app {

class Workspace;

/// Where the current page is published, as its buffers stand; "/" for a lone file.
[[nodiscard]] site::PageAddress publishedPlace(const Workspace& workspace);

/// What the address of a file of the site begins with on the current page: nothing on the home page, the
/// site's root elsewhere.
[[nodiscard]] QString addressStart(const Workspace& workspace);

} // namespace lectern::app
