// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace lectern::app {

/// A thread that runs what is posted to it, one after the other, in order. The destructor lets the running
/// piece of work finish, drops the rest and joins.
class Worker {
public:
    explicit Worker(const QString& name);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void post(std::function<void()> work);
    /// Runs on the worker's thread as its last piece of work: the place to destroy what belongs to that
    /// thread.
    void atEnd(std::function<void()> work);

private:
    QThread m_thread;
    QObject* m_context = nullptr; ///< lives in m_thread, which deletes it when it ends
};

} // namespace lectern::app
