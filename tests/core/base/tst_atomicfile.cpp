// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "core/base/descriptor.h"
#include "tests/support/faultsweep.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lectern;

class AtomicFileTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void replacesAndKeepsTheMode();
    void createsWithTheUsualMode();
    void expectationGuardsTheContent();
    void symbolicLinkSurvives();
    void hardLinkIsRefused();
    void readOnlyFolderLeavesTheFile();
    void whatCannotBeWrittenIsToldBefore();
    void case06_aFileThatTheSystemKeepsIsRefused();
    void longestNameCanBeWritten();
    void foldersPipesAndMissingFilesAreNamed();
    void case09_whatAnotherProgramWritesInBetweenIsPutBack();
    void aFileThatIsBeingWrittenIsNotSwept();
    void case02_everyErrorLeavesOldOrNew_data();
    void case02_everyErrorLeavesOldOrNew();
    void case03_everyKillLeavesOldOrNew_data();
    void case03_everyKillLeavesOldOrNew();

private:
    static void rows(std::initializer_list<const char*> faults);
    void sweep();
};

namespace {

QStringList entries(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

void AtomicFileTest::replacesAndKeepsTheMode()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.md"));
    QVERIFY(writeFileAtomically(path, "old"));
    QVERIFY(::chmod(qPrintable(path), 0640) == 0);
    QVERIFY(writeFileAtomically(path, "new"));
    QCOMPARE(test::bytesOf(path), QByteArray("new"));
    struct stat info {};
    ::stat(qPrintable(path), &info);
    QCOMPARE(int(info.st_mode & 07777), 0640);
    QCOMPARE(entries(folder.path()), QStringList {QStringLiteral("page.md")});
}

void AtomicFileTest::createsWithTheUsualMode()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.md"));
    const mode_t mask = ::umask(022);
    QVERIFY(writeFileAtomically(path, "x"));
    ::umask(mask);
    struct stat info {};
    ::stat(qPrintable(path), &info);
    QCOMPARE(int(info.st_mode & 07777), 0644);
}

void AtomicFileTest::expectationGuardsTheContent()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.md"));
    QVERIFY(writeFileAtomically(path, "one", WriteExpectation {}));
    QCOMPARE(writeFileAtomically(path, "two", WriteExpectation {}).error().code, ErrorCode::ChangedOnDisk);
    QCOMPARE(writeFileAtomically(path, "two", WriteExpectation {contentHash("other")}).error().code, ErrorCode::ChangedOnDisk);
    QVERIFY(writeFileAtomically(path, "two", WriteExpectation {contentHash("one")}));
    QCOMPARE(test::bytesOf(path), QByteArray("two"));
}

void AtomicFileTest::symbolicLinkSurvives()
{
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("real.md"));
    const QString link = folder.filePath(QStringLiteral("link.md"));
    QVERIFY(writeFileAtomically(target, "old"));
    QVERIFY(QFile::link(target, link));
    QVERIFY(writeFileAtomically(link, "new"));
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(test::bytesOf(target), QByteArray("new"));
}

void AtomicFileTest::hardLinkIsRefused()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFileAtomically(path, "old"));
    QVERIFY(::link(qPrintable(path), qPrintable(folder.filePath(QStringLiteral("b")))) == 0);
    QCOMPARE(writeFileAtomically(path, "new").error().code, ErrorCode::NotWritable);
    QCOMPARE(test::bytesOf(path), QByteArray("old"));
}

void AtomicFileTest::readOnlyFolderLeavesTheFile()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFileAtomically(path, "old"));
    QVERIFY(::chmod(qPrintable(folder.path()), 0555) == 0);
    const auto written = writeFileAtomically(path, "new");
    ::chmod(qPrintable(folder.path()), 0755);
    QCOMPARE(written.error().code, ErrorCode::NotWritable);
    QCOMPARE(test::bytesOf(path), QByteArray("old"));
}

