// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about writing, each driven in the real review sheet where a person would meet it. README.md in
// this folder tells where the other cases are.
#include "app/shell/look.h"
#include "core/base/atomicfile.h"
#include "core/publish/export.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>

#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

using namespace lectern;

class FaultsWritingTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case01_fullDiskLeavesTheOldFile();
    void case01_fullFileSystem();
    void case06_whatIsReadOnlySaysSoAndOffersACopy_data();
    void case06_whatIsReadOnlySaysSoAndOffersACopy();
    void case06_nothingIsWrittenBesideAReadOnlyFile();
    void case06_readOnlyFileSystem();
    void case08_fileChangedMeanwhile();
    void case10_vanishedFolder();
    void case10_aDeletedFileIsWrittenAnewWhenAsked();
    void case26_pointersOfLargeFilesAreCopiedAsTheyAre();
    void case28_timeStampsDecideNothing();
    void uneditedPageWritesNothing();
    void severalFilesOrNone();

private:
    /// What every failed write must leave behind: the old file, no other one, the edits.
    void verifyNothingHappened(const QByteArray& disk = test::faultText);
    std::unique_ptr<test::FaultSite> m_site;
};

void FaultsWritingTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
    QVERIFY(m_site->open());
}

void FaultsWritingTest::verifyNothingHappened(const QByteArray& disk)
{
    QCOMPARE(test::bytesOf(m_site->pagePath()), disk);
    QCOMPARE(m_site->pageFolder(), QStringList { QStringLiteral("about.md") });
    QVERIFY(m_site->buffer().contains("Good day"));
    QVERIFY(m_site->workspace().changedFiles().contains(test::faultPage));
}

void FaultsWritingTest::case01_fullDiskLeavesTheOldFile()
{
    // A limit on the size of files fails as a full disk does, in the middle of the write.
    m_site->type("Hello", "Good day" + QByteArray(30000, 'x'));
    struct rlimit before { };
    ::getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = ::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small {
        4096, before.rlim_max
    };
    ::setrlimit(RLIMIT_FSIZE, &small);
    const QString said = m_site->writeInSheet();
    ::setrlimit(RLIMIT_FSIZE, &before);
    ::signal(SIGXFSZ, handler);
    QVERIFY2(
        said.contains(QStringLiteral("the disk is full: free some space and write again")), qPrintable(said));
    verifyNothingHappened();
    // The edits are kept for recovery, too: nothing was closed, as after a crash.
    QVERIFY(m_site->open());
    verifyNothingHappened();
    // With space again the same button writes.
    QCOMPARE(m_site->writeInSheet(), QString());
    QVERIFY(test::bytesOf(m_site->pagePath()).contains("Good day"));
}

void FaultsWritingTest::case01_fullFileSystem()
{
    if (QStandardPaths::findExecutable(QStringLiteral("unshare")).isEmpty())
        QSKIP("unshare is not installed");
    // A file system of 64 KiB of our own, full to the last byte; the writer replaces a small file by larger
    // ones and a smaller one.
    QProcess shell;
    shell.start(QStringLiteral("unshare"),
        { QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral(
                "mount -t tmpfs -o size=64k none \"$1\" && printf old >\"$1/page.md\" && "
                "{ head -c 100000 /dev/zero >\"$1/fill\" 2>/dev/null; for size in 30000 9000 1; do "
                "\"$2\" \"$1/page.md\" $size; cat \"$1/page.md\"; ls -A \"$1\"; done; }"),
            QStringLiteral("sh"), m_site->path(QStringLiteral("site")), QStringLiteral(WRITEFILE_PROGRAM) });
    QVERIFY(shell.waitForFinished(test::patience));
    const QByteArray output = shell.readAllStandardOutput();
    if (output.isEmpty())
        QSKIP("this machine gives no user namespaces");
    QCOMPARE(output, QByteArray("failed\noldfill\npage.md\n").repeated(3));
}

void FaultsWritingTest::case06_whatIsReadOnlySaysSoAndOffersACopy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("reason");
    QTest::newRow("file") << QStringLiteral("file") << QStringLiteral("“_pages/about.md” is read-only");
    QTest::newRow("folder") << QStringLiteral("folder")
                            << QStringLiteral("The folder of “_pages/about.md” is read-only");
    QTest::newRow("hard link") << QStringLiteral("link") << QStringLiteral("a second name (a hard link)");
}

