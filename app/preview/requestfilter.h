// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWebEngineUrlRequestInterceptor>

namespace lectern::app {

/// Lets the preview ask for the site's own files and for data: and blob: addresses; blocks and reports the
/// rest.
class RequestFilter : public QWebEngineUrlRequestInterceptor {
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo& info) override;

Q_SIGNALS:
    void blocked(const QUrl& url);
};

} // namespace lectern::app
