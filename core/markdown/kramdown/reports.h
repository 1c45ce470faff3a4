// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/context.h"

#include <algorithm>

namespace lectern::markdown {

/// Takes back what was reported since there were `count` reports, because the attempt in which it came up was given up. A
/// limit that was reached stays reached.
inline void takeBackReports(Context& context, std::size_t count)
{
    Diagnostics& all = context.diagnostics;
    if (count < all.size())
        all.erase(std::remove_if(all.begin() + std::ptrdiff_t(count), all.end(),
                      [](const Diagnostic& diagnostic) { return diagnostic.code != u"markdown.limit"; }),
            all.end());
}

} // namespace lectern::markdown
