// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/programlog.h"

#include <QLoggingCategory>

namespace lectern::app {
namespace {

Q_LOGGING_CATEGORY(programLog, "lectern", QtInfoMsg)

QString line(const QString& about, const QString& personal)
{
    return personal.isEmpty() ? about : about + personalMark + personal;
}

} // namespace

const char* programLogName()
{
    return "lectern";
}

void logNote(const QString& about, const QString& personal)
{
    qCInfo(programLog).noquote() << line(about, personal);
}

void logDetail(const QString& about, const QString& personal)
{
    qCDebug(programLog).noquote() << line(about, personal);
}

void logFailure(const QString& doing, const Error& error)
{
    // The bar has said it to the user already, so it is no warning for the terminal.
    logNote(QStringLiteral("%1 failed with error %2").arg(doing).arg(int(error.code)),
        error.detail.isEmpty() ? error.path : QStringLiteral("%1: %2").arg(error.path, error.detail));
}

} // namespace lectern::app
