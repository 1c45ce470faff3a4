// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"
#include "core/site/site.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace lectern::render {

/// What the tags of plugins print that GitHub Pages runs and templates use in their head: `{% feed_meta %}`
/// (jekyll-feed) and `{% seo %}` (jekyll-seo-tag). nullopt for every other tag, and where the site does not
/// turn the plugin on.
[[nodiscard]] std::optional<QByteArray> pluginTag(
    const QString& name, const QString& markup, const site::Site& site, const liquid::Hash& variables);

} // namespace lectern::render
