// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/filewatch.h"
#include "core/base/result.h"
#include "core/publish/textmerge.h"

#include <QHash>
#include <QObject>

namespace lectern::app {

class Snapshots;
class Workspace;

/// What another program did to a file that is open here.
struct OutsideChange {
    QString file; ///< relative path
    QByteArray before; ///< on disk
    QByteArray after;
    bool wasEdited = false; ///< the buffer had edits of its own, and the two were merged
};

/// Takes in what other programs do to the files of the open site: a file without edits is read again in place, one with
/// edits is merged, and what both changed is asked about. Content decides, never a time stamp. A file is taken in when two
/// looks in a row found the same, so that a writer's half is not taken for the whole.
class OutsideChanges : public QObject {
    Q_OBJECT
public:
    OutsideChanges(Workspace& workspace, Snapshots& snapshots, QObject* parent = nullptr);

    /// Looks now instead of at the next notice.
    void checkSoon() { m_watch.checkSoon(); }

Q_SIGNALS:
    void tookIn(const lectern::app::OutsideChange& change);
    /// Ranges are those of the buffer now; mine stands there.
    void conflicted(const QString& file, const std::vector<lectern::publish::MergeConflict>& conflicts);
    /// Another program wrote what the buffer holds: no question about the file is open any more.
    void becameSame(const QString& file);
    /// The file is gone, or can no longer be read: the buffer is kept.
    void lost(const QString& file, const lectern::Error& error);
    /// git left conflict markers in the file; it is taken in when they are resolved.
    void unmerged(const QString& file);
    /// A file that was lost or unmerged is in order again.
    void mended(const QString& file);

private:
    enum class Trouble { None, Lost, Unmerged };

    void follow();
    void check();
    void checkFile(const QString& file);
    void takeIn(const QString& file, const QByteArray& onDisk);
    void setTrouble(const QString& file, Trouble trouble, const Error& error = {});
    [[nodiscard]] QString absolute(const QString& file) const;

    Workspace& m_workspace;
    Snapshots& m_snapshots;
    FileWatch m_watch;
    QHash<QString, QByteArray> m_seen; ///< at the last look, where it was not what is known
    QHash<QString, Trouble> m_troubles;
};

/// True where lines of `text` are git's marks of an unresolved merge.
[[nodiscard]] bool hasConflictMarkers(const QByteArray& text);

} // namespace lectern::app
