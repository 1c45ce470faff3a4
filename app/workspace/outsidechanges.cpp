// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/outsidechanges.h"

#include "app/workspace/snapshots.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"

#include <QDir>

namespace lectern::app {
namespace {

constexpr qsizetype fileLimit = 16 * 1024 * 1024;

bool hasLine(const QByteArray& text, const QByteArray& start)
{
    return text.startsWith(start) || text.contains('\n' + start);
}

} // namespace

bool hasConflictMarkers(const QByteArray& text)
{
    return hasLine(text, QByteArrayLiteral("<<<<<<< ")) && hasLine(text, QByteArrayLiteral(">>>>>>> "));
}

OutsideChanges::OutsideChanges(Workspace& workspace, Snapshots& snapshots, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_snapshots(snapshots)
{
    connect(&m_watch, &FileWatch::maybeChanged, this, &OutsideChanges::check);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_seen.clear();
        m_troubles.clear();
        follow();
    });
    connect(&workspace, &Workspace::currentPageChanged, this, &OutsideChanges::follow);
    connect(&workspace, &Workspace::changed, this, &OutsideChanges::follow);
    follow();
}

QString OutsideChanges::absolute(const QString& file) const { return QDir(m_workspace.root()).absoluteFilePath(file); }

void OutsideChanges::follow()
{
    QStringList paths;
    if (m_workspace.isOpen()) {
        for (const QString& file : m_workspace.openFiles())
            paths.append(absolute(file));
    }
    m_watch.setFiles(paths);
}

void OutsideChanges::check()
{
    if (!m_workspace.isOpen())
        return;
    for (const QString& file : m_workspace.openFiles())
        checkFile(file);
}

void OutsideChanges::checkFile(const QString& file)
{
    const auto onDisk = readTextFile(absolute(file), fileLimit);
    const QByteArray seen = onDisk ? contentHash(*onDisk) : QByteArray("unreadable");
    if (onDisk && *onDisk == m_workspace.savedBytes(file)) {
        m_seen.remove(file);
        setTrouble(file, Trouble::None);
        return;
    }
    if (m_seen.value(file) != seen) {
        m_seen.insert(file, seen);
        m_watch.checkSoon();
        return;
    }
    if (!onDisk)
        setTrouble(file, Trouble::Lost, onDisk.error());
    else if (hasConflictMarkers(*onDisk) && !hasConflictMarkers(m_workspace.savedBytes(file)))
        setTrouble(file, Trouble::Unmerged);
    else
        takeIn(file, *onDisk);
}

void OutsideChanges::takeIn(const QString& file, const QByteArray& onDisk)
{
    m_seen.remove(file);
    setTrouble(file, Trouble::None);
    const auto buffer = m_workspace.file(file);
    if (!buffer)
        return;
    const OutsideChange change {file, m_workspace.savedBytes(file), onDisk, buffer->bytes() != m_workspace.savedBytes(file)};
    if (buffer->bytes() == onDisk) {
        m_workspace.takeOutside(file, onDisk, {});
        Q_EMIT becameSame(file);
        return;
    }
    if (change.wasEdited) {
        // What is not taken over stays within reach, whatever becomes of the merge.
        (void)m_snapshots.keep(absolute(file), buffer->bytes(), SnapshotReason::Outside);
        (void)m_snapshots.keep(absolute(file), onDisk, SnapshotReason::Outside);
    }
    if (change.before.isEmpty()) {
        // A file that is to be written anew and came into being meanwhile: two whole texts with nothing in common to merge on.
        m_workspace.takeOutside(file, onDisk, {});
        Q_EMIT conflicted(file, {{{0, buffer->size()}, {}, buffer->bytes(), onDisk}});
        return;
    }
    std::vector<TextRange> units;
    if (file.endsWith(QStringLiteral(".md")) || file.endsWith(QStringLiteral(".markdown")))
        units = publish::mergeUnits(profile::readProfile(SourceFile(change.before)));
    const publish::Merge merge = publish::mergeTexts(change.before, buffer->bytes(), onDisk, units);
    m_workspace.takeOutside(file, onDisk, publish::lineEdits(buffer->bytes(), merge.text));
    Q_EMIT tookIn(change);
    if (!merge.conflicts.empty())
        Q_EMIT conflicted(file, merge.conflicts);
}

void OutsideChanges::setTrouble(const QString& file, Trouble trouble, const Error& error)
{
    const Trouble before = m_troubles.value(file, Trouble::None);
    if (before == trouble)
        return;
    m_troubles.insert(file, trouble);
    if (trouble == Trouble::Lost)
        Q_EMIT lost(file, error);
    else if (trouble == Trouble::Unmerged)
        Q_EMIT unmerged(file);
    else
        Q_EMIT mended(file);
}

} // namespace lectern::app
