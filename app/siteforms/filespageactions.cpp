// SPDX-License-Identifier: GPL-3.0-or-later
// What FilesPage does to the files.
#include "app/forms/sitefiles.h"
#include "app/shell/infobar.h"
#include "app/siteforms/filefinder.h"
#include "app/siteforms/filerepairs.h"
#include "app/siteforms/filespage.h"
#include "app/workspace/workspace.h"

#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QUrl>

#include <numeric>

namespace lectern::app {

using check::MissingFile;
using check::UnusedFile;

namespace {

const QString noticeId = QStringLiteral("files");

} // namespace

void FilesPage::tell(const QString& sentence)
{
    Notice notice;
    notice.id = noticeId;
    notice.kind = Notice::Kind::Warning;
    notice.text = sentence;
    notice.milliseconds = undoBarMilliseconds;
    Q_EMIT noticed(notice);
}

void FilesPage::showPlace()
{
    if (const MissingFile* const missing = chosenMissing())
        Q_EMIT placeChosen(missing->mentions.front().file, missing->mentions.front().range.from);
}

void FilesPage::chooseFile()
{
    if (!chosenMissing())
        return;
    auto* dialog
        = new QFileDialog(this, tr("Choose the file %1").arg(chosenMissing()->path), m_workspace.root());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FilesPage::useFile);
    dialog->open();
}

void FilesPage::useFile(const QString& file)
{
    const MissingFile* const missing = chosenMissing();
    if (!missing)
        return;
    const SiteFiles files(m_workspace.root(), {});
    Change change;
    QString label;
    if (const QString path = files.pathInSite(file); !path.isEmpty()) {
        change = addressesCorrected(m_workspace, *missing, path);
        label = tr("Correct the address of %1").arg(missing->path);
    } else {
        QFile source(file);
        if (source.size() > mostFileBytes || !source.open(QIODevice::ReadOnly)) {
            tell(tr("“%1” could not be read.").arg(QFileInfo(file).fileName()));
            return;
        }
        change = fileBrought(m_workspace, *missing, QFileInfo(file).fileName(), source.readAll());
        label = tr("Add the missing file %1").arg(missing->path);
    }
    if (change.empty()) {
        tell(tr("The text that names %1 has changed meanwhile; look again in a moment.").arg(missing->path));
        return;
    }
    m_workspace.endMerge();
    m_workspace.push(change, label, EditSource::Repair);
}

void FilesPage::openUnused()
{
    const auto files = chosenUnused();
    if (files.size() == 1 && files.front().isWritten)
        QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(m_workspace.root()).filePath(files.front().path)));
}

void FilesPage::askForTrash()
{
    const auto files = chosenUnused();
    if (files.empty() || m_workspace.isReadOnly())
        return;
    const qint64 size = std::accumulate(files.begin(), files.end(), qint64(0),
        [](qint64 sum, const UnusedFile& file) { return sum + file.size; });
    Notice notice;
    notice.id = noticeId;
    notice.kind = Notice::Kind::Warning;
    notice.text = files.size() == 1
        ? tr("Move %1 to the trash? It leaves the site’s folder at once.").arg(files.front().path)
        : tr("Move %n file(s) (%1) to the trash? They leave the site’s folder at once.", nullptr,
            int(files.size()))
              .arg(QLocale().formattedDataSize(size));
    notice.actions.push_back({ tr("Move to trash"), [self = QPointer<FilesPage>(this), files] {
                                  if (self)
                                      self->moveChosenToTrash(files);
                              } });
    Q_EMIT noticed(notice);
}

void FilesPage::moveChosenToTrash(const std::vector<UnusedFile>& files)
{
    std::vector<TrashedFile> trashed;
    Change takenOut;
    QString failure;
    for (const UnusedFile& file : files) {
        // Somebody may have begun to use it since the question.
        const bool isUnused = std::ranges::count(m_shown.unused, file.path, &UnusedFile::path) > 0;
        if (!isUnused || !m_finder->isCurrent())
            continue;
        if (!file.isWritten) {
            takenOut.push_back({ file.path, { { 0, m_workspace.buffers().value(file.path), {} } } });
            continue;
        }
        auto moved = moveToTrash(m_workspace.root(), file.path);
        if (moved)
            trashed.push_back(*moved);
        else
            failure = tr("“%1” could not be moved to the trash.").arg(file.path);
    }
    if (!takenOut.empty()) {
        m_workspace.endMerge();
        m_workspace.push(takenOut, tr("Take out new files"), EditSource::Repair);
    }
    if (!failure.isEmpty())
        tell(failure);
    else if (trashed.empty() && takenOut.empty())
        tell(tr("The site has changed meanwhile; look at the list again."));
    if (trashed.empty())
        return;
    Notice notice;
    notice.id = noticeId + QStringLiteral(".trashed");
    notice.text = trashed.size() == 1 ? tr("Moved %1 to the trash.").arg(trashed.front().path)
                                      : tr("Moved %n file(s) to the trash.", nullptr, int(trashed.size()));
    notice.actions.push_back(
        { tr("Put back"), [self = QPointer<FilesPage>(this), trashed, root = m_workspace.root()] {
             if (self)
                 self->putBackAll(root, trashed);
         } });
    Q_EMIT noticed(notice);
}

void FilesPage::putBackAll(const QString& root, const std::vector<TrashedFile>& files)
{
    for (const TrashedFile& file : files) {
        if (!putBack(root, file))
            tell(tr("%1 could not be put back; look for it in the trash.").arg(file.path));
    }
}

} // namespace lectern::app
