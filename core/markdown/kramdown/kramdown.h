// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/markdown.h"

namespace lectern::markdown::kramdown {

/// Reads `text` as kramdown 2.4 with its GFM parser 1.1 does. Written from kramdown's description of its syntax, our
/// measurements and comparison with the installed program.
[[nodiscard]] Document parse(const QByteArray& text, const Options& options);

} // namespace lectern::markdown::kramdown
