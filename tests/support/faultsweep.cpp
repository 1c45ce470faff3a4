// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultsweep.h"

#include "tests/support/testsupport.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace lectern::test {
namespace {

QString strace() { return QStandardPaths::findExecutable(QStringLiteral("strace")); }

} // namespace

bool canInjectFaults()
{
    if (strace().isEmpty())
        return false;
    static const bool works = runWithFault(QStringLiteral("/bin/true"), {}, {QStringLiteral("close"), QStringLiteral("error=EIO"), {}}, 1)
                                  .wasInjected;
    return works;
}

FaultRun runWithFault(const QString& program, const QStringList& arguments, const Fault& fault, int when)
{
    QTemporaryDir folder;
    const QString log = folder.filePath(QStringLiteral("log"));
    QStringList command {QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-o"), log, QStringLiteral("-e"),
        QStringLiteral("trace=") + fault.call, QStringLiteral("-e"),
        QStringLiteral("inject=%1:%2:when=%3").arg(fault.call, fault.what).arg(when)};
    for (const QString& path : fault.paths)
        command << QStringLiteral("-P") << path;
    QProcess process;
    process.start(strace(), command + QStringList {program} + arguments);
    process.waitForFinished(120'000);
    const QByteArray trace = bytesOf(log);
    FaultRun run;
    run.wasKilled = trace.contains("killed by SIGKILL");
    run.wasInjected = run.wasKilled || trace.contains("INJECTED") || trace.contains("DELAYED");
    run.output = process.readAllStandardOutput();
    return run;
}

} // namespace lectern::test