void FaultsWritingTest::case06_whatIsReadOnlySaysSoAndOffersACopy()
{
    QFETCH(QString, what);
    QFETCH(QString, reason);
    const QString folder = QFileInfo(m_site->pagePath()).path();
    if (what == QLatin1StringView("folder") && ::geteuid() == 0)
        QSKIP("root may write everywhere");
    QVERIFY(!m_site->window().bar().text().contains(reason));
    const mode_t mode = what == QLatin1StringView("folder") ? 0555 : 0444;
    if (what == QLatin1StringView("link"))
        QVERIFY(
            ::link(qPrintable(m_site->pagePath()), qPrintable(m_site->path(QStringLiteral("second")))) == 0);
    else
        QVERIFY(
            ::chmod(qPrintable(what == QLatin1StringView("file") ? m_site->pagePath() : folder), mode) == 0);
    // It opens, with a reason.
    QVERIFY(m_site->open());
    QVERIFY2(m_site->window().bar().text().contains(reason), qPrintable(m_site->window().bar().text()));
    m_site->type("Hello", "Good day");
    // Refused before anything is written.
    struct stat before { };
    struct stat after { };
    QVERIFY(::stat(qPrintable(folder), &before) == 0);
    const QString said = m_site->writeInSheet();
    QVERIFY2(said.contains(QStringLiteral("your edits are kept")), qPrintable(said));
    QVERIFY(::stat(qPrintable(folder), &after) == 0);
    QVERIFY(before.st_ctim.tv_sec == after.st_ctim.tv_sec && before.st_ctim.tv_nsec == after.st_ctim.tv_nsec);
    verifyNothingHappened();
    // A copy, with the edits, somewhere else.
    const QString copy = m_site->path(QStringLiteral("copy.md"));
    m_site->window().bar().trigger(0); // Save a copy…
    auto* dialog = m_site->window().findChild<QFileDialog*>();
    QVERIFY(dialog);
    dialog->selectFile(copy);
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save), Qt::LeftButton);
    QTRY_COMPARE(test::bytesOf(copy), QByteArray(test::faultText).replace("Hello", "Good day"));
    QVERIFY2(m_site->window().bar().text().startsWith(QStringLiteral("Saved a copy of")),
        qPrintable(m_site->window().bar().text()));
    // The document stays what and where it is.
    verifyNothingHappened();
    QCOMPARE(m_site->workspace().root(), QFileInfo(m_site->site()).canonicalFilePath());
    // Once it may be written, the same button writes it, and the notice goes.
    QFile::remove(m_site->path(QStringLiteral("second")));
    QVERIFY(::chmod(qPrintable(m_site->pagePath()), 0644) == 0 && ::chmod(qPrintable(folder), 0755) == 0);
    QCOMPARE(m_site->writeInSheet(), QString());
    m_site->window().bar().dismiss(QStringLiteral("export"));
    m_site->window().bar().dismiss(QStringLiteral("copy"));
    QVERIFY2(!m_site->window().bar().text().contains(reason), qPrintable(m_site->window().bar().text()));
}

void FaultsWritingTest::case06_nothingIsWrittenBesideAReadOnlyFile()
{
    // It became read-only while it was open: another file, first in order, is not written and put back, but
    // left alone.
    const QString config = QStringLiteral("_config.yml");
    const QString configPath = m_site->site() + u'/' + config;
    m_site->type("Hello", "Good day");
    QVERIFY(m_site->workspace().file(config));
    m_site->workspace().push(
        { { config, { { 0, {}, "# a comment\n" } } } }, QStringLiteral("Comment"), app::EditSource::Form);
    QVERIFY(::chmod(qPrintable(m_site->pagePath()), 0444) == 0);
    struct stat before { };
    struct stat after { };
    QVERIFY(::stat(qPrintable(configPath), &before) == 0);
    QVERIFY(!m_site->writeInSheet().isEmpty());
    QVERIFY(::stat(qPrintable(configPath), &after) == 0);
    QVERIFY(before.st_ino == after.st_ino && before.st_ctim.tv_nsec == after.st_ctim.tv_nsec);
    QVERIFY2(m_site->window().bar().text().contains(QStringLiteral("can be saved as a copy")),
        qPrintable(m_site->window().bar().text()));
}

