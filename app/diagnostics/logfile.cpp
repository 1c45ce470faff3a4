// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/logfile.h"

#include "app/diagnostics/programlog.h"

#include <QDateTime>
#include <QDir>
#include <QMutexLocker>
#include <QStandardPaths>

#include <atomic>

namespace lectern::app {
namespace {

constexpr int shareableLimit = 200; // lines

/// Qt's handler is a plain function: this is the log that it leads to.
std::atomic<LogFile*> activeLog = nullptr;

QString typeName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QStringLiteral("detail");
    case QtInfoMsg:
        return QStringLiteral("note");
    case QtWarningMsg:
        return QStringLiteral("warning");
    case QtCriticalMsg:
        return QStringLiteral("error");
    case QtFatalMsg:
        return QStringLiteral("fatal");
    }
    return {};
}

QString fileName(int age)
{
    return age == 0 ? QStringLiteral("lectern.log") : QStringLiteral("lectern.%1.log").arg(age);
}

} // namespace

LogFile::LogFile(const QString& folder, bool verbose, qint64 limit)
    : m_folder(folder)
    , m_verbose(verbose)
    , m_limit(limit)
    , m_file(QDir(folder).filePath(fileName(0)))
{
    // Others on this machine have no business in what the user opens.
    if (QDir().mkpath(folder) && m_file.open(QIODevice::Append | QIODevice::Text))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    activeLog = this;
    m_before = qInstallMessageHandler(handle);
}

LogFile::~LogFile()
{
    qInstallMessageHandler(m_before);
    activeLog = nullptr;
}

QString LogFile::standardFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("log"));
}

QString LogFile::path() const
{
    return m_file.fileName();
}

QStringList LogFile::shareableLines() const
{
    const QMutexLocker lock(&m_mutex);
    return m_shareable;
}

void LogFile::handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    LogFile* log = activeLog;
    if (!log)
        return;
    log->take(type, QString::fromLatin1(context.category ? context.category : "default"), message);
    if (log->m_before && (log->m_verbose || (type != QtDebugMsg && type != QtInfoMsg)))
        log->m_before(type, context, message);
}

void LogFile::take(QtMsgType type, const QString& category, const QString& message)
{
    const QMutexLocker lock(&m_mutex);
    const QString head
        = QStringLiteral("%1 %2 %3: ")
              .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), typeName(type), category);
    QString oneLine = message;
    oneLine.replace(u'\n', u' ');
    // What Qt and the browser engine say may quote a page or a path.
    const bool isOwn = category == QLatin1StringView(programLogName());
    m_shareable.append(
        head + (isOwn ? oneLine.section(personalMark, 0, 0) : QStringLiteral("(message of a library)")));
    if (m_shareable.size() > shareableLimit)
        m_shareable.removeFirst();
    if (!m_file.isOpen())
        return;
    m_file.write((head + oneLine.replace(personalMark, u' ') + u'\n').toUtf8());
    m_file.flush();
    if (m_file.size() > m_limit)
        rotate();
}

void LogFile::rotate()
{
    m_file.close();
    const QDir folder(m_folder);
    QFile::remove(folder.filePath(fileName(keptFiles)));
    for (int age = keptFiles; age > 0; --age)
        QFile::rename(folder.filePath(fileName(age - 1)), folder.filePath(fileName(age)));
    if (m_file.open(QIODevice::Append | QIODevice::Text))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace lectern::app
