// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/hostgate.h"

#include <QHostAddress>
#include <QNetworkProxy>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace lectern::app {

namespace {

int gateSocket = -1; ///< bound for the whole life of the process; listens while there is a gate with hosts

// RFC 1928
constexpr char version = 5;
constexpr char connectCommand = 1;
constexpr char addressIpv4 = 1;
constexpr char addressName = 3;
constexpr char addressIpv6 = 4;
constexpr char refusedByRules = 2;
constexpr char hostUnreachable = 4;

QByteArray reply(char status)
{
    return QByteArray("\x05", 1) + status + QByteArray("\0\1\0\0\0\0\0\0", 8);
}

} // namespace

/// One connection: greeting, request, and bytes both ways.
class HostGate::Passage : public QObject {
public:
    Passage(QTcpSocket* inside, HostGate& gate)
        : QObject(inside)
        , m_inside(inside)
        , m_gate(gate)
    {
        connect(inside, &QTcpSocket::readyRead, this, [this] { onInside(); });
        connect(inside, &QTcpSocket::disconnected, inside, &QObject::deleteLater);
        onInside();
    }
    [[nodiscard]] const QString& host() const { return m_host; }
    void cut() { m_inside->abort(); }

private:
    void onInside()
    {
        m_read += m_inside->readAll();
        if (m_stage == Stage::Greeting && m_read.size() >= 2 && m_read.size() >= 2 + quint8(m_read[1])) {
            if (m_read[0] != version)
                return cut();
            m_read.remove(0, 2 + quint8(m_read[1]));
            m_inside->write(QByteArray("\x05\0", 2));
            m_stage = Stage::Request;
        }
        if (m_stage == Stage::Request)
            readRequest();
        if (m_stage == Stage::Through && m_outside) {
            m_outside->write(m_read);
            m_read.clear();
        }
    }
    void readRequest()
    {
        if (m_read.size() < 5)
            return;
        const char kind = m_read[3];
        const qsizetype length = kind == addressName ? 1 + quint8(m_read[4]) : kind == addressIpv6 ? 16 : 4;
        if (m_read.size() < 4 + length + 2)
            return;
        if (kind == addressName)
            m_host = QString::fromLatin1(m_read.mid(5, length - 1)).toLower();
        else if (kind == addressIpv4)
            m_host = QHostAddress(ntohl(*reinterpret_cast<const quint32*>(m_read.mid(4, 4).constData())))
                         .toString();
        else
            m_host = QHostAddress(reinterpret_cast<const quint8*>(m_read.mid(4, 16).constData())).toString();
        const auto port = quint16(quint8(m_read[4 + length]) << 8 | quint8(m_read[5 + length]));
        const bool isConnect = m_read[1] == connectCommand;
        m_read.remove(0, 4 + length + 2);
        if (!isConnect || !m_gate.hosts().contains(m_host)) {
            m_inside->write(reply(refusedByRules));
            m_inside->disconnectFromHost();
            m_stage = Stage::Over;
            return;
        }
        m_stage = Stage::Through;
        open(port);
    }
    void open(quint16 port)
    {
        auto* outside = new QTcpSocket(this);
        outside->setProxy(QNetworkProxy::NoProxy);
        connect(outside, &QTcpSocket::connected, this, [this, outside] {
            m_outside = outside;
            m_inside->write(reply(0));
            m_outside->write(m_read);
            m_read.clear();
        });
        connect(
            outside, &QTcpSocket::readyRead, this, [this, outside] { m_inside->write(outside->readAll()); });
        connect(outside, &QTcpSocket::disconnected, this, [this] { m_inside->disconnectFromHost(); });
        connect(outside, &QTcpSocket::errorOccurred, this, [this] {
            if (!m_outside)
                m_inside->write(reply(hostUnreachable));
            m_inside->disconnectFromHost();
        });
        outside->connectToHost(m_host, port);
    }

    enum class Stage { Greeting, Request, Through, Over };
    QTcpSocket* m_inside;
    HostGate& m_gate;
    QTcpSocket* m_outside = nullptr; ///< once it is connected
    Stage m_stage = Stage::Greeting;
    QByteArray m_read;
    QString m_host;
};

quint16 HostGate::reservePort()
{
    if (gateSocket < 0)
        gateSocket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    if (gateSocket < 0 || bind(gateSocket, generic, size) != 0
        || getsockname(gateSocket, generic, &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

HostGate::HostGate(QObject* parent)
    : QObject(parent)
{
}

HostGate::~HostGate()
{
    setHosts({});
}

void HostGate::setHosts(const QStringList& hosts)
{
    m_hosts = hosts;
    if (m_hosts.isEmpty() && m_server) {
        delete m_server; // with its connections
        m_server = nullptr;
        // The socket stays bound, but what comes is refused again.
        shutdown(gateSocket, SHUT_RDWR);
    } else if (!m_hosts.isEmpty() && !m_server && gateSocket >= 0 && listen(gateSocket, 64) == 0) {
        m_server = new QTcpServer(this);
        m_server->setProxy(QNetworkProxy::NoProxy);
        connect(m_server, &QTcpServer::newConnection, this, &HostGate::onConnection);
        m_server->setSocketDescriptor(dup(gateSocket));
    }
    if (!m_server)
        return;
    for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>(Qt::FindDirectChildrenOnly)) {
        for (QObject* child : socket->children()) {
            auto* passage = dynamic_cast<Passage*>(child);
            if (passage && !passage->host().isEmpty() && !m_hosts.contains(passage->host()))
                passage->cut();
        }
    }
}

void HostGate::onConnection()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection())
        new Passage(socket, *this);
}

} // namespace lectern::app
