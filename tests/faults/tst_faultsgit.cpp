// SPDX-License-Identifier: GPL-3.0-or-later
// Fault cases about the git repository around a site. The program publishes nothing, so nothing here commits:
// what is asked is that a repository in any state can be worked in and that its .git is neither obeyed nor
// touched.
#include "tests/faults/faultsite.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

#include <sys/stat.h>

using namespace lectern;

class FaultsGitTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void case23_statesOfAnOperation_data();
    void case23_statesOfAnOperation();
    void case24_nothingOfAHostileConfigurationRuns();
    void case24_aConfigurationThatIsNoFile();
    void case25_everyKindOfRepositoryOpens_data();
    void case25_everyKindOfRepositoryOpens();
    void case27_aStaleLockIsLeftAlone();

private:
    /// Runs git in the site; false where it fails.
    bool git(const QStringList& arguments, const QString& folder = {}) const;
    /// An empty repository with the site as its first commit.
    bool commitAll(const QStringList& initOptions = {}) const;
    /// Every file below .git, with its bytes.
    [[nodiscard]] QMap<QString, QByteArray> repository() const;
    /// Opens, edits, reviews and writes, as in any other site.
    void work();
    std::unique_ptr<test::FaultSite> m_site;
};

void FaultsGitTest::init()
{
    Suite::init();
    m_site = std::make_unique<test::FaultSite>();
}

bool FaultsGitTest::git(const QStringList& arguments, const QString& folder) const
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QStringLiteral("git"),
        QStringList { QStringLiteral("-C"), folder.isEmpty() ? m_site->site() : folder, QStringLiteral("-c"),
            QStringLiteral("user.name=a"), QStringLiteral("-c"), QStringLiteral("user.email=a@a.example"),
            QStringLiteral("-c"), QStringLiteral("protocol.file.allow=always") }
            + arguments);
    return process.waitForFinished(test::patience) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0;
}

bool FaultsGitTest::commitAll(const QStringList& initOptions) const
{
    return git(QStringList { QStringLiteral("init"), QStringLiteral("-q"), QStringLiteral("-b"),
                   QStringLiteral("main") }
               + initOptions)
        && git({ QStringLiteral("add"), QStringLiteral(".") })
        && git({ QStringLiteral("commit"), QStringLiteral("-qm"), QStringLiteral("first") });
}

QMap<QString, QByteArray> FaultsGitTest::repository() const
{
    QMap<QString, QByteArray> found;
    QDirIterator files(
        m_site->site() + QStringLiteral("/.git"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        found.insert(file, test::bytesOf(file));
    }
    return found;
}

void FaultsGitTest::work()
{
    const QMap<QString, QByteArray> before = repository();
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    QCOMPARE(m_site->writeInSheet(), QString());
    QVERIFY(test::bytesOf(m_site->pagePath()).contains("Good day"));
    QVERIFY(repository() == before);
}

void FaultsGitTest::case23_statesOfAnOperation_data()
{
    QTest::addColumn<QString>("operation");
    for (const char* operation : { "merge", "rebase", "cherry-pick", "revert" })
        QTest::newRow(operation) << QString::fromLatin1(operation);
}

void FaultsGitTest::case23_statesOfAnOperation()
{
    QFETCH(QString, operation);
    const auto commit = [this](const QByteArray& line) {
        m_site->write(test::faultPage, QByteArray(test::faultText).replace("two", line));
        return git({ QStringLiteral("commit"), QStringLiteral("-qam"), QString::fromLatin1(line) });
    };
    QVERIFY(commitAll());
    QVERIFY(git({ QStringLiteral("branch"), QStringLiteral("other") }));
    QVERIFY(commit("mine"));
    QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("other") })
        && commit("theirs"));
    QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("main") }));
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    if (operation == QLatin1StringView("revert")) {
        QVERIFY(commit("mine again"));
        QVERIFY(!git({ QStringLiteral("revert"), QStringLiteral("--no-edit"), QStringLiteral("HEAD~1") }));
    } else {
        QVERIFY(!git({ operation, QStringLiteral("other") }));
    }
    const QByteArray conflicted = test::bytesOf(m_site->pagePath());
    QVERIFY(conflicted.contains("<<<<<<<"));
    QTRY_VERIFY(m_site->window().bar().text().contains(QStringLiteral("conflict marks")));
    QVERIFY(!m_site->buffer().contains("<<<<<<<"));
    // Nothing is written over what git left to be resolved.
    QVERIFY(!m_site->writeInSheet().isEmpty());
    QCOMPARE(test::bytesOf(m_site->pagePath()), conflicted);
    QVERIFY(git({ operation, QStringLiteral("--abort") }));
    QTRY_VERIFY(!m_site->window().bar().text().contains(QStringLiteral("conflict marks")));
    QVERIFY(m_site->buffer().contains("Good day"));
    QCOMPARE(m_site->writeInSheet(), QString());
}

