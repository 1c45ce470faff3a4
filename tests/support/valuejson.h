// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"

#include <QByteArray>

namespace lectern::test {

/// A value as Ruby's JSON.generate writes it: keys in their order, times and dates as their text.
[[nodiscard]] QByteArray toJson(const liquid::Value& value);

} // namespace lectern::test
