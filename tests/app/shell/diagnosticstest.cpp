// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/diagnosticsreport.h"
#include "app/diagnostics/logfile.h"
#include "app/diagnostics/programlog.h"
#include "app/shell/commands.h"
#include "app/shell/infobar.h"
#include "app/shell/siteopener.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"
#include "tests/support/testsupport.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QLoggingCategory>
#include <QThread>

using namespace lectern;
using test::ShellFixture;

/// The log, and what may be shown of it to others.
class DiagnosticsTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void notesAreWrittenWithTimeAndKind();
    void aFullLogIsRotatedAndTheOldestGoes();
    void theLogIsTheUsersAlone();
    void messagesOfEveryThreadArrive();
    void verboseTellsTheTerminalWhatIsNoted();
    void aFolderThatCannotBeWrittenIsNoFault();
    void shareableLinesHoldNothingPersonal();
    void theReportHoldsNoWordOfThePage();
    void theCommandPutsTheReportOnTheClipboard();
    void anErrorIsLoggedOnceAndShownOnce();
};

void DiagnosticsTest::notesAreWrittenWithTimeAndKind()
{
    QTemporaryDir folder;
    QString path;
    {
        app::LogFile log(folder.filePath(QStringLiteral("log")), false);
        path = log.path();
        app::logNote(QStringLiteral("opened"), QStringLiteral("/home/ada/site"));
        app::logFailure(QStringLiteral("export"),
            { ErrorCode::DiskFull, QStringLiteral("/home/ada/site/about.md"), QStringLiteral("no space") });
    }
    // Without a log the handler is given back.
    app::logNote(QStringLiteral("afterwards"));
    const QList<QByteArray> lines = test::bytesOf(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].contains("Z note lectern: opened /home/ada/site"));
    QVERIFY(lines[1].contains("export failed with error"));
    QVERIFY(lines[1].contains("/home/ada/site/about.md: no space"));
}

void DiagnosticsTest::aFullLogIsRotatedAndTheOldestGoes()
{
    QTemporaryDir folder;
    {
        app::LogFile log(folder.path(), false, 1000);
        for (int number = 0; number < 200; ++number)
            app::logNote(QStringLiteral("number %1").arg(number));
    }
    const QStringList files = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files,
        (QStringList { QStringLiteral("lectern.1.log"), QStringLiteral("lectern.2.log"),
            QStringLiteral("lectern.log") }));
    qint64 total = 0;
    for (const QString& file : files)
        total += QFileInfo(folder.filePath(file)).size();
    QVERIFY(total < 3 * 1100);
    // The newest is there, in order over the files.
    const QByteArray all = test::bytesOf(folder.filePath(files[1])) + test::bytesOf(folder.filePath(files[0]))
        + test::bytesOf(folder.filePath(files[2]));
    QVERIFY(all.trimmed().endsWith("number 199"));
    QVERIFY(all.indexOf("number 198\n") < all.indexOf("number 199"));
}