void FaultsWritingTest::case06_readOnlyFileSystem()
{
    if (QStandardPaths::findExecutable(QStringLiteral("unshare")).isEmpty())
        QSKIP("unshare is not installed");
    QProcess shell;
    shell.start(QStringLiteral("unshare"),
        { QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"),
            QStringLiteral("mount -t tmpfs none \"$1\" && printf old >\"$1/page.md\" && mount -o "
                           "remount,bind,ro \"$1\" && "
                           "{ \"$2\" \"$1/page.md\" 30; cat \"$1/page.md\"; ls -A \"$1\"; }"),
            QStringLiteral("sh"), m_site->path(QStringLiteral("site")), QStringLiteral(WRITEFILE_PROGRAM) });
    QVERIFY(shell.waitForFinished(test::patience));
    const QByteArray output = shell.readAllStandardOutput();
    if (output.isEmpty())
        QSKIP("this machine gives no user namespaces");
    QCOMPARE(output, QByteArray("failed\noldpage.md\n"));
}

void FaultsWritingTest::case08_fileChangedMeanwhile()
{
    m_site->type("Hello", "Good day");
    const QByteArray theirs = QByteArray(test::faultText).replace("two", "zwei");
    m_site->window().reviewAndExport();
    m_site->write(test::faultPage, theirs);
    // At once, before the change can have been noticed.
    const QString said = m_site->writeInSheet();
    QVERIFY2(said.contains(QStringLiteral("another program changed it meanwhile")), qPrintable(said));
    verifyNothingHappened(theirs);
    const QByteArray mine = m_site->buffer();
    // Then it comes in by itself, and the same button writes both.
    QTRY_VERIFY(m_site->buffer().contains("zwei"));
    // Either version stays among the earlier ones.
    QByteArrayList kept;
    for (const app::Snapshot& state : m_site->safety().snapshots().list(m_site->pagePath()))
        kept.append(m_site->safety().snapshots().read(state).valueOr({}));
    QVERIFY(kept.contains(mine) && kept.contains(theirs));
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()), QByteArray(theirs).replace("Hello", "Good day"));
}

void FaultsWritingTest::case10_vanishedFolder()
{
    m_site->type("Hello", "Good day");
    QVERIFY(QDir().rename(m_site->site(), m_site->path(QStringLiteral("elsewhere"))));
    const QString said = m_site->writeInSheet();
    QVERIFY2(said.contains(QStringLiteral("put it back, or choose another repository")), qPrintable(said));
    QVERIFY(!QFileInfo::exists(m_site->site()));
    QTRY_VERIFY(m_site->window().bar().text().contains(QStringLiteral("gone")));
    QVERIFY(QDir().rename(m_site->path(QStringLiteral("elsewhere")), m_site->site()));
    verifyNothingHappened();
    QCOMPARE(m_site->writeInSheet(), QString());
}

void FaultsWritingTest::case10_aDeletedFileIsWrittenAnewWhenAsked()
{
    m_site->type("Hello", "Good day");
    QVERIFY(QFile::remove(m_site->pagePath()));
    QTRY_VERIFY(m_site->window().bar().text().contains(QStringLiteral("gone")));
    // Not by itself.
    QVERIFY(!m_site->writeInSheet().isEmpty());
    QVERIFY(!QFileInfo::exists(m_site->pagePath()));
    m_site->window().bar().trigger(0); // Write it anew…
    QVERIFY(m_site->window().review() && m_site->window().review()->isVisible());
    QVERIFY(!QFileInfo::exists(m_site->pagePath()));
    QSignalSpy mended(&m_site->safety().outside(), &app::OutsideChanges::mended);
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(m_site->pagePath()), QByteArray(test::faultText).replace("Hello", "Good day"));
    QVERIFY(m_site->workspace().changedFiles().isEmpty());
    QTRY_VERIFY(mended.count() > 0);
    QVERIFY(!m_site->window().bar().text().contains(QStringLiteral("gone")));
    m_site->type("one", "first");
    QVERIFY(QFile::remove(m_site->pagePath()));
    QTRY_VERIFY(m_site->window().bar().text().contains(QStringLiteral("gone")));
    m_site->window().bar().trigger(0);
    const QByteArray mine = m_site->buffer();
    const QByteArray theirs = QByteArray(test::faultText).replace("two", "zwei");
    m_site->write(test::faultPage, theirs);
    // It came back by itself meanwhile: nothing of either is lost.
    QTRY_VERIFY(
        m_site->window().bar().text().startsWith(QStringLiteral("Changed both here and by another")));
    QCOMPARE(m_site->buffer(), mine);
    m_site->window().bar().trigger(1); // Take theirs
    QCOMPARE(m_site->buffer(), theirs);
}

