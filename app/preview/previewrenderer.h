// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/latestjob.h"
#include "app/async/mailbox.h"
#include "app/async/worker.h"
#include "app/preview/pagesource.h"
#include "app/preview/previewdocument.h"
#include "core/base/diagnostic.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace lectern::app {

struct RenderRequest {
    SiteSnapshot site;
    QString page; ///< relative path of the source file
    quint64 revision = 0; ///< comes back with the answer, as does the next
    qsizetype sourceSize = 0; ///< bytes of the page's file
};

struct RenderAnswer {
    QString page;
    quint64 revision = 0;
    qsizetype sourceSize = 0;
    std::optional<PreviewDocument> document; ///< nullopt where `error` says why
    Error error;
    Diagnostics diagnostics;
    std::chrono::nanoseconds renderTime {};
};

/// Renders off the GUI thread: pages on one thread, the resources that they use on another, so that a style
/// sheet that takes half a second to compile holds up no typing.
class PreviewRenderer : public QObject {
    Q_OBJECT
public:
    explicit PreviewRenderer(const PageSourceFactory& makeSource, QObject* parent = nullptr);
    ~PreviewRenderer() override;

    /// Asks for a page. While one is being rendered only the newest request waits; each finished page is
    /// delivered, so that steady typing on a page that renders slowly is still followed.
    void request(const RenderRequest& request);

    using ResourceReply = std::function<void(const Result<render::Renderer::Resource>&)>;
    void fetch(const SiteSnapshot& site, const QString& url, const ResourceReply& reply);

    /// Runs `work` with the resources' page source and hands its result to `done` on this thread.
    template<class T> void withSource(std::function<T(PageSource&)> work, std::function<void(const T&)> done)
    {
        m_resourceWorker.post([source = m_resources, send = m_mailbox.sender(), work = std::move(work),
                                  done = std::move(done)] {
            const auto result = std::make_shared<T>(work(source->get()));
            send([done, result] { done(*result); });
        });
    }

Q_SIGNALS:
    void rendered(const lectern::app::RenderAnswer& answer);

private:
    /// A page source that is made and destroyed on its worker's thread.
    struct LazySource {
        PageSourceFactory make;
        std::unique_ptr<PageSource> source;
        PageSource& get()
        {
            if (!source)
                source = make();
            return *source;
        }
    };

    void start(const RenderRequest& request);
    void deliver(const RenderAnswer& answer);

    std::shared_ptr<LazySource> m_pages;
    std::shared_ptr<LazySource> m_resources;
    std::optional<RenderRequest> m_waiting;
    Worker m_pageWorker;
    Worker m_resourceWorker;
    LatestJob<RenderAnswer> m_job;
    Mailbox m_mailbox;
};

} // namespace lectern::app
