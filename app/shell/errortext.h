// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace lectern::app {

/// One translated sentence for people: what could not be done and why, with the name of the file or folder.
[[nodiscard]] QString errorText(const Error& error);

} // namespace lectern::app
