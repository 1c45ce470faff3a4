// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/options.h"
#include "core/site/config.h"

namespace lectern::render {

/// The Markdown engine and its options as a site's configuration chooses them.
struct MarkdownSettings {
    markdown::Engine engine = markdown::Engine::Kramdown;
    markdown::Options options;
};
[[nodiscard]] MarkdownSettings markdownSettings(const site::Config& config);

/// What a Markdown file outside of a site is read with: GitHub's rules.
[[nodiscard]] MarkdownSettings loneFileSettings();

} // namespace lectern::render
