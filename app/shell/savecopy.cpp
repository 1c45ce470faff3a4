// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/savecopy.h"

#include "app/diagnostics/programlog.h"
#include "app/shell/errortext.h"
#include "app/shell/infobar.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace lectern::app {
namespace {

/// One notice for both: that a page is read-only, and that it was not written because it is.
const QString noticeId = QStringLiteral("read-only");

} // namespace

SaveCopy::SaveCopy(Workspace& workspace, InfoBar& bar, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_bar(bar)
    , m_window(window)
{
    connect(&workspace, &Workspace::currentPageChanged, this, &SaveCopy::look);
}

void SaveCopy::look()
{
    if (!m_workspace.isOpen())
        return;
    for (const QString& file : m_workspace.pageText().files()) {
        const auto writable = checkWritable(QDir(m_workspace.root()).absoluteFilePath(file));
        if (!writable && writable.error().code == ErrorCode::NotWritable) {
            post(file, readOnlyText(writable.error(), file), writable.error().detail);
            return;
        }
    }
    m_bar.dismiss(noticeId);
}

void SaveCopy::offer(const Error& error)
{
    if (error.code != ErrorCode::NotWritable && error.code != ErrorCode::DiskFull
        && error.code != ErrorCode::WriteFailed)
        return;
    // Why it was not written stands in the sheet.
    const QString file = QDir(m_workspace.root()).relativeFilePath(error.path);
    if (m_workspace.openFiles().contains(file))
        post(file, tr("“%1” can be saved as a copy in another place.").arg(file), {});
}

void SaveCopy::post(const QString& file, const QString& sentence, const QString& detail)
{
    m_bar.post({ noticeId, Notice::Kind::Warning, sentence, detail,
        { { tr("Save a copy…"), [this, file] { ask(file); } } } });
}

void SaveCopy::ask(const QString& file)
{
    auto* dialog = new QFileDialog(m_window, tr("Save a copy of “%1”").arg(file), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setLabelText(QFileDialog::Accept, tr("Save a copy"));
    dialog->selectFile(QFileInfo(file).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, file](const QString& target) { save(file, target); });
    dialog->open();
}

void SaveCopy::save(const QString& file, const QString& target)
{
    const auto buffer = m_workspace.file(file);
    const auto written = buffer ? writeFileAtomically(target, buffer->bytes()) : Result<void>(buffer.error());
    if (!written) {
        logFailure(QStringLiteral("a copy of a page"), written.error());
        post(file, writeErrorText(written.error()), written.error().detail);
        return;
    }
    m_bar.post({ QStringLiteral("copy"), Notice::Kind::Success,
        tr("Saved a copy of “%1” to %2; the page itself stays as it is.")
            .arg(file, QDir::toNativeSeparators(target)),
        {}, {}, undoBarMilliseconds });
}

} // namespace lectern::app
