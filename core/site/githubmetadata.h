// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"
#include "core/site/config.h"

#include <QByteArray>

namespace lectern::site {

/// OWNER/NAME of the site's repository on GitHub: the configuration's `repository`, else the remote "origin"
/// in the text of a `.git/config`; empty where neither tells.
[[nodiscard]] QString repositoryOf(const Config& config, const QByteArray& gitConfig);

/// What jekyll-github-metadata adds to the variable `site`, as far as it follows from the repository's name
/// alone: `github` without what only GitHub's servers know (contributors, releases, stars, tagline), and
/// `title`, `url` and `baseurl` where the configuration leaves them out. Nothing without a repository.
void addGithubMetadata(const Config& config, const QString& repository, liquid::Hash& site);

} // namespace lectern::site
