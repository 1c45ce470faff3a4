// SPDX-License-Identifier: GPL-3.0-or-later
// editsession SITE DATA [SEED [STEPS]]: the real window on SITE, with its safety data in DATA, editing by
// itself as EditScript says, one step every two milliseconds, until it is killed or has made STEPS steps.
// Prints "start HASH" for the state after recovery, "N HASH" after each step, and "export N" and "exported N"
// around an export. Without SEED it prints the first line and leaves as if killed.
#include "app/dialogs/reviewsheet.h"
#include "app/settings/settingsstore.h"
#include "app/shell/mainwindow.h"
#include "app/shell/siteopener.h"
#include "app/shell/theme.h"
#include "app/workspace/safety.h"
#include "tests/faults/editscript.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTimer>

#include <unistd.h>

using namespace lectern;

namespace {

void print(const QByteArray& line)
{
    const QByteArray whole = line + '\n';
    // Past the program's own buffers, so that the killer knows what was made.
    (void)!::write(STDOUT_FILENO, whole.constData(), size_t(whole.size()));
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return 2;
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    app::SettingsStore settings(QString::fromLocal8Bit(argv[2]) + QStringLiteral("/settings.ini"));
    app::ThemeController theme(application);
    app::Workspace workspace;
    app::Safety safety(workspace, app::DataFolders::below(QString::fromLocal8Bit(argv[2])));
    app::MainWindowOptions options;
    options.withPreview = false;
    options.safety = &safety;
    app::MainWindow window(workspace, settings, theme, options);
    window.show();
    if (!window.opener().open(QString::fromLocal8Bit(argv[1])))
        return 1;
    print("start " + test::stateHash(workspace));
    if (argc == 3)
        ::_exit(0);
    test::EditScript script(QByteArray(argv[3]).toUInt());
    const int steps = argc > 4 ? QByteArray(argv[4]).toInt() : -1;
    int made = 0;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &application, [&] {
        ++made;
        if (script.next(workspace) == test::EditScript::Step::WantsExport) {
            print("export " + QByteArray::number(made));
            window.reviewAndExport();
            window.review()->write();
            print("exported " + QByteArray::number(made));
        }
        print(QByteArray::number(made) + ' ' + test::stateHash(workspace));
        if (made == steps)
            ::_exit(0);
    });
    timer.start(2);
    return application.exec();
}