void AtomicFileTest::whatCannotBeWrittenIsToldBefore()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(checkWritable(path));
    QVERIFY(checkWritable(folder.filePath(QStringLiteral("no/such/yet"))));
    QVERIFY(writeFileAtomically(path, "old"));
    QVERIFY(checkWritable(path));
    QCOMPARE(checkWritable(path + QStringLiteral("/b")).error().code, ErrorCode::NotFound);
    QVERIFY(::chmod(qPrintable(path), 0444) == 0);
    QCOMPARE(checkWritable(path).error(), (Error {ErrorCode::NotWritable, path, QStringLiteral("read-only file")}));
    QVERIFY(::chmod(qPrintable(path), 0644) == 0);
    if (::geteuid() == 0)
        return;
    QVERIFY(::chmod(qPrintable(folder.path()), 0555) == 0);
    const Error ofFile = checkWritable(path).error();
    const Error ofNew = checkWritable(folder.filePath(QStringLiteral("no/such/yet"))).error();
    ::chmod(qPrintable(folder.path()), 0755);
    QCOMPARE(ofFile.detail, QStringLiteral("read-only folder"));
    QCOMPARE(ofNew.detail, QStringLiteral("read-only folder"));
    QCOMPARE(test::bytesOf(path), QByteArray("old"));
}

/// What `chattr +i` and another owner do: the mode allows, the system does not.
void AtomicFileTest::case06_aFileThatTheSystemKeepsIsRefused()
{
    if (!test::canInjectFaults())
        QSKIP("strace is not installed, or may not trace here");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.md"));
    QVERIFY(writeFileAtomically(path, "old"));
    const auto run = test::runWithFault(QStringLiteral(WRITEFILE_PROGRAM), {path, QStringLiteral("300")},
        {QStringLiteral("/^f?access"), QStringLiteral("error=EPERM"), {path}}, 1);
    QVERIFY(run.wasInjected);
    QCOMPARE(run.output, QByteArray("failed\n"));
    QCOMPARE(test::bytesOf(path), QByteArray("old"));
    QCOMPARE(entries(folder.path()), QStringList {QStringLiteral("page.md")});
}

void AtomicFileTest::longestNameCanBeWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QString(255, u'n'));
    QVERIFY(writeFileAtomically(path, "old"));
    QVERIFY(writeFileAtomically(path, "new"));
    QCOMPARE(test::bytesOf(path), QByteArray("new"));
}

void AtomicFileTest::foldersPipesAndMissingFilesAreNamed()
{
    QTemporaryDir folder;
    QCOMPARE(readFile(folder.path()).error().code, ErrorCode::NotRegularFile);
    QCOMPARE(readFile(folder.filePath(QStringLiteral("none"))).error().code, ErrorCode::NotFound);
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QVERIFY(::mkfifo(qPrintable(pipe), 0600) == 0);
    QCOMPARE(readFile(pipe).error().code, ErrorCode::NotRegularFile);
    QCOMPARE(writeFileAtomically(pipe, "x").error().code, ErrorCode::NotRegularFile);
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFileAtomically(path,
        QByteArray("\xff\xfe"
                   "a\0",
            4)));
    QCOMPARE(readTextFile(path).error().code, ErrorCode::NotText);
    QCOMPARE(readFile(path, 2).error().code, ErrorCode::TooLarge);
    QCOMPARE(writeFileAtomically(folder.filePath(QStringLiteral("no/such")), "x").error().code, ErrorCode::NotFound);
}

void AtomicFileTest::aFileThatIsBeingWrittenIsNotSwept()
{
    QTemporaryDir folder;
    const QByteArray path = QFile::encodeName(folder.filePath(QStringLiteral(".lectern-write-abc123")));
    {
        const Descriptor writer(::open(path.constData(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
        QVERIFY(lockForWriting(writer.get()));
        QCOMPARE(sweepTemporaryFiles(folder.path()), 0);
    }
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral(".lectern-notes")), "a user's own file"));
    QCOMPARE(sweepTemporaryFiles(folder.path()), 1);
    QCOMPARE(entries(folder.path()), QStringList {QStringLiteral(".lectern-notes")});
}