void FaultsWritingTest::case26_pointersOfLargeFilesAreCopiedAsTheyAre()
{
    const QByteArray pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
    m_site->write(QStringLiteral("images/me.png"), pointer);
    QDir().mkpath(m_site->path(QStringLiteral("other")));
    QVERIFY(writeFileAtomically(m_site->path(QStringLiteral("other/_config.yml")), "x: y\n"));
    const QByteArray page = "![me](images/me.png)\n";
    const auto plan = publish::planExportTo(
        m_site->site(), m_site->path(QStringLiteral("other")), { { test::faultPage, page, page } });
    QVERIFY(plan);
    QVERIFY(!publish::writeExport(*plan, m_site->data().exports).failure);
    QCOMPARE(test::bytesOf(m_site->path(QStringLiteral("other/images/me.png"))), pointer);
}

void FaultsWritingTest::case28_timeStampsDecideNothing()
{
    m_site->type("Hello", "Good day");
    struct stat before { };
    QVERIFY(::stat(qPrintable(m_site->pagePath()), &before) == 0);
    // Other content of the same size under the same time stamp, as `touch -r` leaves it.
    const QByteArray theirs = QByteArray(test::faultText).replace("two", "TWO");
    m_site->write(test::faultPage, theirs);
    const struct timespec times[2] = { before.st_atim, before.st_mtim };
    QVERIFY(::utimensat(AT_FDCWD, qPrintable(m_site->pagePath()), times, 0) == 0);
    QVERIFY(m_site->writeInSheet().contains(QStringLiteral("another program changed it")));
    QTRY_VERIFY(m_site->buffer().contains("TWO"));
    // And the other way round: a time in the past on the same content changes nothing.
    const struct timespec past[2] = { { 1000, 0 }, { 1000, 0 } };
    QVERIFY(::utimensat(AT_FDCWD, qPrintable(m_site->pagePath()), past, 0) == 0);
    QCOMPARE(m_site->writeInSheet(), QString());
}

void FaultsWritingTest::uneditedPageWritesNothing()
{
    m_site->window().reviewAndExport();
    for (QPushButton* button : m_site->window().review()->findChildren<QPushButton*>()) {
        if (app::look::isPrimary(button)) {
            QCOMPARE(button->text(), QStringLiteral("Nothing to write"));
            QVERIFY(!button->isEnabled());
        }
    }
    struct stat before { };
    struct stat after { };
    ::stat(qPrintable(m_site->pagePath()), &before);
    m_site->window().review()->write();
    ::stat(qPrintable(m_site->pagePath()), &after);
    QCOMPARE(before.st_ino, after.st_ino);
    QCOMPARE(before.st_ctim.tv_nsec, after.st_ctim.tv_nsec);
}

void FaultsWritingTest::severalFilesOrNone()
{
    const QString config = QStringLiteral("_config.yml");
    m_site->type("Hello", "Good day");
    QVERIFY(m_site->workspace().file(config));
    m_site->workspace().push(
        { { config, { { 0, {}, "# a comment\n" } } } }, QStringLiteral("Comment"), app::EditSource::Form);
    QVERIFY(::chmod(qPrintable(m_site->pagePath()), 0444) == 0);
    const QByteArray before = test::bytesOf(m_site->site() + u'/' + config);
    QVERIFY(m_site->writeInSheet().contains(QStringLiteral("read-only")));
    QCOMPARE(test::bytesOf(m_site->site() + u'/' + config), before);
    QCOMPARE(m_site->workspace().changedFiles().size(), 2);
    ::chmod(qPrintable(m_site->pagePath()), 0644);
    QCOMPARE(m_site->writeInSheet(), QString());
    QVERIFY(m_site->workspace().changedFiles().isEmpty());
}

LECTERN_GUI_MAIN(FaultsWritingTest)
#include "tst_faultswriting.moc"
