// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/logfile.h"
#include "app/diagnostics/programlog.h"
#include "app/diagnostics/starttimes.h"
#include "app/preview/previewscheme.h"
#include "app/settings/settingsstore.h"
#include "app/shell/errortext.h"
#include "app/shell/launchoptions.h"
#include "app/shell/program.h"
#include "app/shell/unattended.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QLoggingCategory>

#include <cstdio>
#include <optional>

namespace {

using namespace lectern;

void print(const QString& text, bool toStandardError)
{
    std::fputs(qPrintable(text), toStandardError ? stderr : stdout);
}

/// Chromium's sandbox may be switched off by our own scripts alone, for our own sample site, where the machine denies
/// user namespaces.
void applySandboxPermission()
{
    if (qEnvironmentVariable("LECTERN_ALLOW_NO_SANDBOX") == QLatin1StringView("1"))
        qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
}

/// The style compiler beside the program, in the build tree or installed.
QString styleHelper()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const char* place : {"/lectern-sass", "/../libexec/lectern/lectern-sass", "/../lib/lectern/lectern-sass"}) {
        const QFileInfo helper(here + QLatin1StringView(place));
        if (helper.isExecutable())
            return helper.canonicalFilePath();
    }
    return {};
}

int run(QApplication& application, const app::LaunchOptions& options, const app::LogFile& log)
{
    app::SettingsStore settings;
    app::MainWindowOptions window;
    window.styleHelper = styleHelper();
    window.log = &log;
    app::Program program(application, settings, options, window);
    app::logMilestone(QStringLiteral("parts made"));
    const auto opened = program.openFirst();
    if (!opened && app::isUnattended(options)) {
        print(app::errorText(opened.error()) + QLatin1Char('\n'), true);
        return 1;
    }
    program.window().show();
    if (app::isUnattended(options))
        return app::runUnattended(application, program.window(), program.workspace(), options);
    if (!options.section.isEmpty())
        program.window().goTo(options.section, options.item - 1);
    return application.exec();
}

} // namespace

int main(int argc, char** argv)
{
    QStringList arguments;
    for (int index = 0; index < argc; ++index)
        arguments.append(QString::fromLocal8Bit(argv[index]));
    const app::LaunchDecision decision = app::readArguments(arguments);
    if (decision.exitStatus) {
        print(decision.text, decision.toStandardError);
        return *decision.exitStatus;
    }
    if (decision.options.checkDisplay) {
        // Where there is none this does not return: Qt ends the program.
        const QGuiApplication application(argc, argv);
        return 0;
    }
    // The script compiler's remarks on the Liquid runtime, and the list of graphics settings, tell a user nothing.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler*=false\nqt.webenginecontext*=false\n%1.debug=%2")
                                         .arg(QLatin1StringView(app::programLogName()),
                                             decision.options.verbose ? QStringLiteral("true") : QStringLiteral("false")));
    applySandboxPermission();
    if (app::previewAvailability() == app::PreviewAvailability::RunsAsRoot) {
        print(QStringLiteral("Lectern does not run as root, because the browser engine of its preview cannot protect itself "
                             "there: start it as an ordinary user.\n"),
            true);
        return 2;
    }
    app::registerPreviewScheme();
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("lectern"));
    QApplication::setApplicationDisplayName(QStringLiteral("Lectern"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.lectern_editor.Lectern"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/lectern/program.svg")));
    QApplication::setApplicationVersion(QStringLiteral(LECTERN_VERSION));
    const app::LogFile log(app::LogFile::standardFolder(), decision.options.verbose);
    app::logMilestone(QStringLiteral("application made"));
    app::logNote(QStringLiteral("Lectern " LECTERN_VERSION ", Qt %1").arg(QLatin1StringView(qVersion())));
    return run(application, decision.options, log);
}