void DiagnosticsTest::theLogIsTheUsersAlone()
{
    QTemporaryDir folder;
    app::LogFile log(folder.path(), false, 1000);
    for (int number = 0; number < 100; ++number)
        app::logNote(QStringLiteral("number %1").arg(number));
    for (const QFileInfo& file : QDir(folder.path()).entryInfoList(QDir::Files))
        QVERIFY(!(file.permissions()
            & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
}

void DiagnosticsTest::messagesOfEveryThreadArrive()
{
    QTemporaryDir folder;
    QString path;
    {
        app::LogFile log(folder.path(), false);
        path = log.path();
        std::vector<std::unique_ptr<QThread>> threads;
        for (int number = 0; number < 4; ++number) {
            threads.emplace_back(QThread::create([] {
                for (int line = 0; line < 100; ++line)
                    app::logNote(QStringLiteral("from a thread"));
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads)
            thread->wait();
    }
    QCOMPARE(test::bytesOf(path).count("from a thread\n"), 400);
}

void DiagnosticsTest::verboseTellsTheTerminalWhatIsNoted()
{
    static QStringList told;
    QTemporaryDir folder;
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString& message) { told.append(message); });
    for (const bool verbose : { false, true }) {
        app::LogFile log(folder.path(), verbose);
        app::logNote(QStringLiteral("opened (verbose %1)").arg(verbose));
        qWarning("a warning (verbose %d)", int(verbose));
    }
    qInstallMessageHandler(before);
    QCOMPARE(told,
        (QStringList { QStringLiteral("a warning (verbose 0)"), QStringLiteral("opened (verbose 1)"),
            QStringLiteral("a warning (verbose 1)") }));
}

void DiagnosticsTest::aFolderThatCannotBeWrittenIsNoFault()
{
    app::LogFile log(QStringLiteral("/proc/nowhere/at/all"), false);
    app::logNote(QStringLiteral("kept in memory"));
    QCOMPARE(log.shareableLines().size(), 1);
}

void DiagnosticsTest::shareableLinesHoldNothingPersonal()
{
    QTemporaryDir folder;
    app::LogFile log(folder.path(), false);
    app::logNote(QStringLiteral("opened"), QStringLiteral("/home/ada/secret-site"));
    QTest::ignoreMessage(QtWarningMsg, "js: cannot read /home/ada/secret-site of Ada Bell");
    qWarning("js: cannot read /home/ada/secret-site of Ada Bell");
    const QString text = log.shareableLines().join(u'\n');
    QVERIFY(text.contains(QStringLiteral("opened")));
    QVERIFY(text.contains(QStringLiteral("warning default: (message of a library)")));
    for (const char* word : { "ada", "Ada", "secret", "/home" })
        QVERIFY2(!text.contains(QLatin1StringView(word)), word);
}

void DiagnosticsTest::theReportHoldsNoWordOfThePage()
{
    ShellFixture fixture;
    QTemporaryDir folder;
    app::LogFile log(folder.path(), false);
    fixture.openSite();
    QVERIFY(!fixture.window().opener().open(fixture.path(QStringLiteral("missing-page.md"))));
    const QString report
        = app::diagnosticsReport(fixture.workspace(), fixture.settings().appearance(), log.shareableLines());
    for (const char* needed : { "Lectern: " LECTERN_VERSION, "Qt: 6.", "Chromium", "Open: a site", "Pages: 2",
             "publications (2)", "news (1)", "failed with error" })
        QVERIFY2(report.contains(QLatin1StringView(needed)), qPrintable(QLatin1StringView(needed) + report));
    for (const QString& word : { QStringLiteral("Ada"), QStringLiteral("Bell"), QStringLiteral("clusters"),
             QStringLiteral("defense"), QStringLiteral("missing-page"), fixture.path({}), QDir::homePath(),
             QDir::tempPath(), QStringLiteral("Educations") })
        QVERIFY2(!report.contains(word), qPrintable(word + u'\n' + report));
}

void DiagnosticsTest::theCommandPutsTheReportOnTheClipboard()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().commands().action(QLatin1StringView("help.diagnostics"))->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Lectern: " LECTERN_VERSION)));
    QVERIFY(!fixture.barText().isEmpty());
}

void DiagnosticsTest::anErrorIsLoggedOnceAndShownOnce()
{
    ShellFixture fixture;
    QTemporaryDir folder;
    app::LogFile log(folder.path(), false);
    fixture.showWindow();
    QVERIFY(!fixture.window().opener().open(fixture.path(QStringLiteral("missing.md"))));
    QCOMPARE(test::bytesOf(log.path()).count("failed with error"), 1);
    QCOMPARE(fixture.window().bar().count(), 1);
}

LECTERN_SHELL_TEST(DiagnosticsTest, "diagnostics")
#include "diagnosticstest.moc"
