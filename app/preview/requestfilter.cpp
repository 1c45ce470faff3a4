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
    info.block(true);
    Q_EMIT blocked(url);
}

} // namespace lectern::app
