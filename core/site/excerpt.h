// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lectern::site {

/// The source of a document's excerpt: what stands before the first `separator`, with the block tags closed that it
/// opens and the link definitions of the rest that it uses. Rules: Jekyll's Excerpt#extract_excerpt.
[[nodiscard]] QByteArray excerptSource(const QByteArray& content, const QByteArray& separator);

} // namespace lectern::site
