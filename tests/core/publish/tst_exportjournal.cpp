// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/publish/exportjournal.h"
#include "tests/support/faultsweep.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

using namespace lectern;
using publish::RecoveredExport;

class ExportJournalTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void allFilesAreWrittenAndNothingIsLeft();
    void aFailureInTheMiddlePutsTheRestBack();
    void anExportWithoutJournalFolderIsRefusedForSeveralFiles();
    void aRunningExportIsLeftAlone();
    void foreignChangesSurviveRecovery();
    void aDamagedJournalIsMovedAside();
    void case02_everyErrorEndsOldOrNew_data();
    void case02_everyErrorEndsOldOrNew();
    void case03_everyKillEndsOldOrNew_data();
    void case03_everyKillEndsOldOrNew();
    void case05_everyKillAmongSeveralFilesEndsOldOrNew_data();
    void case05_everyKillAmongSeveralFilesEndsOldOrNew();
    void case05_everyFaultOfTheRecoveryEndsOldOrNew_data();
    void case05_everyFaultOfTheRecoveryEndsOldOrNew();

private:
    static void rows(std::initializer_list<const char*> faults, std::initializer_list<int> counts);
    void sweep();
    void prepare();
    void write(const QString& relative, const QByteArray& bytes);
    [[nodiscard]] QMap<QString, QByteArray> tree() const;
    [[nodiscard]] publish::ExportPlan plan() const;
    [[nodiscard]] QString site() const { return m_folder->filePath(QStringLiteral("site")); }
    [[nodiscard]] QString journals() const { return m_folder->filePath(QStringLiteral("journals")); }
    [[nodiscard]] QMap<QString, QByteArray> oldTree() const;
    [[nodiscard]] QMap<QString, QByteArray> newTree(int count = 3) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString page = QStringLiteral("_pages/about.md");
const QString fresh = QStringLiteral("new/deep/page.md");
const QString data = QStringLiteral("_data/navigation.yml");

QStringList left(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

} // namespace

void ExportJournalTest::init()
{
    Suite::init();
    prepare();
}

void ExportJournalTest::prepare()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(page, QByteArray(20000, 'o'));
    write(data, "o");
}

