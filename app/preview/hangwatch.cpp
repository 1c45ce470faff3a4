// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/hangwatch.h"

#include <QWebEnginePage>
#include <QWebEngineScript>

#include <chrono>
#include <csignal>

namespace lectern::app {

namespace {

constexpr std::chrono::milliseconds interval(1000);

} // namespace

HangWatch::HangWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &HangWatch::tick);
}

void HangWatch::watch(QWebEnginePage* page)
{
    m_page = page;
    m_isWaiting = false;
    ++m_round;
    m_timer.start();
}

void HangWatch::stop()
{
    m_timer.stop();
    ++m_round;
}

void HangWatch::tick()
{
    if (!m_page)
        return stop();
    if (!m_isWaiting) {
        m_isWaiting = true;
        m_asked.start();
        m_page->runJavaScript(QStringLiteral("0"), QWebEngineScript::ApplicationWorld,
            [self = QPointer<HangWatch>(this), round = m_round](const QVariant&) {
                if (self && self->m_round == round)
                    self->m_isWaiting = false;
            });
        return;
    }
    if (m_asked.elapsed() < m_patience.count())
        return;
    const qint64 process = m_page->renderProcessPid();
    stop();
    Q_EMIT hangs();
    if (process > 0)
        kill(pid_t(process), SIGKILL);
}

} // namespace lectern::app
