// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/base/contenthash.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

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
    void longestNameCanBeWritten();
    void foldersPipesAndMissingFilesAreNamed();
    void faultSweepLeavesOldOrNew_data();
    void faultSweepLeavesOldOrNew();
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
    QVERIFY(writeFileAtomically(path, QByteArray("a\0b", 3)));
    QCOMPARE(readTextFile(path).error().code, ErrorCode::NotText);
    QCOMPARE(readFile(path, 2).error().code, ErrorCode::TooLarge);
    QCOMPARE(writeFileAtomically(folder.filePath(QStringLiteral("no/such")), "x").error().code, ErrorCode::NotFound);
}

void AtomicFileTest::faultSweepLeavesOldOrNew_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("fault");
    for (const char* call : {"write", "fsync", "rename", "fchmod", "close"}) {
        for (const char* fault : {"error=EIO", "error=ENOSPC", "signal=SIGKILL"})
            QTest::addRow("%s %s", call, fault) << QString::fromLatin1(call) << QString::fromLatin1(fault);
    }
}

void AtomicFileTest::faultSweepLeavesOldOrNew()
{
    const QString strace = QStandardPaths::findExecutable(QStringLiteral("strace"));
    if (strace.isEmpty())
        QSKIP("strace is not installed");
    QFETCH(QString, call);
    QFETCH(QString, fault);
    const QByteArray old(20000, 'o');
    const QByteArray now(30000, 'n');
    bool injected = true;
    for (int when = 1; injected && when < 40; ++when) {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("page.md"));
        const QString log = folder.filePath(QStringLiteral("log"));
        QVERIFY(writeFileAtomically(path, old));
        QProcess program;
        program.start(strace, {QStringLiteral("-f"), QStringLiteral("-o"), log, QStringLiteral("-e"), QStringLiteral("trace=") + call,
            QStringLiteral("-e"), QStringLiteral("inject=%1:%2:when=%3").arg(call, fault).arg(when),
            QStringLiteral(WRITEFILE_PROGRAM), path, QString::number(now.size())});
        QVERIFY(program.waitForFinished());
        const QByteArray trace = test::bytesOf(log);
        if (trace.isEmpty() || trace.contains("Operation not permitted"))
            QSKIP("strace may not trace here");
        injected = trace.contains("INJECTED") || trace.contains("killed by SIGKILL");
        const QByteArray content = test::bytesOf(path);
        QVERIFY2(content == old || content == now, qPrintable(QStringLiteral("torn at %1 %2").arg(call).arg(when)));
        if (program.readAllStandardOutput().startsWith("ok"))
            QCOMPARE(content, now);
    }
    QVERIFY(!injected);
}

LECTERN_GUILESS_MAIN(AtomicFileTest)
#include "tst_atomicfile.moc"
