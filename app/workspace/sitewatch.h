// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/async/mailbox.h"
#include "app/async/worker.h"
#include "core/site/filesource.h"

#include <QObject>

#include <memory>

namespace lectern::app {

class SiteWalker;

/// Knows which files a site has without walking its folders each time: the list is kept until a file comes,
/// goes or is renamed in one of them. The system's notices are taken where they come; besides, the folders'
/// facts are looked at every second, because notices run out, and never come from network mounts. The disk is
/// touched on another thread only.
class SiteWatch : public QObject {
    Q_OBJECT
public:
    explicit SiteWatch(QObject* parent = nullptr);
    ~SiteWatch() override;

    /// Absolute folder of the site; empty for none.
    void setRoot(const QString& root);
    /// The files that are there now. Null while that is being found out, and for a site with more folders
    /// than can be watched: then the list's reader walks itself.
    [[nodiscard]] site::FileList files() const { return m_files; }

    static constexpr qsizetype mostFolders = 4000;
    static constexpr int settleMilliseconds = 120; ///< a program that writes many files is waited for
    static constexpr int pollMilliseconds = 1000;

Q_SIGNALS:
    /// Files came or went, a moment ago; files() tells which there are.
    void changed();

private:
    void take(int number, const site::FileList& files, bool isNews);

    QString m_root;
    site::FileList m_files;
    int m_number = 0; ///< of the root at hand: what is told of one before counts no more
    std::shared_ptr<std::unique_ptr<SiteWalker>> m_walker; ///< made and destroyed on the worker's thread
    Mailbox m_mailbox;
    Worker m_worker; ///< the last member: it ends before what it uses
};

} // namespace lectern::app
