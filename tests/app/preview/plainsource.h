// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/pagesource.h"

namespace lectern::test {

/// A page source with rules so simple that a test can say what is where: behind the front matter each run of
/// lines is a block: HTML as it is where it starts with '<', a list where it starts with "- ", else a
/// paragraph. A block that holds
/// "{{swallow}}" takes the rest of the page into itself; a page with "{{fail}}" cannot be rendered. The title
/// of the front matter stands in the layout.
class PlainSource : public app::PageSource {
public:
    Result<render::RenderedPage> page(
        const app::SiteSnapshot& site, const QString& path, render::Mode mode) override;
    Result<render::Renderer::Resource> resource(const app::SiteSnapshot& site, const QString& url) override;
};

[[nodiscard]] app::PageSourceFactory plainSource();

} // namespace lectern::test
