// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/async/worker.h"

namespace lectern::app {

Worker::Worker(const QString& name)
    : m_context(new QObject)
{
    m_thread.setObjectName(name);
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

Worker::~Worker()
{
    m_thread.quit();
    m_thread.wait();
}

void Worker::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
}

void Worker::atEnd(std::function<void()> work)
{
    QObject::connect(&m_thread, &QThread::finished, m_context, std::move(work), Qt::DirectConnection);
}

} // namespace lectern::app
