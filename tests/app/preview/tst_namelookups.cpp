// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the machine before anything is connected: names that are looked up, and every other packet. The
// test runs in a network of its own that has nothing but a loopback device, with a name server of ours as the
// only one there is.
#include "tests/app/preview/previewtest.h"
#include "tests/app/preview/unprotected.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QNetworkProxy>
#include <QUdpSocket>

#include <fcntl.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lectern;
using namespace lectern::app;

namespace {

bool isAlone = false; ///< in a network of its own

bool put(const char* path, const QByteArray& text)
{
    const int file = open(path, O_WRONLY | O_CLOEXEC);
    const bool done = file >= 0 && write(file, text.constData(), size_t(text.size())) == text.size();
    if (file >= 0)
        close(file);
    return done;
}

/// Puts `text` in the place of a file of the system, for this process and its children.
bool cover(const char* path, const QByteArray& text)
{
    QByteArray name = QFile::encodeName(QDir::temp().filePath(QStringLiteral("lectern-cover-XXXXXX")));
    const int file = mkstemp(name.data());
    const bool done = file >= 0 && write(file, text.constData(), size_t(text.size())) == text.size()
        && fchmod(file, 0644) == 0 && mount(name.constData(), path, nullptr, MS_BIND, nullptr) == 0;
    if (file >= 0) {
        close(file);
        unlink(name.constData());
    }
    return done;
}

bool raiseLoopback()
{
    ifreq request {};
    qstrncpy(request.ifr_name, "lo", sizeof request.ifr_name);
    const int handle = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    bool done = handle >= 0 && ioctl(handle, SIOCGIFFLAGS, &request) == 0;
    request.ifr_flags |= IFF_UP;
    done = done && ioctl(handle, SIOCSIFFLAGS, &request) == 0;
    if (handle >= 0)
        close(handle);
    return done;
}

/// Before there is any thread.
bool leaveTheNetwork()
{
    const QByteArray user = QByteArray::number(geteuid());
    const QByteArray group = QByteArray::number(getegid());
    return unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET) == 0
        && put("/proc/self/uid_map", user + ' ' + user + " 1\n") && put("/proc/self/setgroups", "deny")
        && put("/proc/self/gid_map", group + ' ' + group + " 1\n")
        && mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 && raiseLoopback()
        && cover("/etc/resolv.conf", "nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
        && cover("/etc/nsswitch.conf", "hosts: files dns\npasswd: files\ngroup: files\n");
}

/// Packets that went out by the only device.
qint64 packets()
{
    for (const QByteArray& line : lectern::test::bytesOf(QStringLiteral("/proc/self/net/dev")).split('\n')) {
        const QByteArrayList words = line.simplified().split(' ');
        if (words.size() > 10 && words[0] == "lo:")
            return words[10].toLongLong();
    }
    return -1;
}

} // namespace

class NameLookupsTest : public lectern::test::PreviewTest {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void case19_theEnginesDefaultsAskForNames();
    void case19_safePageSendsNoPacket();
    void case19_trustedPageAsksForNoName();

private:
    [[nodiscard]] static QByteArray hostile();
    void makeSite();

    std::unique_ptr<QUdpSocket> m_server;
    QByteArrayList m_asked;
};

void NameLookupsTest::init()
{
    if (!isAlone)
        QSKIP("this machine gives no user namespaces");
    PreviewTest::init();
    m_asked.clear();
    m_server = std::make_unique<QUdpSocket>();
    m_server->setProxy(QNetworkProxy::NoProxy);
    QVERIFY2(m_server->bind(QHostAddress::LocalHost, 53), qPrintable(m_server->errorString()));
    connect(m_server.get(), &QUdpSocket::readyRead, this, [this] {
        while (m_server->hasPendingDatagrams()) {
            QByteArray query(m_server->pendingDatagramSize(), 0);
            m_server->readDatagram(query.data(), query.size());
            m_asked.append(query.mid(12));
        }
    });
}

void NameLookupsTest::cleanup()
{
    PreviewTest::cleanup();
    m_server.reset();
}

/// With a name wherever an address would be.
QByteArray NameLookupsTest::hostile()
{
    QByteArray html = lectern::test::bytesOf(
        lectern::test::sourcePath(QStringLiteral("tests/data/preview/hostile.html")));
    return html.replace("HOST", "leak.host.invalid");
}

void NameLookupsTest::makeSite()
{
    write(root() + QStringLiteral("/_config.yml"), "title: Hostile\n");
    write(root() + QStringLiteral("/_layouts/default.html"), hostile() + "{{ content }}");
    write(root() + QStringLiteral("/index.md"), "---\nlayout: default\n---\nContent\n");
}

/// The test of the test.
void NameLookupsTest::case19_theEnginesDefaultsAskForNames()
{
    const QString file = m_folder->filePath(QStringLiteral("hostile.html"));
    const QString outside = m_folder->filePath(QStringLiteral("outside.svg"));
    write(outside, "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>");
    write(file, lectern::test::stayingPage(hostile()).replace("OUTSIDE", outside.toUtf8()));
    const qint64 before = packets();
    (void)lectern::test::seenByUnprotectedBrowser(file);
    QVERIFY(before >= 0 && packets() > before);
    QTRY_VERIFY2(!m_asked.isEmpty(), "the name server was not asked");
    QVERIFY(m_asked.join().contains("leak"));
}

void NameLookupsTest::case19_safePageSendsNoPacket()
{
    makeSite();
    const qint64 before = packets();
    open(QStringLiteral("index.md"));
    QTRY_VERIFY(m_pane->state().blocked >= 15);
    QCOMPARE(m_asked, QByteArrayList());
    QCOMPARE(packets(), before);
}

void NameLookupsTest::case19_trustedPageAsksForNoName()
{
    makeSite();
    PreviewOptions options;
    options.trustOf = [](const QString&) { return SiteTrust { true, {} }; };
    open(QStringLiteral("index.md"), options);
    QTRY_COMPARE(
        js(QStringLiteral("document.documentElement.dataset.finished || ''")).toString(), QStringLiteral("1"));
    QTRY_VERIFY(m_pane->state().blocked >= 15);
    QCOMPARE(m_asked, QByteArrayList());
}

int main(int argc, char** argv)
{
    if (lectern::test::isUnprotectedBrowser(argc, argv))
        return lectern::test::showUnprotected(argc, argv);
    isAlone = leaveTheNetwork();
    return lectern::test::runPreviewTest(argc, argv, [](int count, char** arguments) {
        NameLookupsTest test;
        return QTest::qExec(&test, count, arguments);
    });
}

#include "tst_namelookups.moc"
