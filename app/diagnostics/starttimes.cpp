// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/starttimes.h"

#include "app/diagnostics/programlog.h"

#include <QFile>

#include <ctime>
#include <unistd.h>

namespace lectern::app {
namespace {

/// Milliseconds since the kernel made this process, to ten of them; -1 where it does not say.
qint64 processAge()
{
    QFile file(QStringLiteral("/proc/self/stat"));
    timespec now {};
    if (!file.open(QIODevice::ReadOnly) || clock_gettime(CLOCK_BOOTTIME, &now) != 0)
        return -1;
    // The name of the program, in brackets, may hold spaces: the numbers are counted from behind it.
    const QByteArray text = file.readAll();
    const QByteArray started = text.mid(text.lastIndexOf(')') + 2).split(' ').value(19);
    const qint64 ticks = started.toLongLong();
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000 - ticks * 1000 / sysconf(_SC_CLK_TCK);
}

} // namespace

void logMilestone(const QString& milestone)
{
    logDetail(QStringLiteral("%1 at %2 ms, CPU %3 ms")
                  .arg(milestone)
                  .arg(processAge())
                  .arg(std::clock() * 1000 / CLOCKS_PER_SEC));
}

} // namespace lectern::app
