// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace lectern::test {

/// One system call and what happens to its N-th use.
struct Fault {
    QString call; ///< as strace knows it
    QString what; ///< "error=EIO", "signal=SIGKILL", "delay_enter=…"
    QStringList paths = {}; ///< only calls that concern one of these; empty: all
};

struct FaultRun {
    bool wasInjected = false;
    bool wasKilled = false;
    QByteArray output; ///< what the program printed
};

/// True where strace is installed and may trace.
[[nodiscard]] bool canInjectFaults();

/// Runs `program` with the fault at its `when`-th call.
[[nodiscard]] FaultRun runWithFault(const QString& program, const QStringList& arguments, const Fault& fault, int when);

} // namespace lectern::test
