// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about what surrounds a session: a second window, the user's home, the system's notices.
#include "app/shell/editorcolumn.h"
#include "core/base/atomicfile.h"
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <csignal>
#include <fcntl.h>
#include <sys/inotify.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace lectern;

class FaultsHomeTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case11_theSecondWindowSaysSo();
    void case11_aSiteThatWentMeanwhileIsTold();
    void case11_aKilledWindowLocksNobodyOut();
    void case28_aSuspendedWindowKeepsItsSite();
    void case29_aHomeThatCannotBeWritten();
    void case29_aHomeThatIsMissingIsMade();
    void case29_damagedSafetyData();
    void case29_versionsThatCannotBeKeptAreToldOnce();
    void case29_nothingThatCannotBeReadIsRemoved();
    void case29_damagedSettings();
    void case29_aFullDiskLeavesTheOldSettings();
    void case30_withoutNoticesOfTheSystem();

private:
    [[nodiscard]] QString bar() const { return m_site->window().bar().text(); }
    std::unique_ptr<test::FaultSite> m_site;
};

void FaultsHomeTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
}

void FaultsHomeTest::case11_theSecondWindowSaysSo()
{
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    app::Workspace workspace;
    app::SettingsStore settings(m_site->path(QStringLiteral("other.ini")));
    app::ThemeController theme(*qApp);
    app::Safety safety(workspace, m_site->data());
    app::MainWindowOptions options;
    options.withPreview = false;
    options.safety = &safety;
    app::MainWindow window(workspace, settings, theme, options);
    window.show();
    QVERIFY(window.opener().open(m_site->site()));
    QVERIFY2(window.bar().text().contains(QStringLiteral("open in another window")),
        qPrintable(window.bar().text()));
    QVERIFY(!window.editor().isEnabled());
    // What the first one has not exported is not taken for what a crash left.
    QCOMPARE(workspace.file(test::faultPage)->bytes(), test::faultText);
    m_site->safety().close();
    window.bar().trigger(0); // Try again
    QVERIFY(window.editor().isEnabled());
    QVERIFY(!workspace.isReadOnly());
}

void FaultsHomeTest::case11_aSiteThatWentMeanwhileIsTold()
{
    QProcess other;
    other.start(QStringLiteral(EDITSESSION_PROGRAM),
        { m_site->site(), m_site->path(QStringLiteral("data")), QStringLiteral("1") });
    QVERIFY(other.waitForReadyRead(test::patience));
    QVERIFY(m_site->open());
    QVERIFY2(bar().contains(QStringLiteral("open in another window")), qPrintable(bar()));
    ::kill(pid_t(other.processId()), SIGKILL);
    QVERIFY(other.waitForFinished(test::patience));
    QVERIFY(QFile::remove(m_site->site() + QStringLiteral("/_config.yml")));
    m_site->window().bar().trigger(0); // Try again
    QVERIFY2(bar().contains(QStringLiteral("is not a Jekyll site")), qPrintable(bar()));
    QVERIFY(m_site->workspace().isReadOnly());
}

void FaultsHomeTest::case28_aSuspendedWindowKeepsItsSite()
{
    QProcess other;
    other.start(QStringLiteral(EDITSESSION_PROGRAM),
        { m_site->site(), m_site->path(QStringLiteral("data")), QStringLiteral("1") });
    QVERIFY(other.waitForReadyRead(test::patience));
    QVERIFY(::kill(pid_t(other.processId()), SIGSTOP) == 0);
    // As if it had been suspended for a week: an old lock of a program that lives still counts.
    const QString lock = m_site->data().locks + u'/' + app::pathKey(m_site->site()) + QStringLiteral(".lock");
    const struct timespec past[2] = { { 1000, 0 }, { 1000, 0 } };
    QVERIFY(::utimensat(AT_FDCWD, qPrintable(lock), past, 0) == 0);
    QVERIFY(m_site->open());
    QVERIFY(m_site->workspace().isReadOnly());
    m_site->safety().retryLock();
    QVERIFY(m_site->workspace().isReadOnly());
    ::kill(pid_t(other.processId()), SIGKILL);
    QVERIFY(other.waitForFinished(test::patience));
}

