// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

namespace lectern::site {

/// Which program publishes the site.
enum class PublisherProfile {
    GithubPages, ///< GitHub Pages' own build: the `github-pages` gem, Jekyll 3 in safe mode with its fixed plugins
    Jekyll4, ///< a workflow of the site's own, with Jekyll 4
};

/// GithubPages when the Gemfile names that gem, when the workflow uses GitHub's ready-made Jekyll build, or when nothing
/// says otherwise; Jekyll4 when the Gemfile names `jekyll` without it, or a workflow runs `jekyll build` itself.
[[nodiscard]] PublisherProfile detectPublisher(const FileSource& files);

} // namespace lectern::site
