// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the process to the window, to the filled forms, to the page in the preview; and what
// opening a page costs by itself.
//   bench-start [SITE]        SITE: the sample site. Run it as an ordinary user, on the display that is to be
//   measured.
#include "app/settings/settingsstore.h"
#include "app/shell/mainwindow.h"
#include "app/shell/siteopener.h"
#include "app/shell/theme.h"
#include "app/workspace/workspace.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace lectern;

namespace {

constexpr int runs = 7;

double median(std::vector<double> values)
{
    if (values.empty())
        return -1;
    std::ranges::sort(values);
    return values[values.size() / 2];
}

struct Milestone {
    std::vector<double> wall, cpu;
};

/// One start of the real program with settings of its own; ends it when the page is shown.
bool startOnce(const QString& program, const QString& site, QHash<QString, Milestone>& milestones)
{
    static const QRegularExpression line(QStringLiteral("([a-z ]+) at (\\d+) ms, CPU (\\d+) ms"));
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_CACHE_HOME"), home.path());
    process.setProcessEnvironment(environment);
    process.start(
        program, { QStringLiteral("--verbose"), QStringLiteral("--size"), QStringLiteral("1280x800"), site });
    QElapsedTimer limit;
    limit.start();
    bool shown = false;
    while (!shown && limit.elapsed() < 30'000 && process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(1000);
        process.setReadChannel(QProcess::StandardError);
        while (process.canReadLine()) {
            const auto match = line.match(QString::fromUtf8(process.readLine()));
            if (!match.hasMatch())
                continue;
            const QString name = match.captured(1).trimmed();
            milestones[name].wall.push_back(match.captured(2).toDouble());
            milestones[name].cpu.push_back(match.captured(3).toDouble());
            shown = shown || name == QLatin1StringView("preview shown");
        }
    }
    process.terminate();
    if (!process.waitForFinished(5000))
        process.kill();
    process.waitForFinished();
    return shown;
}

double cpuMilliseconds()
{
    return double(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

/// Opening `path` in a window that is there, to forms that are painted.
void printOpening(const char* name, const QString& path)
{
    std::vector<double> cpu;
    for (int run = 0; run < runs; ++run) {
        const QTemporaryDir folder;
        app::SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
        app::ThemeController theme(*qApp);
        app::Workspace workspace;
        app::MainWindowOptions options;
        options.withPreview = false;
        options.pictures = app::SitePictures(folder.path());
        app::MainWindow window(workspace, settings, theme, options);
        window.show();
        QApplication::processEvents();
        const double before = cpuMilliseconds();
        if (!window.opener().open(path)) {
            std::printf("%s cannot be opened\n", qPrintable(path));
            return;
        }
        window.goTo(QStringLiteral("publications"), 0);
        (void)window.grab();
        cpu.push_back(cpuMilliseconds() - before);
    }
    std::printf("%-40s CPU %6.1f ms\n", name, median(cpu));
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("lectern"));
    test::quietForeignCategories();
    const QString site
        = argc > 1 ? QString::fromLocal8Bit(argv[1]) : test::sourcePath(QStringLiteral("sample-site"));
    QHash<QString, Milestone> milestones;
    for (int run = 0; run < runs; ++run) {
        if (!startOnce(QCoreApplication::applicationDirPath() + QStringLiteral("/lectern"), site, milestones))
            std::printf("run %d did not show the page in time\n", run + 1);
    }
    std::printf("from the start of the process, median of %d, platform %s\n", runs,
        qPrintable(QGuiApplication::platformName()));
    for (const char* name :
        { "application made", "parts made", "forms filled", "window painted", "preview shown" }) {
        const Milestone& milestone = milestones[QLatin1StringView(name)];
        std::printf("%-40s %6.0f ms   CPU %6.0f ms\n", name, median(milestone.wall), median(milestone.cpu));
    }
    printOpening("opening the sample site to filled forms", site);
    if (const QString seed = test::seedPath(); !seed.isEmpty())
        printOpening("opening the seed to filled forms", seed);
    return 0;
}
