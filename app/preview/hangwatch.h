// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QWebEnginePage;

namespace lectern::app {

/// Ends the process of a page that has not answered for a while: a script that never ends, or a page beyond
/// all measure. The page's own report of the end of its process then follows.
class HangWatch : public QObject {
    Q_OBJECT
public:
    explicit HangWatch(QObject* parent = nullptr);

    /// Watches `page` from now on; called again where a new document is on its way, as an answer may be lost
    /// with the one before.
    void watch(QWebEnginePage* page);
    void stop();
    /// How long a page may be silent.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

Q_SIGNALS:
    void hangs();

private:
    void tick();

    QPointer<QWebEnginePage> m_page;
    QTimer m_timer;
    QElapsedTimer m_asked;
    quint64 m_round = 0; ///< answers to questions of earlier rounds do not count
    bool m_isWaiting = false;
    std::chrono::milliseconds m_patience { 10'000 };
};

} // namespace lectern::app