void ExportJournalTest::write(const QString& relative, const QByteArray& bytes)
{
    const QString path = site() + u'/' + relative;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Every file and folder of the site.
QMap<QString, QByteArray> ExportJournalTest::tree() const
{
    QMap<QString, QByteArray> all;
    QDirIterator entries(site(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString path = entries.next();
        all.insert(QDir(site()).relativeFilePath(path), QFileInfo(path).isDir() ? QByteArray("/") : test::bytesOf(path));
    }
    return all;
}

QMap<QString, QByteArray> ExportJournalTest::oldTree() const
{
    return {{QStringLiteral("_pages"), "/"}, {page, QByteArray(20000, 'o')}, {QStringLiteral("_data"), "/"}, {data, "o"}};
}

QMap<QString, QByteArray> ExportJournalTest::newTree(int count) const
{
    auto tree = oldTree();
    tree[page] = QByteArray(30000, 'n');
    if (count == 3) {
        tree[data] = "n";
        tree[QStringLiteral("new")] = "/";
        tree[QStringLiteral("new/deep")] = "/";
        tree[fresh] = QByteArray(100, 'n');
    }
    return tree;
}

publish::ExportPlan ExportJournalTest::plan() const
{
    publish::ExportPlan plan {site(), {}, {}};
    plan.files.push_back({page, QByteArray(20000, 'o'), QByteArray(30000, 'n'), false});
    plan.files.push_back({fresh, std::nullopt, QByteArray(100, 'n'), false});
    plan.files.push_back({data, QByteArray("o"), QByteArray("n"), false});
    return plan;
}

void ExportJournalTest::allFilesAreWrittenAndNothingIsLeft()
{
    const auto outcome = publish::writeExport(plan(), journals());
    QVERIFY(!outcome.failure);
    QCOMPARE(outcome.written.size(), 3);
    QCOMPARE(tree(), newTree());
    QVERIFY(left(journals()).isEmpty());
}

void ExportJournalTest::aFailureInTheMiddlePutsTheRestBack()
{
    write(data, "somebody else's");
    const auto before = tree();
    const auto outcome = publish::writeExport(plan(), journals());
    QVERIFY(outcome.failure);
    QCOMPARE(outcome.failure->code, ErrorCode::ChangedOnDisk);
    QVERIFY(outcome.written.isEmpty());
    QCOMPARE(tree(), before);
    QVERIFY(left(journals()).isEmpty());
}

void ExportJournalTest::anExportWithoutJournalFolderIsRefusedForSeveralFiles()
{
    const QString blocked = m_folder->filePath(QStringLiteral("blocked"));
    QVERIFY(writeFileAtomically(blocked, "a file, not a folder"));
    const auto outcome = publish::writeExport(plan(), blocked);
    QVERIFY(outcome.failure);
    QCOMPARE(tree(), oldTree());
    auto single = plan();
    single.files.resize(1);
    // One file is old or new without a journal.
    QVERIFY(!publish::writeExport(single, blocked).failure);
    QCOMPARE(tree(), newTree(1));
}

void ExportJournalTest::aRunningExportIsLeftAlone()
{
    auto journal = publish::ExportJournal::begin(journals(), plan(), {});
    QVERIFY(journal);
    QVERIFY(publish::writePlanned(plan(), plan().files[0]));
    QVERIFY(publish::recoverExports(journals()).empty());
    journal->remove();
}

void ExportJournalTest::foreignChangesSurviveRecovery()
{
    {
        const auto journal = publish::ExportJournal::begin(journals(), plan(), publish::missingFolders(plan()));
        QVERIFY(journal);
        QVERIFY(publish::writePlanned(plan(), plan().files[0]));
    }
    write(data, "somebody else's");
    const auto ended = publish::recoverExports(journals());
    QCOMPARE(ended.size(), size_t(1));
    QCOMPARE(ended[0].end, RecoveredExport::End::RolledBack);
    auto expected = oldTree();
    expected[data] = "somebody else's";
    QCOMPARE(tree(), expected);
    QVERIFY(left(journals()).isEmpty());
}

void ExportJournalTest::aDamagedJournalIsMovedAside()
{
    QDir().mkpath(journals());
    QVERIFY(writeFileAtomically(journals() + QStringLiteral("/abc.export"), "nonsense of more than a few bytes, no journal"));
    QVERIFY(publish::recoverExports(journals()).empty());
    QCOMPARE(left(journals()), QStringList {QStringLiteral("abc.export.damaged")});
    QCOMPARE(tree(), oldTree());
}

void ExportJournalTest::case02_everyErrorEndsOldOrNew_data() { rows({"error=EIO", "error=ENOSPC"}, {1, 3}); }
void ExportJournalTest::case02_everyErrorEndsOldOrNew() { sweep(); }
void ExportJournalTest::case03_everyKillEndsOldOrNew_data() { rows({"signal=SIGKILL"}, {1}); }
void ExportJournalTest::case03_everyKillEndsOldOrNew() { sweep(); }
void ExportJournalTest::case05_everyKillAmongSeveralFilesEndsOldOrNew_data() { rows({"signal=SIGKILL"}, {3}); }
void ExportJournalTest::case05_everyKillAmongSeveralFilesEndsOldOrNew() { sweep(); }

void ExportJournalTest::rows(std::initializer_list<const char*> faults, std::initializer_list<int> counts)
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("files");
    for (const char* call : {"write", "fsync", "rename", "renameat2", "fchmod", "unlink", "mkdir"}) {
        for (const char* what : faults) {
            for (const int files : counts)
                QTest::addRow("%s %s %d", call, what, files) << QString::fromLatin1(call) << QString::fromLatin1(what) << files;
        }
    }
}

void ExportJournalTest::sweep()
{
    if (!test::canInjectFaults())
        QSKIP("strace is not installed, or may not trace here");
    QFETCH(QString, call);
    QFETCH(QString, what);
    QFETCH(int, files);
    int when = 1;
    for (;; ++when) {
        prepare();
        const auto run = test::runWithFault(
            QStringLiteral(EXPORTFILES_PROGRAM), {site(), journals(), QString::number(files)}, {call, what, {}}, when);
        if (!run.wasInjected)
            break;
        const auto context = QStringLiteral("%1 %2 number %3").arg(call, what).arg(when);
        if (run.output.startsWith("ok"))
            QVERIFY2(tree() == newTree(files), qPrintable(context));
        publish::recoverExports(journals());
        for (const QString& folder : {QStringLiteral("."), QStringLiteral("_pages"), QStringLiteral("_data")})
            sweepTemporaryFiles(QDir(site()).filePath(folder));
        const auto now = tree();
        QVERIFY2(now == oldTree() || now == newTree(files), qPrintable(context + u'\n' + now.keys().join(u' ')));
        QVERIFY2(left(journals()).isEmpty(), qPrintable(context + left(journals()).join(u' ')));
        QVERIFY(when < 100);
    }
    qInfo("%d faults", when - 1);
}

void ExportJournalTest::case05_everyFaultOfTheRecoveryEndsOldOrNew_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("what");
    for (const char* call : {"write", "fsync", "renameat2", "unlink"}) {
        for (const char* what : {"error=EIO", "signal=SIGKILL"})
            QTest::addRow("%s %s", call, what) << QString::fromLatin1(call) << QString::fromLatin1(what);
    }
}

void ExportJournalTest::case05_everyFaultOfTheRecoveryEndsOldOrNew()
{
    if (!test::canInjectFaults())
        QSKIP("strace is not installed, or may not trace here");
    QFETCH(QString, call);
    QFETCH(QString, what);
    for (const bool back : {false, true}) {
        for (int when = 1;; ++when) {
            QVERIFY(when < 60);
            prepare();
            {
                auto journal = publish::ExportJournal::begin(journals(), plan(), publish::missingFolders(plan()));
                QVERIFY(journal);
                QVERIFY(publish::writePlanned(plan(), plan().files[0]));
                if (back)
                    QVERIFY(journal->turnBack());
            }
            const auto run = test::runWithFault(
                QStringLiteral(EXPORTFILES_PROGRAM), {QStringLiteral("--recover"), journals()}, {call, what, {}}, when);
            publish::recoverExports(journals());
            const auto now = tree();
            const auto context = QStringLiteral("%1 %2 number %3").arg(call, what).arg(when);
            QVERIFY2(now == oldTree() || now == newTree(), qPrintable(context + u'\n' + now.keys().join(u' ')));
            QVERIFY2(left(journals()).isEmpty(), qPrintable(context));
            if (!run.wasInjected) {
                QCOMPARE(now, back ? oldTree() : newTree());
                break;
            }
        }
    }
}

LECTERN_GUILESS_MAIN(ExportJournalTest)
#include "tst_exportjournal.moc"
