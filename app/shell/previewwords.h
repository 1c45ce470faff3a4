// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewstate.h"

#include <QString>

namespace lectern::app {

/// The few words of the status line about the preview ("Preview exact · 2 remote blocked").
[[nodiscard]] QString previewWords(const PreviewState& state);

} // namespace lectern::app
