// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace lectern::app {

/// Where other threads leave work for the thread that owns the mailbox. What arrives after its destruction is
/// dropped.
class Mailbox {
public:
    using Work = std::function<void()>;
    /// A handle that any thread may hold and call, for as long as it likes.
    using Sender = std::function<void(Work)>;

    Mailbox()
        : m_box(std::make_shared<Box>())
    {
        m_box->receiver = std::make_unique<QObject>();
    }
    ~Mailbox()
    {
        // Another thread may be about to post to the receiver: from here on it finds none.
        const std::lock_guard lock(m_box->mutex);
        m_box->receiver.reset();
    }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    [[nodiscard]] Sender sender() const
    {
        return [box = m_box](Work work) {
            const std::lock_guard lock(box->mutex);
            if (box->receiver)
                QMetaObject::invokeMethod(box->receiver.get(), std::move(work), Qt::QueuedConnection);
        };
    }

private:
    struct Box {
        std::mutex mutex; ///< guards the life of `receiver`
        std::unique_ptr<QObject> receiver;
    };
    std::shared_ptr<Box> m_box;
};

} // namespace lectern::app
