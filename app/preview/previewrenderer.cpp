// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewrenderer.h"

namespace lectern::app {

namespace {

RenderAnswer answerTo(PageSource& source, const RenderRequest& request)
{
    const auto begin = std::chrono::steady_clock::now();
    RenderAnswer answer;
    answer.page = request.page;
    answer.revision = request.revision;
    answer.sourceSize = request.sourceSize;
    const auto page = source.page(request.site, request.page, render::Mode::Preview);
    if (page) {
        answer.document = previewDocument(*page);
        answer.diagnostics = page->diagnostics;
    } else {
        answer.error = page.error();
    }
    answer.renderTime = std::chrono::steady_clock::now() - begin;
    return answer;
}

} // namespace

PreviewRenderer::PreviewRenderer(const PageSourceFactory& makeSource, QObject* parent)
    : QObject(parent)
    , m_pages(std::make_shared<LazySource>())
    , m_resources(std::make_shared<LazySource>())
    , m_pageWorker(QStringLiteral("preview-pages"))
    , m_resourceWorker(QStringLiteral("preview-resources"))
    , m_job(m_pageWorker, [this](const RenderAnswer& answer) { deliver(answer); })
{
    m_pages->make = makeSource;
    m_resources->make = makeSource;
    m_pageWorker.atEnd([source = m_pages] { source->source.reset(); });
    m_resourceWorker.atEnd([source = m_resources] { source->source.reset(); });
}

PreviewRenderer::~PreviewRenderer() = default;

void PreviewRenderer::request(const RenderRequest& request)
{
    if (m_job.isRunning())
        m_waiting = request;
    else
        start(request);
}

void PreviewRenderer::start(const RenderRequest& request)
{
    m_job.start([source = m_pages, request](std::stop_token) { return answerTo(source->get(), request); });
}

void PreviewRenderer::deliver(const RenderAnswer& answer)
{
    // The next page is rendered while the browser takes this one.
    if (m_waiting)
        start(*std::exchange(m_waiting, std::nullopt));
    Q_EMIT rendered(answer);
}

void PreviewRenderer::fetch(const SiteSnapshot& site, const QString& url, const ResourceReply& reply)
{
    withSource<Result<render::Renderer::Resource>>(
        [site, url](PageSource& source) { return source.resource(site, url); }, reply);
}

} // namespace lectern::app
