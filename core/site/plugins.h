// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diagnostic.h"
#include "core/site/config.h"

namespace lectern::site {

/// Plugins that GitHub Pages runs on every site, whether the configuration lists them or not.
[[nodiscard]] const QStringList& alwaysOnPlugins();

/// Findings about the plugins that a configuration lists, at their names in `configText` (the text of
/// `file`): "site.plugin-not-published" (name): the publisher does not run it; "site.plugin-not-shown"
/// (name): it is run when the site is published, but what it does is missing in the preview.
[[nodiscard]] Diagnostics pluginFindings(
    const Config& config, const QString& file, const QByteArray& configText);

} // namespace lectern::site
