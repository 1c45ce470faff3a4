// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/siterequests.h"

#include "app/preview/previewscheme.h"

#include <QBuffer>

namespace lectern::app {

namespace {

void answer(QWebEngineUrlRequestJob* job, const QByteArray& mimeType, const QByteArray& bytes)
{
    auto* buffer = new QBuffer(job);
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    job->reply(mimeType, buffer);
}

} // namespace

SiteRequests::SiteRequests(Fetch fetch, QObject* parent)
    : QWebEngineUrlSchemeHandler(parent)
    , m_fetch(std::move(fetch))
{
}

void SiteRequests::setPage(const QString& path, const QByteArray& html)
{
    m_pagePath = path;
    m_pageHtml = html;
}

void SiteRequests::requestStarted(QWebEngineUrlRequestJob* job)
{
    const QString path = requestedPath(job->requestUrl());
    if (job->requestMethod() != "GET" || path.isEmpty()) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    if (path == m_pagePath) {
        answer(job, QByteArrayLiteral("text/html;charset=utf-8"), m_pageHtml);
        return;
    }
    m_fetch(path, [job = QPointer<QWebEngineUrlRequestJob>(job)](const Answer& found) {
        if (!job)
            return;
        if (found.found)
            answer(job, found.mimeType, found.bytes);
        else
            job->fail(QWebEngineUrlRequestJob::UrlNotFound);
    });
}

} // namespace lectern::app
