// SPDX-License-Identifier: GPL-3.0-or-later
// A long session in the real window: thousands of edits with undo and redo, exports, and another program that
// writes in between. The bytes are right, memory stays flat, no handle is left open.
#include "app/dialogs/reviewsheet.h"
#include "app/settings/settingsstore.h"
#include "app/shell/infobar.h"
#include "app/shell/mainwindow.h"
#include "app/shell/siteopener.h"
#include "app/shell/theme.h"
#include "app/workspace/safety.h"
#include "core/base/atomicfile.h"
#include "tests/faults/editscript.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace lectern;

class SoakTest : public test::Suite {
    Q_OBJECT
public:
    SoakTest();
private Q_SLOTS:
    void aLongSessionIsRightAndLean();
};

namespace {

int openHandles()
{
    return int(QDir(QStringLiteral("/proc/self/fd"))
                   .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
                   .size());
}

int wantedSteps()
{
    return test::numberFromEnvironment("LECTERN_SOAK", 1500);
}

/// Resident memory in KiB.
qint64 memory()
{
    const QByteArray status = test::bytesOf(QStringLiteral("/proc/self/status"));
    const qsizetype at = status.indexOf("VmRSS:");
    return status.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
}

} // namespace

SoakTest::SoakTest()
{
    test::allowForEachFunction(std::chrono::seconds(300 + wantedSteps() / 4));
}

void SoakTest::aLongSessionIsRightAndLean()
{
    const int steps = wantedSteps();
    QTemporaryDir folder;
    const QString site = folder.filePath(QStringLiteral("site"));
    test::makeScriptSite(site);
    app::SettingsStore settings(folder.filePath(QStringLiteral("settings.ini")));
    app::ThemeController theme(*qApp);
    app::Workspace workspace;
    app::Safety safety(workspace, app::DataFolders::below(folder.filePath(QStringLiteral("data"))));
    app::MainWindowOptions options;
    options.withPreview = false;
    options.safety = &safety;
    app::MainWindow window(workspace, settings, theme, options);
    window.show();
    QVERIFY(window.opener().open(site));
    const QString page = site + u'/' + test::scriptPage;
    const QByteArray opened = workspace.file(test::scriptPage)->bytes();
    const QByteArray openedConfig = workspace.file(test::scriptConfig)->bytes();
    test::EditScript script(99);
    int handles = 0;
    qint64 resident = 0;
    int outside = 0;
    for (int step = 1; step <= steps; ++step) {
        if (script.next(workspace) == test::EditScript::Step::WantsExport) {
            window.reviewAndExport();
            window.review()->write();
            QVERIFY(workspace.changedFiles().isEmpty());
            QCOMPARE(test::bytesOf(page), workspace.file(test::scriptPage)->bytes());
        }
        if (step % 10 == 0)
            QCoreApplication::processEvents();
        if (step % 250 == 0) {
            // Another program adds a line to what it finds on disk.
            const QByteArray line = "outside " + QByteArray::number(++outside) + "\n";
            QVERIFY(writeFileAtomically(page, test::bytesOf(page) + line));
            QTRY_VERIFY(workspace.savedBytes(test::scriptPage).endsWith(line));
            QVERIFY(workspace.file(test::scriptPage)->bytes().contains(line));
        }
        if (step == steps / 3) {
            handles = openHandles();
            resident = memory();
        }
        QVERIFY(workspace.profile().file == *workspace.file(test::scriptPage));
    }
    window.bar().clear();
    QCoreApplication::processEvents();
    const qint64 growth = memory() - resident;
    qInfo("%d steps, %d outside changes, %d steps in the undo stack: %lld KiB more than after a third; "
          "handles %d, then %d",
        steps, outside, workspace.undoStack()->count(), growth, handles, openHandles());
    QVERIFY(openHandles() <= handles + 2);
    QVERIFY(growth < 48 * 1024);
    // Every step leads back to the very bytes that were opened, and forth again.
    const QByteArray edited = workspace.file(test::scriptPage)->bytes();
    const QByteArray editedConfig = workspace.file(test::scriptConfig)->bytes();
    const int present = workspace.undoStack()->index();
    while (workspace.undoStack()->canUndo())
        workspace.undoStack()->undo();
    QCOMPARE(workspace.file(test::scriptPage)->bytes(), opened);
    QCOMPARE(workspace.file(test::scriptConfig)->bytes(), openedConfig);
    while (workspace.undoStack()->index() < present)
        workspace.undoStack()->redo();
    QCOMPARE(workspace.file(test::scriptPage)->bytes(), edited);
    QCOMPARE(workspace.file(test::scriptConfig)->bytes(), editedConfig);
    window.reviewAndExport();
    window.review()->write();
    QVERIFY(workspace.changedFiles().isEmpty());
    QCOMPARE(test::bytesOf(page), edited);
    QCOMPARE(test::bytesOf(site + u'/' + test::scriptConfig), editedConfig);
    QVERIFY(safety.snapshots().list(page).size() <= app::SnapshotLimits().perFile);
}

LECTERN_GUI_MAIN(SoakTest)
#include "tst_soak.moc"
