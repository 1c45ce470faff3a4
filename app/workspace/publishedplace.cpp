// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/publishedplace.h"

#include "app/workspace/sitewatch.h"
#include "app/workspace/workspace.h"

namespace lectern::app {

site::PageAddress publishedPlace(const Workspace& workspace)
{
    if (!workspace.isSite())
        return { QStringLiteral("/"), {} };
    const auto files = site::siteFiles(workspace.root(), workspace.buffers(), knownFiles(workspace));
    return site::PageAddresses(*files).of(workspace.currentPage());
}

QString addressStart(const Workspace& workspace)
{
    const site::PageAddress place = publishedPlace(workspace);
    return place.url == QLatin1StringView("/") ? QString() : place.baseUrl + u'/';
}

} // namespace lectern::app
