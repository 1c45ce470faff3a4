// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewdocument.h"
#include "core/profile/profile.h"

#include <QString>

namespace lectern::app {

/// What the editable thing at `place` is called, for the label at the pointer: "Title", "Publication",
/// "Navigation menu". `page` is the file that `profile` reads.
[[nodiscard]] QString placeName(
    const profile::Profile& profile, const QString& page, const MarkedPlace& place);

} // namespace lectern::app
