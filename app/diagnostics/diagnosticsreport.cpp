// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/diagnosticsreport.h"

#include "app/workspace/workspace.h"
#include "core/profile/profile.h"

#include <QApplication>
#include <QFont>
#include <QLocale>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>
#include <QUndoStack>

namespace lectern::app {
namespace {

QString pair(const QString& name, const QString& value)
{
    return QStringLiteral("%1: %2\n").arg(name, value);
}

QString platformLines()
{
    QString text = pair(QStringLiteral("Lectern"), QStringLiteral(LECTERN_VERSION));
    text += pair(QStringLiteral("Qt"), QString::fromLatin1(qVersion()));
    text += pair(QStringLiteral("Qt WebEngine"),
        QStringLiteral("%1, Chromium %2")
            .arg(QLatin1StringView(qWebEngineVersion()), QLatin1StringView(qWebEngineChromiumVersion())));
    text += pair(QStringLiteral("System"),
        QStringLiteral("%1, kernel %2, %3")
            .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
                QSysInfo::currentCpuArchitecture()));
    text += pair(QStringLiteral("Platform"), QGuiApplication::platformName());
    text += pair(QStringLiteral("Style"), QApplication::style()->name());
    text += pair(QStringLiteral("Font"),
        QStringLiteral("%1 %2 pt").arg(QApplication::font().family()).arg(QApplication::font().pointSizeF()));
    for (const QScreen* screen : QGuiApplication::screens()) {
        text += pair(QStringLiteral("Screen"),
            QStringLiteral("%1x%2 at %3")
                .arg(screen->size().width())
                .arg(screen->size().height())
                .arg(screen->devicePixelRatio()));
    }
    return text + pair(QStringLiteral("Locale"), QLocale::system().name());
}

QString settingsLines(const AppearanceSettings& appearance)
{
    const QString theme = appearance.theme == Theme::Light ? QStringLiteral("light")
        : appearance.theme == Theme::Dark                  ? QStringLiteral("dark")
                                                           : QStringLiteral("as the system");
    return pair(QStringLiteral("Colours"), theme)
        + pair(QStringLiteral("Text size"), QStringLiteral("%1 %").arg(appearance.textScale))
        + pair(QStringLiteral("Language"),
            appearance.language.isEmpty() ? QStringLiteral("as the system") : appearance.language);
}

QString kindCode(profile::SectionKind kind)
{
    using profile::SectionKind;
    switch (kind) {
    case SectionKind::About:
        return QStringLiteral("about");
    case SectionKind::News:
        return QStringLiteral("news");
    case SectionKind::Publications:
        return QStringLiteral("publications");
    case SectionKind::Honors:
        return QStringLiteral("honors");
    case SectionKind::Education:
        return QStringLiteral("education");
    case SectionKind::Reviewing:
        return QStringLiteral("reviewing");
    case SectionKind::Talks:
        return QStringLiteral("talks");
    case SectionKind::Experience:
        return QStringLiteral("experience");
    case SectionKind::Teaching:
        return QStringLiteral("teaching");
    case SectionKind::Projects:
        return QStringLiteral("projects");
    case SectionKind::Custom:
        break;
    }
    return QStringLiteral("custom");
}

QString siteLines(Workspace& workspace)
{
    if (!workspace.isOpen())
        return pair(QStringLiteral("Open"), QStringLiteral("nothing"));
    QString text = pair(QStringLiteral("Open"),
        workspace.isSite() ? QStringLiteral("a site") : QStringLiteral("a single file"));
    text += pair(QStringLiteral("Pages"), QString::number(workspace.pages().size()));
    text += pair(
        QStringLiteral("Bytes of the page"), QString::number(workspace.profile().file.bytes().size()));
    QStringList sections;
    for (const profile::Section& section : workspace.profile().sections)
        sections.append(QStringLiteral("%1 (%2)").arg(kindCode(section.kind)).arg(section.items.size()));
    text += pair(QStringLiteral("Sections"), sections.join(QStringLiteral(", ")));
    text += pair(QStringLiteral("Changed files"), QString::number(workspace.changedFiles().size()));
    return text + pair(QStringLiteral("Undo steps"), QString::number(workspace.undoStack()->count()));
}

} // namespace

QString diagnosticsReport(
    Workspace& workspace, const AppearanceSettings& appearance, const QStringList& logLines)
{
    QString text = platformLines() + settingsLines(appearance) + siteLines(workspace);
    if (!logLines.isEmpty())
        text += QStringLiteral("\nLog:\n") + logLines.join(u'\n') + u'\n';
    return text;
}

} // namespace lectern::app
