// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace lectern::app {

/// Knows which files a site has without walking its folders each time: the list is kept until a file comes,
/// goes or is renamed in one of them. The system's notices are taken where they come; besides, the folders'
/// facts are looked at every second, because notices run out, and never come from network mounts.
class SiteWatch : public QObject {
    Q_OBJECT
public:
    explicit SiteWatch(QObject* parent = nullptr);

    /// Absolute folder of the site; empty for none.
    void setRoot(const QString& root);
    /// The files that are there now. Null for a site with more folders than can be watched, whose reader
    /// walks itself.
    [[nodiscard]] site::FileList files();

    static constexpr qsizetype mostFolders = 4000;
    static constexpr int settleMilliseconds = 120; ///< a program that writes many files is waited for
    static constexpr int pollMilliseconds = 1000;

Q_SIGNALS:
    /// Files came or went, a moment ago; files() tells which there are.
    void changed();

private:
    void walk();
    void forget();
    void poll();

    QString m_root;
    site::FileList m_files;
    QHash<QString, QByteArray> m_folders; ///< with their facts, as of the walk
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
};

} // namespace lectern::app
