// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"

#include <QString>

namespace lectern::site {

/// A value as Ruby's JSON.generate writes it: keys in their order, times and dates as their text.
[[nodiscard]] QString jsonText(const liquid::Value& value);

} // namespace lectern::site
