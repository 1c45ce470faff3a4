// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/publish/changereport.h"

#include <QString>

namespace lectern::cli {

/// A change as one English line: `Publication “Heet: …”: venue “ASPLOS” → “ASPLOS 2024”`.
[[nodiscard]] QString changeText(const publish::PageChange& change);

/// An error as one English sentence that says what to do.
[[nodiscard]] QString errorText(const Error& error);

} // namespace lectern::cli
