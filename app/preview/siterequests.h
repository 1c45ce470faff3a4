// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QString>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlSchemeHandler>

#include <functional>

namespace lectern::app {

/// Answers lectern:// requests: the current page from memory, all else by asking `fetch`, which answers when
/// it can.
class SiteRequests : public QWebEngineUrlSchemeHandler {
    Q_OBJECT
public:
    struct Answer {
        bool found = false;
        QByteArray bytes;
        QByteArray mimeType;
    };
    using Reply = std::function<void(const Answer&)>;
    /// Called with a checked path; calls the reply on this object's thread, once.
    using Fetch = std::function<void(const QString& path, const Reply&)>;

    explicit SiteRequests(Fetch fetch, QObject* parent = nullptr);

    /// What is served at `path` from now on.
    void setPage(const QString& path, const QByteArray& html);
    void requestStarted(QWebEngineUrlRequestJob* job) override;

private:
    Fetch m_fetch;
    QString m_pagePath;
    QByteArray m_pageHtml;
};

} // namespace lectern::app
