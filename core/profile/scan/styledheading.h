// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/blocks.h"
#include "core/profile/scan/tags.h"

namespace lectern::profile {

struct StyledHeading {
    int level = 0; ///< 0: it is none
    TextRange text; ///< its words
};

/// A block element that only looks like a heading: `<div style="font-size: 1.5em">News</div>`, or one with
/// nothing but a heading in it. `close` is behind its closing tag.
[[nodiscard]] StyledHeading styledHeading(
    QByteArrayView bytes, const HtmlTag& tag, qsizetype close, const HeadingTest& namesSection);

} // namespace lectern::profile
