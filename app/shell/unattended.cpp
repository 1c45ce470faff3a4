// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/unattended.h"

#include "app/shell/errortext.h"
#include "app/shell/mainwindow.h"
#include "app/shell/windowpicture.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"

#include <QApplication>
#include <QBuffer>
#include <QDir>
#include <QFileInfo>

#include <cstdio>

namespace lectern::app {
namespace {

bool say(bool ok, const QString& sentence)
{
    std::fprintf(ok ? stdout : stderr, "%s\n", qPrintable(sentence));
    return ok;
}

// What is printed here is read by scripts and in logs, so it is English like the command line's other texts.

bool writePicture(const QImage& picture, const QString& path)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    const auto written = writeFileAtomically(path, bytes);
    return say(written.isOk(),
        written ? QStringLiteral("Picture of the window: %1").arg(QFileInfo(path).absoluteFilePath())
                : errorText(written.error()));
}

/// The page as an export would write it.
bool writePage(Workspace& workspace, const QString& folder)
{
    const auto page = workspace.file(workspace.currentPage());
    if (!page)
        return say(false, errorText(page.error()));
    const QString path = QDir(folder).absoluteFilePath(QFileInfo(workspace.currentPage()).fileName());
    const auto written = writeFileAtomically(path, page->bytes());
    return say(written.isOk(), written ? QStringLiteral("Exported Markdown: %1").arg(path) : errorText(written.error()));
}

bool finishJob(Workspace& workspace, const LaunchOptions& options, const QImage& picture)
{
    bool ok = true;
    if (!options.screenshot.isEmpty())
        ok = writePicture(picture, options.screenshot) && ok;
    if (!options.headlessJob.isEmpty()) {
        if (!QDir().mkpath(options.headlessJob))
            return say(false, QStringLiteral("%1 could not be made.").arg(options.headlessJob));
        ok = writePicture(picture, QDir(options.headlessJob).filePath(QStringLiteral("window.png"))) && ok;
        if (workspace.isOpen())
            ok = writePage(workspace, options.headlessJob) && ok;
    }
    return ok;
}

} // namespace

bool isUnattended(const LaunchOptions& options) { return !options.screenshot.isEmpty() || !options.headlessJob.isEmpty(); }

int runUnattended(QApplication& application, MainWindow& window, Workspace& workspace, const LaunchOptions& options)
{
    WindowPicture picture(window, options.section, options.item - 1);
    QObject::connect(&picture, &WindowPicture::taken, &application, [&](const QImage& image, bool complete) {
        if (!complete)
            say(false, QStringLiteral("The preview was not shown in time; the picture holds what there is."));
        const bool written = finishJob(workspace, options, image);
        QApplication::exit(written && complete ? 0 : 1);
    });
    picture.start();
    return QApplication::exec();
}

} // namespace lectern::app
