// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

namespace lectern::app {

/// Why a state of a file was kept.
enum class SnapshotReason { Opened, Editing, Exported, Replaced, Discarded, Outside };

/// A state of a file at a time; its bytes are read when wanted.
struct Snapshot {
    QString store; ///< path of the stored file
    QString file; ///< absolute path of the file that it is a state of
    QDateTime time;
    SnapshotReason reason = SnapshotReason::Editing;
    bool operator==(const Snapshot&) const = default;
};

struct SnapshotLimits {
    int perFile = 60;
    qint64 bytes = 64 * 1024 * 1024; ///< of everything; the newest state of a file is never dropped for it
};

/// Earlier states of files, kept by full path in a folder outside every repository. Each is read back and verified when it
/// is written; one that can no longer be read is moved aside, never shown.
class Snapshots {
public:
    explicit Snapshots(const QString& folder, const SnapshotLimits& limits = {});

    /// Called with each failure of keep(), which most callers can do nothing about.
    void setFailureHandler(std::function<void(const Error&)> handler) { m_failed = std::move(handler); }

    /// Keeps `bytes` as a state of the file at `path` (absolute). Nothing is written where the newest state is the same.
    Result<void> keep(const QString& path, const QByteArray& bytes, SnapshotReason reason,
        const QDateTime& time = QDateTime::currentDateTime());
    /// The newest first.
    [[nodiscard]] QList<Snapshot> list(const QString& path) const;
    /// InvalidValue where what is stored is damaged.
    [[nodiscard]] Result<QByteArray> read(const Snapshot& snapshot) const;
    /// Temporary files of ours that a crash left.
    void sweep() const;

private:
    Result<void> store(const QString& path, const QByteArray& bytes, SnapshotReason reason, const QDateTime& time);
    [[nodiscard]] QString folderOf(const QString& path) const;
    void prune(const QString& path) const;

    QString m_folder;
    SnapshotLimits m_limits;
    std::function<void(const Error&)> m_failed;
};

} // namespace lectern::app
