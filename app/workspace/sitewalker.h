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
    /// The index is null where the one before is no longer true, or where there are more folders than can be
    /// watched. `isNews`: files came, went or were written since the folder was opened.
    using Tell = std::function<void(const site::FileIndexPointer& files, bool isNews)>;
    explicit SiteWalker(Tell tell);

    /// Absolute folder of a site, which is walked at once; empty for none.
    void setRoot(const QString& root);

    /// Looks whether what was told last is still true.
    void poll();

private:
    void walk(bool isNews);
    void forget();

    Tell m_tell;
    QString m_root;
    site::FileIndexPointer m_known; ///< what was told last; null where it is true no more
    QHash<QString, QByteArray> m_folders; ///< with their facts, as of the walk
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
};

} // namespace lectern::app
