// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>

namespace lectern::app {

/// The part of SiteWatch that touches the disk: lives on a thread of its own, as a slow network mount may
/// hold it up for seconds.
class SiteWalker : public QObject {
    Q_OBJECT
public:
    /// The list is null where the one before is no longer true, or where there are more folders than can be
    /// watched. `isNews`: files came or went since the folder was opened.
    using Tell = std::function<void(const site::FileList& files, bool isNews)>;
    explicit SiteWalker(Tell tell);

    /// Absolute folder of a site, which is walked at once; empty for none.
    void setRoot(const QString& root);

private:
    void walk(bool isNews);
    void forget();
    void poll();

    Tell m_tell;
    QString m_root;
    bool m_isKnown = false; ///< what was told last is true
    QHash<QString, QByteArray> m_folders; ///< with their facts, as of the walk
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
};

} // namespace lectern::app