void FaultsHomeTest::case11_aKilledWindowLocksNobodyOut()
{
    QProcess other;
    other.start(QStringLiteral(EDITSESSION_PROGRAM),
        { m_site->site(), m_site->path(QStringLiteral("data")), QStringLiteral("1") });
    QVERIFY(other.waitForReadyRead(test::patience));
    QVERIFY(m_site->open());
    QVERIFY(m_site->workspace().isReadOnly());
    ::kill(pid_t(other.processId()), SIGKILL);
    QVERIFY(other.waitForFinished(test::patience));
    m_site->safety().retryLock();
    QVERIFY(!m_site->workspace().isReadOnly());
}

void FaultsHomeTest::case29_aHomeThatCannotBeWritten()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    const QString data = m_site->path(QStringLiteral("data"));
    QDir().mkpath(data);
    QVERIFY(::chmod(qPrintable(data), 0555) == 0);
    QVERIFY(m_site->open());
    QVERIFY(!m_site->workspace().isReadOnly());
    m_site->type("Hello", "Good day");
    QVERIFY2(bar().contains(QStringLiteral("cannot be kept for recovery")), qPrintable(bar()));
    // One file is old or new without a journal.
    QCOMPARE(m_site->writeInSheet(), QString());
    QVERIFY(test::bytesOf(m_site->pagePath()).contains("Good day"));
    ::chmod(qPrintable(data), 0755);
    // With the home in order again the journal is written, and the next crash loses nothing.
    m_site->type("one", "first");
    QVERIFY(m_site->open());
    QVERIFY(m_site->buffer().contains("first"));
}

void FaultsHomeTest::case29_aHomeThatIsMissingIsMade()
{
    QVERIFY(!QFileInfo::exists(m_site->path(QStringLiteral("data"))));
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    QVERIFY2(bar().isEmpty(), qPrintable(bar()));
    QVERIFY(m_site->open()); // as after a crash
    QVERIFY(m_site->buffer().contains("Good day"));
}

void FaultsHomeTest::case29_damagedSafetyData()
{
    const app::DataFolders folders = m_site->data();
    const QString key = app::pathKey(m_site->site());
    for (const QString& folder : { folders.recovery, folders.exports, folders.locks })
        QDir().mkpath(folder);
    const QByteArray nonsense(4000, '\x7f');
    const QString journal = folders.recovery + u'/' + key + QStringLiteral(".edits");
    QVERIFY(writeFileAtomically(journal, nonsense));
    QVERIFY(writeFileAtomically(folders.exports + QStringLiteral("/x.export"), nonsense));
    QVERIFY(writeFileAtomically(folders.locks + u'/' + key + QStringLiteral(".lock"), nonsense));
    QVERIFY(writeFileAtomically(folders.snapshots, "a file where a folder should be"));
    QVERIFY(m_site->open());
    QVERIFY(QFile::exists(journal + QStringLiteral(".damaged")));
    QVERIFY2(bar().contains(QStringLiteral("cannot be read")) && bar().contains(QStringLiteral(".damaged")),
        qPrintable(bar()));
    QVERIFY(QFile::exists(folders.exports + QStringLiteral("/x.export.damaged")));
    // A damaged store of earlier versions is put aside, and a new one begun.
    m_site->type("Hello", "Good day");
    QCOMPARE(m_site->writeInSheet(), QString());
    QCOMPARE(test::bytesOf(folders.snapshots + QStringLiteral(".damaged")),
        QByteArray("a file where a folder should be"));
    QCOMPARE(m_site->safety().snapshots().list(m_site->pagePath()).size(), 2);
    m_site->window().bar().dismiss(QStringLiteral("export"));
    QVERIFY2(!bar().contains(QStringLiteral("Earlier versions")), qPrintable(bar()));
}

void FaultsHomeTest::case29_versionsThatCannotBeKeptAreToldOnce()
{
    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    const app::DataFolders folders = m_site->data();
    QDir().mkpath(folders.snapshots);
    QVERIFY(::chmod(qPrintable(folders.snapshots), 0555) == 0);
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    QVERIFY(!bar().contains(QStringLiteral("Earlier versions")));
    QCOMPARE(m_site->writeInSheet(), QString());
    // What could not be kept is said, and said once.
    m_site->window().bar().dismiss(QStringLiteral("export"));
    QVERIFY2(bar().contains(QStringLiteral("Earlier versions of files cannot be kept")), qPrintable(bar()));
    m_site->window().bar().dismiss(QStringLiteral("snapshots"));
    m_site->type("one", "first");
    QCOMPARE(m_site->writeInSheet(), QString());
    m_site->window().bar().dismiss(QStringLiteral("export"));
    QVERIFY(!bar().contains(QStringLiteral("Earlier versions")));
    ::chmod(qPrintable(folders.snapshots), 0755);
}

