// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/render/renderer.h"
#include "core/site/filesource.h"

#include <QString>

#include <functional>
#include <memory>

namespace lectern::app {

/// The site at one moment, as a value that a job may take to its thread.
struct SiteSnapshot {
    QString root; ///< absolute folder
    site::Buffers buffers; ///< what is being edited, by relative path
    site::FileIndexPointer files; ///< what is on the disk, where somebody knows; null: to be looked at
};

/// Where the preview's pages come from. An instance lives on one thread and may keep caches.
class PageSource {
public:
    virtual ~PageSource() = default;
    virtual Result<render::RenderedPage> page(
        const SiteSnapshot& site, const QString& path, render::Mode mode)
        = 0;
    virtual Result<render::Renderer::Resource> resource(const SiteSnapshot& site, const QString& url) = 0;
};

using PageSourceFactory = std::function<std::unique_ptr<PageSource>()>;

/// The renderer of core. `time` is what `site.time` is: seconds since the epoch, UTC.
[[nodiscard]] PageSourceFactory rendererSource(const QString& styleHelper, qint64 time);

} // namespace lectern::app
