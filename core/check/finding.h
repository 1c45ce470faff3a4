// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/document/edit.h"

#include <vector>

namespace lectern::check {

/// Something about a page that its owner may want to know, and the edits that would put it right. Nothing is
/// repaired unless the user asks for it.
struct Finding {
    Diagnostic what; ///< its file is always named
    Change repair; ///< empty: none is proposed
    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

} // namespace lectern::check
