// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/jekyllbuild.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <csignal>

namespace lectern::app {

namespace {

constexpr qint64 mostBytes = 1'000'000'000;
constexpr qsizetype mostOutput = 64 * 1024;

Result<void> writeCopy(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly)
        || file.write(bytes) != bytes.size() || !file.flush())
        return Error { ErrorCode::WriteFailed, path, file.errorString() };
    return {};
}

} // namespace

QStringList jekyllCommand(const QString& root)
{
    const QString bundle = QStandardPaths::findExecutable(QStringLiteral("bundle"));
    if (QFile::exists(root + QStringLiteral("/Gemfile")) && !bundle.isEmpty())
        return { bundle, QStringLiteral("exec"), QStringLiteral("jekyll") };
    const QString jekyll = QStandardPaths::findExecutable(QStringLiteral("jekyll"));
    return jekyll.isEmpty() ? QStringList() : QStringList { jekyll };
}

bool buildRunsOwnPrograms(const QString& root)
{
    return QFile::exists(root + QStringLiteral("/Gemfile"))
        || QFile::exists(root + QStringLiteral("/_plugins"));
}

Result<void> copySite(const SiteSnapshot& snapshot, const QString& folder)
{
    const auto files = site::siteFiles(snapshot.root, snapshot.buffers);
    qint64 total = 0;
    for (const QString& path : files->list()) {
        const auto bytes = files->read(path);
        if (!bytes)
            continue; // a link out of the site, or gone meanwhile
        total += bytes->size();
        if (total > mostBytes)
            return Error { ErrorCode::LimitExceeded, snapshot.root, {} };
        if (auto written = writeCopy(folder + u'/' + path, *bytes); !written)
            return written;
    }
    return {};
}

JekyllBuild::JekyllBuild(QObject* parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    // A group of its own, so that what it starts ends with it.
    m_process.setChildProcessModifier([] { setpgid(0, 0); });
    connect(&m_process, &QProcess::readyRead, this, &JekyllBuild::onOutput);
    connect(&m_process, &QProcess::finished, this, &JekyllBuild::onFinished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed({ ErrorCode::ProcessFailed, m_process.program(), m_process.errorString() });
    });
}

JekyllBuild::~JekyllBuild()
{
    m_process.disconnect(this);
    cancel();
    m_process.waitForFinished(2000); // its folder goes away
}

QString JekyllBuild::makeSourceFolder()
{
    m_folder = std::make_unique<QTemporaryDir>();
    return m_folder->filePath(QStringLiteral("source"));
}

void JekyllBuild::start(const QStringList& command)
{
    m_cancelled = false;
    m_output.clear();
    m_process.setWorkingDirectory(m_folder->filePath(QStringLiteral("source")));
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_process.setProcessEnvironment(environment);
    m_process.start(command.constFirst(),
        command.mid(1)
            + QStringList { QStringLiteral("build"), QStringLiteral("--source"), m_process.workingDirectory(),
                QStringLiteral("--destination"), m_folder->filePath(QStringLiteral("built")),
                QStringLiteral("--disable-disk-cache") });
}

void JekyllBuild::cancel()
{
    if (!isRunning())
        return;
    m_cancelled = true;
    if (const qint64 process = m_process.processId(); process > 0)
        kill(-pid_t(process), SIGKILL);
}

void JekyllBuild::onOutput()
{
    m_output += m_process.readAll();
    if (m_output.size() > mostOutput)
        m_output = m_output.right(mostOutput);
    const QString line = QString::fromUtf8(m_output.trimmed()).section(u'\n', -1).trimmed();
    if (!line.isEmpty())
        Q_EMIT progressed(line);
}

void JekyllBuild::onFinished(int status, QProcess::ExitStatus how)
{
    if (m_cancelled)
        Q_EMIT failed({ ErrorCode::Cancelled, {}, {} });
    else if (how != QProcess::NormalExit || status != 0)
        Q_EMIT failed(
            { ErrorCode::ProcessFailed, m_process.program(), QString::fromUtf8(m_output.trimmed()) });
    else
        Q_EMIT built();
}

Result<QByteArray> JekyllBuild::builtFile(const QString& path) const
{
    const Error missing { ErrorCode::NotFound, path, {} };
    if (!m_folder)
        return missing;
    const QString top = QFileInfo(m_folder->filePath(QStringLiteral("built"))).canonicalFilePath();
    const QStringList names { path.endsWith(u'/') ? path + QStringLiteral("index.html") : path,
        path + QStringLiteral(".html") };
    for (const QString& name : names) {
        const QFileInfo info(top + u'/' + name);
        QFile file(info.canonicalFilePath());
        if (!top.isEmpty() && info.isFile() && info.canonicalFilePath().startsWith(top + u'/')
            && file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    return missing;
}

} // namespace lectern::app
