// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/siteopener.h"

#include "app/settings/settingsstore.h"
#include "app/shell/samplesite.h"
#include "app/workspace/workspace.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace lectern::app {

SiteOpener::SiteOpener(Workspace& workspace, SettingsStore& settings, QWidget* window)
    : QObject(window), m_workspace(workspace), m_settings(settings), m_window(window)
{
}

Result<void> SiteOpener::open(const QString& path)
{
    if (m_workspace.isOpen() && !m_workspace.changedFiles().isEmpty()) {
        Q_EMIT wouldDiscard(path);
        return Error{ErrorCode::Cancelled, path, {}};
    }
    return openAnyway(path);
}

Result<void> SiteOpener::openAnyway(const QString& path)
{
    const QString absolute = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    auto result = m_workspace.open(absolute);
    if (!result) {
        Error error = result.error();
        if (error.path.isEmpty())
            error.path = absolute;
        Q_EMIT failed(error);
        return error;
    }
    const QString name = m_workspace.isSite() ? m_workspace.siteName() : QFileInfo(absolute).fileName();
    m_settings.addRecentSite({openPath(), name});
    Q_EMIT recentChanged();
    return {};
}

QString SiteOpener::openPath() const
{
    return m_workspace.isSite() ? m_workspace.root() : QDir(m_workspace.root()).filePath(m_workspace.currentPage());
}

QString SiteOpener::startFolder() const
{
    if (m_workspace.isOpen())
        return QFileInfo(m_workspace.root()).path();
    const auto recent = m_settings.recentSites();
    return recent.isEmpty() ? QDir::homePath() : QFileInfo(recent.first().path).path();
}

void SiteOpener::askForFolder()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a site folder"), startFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Open site"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { (void)open(path); });
    dialog->open();
}

void SiteOpener::askForFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a Markdown file"), startFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Markdown files (*.md *.markdown)"), tr("All files (*)")});
    dialog->setLabelText(QFileDialog::Accept, tr("Open file"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { (void)open(path); });
    dialog->open();
}

void SiteOpener::askForSample()
{
    auto* dialog = new QFileDialog(m_window, tr("Choose where to put your copy of the sample site"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setLabelText(QFileDialog::Accept, tr("Put it here"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { (void)startSample(path); });
    dialog->open();
}

Result<void> SiteOpener::startSample(const QString& parentFolder)
{
    const auto copied = copySite(sampleSiteFolder(), parentFolder, QStringLiteral("my-academic-page"));
    if (!copied) {
        Q_EMIT failed(copied.error());
        return copied.error();
    }
    return open(*copied);
}

QString SiteOpener::droppedPath(const QMimeData* data)
{
    if (!data || !data->hasUrls() || data->urls().size() != 1)
        return {};
    const QString path = data->urls().constFirst().toLocalFile();
    if (path.isEmpty())
        return {};
    const bool markdown = path.endsWith(QLatin1StringView(".md"), Qt::CaseInsensitive)
        || path.endsWith(QLatin1StringView(".markdown"), Qt::CaseInsensitive);
    return markdown || QFileInfo(path).isDir() ? path : QString();
}

} // namespace lectern::app
