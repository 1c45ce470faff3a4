// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/pagesource.h"

#include "app/workspace/gemfolders.h"

namespace lectern::app {

namespace {

class RendererSource final : public PageSource {
public:
    explicit RendererSource(const render::RendererOptions& options)
        : m_renderer(options)
    {
    }

    Result<render::RenderedPage> page(
        const SiteSnapshot& site, const QString& path, render::Mode mode) override
    {
        const auto files = site::siteFiles(site.root, site.buffers, site.files);
        return m_renderer.render(*files, path, mode);
    }
    Result<render::Renderer::Resource> resource(const SiteSnapshot& site, const QString& url) override
    {
        const auto files = site::siteFiles(site.root, site.buffers, site.files);
        return m_renderer.resource(*files, url);
    }

private:
    render::Renderer m_renderer;
};

} // namespace

PageSourceFactory rendererSource(const QString& styleHelper, qint64 time)
{
    return [styleHelper, time] {
        render::RendererOptions options;
        options.styleHelper = styleHelper;
        options.time = time;
        options.gems = gemFolders();
        return std::make_unique<RendererSource>(options);
    };
}

} // namespace lectern::app