void FaultsGitTest::case24_nothingOfAHostileConfigurationRuns()
{
    QVERIFY(commitAll());
    const QString canary = m_site->path(QStringLiteral("canary"));
    const QString script = m_site->path(QStringLiteral("hostile.sh"));
    QFile file(script);
    QVERIFY(file.open(QIODevice::WriteOnly)
        && file.write("#!/bin/sh\necho \"$0\" >>'" + canary.toUtf8() + "'\ncat\n") > 0);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QFile config(m_site->site() + QStringLiteral("/.git/config"));
    QVERIFY(config.open(QIODevice::Append));
    config.write("[core]\n\tfsmonitor = SCRIPT\n\thooksPath = FOLDER\n\tsshCommand = SCRIPT\n\tpager = "
                 "SCRIPT\n\teditor = SCRIPT\n"
                 "[filter \"x\"]\n\tclean = SCRIPT\n\tsmudge = SCRIPT\n[diff]\n\texternal = SCRIPT\n"
                 "[remote \"origin\"]\n\turl = ext::SCRIPT\n[credential]\n\thelper = !SCRIPT\n");
    config.close();
    QByteArray text = test::bytesOf(config.fileName());
    text.replace("SCRIPT", script.toUtf8()).replace("FOLDER", m_site->path({}).toUtf8());
    QVERIFY(config.open(QIODevice::WriteOnly) && config.write(text) == text.size());
    config.close();
    m_site->write(QStringLiteral(".gitattributes"), "* filter=x diff=x\n");
    work();
    QVERIFY(!QFile::exists(canary));
    // The test of the test: what git does with it.
    (void)git({ QStringLiteral("status") });
    QVERIFY(QFile::exists(canary));
}

void FaultsGitTest::case24_aConfigurationThatIsNoFile()
{
    QVERIFY(QDir().mkpath(m_site->site() + QStringLiteral("/.git")));
    QVERIFY(::mkfifo(qPrintable(m_site->site() + QStringLiteral("/.git/config")), 0600) == 0);
    // Whoever waits for the other end of the pipe waits for ever: the test's time limit would end it.
    QVERIFY(m_site->open());
    m_site->type("Hello", "Good day");
    QCOMPARE(m_site->writeInSheet(), QString());
}

void FaultsGitTest::case25_everyKindOfRepositoryOpens_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : { "unborn branch", "detached head", "sha256", "worktree", "shallow", "submodule",
             "diverged", "bisect" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void FaultsGitTest::case25_everyKindOfRepositoryOpens()
{
    QFETCH(QString, kind);
    const QString elsewhere = m_site->path(QStringLiteral("elsewhere"));
    if (kind == QLatin1StringView("unborn branch")) {
        QVERIFY(git({ QStringLiteral("init"), QStringLiteral("-q") }));
    } else if (kind == QLatin1StringView("sha256")) {
        QVERIFY(commitAll({ QStringLiteral("--object-format=sha256") }));
    } else {
        QVERIFY(commitAll());
    }
    if (kind == QLatin1StringView("detached head")) {
        QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("--detach") }));
    } else if (kind == QLatin1StringView("bisect")) {
        QVERIFY(git({ QStringLiteral("bisect"), QStringLiteral("start") }));
    } else if (kind == QLatin1StringView("diverged")) {
        QVERIFY(git({ QStringLiteral("checkout"), QStringLiteral("-q"), QStringLiteral("--orphan"),
            QStringLiteral("other") }));
        QVERIFY(git({ QStringLiteral("commit"), QStringLiteral("-qam"), QStringLiteral("another first") }));
        QVERIFY(git({ QStringLiteral("branch"), QStringLiteral("-u"), QStringLiteral("main") }));
    } else if (kind == QLatin1StringView("worktree") || kind == QLatin1StringView("shallow")
        || kind == QLatin1StringView("submodule")) {
        // The site is then what git put there anew, where .git may be a file.
        QVERIFY(QDir().rename(m_site->site(), elsewhere));
        if (kind == QLatin1StringView("worktree")) {
            QVERIFY(git(
                { QStringLiteral("worktree"), QStringLiteral("add"), QStringLiteral("-q"), m_site->site() },
                elsewhere));
        } else if (kind == QLatin1StringView("shallow")) {
            QVERIFY(git({ QStringLiteral("clone"), QStringLiteral("-q"), QStringLiteral("--depth=1"),
                            QStringLiteral("file://") + elsewhere, m_site->site() },
                elsewhere));
        } else {
            const QString outer = m_site->path(QStringLiteral("outer"));
            QVERIFY(QDir().mkpath(outer) && git({ QStringLiteral("init"), QStringLiteral("-q") }, outer));
            QVERIFY(git({ QStringLiteral("submodule"), QStringLiteral("--quiet"), QStringLiteral("add"),
                            elsewhere, QStringLiteral("site") },
                outer));
            QVERIFY(QFile::link(outer + QStringLiteral("/site"), m_site->site()));
        }
        QVERIFY(QFile::exists(m_site->pagePath()));
    }
    work();
}

void FaultsGitTest::case27_aStaleLockIsLeftAlone()
{
    QVERIFY(commitAll());
    m_site->write(QStringLiteral(".git/index.lock"), {});
    work();
    QVERIFY(QFile::exists(m_site->site() + QStringLiteral("/.git/index.lock")));
}

LECTERN_GUI_MAIN(FaultsGitTest)
#include "tst_faultsgit.moc"