void FaultsHomeTest::case29_nothingThatCannotBeReadIsRemoved()
{
    const app::DataFolders folders = m_site->data();
    QDir().mkpath(folders.recovery);
    const QString journal = folders.recovery + u'/' + app::pathKey(m_site->site()) + QStringLiteral(".edits");
    // The name for damaged ones is taken already.
    QVERIFY(writeFileAtomically(journal + QStringLiteral(".damaged"), "an earlier one"));
    QVERIFY(writeFileAtomically(journal, "no journal"));
    QVERIFY(m_site->open());
    QCOMPARE(test::bytesOf(journal + QStringLiteral(".damaged")), QByteArray("an earlier one"));
    QCOMPARE(test::bytesOf(journal + QStringLiteral(".damaged-2")), QByteArray("no journal"));
    if (::geteuid() == 0)
        return;
    // One that may not be read is no less somebody's work.
    m_site->safety().close();
    QVERIFY(writeFileAtomically(journal, "not to be read"));
    QVERIFY(::chmod(qPrintable(journal), 0) == 0);
    QVERIFY(m_site->open());
    const QString third = journal + QStringLiteral(".damaged-3");
    QVERIFY(QFile::exists(third));
    QVERIFY(::chmod(qPrintable(third), 0600) == 0);
    QCOMPARE(test::bytesOf(third), QByteArray("not to be read"));
}

void FaultsHomeTest::case29_damagedSettings()
{
    QVERIFY(writeFileAtomically(m_site->path(QStringLiteral("settings.ini")),
        "[appearance\ntheme=\x01\xff nonsense\n%%%\n[recent]\nsize=999999999\n"));
    QVERIFY(m_site->open());
    QCOMPARE(m_site->buffer(), test::faultText);
}

void FaultsHomeTest::case29_aFullDiskLeavesTheOldSettings()
{
    const QString path = m_site->path(QStringLiteral("kept/lectern.ini"));
    {
        app::SettingsStore settings(path);
        settings.setSpelling({ { QStringLiteral("Lectern") }, {} });
    }
    const QByteArray old = test::bytesOf(path);
    QVERIFY(old.contains("Lectern"));
    // No file may grow beyond what is left of the "disk".
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited {};
    QVERIFY(::getrlimit(RLIMIT_FSIZE, &unlimited) == 0);
    for (const rlim_t room : { rlim_t(100), rlim_t(4096) }) {
        const rlimit small { room, unlimited.rlim_max };
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        {
            app::SettingsStore settings(path);
            QStringList words;
            for (int i = 0; i < 2000; ++i)
                words.append(QStringLiteral("word%1").arg(i));
            settings.setSpelling({ words, {} });
        }
        QVERIFY(::setrlimit(RLIMIT_FSIZE, &unlimited) == 0);
        QCOMPARE(test::bytesOf(path), old);
    }
    std::signal(SIGXFSZ, before);
    // What could not be written is not forgotten: with room again all of it is.
    QCOMPARE(app::SettingsStore(path).spelling().ownWords.size(), 2000);
    QVERIFY(test::bytesOf(path).contains("word1999"));
}

void FaultsHomeTest::case30_withoutNoticesOfTheSystem()
{
    // Every instance that the user may have is taken.
    std::vector<int> taken;
    for (int fd = ::inotify_init1(IN_CLOEXEC); fd >= 0 && taken.size() < 4096;
         fd = ::inotify_init1(IN_CLOEXEC))
        taken.push_back(fd);
    QVERIFY(m_site->open());
    const QByteArray theirs = QByteArray(test::faultText).replace("two", "zwei");
    m_site->write(test::faultPage, theirs);
    QTRY_COMPARE(m_site->buffer(), theirs);
    for (const int fd : taken)
        ::close(fd);
}

LECTERN_GUI_MAIN(FaultsHomeTest)
#include "tst_faultshome.moc"
