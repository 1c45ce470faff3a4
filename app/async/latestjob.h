// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/mailbox.h"
#include "app/async/worker.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace lectern::app {

/// Work of which only the newest request matters. start() cancels the request before it: one that still waits
/// never runs, one that runs sees its stop token, and its result is dropped. Results arrive on the thread
/// that owns the LatestJob, and none after its destruction.
///
/// The work runs on the worker's thread: it takes values, returns a value, and touches nothing that others
/// hold.
template<class T> class LatestJob {
public:
    using Work = std::function<T(std::stop_token)>;
    using Deliver = std::function<void(T)>;

    LatestJob(Worker& worker, Deliver deliver)
        : m_worker(worker)
        , m_deliver(std::move(deliver))
    {
    }
    ~LatestJob() { m_stop.request_stop(); }
    LatestJob(const LatestJob&) = delete;
    LatestJob& operator=(const LatestJob&) = delete;

    void start(Work work)
    {
        cancel();
        m_stop = std::stop_source();
        m_running = true;
        const std::stop_token token = m_stop.get_token();
        const auto finish = [this, token](const std::shared_ptr<T>& result) {
            if (token.stop_requested())
                return;
            m_running = false;
            m_deliver(std::move(*result));
        };
        m_worker.post([send = m_mailbox.sender(), token, work = std::move(work), finish] {
            if (token.stop_requested())
                return;
            const auto result = std::make_shared<T>(work(token));
            send([finish, result] { finish(result); });
        });
    }
    void cancel()
    {
        m_stop.request_stop();
        m_running = false;
    }
    [[nodiscard]] bool isRunning() const { return m_running; }

private:
    Worker& m_worker;
    Deliver m_deliver;
    std::stop_source m_stop;
    bool m_running = false;
    Mailbox m_mailbox; ///< last: what it still holds refers to the members above
};

} // namespace lectern::app
