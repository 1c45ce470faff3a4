// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"
#include "core/site/config.h"

namespace lectern::site {

/// What jekyll-github-metadata adds to the variable `site`, as far as it follows from the configuration's `repository`
/// (OWNER/NAME) alone: `github` without what only GitHub's servers know (contributors, releases, stars), and `title`,
/// `description`, `url` and `baseurl` where the configuration leaves them out. Nothing without `repository`.
void addGithubMetadata(const Config& config, liquid::Hash& site);

} // namespace lectern::site
