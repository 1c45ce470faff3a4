// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/previewscheme.h"
#include "app/settings/settingsstore.h"
#include "app/shell/errortext.h"
#include "app/shell/language.h"
#include "app/shell/launchoptions.h"
#include "app/shell/mainwindow.h"
#include "app/shell/siteopener.h"
#include "app/shell/theme.h"
#include "app/shell/unattended.h"
#include "app/workspace/safety.h"
#include "app/workspace/workspace.h"

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

int run(QApplication& application, const app::LaunchOptions& options)
{
    app::SettingsStore settings;
    const app::AppearanceSettings appearance = settings.appearance();
    app::installLanguage(application, options.language.isEmpty() ? appearance.language : options.language);
    app::ThemeController theme(application);
    theme.apply(options.theme.value_or(appearance.theme));
    theme.setTextScale(appearance.textScale);

    app::Workspace workspace;
    // A picture of a site is taken without touching anything, not even what a crash left.
    std::optional<app::Safety> safety;
    if (!app::isUnattended(options))
        safety.emplace(workspace, app::DataFolders::ofUser());
    app::MainWindow window(workspace, settings, theme, {true, styleHelper(), safety ? &*safety : nullptr});
    if (options.size.isValid())
        window.resize(options.size);
    if (!options.path.isEmpty()) {
        const auto opened = window.opener().open(options.path);
        if (!opened && app::isUnattended(options)) {
            print(app::errorText(opened.error()) + QLatin1Char('\n'), true);
            return 1;
        }
    }
    window.show();
    if (app::isUnattended(options))
        return app::runUnattended(application, window, workspace, options);
    if (!options.section.isEmpty())
        window.goTo(options.section, options.item - 1);
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
    // The script compiler's remarks on the Liquid runtime, and the list of graphics settings, tell a user nothing.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler*=false\nqt.webenginecontext*=false"));
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
    return run(application, decision.options);
}
