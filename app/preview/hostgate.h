// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace lectern::app {

/// The browser engine's only way to the network: a SOCKS proxy on the loopback that connects to the hosts
/// that the user allowed and to nothing else. The engine looks up no names itself while it has a SOCKS proxy,
/// and WebRTC, which neither the request filter nor a content policy sees, has no other way either. While no
/// host is allowed nobody listens, and the engine's connections are refused.
class HostGate : public QObject {
    Q_OBJECT
public:
    explicit HostGate(QObject* parent = nullptr);
    ~HostGate() override;

    /// Takes a port for this process's gate; before the engine starts, as its flags name it. 0 where there is
    /// none.
    static quint16 reservePort();

    /// Connections to other hosts are cut.
    void setHosts(const QStringList& hosts);
    [[nodiscard]] const QStringList& hosts() const { return m_hosts; }

private:
    class Passage;

    void onConnection();

    QTcpServer* m_server = nullptr;
    QStringList m_hosts;
};

} // namespace lectern::app
