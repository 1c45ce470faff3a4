// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewscheme.h"

#include "app/preview/hostgate.h"

#include <QStringList>
#include <QWebEngineUrlScheme>

#include <algorithm>
#include <fcntl.h>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace lectern::app {

namespace {

const char flagsVariable[] = "QTWEBENGINE_CHROMIUM_FLAGS";

/// Tries in a child process what Chromium's zygote does first: a user namespace of one's own, with a user
/// map.
bool canMakeUserNamespace()
{
    const QByteArray user = QByteArray::number(geteuid());
    const QByteArray line = user + ' ' + user + " 1\n";
    const pid_t child = fork();
    if (child < 0)
        return false;
    if (child == 0) {
        // Only system calls here: other threads' locks may be held in this copy of the process.
        if (unshare(CLONE_NEWUSER) != 0)
            _exit(1);
        const int map = open("/proc/self/uid_map", O_WRONLY | O_CLOEXEC);
        if (map < 0 || write(map, line.constData(), size_t(line.size())) != line.size())
            _exit(1);
        _exit(unshare(CLONE_NEWPID) == 0 ? 0 : 1);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool isSandboxSwitchedOff()
{
    return qgetenv("QTWEBENGINE_DISABLE_SANDBOX") == "1" || qgetenv(flagsVariable).contains("--no-sandbox");
}

} // namespace

void registerPreviewScheme()
{
    static bool done = false;
    if (done)
        return;
    done = true;

    QWebEngineUrlScheme scheme(previewSchemeName());
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);

    // Neither the request interceptor nor a content policy sees what WebRTC sends and what names are looked
    // up; a proxy does. Port 1 answers nobody.
    const QByteArray port = QByteArray::number(std::max<int>(1, HostGate::reservePort()));
    QByteArray flags = qgetenv(flagsVariable);
    // Names that WebRTC makes for this machine would be announced to the local network.
    for (const QByteArray& flag : { QByteArray("--force-webrtc-ip-handling-policy=disable_non_proxied_udp"),
             QByteArray("--disable-features=WebRtcHideLocalIpsWithMdns"),
             "--proxy-server=socks5://127.0.0.1:" + port, QByteArray("--proxy-bypass-list=<-loopback>") })
        flags += (flags.isEmpty() ? "" : " ") + flag;
    qputenv(flagsVariable, flags);
}

PreviewAvailability previewAvailability()
{
    static const PreviewAvailability availability = [] {
        if (isSandboxSwitchedOff())
            return PreviewAvailability::Available;
        if (geteuid() == 0)
            return PreviewAvailability::RunsAsRoot;
        return canMakeUserNamespace() ? PreviewAvailability::Available : PreviewAvailability::NoSandbox;
    }();
    return availability;
}

QByteArray previewSchemeName()
{
    return QByteArrayLiteral("lectern");
}

QUrl previewUrl(const QString& path)
{
    QUrl url;
    url.setScheme(QString::fromLatin1(previewSchemeName()));
    url.setHost(QStringLiteral("site"));
    url.setPath(path.startsWith(u'/') ? path : u'/' + path, QUrl::DecodedMode);
    return url;
}

QString requestedPath(const QUrl& url)
{
    if (url.scheme().toLatin1() != previewSchemeName() || url.host() != QLatin1StringView("site")
        || url.port() != -1)
        return {};
    // Decoded once and never again, so that "%252e" stays a name with a percent sign in it.
    const QString path = url.path(QUrl::FullyDecoded);
    if (!path.startsWith(u'/') || path.contains(QChar(0)) || path.contains(u'\\'))
        return {};
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        if (part.startsWith(u'.'))
            return {};
    }
    return path;
}

} // namespace lectern::app
