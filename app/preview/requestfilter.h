// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>
#include <QWebEngineUrlRequestInterceptor>

namespace lectern::app {

/// Lets the preview ask for the site's own files, for data: and blob: addresses, and for what allowed hosts
/// have; blocks and reports the rest.
class RequestFilter : public QWebEngineUrlRequestInterceptor {
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void setHosts(const QStringList& hosts) { m_hosts = hosts; }
    void interceptRequest(QWebEngineUrlRequestInfo& info) override;

Q_SIGNALS:
    void blocked(const QUrl& url);

private:
    QStringList m_hosts;
};

} // namespace lectern::app
