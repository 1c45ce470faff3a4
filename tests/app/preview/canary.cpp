// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/preview/canary.h"

#include <QNetworkProxy>
#include <QTcpSocket>

namespace lectern::test {

Canary::Canary(const QHostAddress& address)
{
    m_tcp.setProxy(QNetworkProxy::NoProxy);
    m_udp.setProxy(QNetworkProxy::NoProxy);
    // One number for both, as STUN and TURN servers have it.
    for (int attempt = 0; attempt < 50; ++attempt) {
        if (m_tcp.listen(address) && m_udp.bind(address, m_tcp.serverPort()))
            break;
        m_tcp.close();
    }
    connect(&m_tcp, &QTcpServer::newConnection, this, &Canary::onConnection);
    connect(&m_udp, &QUdpSocket::readyRead, this, [this] {
        while (m_udp.hasPendingDatagrams()) {
            QByteArray bytes(m_udp.pendingDatagramSize(), 0);
            m_udp.readDatagram(bytes.data(), bytes.size());
            ++m_datagrams;
        }
    });
}

void Canary::onConnection()
{
    while (QTcpSocket* socket = m_tcp.nextPendingConnection()) {
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            const QByteArray line = socket->readAll().split('\r').constFirst();
            m_requests.append(line);
            const QByteArray body = "<svg xmlns='http://www.w3.org/2000/svg' width='3' height='3'/>";
            socket->write(
                "HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\nAccess-Control-Allow-Origin: *\r\n"
                "Connection: close\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    }
}

} // namespace lectern::test
