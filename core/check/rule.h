// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/subject.h"

namespace lectern::check {

/// One thing that can be wrong with a page. A rule finds it, tells where and what by a code and arguments,
/// and proposes the edits that put it right, such that the rule has nothing more to say of the page after
/// them.
class Rule {
public:
    virtual ~Rule() = default;
    virtual void look(const Subject& subject, Findings& findings) const = 0;
};

} // namespace lectern::check
