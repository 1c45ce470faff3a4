// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

namespace lectern::app {

/// Tells that files may have changed, soon after they did. The system's notices are taken where they come, for the file and
/// for its folder, since editors and git put new files in the place of old ones; besides, the files' facts are looked at
/// every second, because notices run out, and never come from network mounts. Whether the content is another one is for the
/// listener to find out.
class FileWatch : public QObject {
    Q_OBJECT
public:
    explicit FileWatch(QObject* parent = nullptr);

    /// Absolute paths; those before are forgotten.
    void setFiles(const QStringList& files);
    /// As though the system had given notice.
    void checkSoon();

    static constexpr int settleMilliseconds = 120; ///< writers that write in pieces are waited for
    static constexpr int pollMilliseconds = 1000;

Q_SIGNALS:
    void maybeChanged();

private:
    void watch();
    void poll();

    QStringList m_files;
    QHash<QString, QByteArray> m_facts;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_poll;
};

} // namespace lectern::app