/// Fault case 9: another program writes in the moment between the last look and the rename, which strace makes long.
void AtomicFileTest::case09_whatAnotherProgramWritesInBetweenIsPutBack()
{
    if (!test::canInjectFaults())
        QSKIP("strace is not installed, or may not trace here");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.md"));
    QVERIFY(writeFileAtomically(path, "old"));
    QProcess writer;
    writer.start(QStringLiteral("strace"), {QStringLiteral("-qq"), QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
        QStringLiteral("trace=renameat2"), QStringLiteral("-e"), QStringLiteral("inject=renameat2:delay_enter=3000000:when=1"),
        QStringLiteral(WRITEFILE_PROGRAM), path, QStringLiteral("30000"), QStringLiteral("old")});
    QVERIFY(writer.waitForStarted(test::patience));
    // Its temporary file has all of the new text: it is about to rename.
    QTRY_VERIFY([&] {
        const auto temporary = QDir(folder.path()).entryInfoList({QStringLiteral(".lectern-write-*")}, QDir::Files | QDir::Hidden);
        return temporary.size() == 1 && temporary.first().size() == 30000;
    }());
    QVERIFY(writeFileAtomically(path, "somebody else's"));
    QVERIFY(writer.waitForFinished(test::patience));
    QCOMPARE(writer.readAllStandardOutput(), QByteArray("failed\n"));
    QCOMPARE(test::bytesOf(path), QByteArray("somebody else's"));
    QCOMPARE(entries(folder.path()), QStringList {QStringLiteral("page.md")});
}

void AtomicFileTest::case02_everyErrorLeavesOldOrNew_data() { rows({"error=EIO", "error=ENOSPC"}); }
void AtomicFileTest::case02_everyErrorLeavesOldOrNew() { sweep(); }
void AtomicFileTest::case03_everyKillLeavesOldOrNew_data() { rows({"signal=SIGKILL"}); }
void AtomicFileTest::case03_everyKillLeavesOldOrNew() { sweep(); }

void AtomicFileTest::rows(std::initializer_list<const char*> faults)
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("fault");
    for (const char* call : {"write", "fsync", "rename", "fchmod", "close"}) {
        for (const char* fault : faults)
            QTest::addRow("%s %s", call, fault) << QString::fromLatin1(call) << QString::fromLatin1(fault);
    }
}

/// The N-th use of a call fails, N = 1, 2, … until there is none any more.
void AtomicFileTest::sweep()
{
    if (!test::canInjectFaults())
        QSKIP("strace is not installed, or may not trace here");
    QFETCH(QString, call);
    QFETCH(QString, fault);
    const QByteArray old(20000, 'o');
    const QByteArray now(30000, 'n');
    bool injected = true;
    for (int when = 1; injected && when < 60; ++when) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("page.md"));
        QVERIFY(writeFileAtomically(path, old));
        const auto run = test::runWithFault(
            QStringLiteral(WRITEFILE_PROGRAM), {path, QString::number(now.size())}, {call, fault, {}}, when);
        injected = run.wasInjected;
        const QByteArray content = test::bytesOf(path);
        QVERIFY2(content == old || content == now, qPrintable(QStringLiteral("torn at %1 %2").arg(call).arg(when)));
        if (run.output.startsWith("ok"))
            QCOMPARE(content, now);
        // A sync, a rename, a change of the mode that failed is never success, whatever stands there.
        if (injected && fault.startsWith(QLatin1StringView("error")) && call != QLatin1StringView("write")
            && call != QLatin1StringView("close"))
            QCOMPARE(run.output, QByteArray("failed\n"));
        // What a killed writer left goes at the next start, and nothing else does.
        sweepTemporaryFiles(folder.path());
        QCOMPARE(entries(folder.path()), QStringList {QStringLiteral("page.md")});
    }
    QVERIFY(!injected);
}

LECTERN_GUILESS_MAIN(AtomicFileTest)
#include "tst_atomicfile.moc"
