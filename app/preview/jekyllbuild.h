// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/pagesource.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace lectern::app {

/// The command that builds the site in `root` with Jekyll on this machine: Bundler's where the site has a
/// Gemfile and Bundler is installed, else Jekyll's own; empty where there is neither.
[[nodiscard]] QStringList jekyllCommand(const QString& root);

/// Whether building the site runs programs that come with it (a Gemfile, plugins of its own).
[[nodiscard]] bool buildRunsOwnPrograms(const QString& root);

/// Copies the site of `snapshot`, what is being edited included, into `folder`. Errors: WriteFailed,
/// LimitExceeded.
[[nodiscard]] Result<void> copySite(const SiteSnapshot& snapshot, const QString& folder);

/// A build with Jekyll in the background, of a copy of the site in a temporary folder: nothing is written
/// into the repository.
class JekyllBuild : public QObject {
    Q_OBJECT
public:
    explicit JekyllBuild(QObject* parent = nullptr);
    ~JekyllBuild() override;

    /// A new folder for the copy; what an earlier build left is gone.
    [[nodiscard]] QString makeSourceFolder();
    /// Builds what lies there.
    void start(const QStringList& command);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// The built file at a path of the site ("/", "/cv/"); NotFound where there is none.
    [[nodiscard]] Result<QByteArray> builtFile(const QString& path) const;

Q_SIGNALS:
    /// What Jekyll says while it works, one line.
    void progressed(const QString& line);
    void built();
    /// ProcessFailed with what Jekyll said, or Cancelled.
    void failed(const lectern::Error& error);

private:
    void onOutput();
    void onFinished(int status, QProcess::ExitStatus how);

    std::unique_ptr<QTemporaryDir> m_folder;
    QProcess m_process;
    QByteArray m_output;
    bool m_cancelled = false;
};

} // namespace lectern::app
