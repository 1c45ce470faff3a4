// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/markdown.h"

namespace lectern::markdown::gfm {

/// Reads `text` with cmark-gfm and GitHub's extensions (tables, strikethrough, autolinks, task lists, tag filter,
/// footnotes) into the tree that the kramdown engine fills, too. May be called from several threads.
[[nodiscard]] Document parse(const QByteArray& text, const Options& options);

} // namespace lectern::markdown::gfm
