// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/mailbox.h"
#include "app/async/worker.h"
#include "core/site/filesource.h"

#include <QObject>

#include <memory>

namespace lectern::app {

class SiteWalker;
class Workspace;

/// Knows which files a site has, and in which state, so that nobody else need look: what is known is kept until
/// a file comes, goes, is renamed or written. The system's notices of folders are taken where they come;
/// besides, the facts of folders and files are looked at every second, because notices run out, never come from
/// network mounts, and tell nothing of a file that is written in place. The disk is touched on another thread
/// only.
class SiteWatch : public QObject {
    Q_OBJECT
public:
    explicit SiteWatch(QObject* parent = nullptr);
    ~SiteWatch() override;

    /// Absolute folder of the site; empty for none.
    void setRoot(const QString& root);
    /// The files as they are now. Null while that is being found out, and for a site with more folders
    /// than can be watched: then the list's reader walks itself.
    [[nodiscard]] site::FileIndexPointer files() const { return m_files; }

    /// Looks at the files at once, for somebody who knows that they were written.
    void lookAgain();

    static constexpr qsizetype mostFolders = 4000;
    static constexpr int settleMilliseconds = 120; ///< a program that writes many files is waited for
    static constexpr int pollMilliseconds = 1000;

Q_SIGNALS:
    /// Files came, went or were written, a moment ago; files() tells which there are.
    void changed();

private:
    void take(int number, const site::FileIndexPointer& files, bool isNews);

    QString m_root;
    site::FileIndexPointer m_files;
    int m_number = 0; ///< of the root at hand: what is told of one before counts no more
    std::shared_ptr<std::unique_ptr<SiteWalker>> m_walker; ///< made and destroyed on the worker's thread
    Mailbox m_mailbox;
    Worker m_worker; ///< the last member: it ends before what it uses
};

/// The watch over the site that the workspace has open, which all who need one share.
[[nodiscard]] SiteWatch& siteWatch(Workspace& workspace);
/// What that watch knows; null where there is none yet.
[[nodiscard]] site::FileIndexPointer knownFiles(const Workspace& workspace);

} // namespace lectern::app
