// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"

#include <QString>

namespace lectern::app {

/// One translated sentence for a finding; a code that has no sentence yet shows as it is, with its arguments.
[[nodiscard]] QString diagnosticText(const Diagnostic& diagnostic);

} // namespace lectern::app
