// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"
#include "core/site/site.h"

#include <QByteArray>
#include <QString>

namespace lectern::render {

/// What the tag `seo` of jekyll-seo-tag prints into a page's head. `variables`: "page" and, on the pages of
/// an index, "paginator"; `markup`: what stands behind the tag's name ("title=false").
[[nodiscard]] QByteArray seoTag(const site::Site& site, const liquid::Hash& variables, const QString& markup);

} // namespace lectern::render
