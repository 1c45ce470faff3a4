// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QUdpSocket>

#include <memory>

namespace lectern::test {

/// A machine that nobody should talk to: listens for TCP and UDP on one loopback address and counts what
/// comes. Web requests are answered, so that a page that got through would go on.
class Canary : public QObject {
    Q_OBJECT
public:
    explicit Canary(const QHostAddress& address);

    [[nodiscard]] QString host() const { return m_tcp.serverAddress().toString(); }
    [[nodiscard]] quint16 port() const { return m_tcp.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int datagrams() const { return m_datagrams; }
    /// First lines of the requests that came.
    [[nodiscard]] const QByteArrayList& requests() const { return m_requests; }

private:
    void onConnection();

    QTcpServer m_tcp;
    QUdpSocket m_udp;
    int m_connections = 0;
    int m_datagrams = 0;
    QByteArrayList m_requests;
};

} // namespace lectern::test
