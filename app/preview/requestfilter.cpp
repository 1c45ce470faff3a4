// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/requestfilter.h"

#include "app/preview/previewscheme.h"

#include <QWebEngineUrlRequestInfo>

namespace lectern::app {

void RequestFilter::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    const QUrl url = info.requestUrl();
    const QByteArray scheme = url.scheme().toLatin1();
    if (scheme == previewSchemeName() || scheme == "data" || scheme == "blob")
        return;
    // Never a frame or a window of its own: what an allowed host sends is a part of the site's page.
    using Info = QWebEngineUrlRequestInfo;
    const bool isPart = info.resourceType() != Info::ResourceTypeMainFrame
        && info.resourceType() != Info::ResourceTypeSubFrame;
    const bool isWeb = scheme == "http" || scheme == "https" || scheme == "ws" || scheme == "wss";
    if (isPart && isWeb && m_hosts.contains(url.host()))
        return;
    info.block(true);
    Q_EMIT blocked(url);
}

} // namespace lectern::app
