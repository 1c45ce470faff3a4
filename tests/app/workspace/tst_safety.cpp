// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/safety.h"
#include "app/workspace/workspace.h"
#include "core/base/atomicfile.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace lectern;
using namespace lectern::app;

class SafetyTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void editsComeBackAfterACrash();
    void closingOnPurposeRecoversNothingAndKeepsTheText();
    void recoveryMergesWithAChangedFile();
    void recoveryAsksAboutTheSameField();
    void aFileThatIsGoneGoesToTheVersions();
    void discardingIsOneUndoableStep();
    void theNumberOfEditsSurvivesSeveralCrashes();
    void exportedEditsAreNotRecovered();
    void aCleanFileIsReadAgain_data();
    void aCleanFileIsReadAgain();
    void anEditedFileIsMerged();
    void theSamePlaceIsAskedAbout();
    void aFileThatIsLostIsSaidOnce();
    void conflictMarkersAreNotTakenIn();
    void theSecondWindowOnlyLooks();
    void snapshotsAreVerifiedAndLimited();
    void aDamagedSnapshotIsMovedAside();

private:
    struct Session {
        explicit Session(const QString& data) : safety(workspace, DataFolders::below(data)) {}
        Workspace workspace;
        Safety safety;
    };
    std::unique_ptr<Session> session() const { return std::make_unique<Session>(m_folder->filePath(QStringLiteral("data"))); }
    std::unique_ptr<Session> opened() const;
    /// As kill -9 leaves it: nothing is closed, the lock's program is gone.
    void crash(std::unique_ptr<Session>& session) const;
    void write(const QString& relative, const QByteArray& bytes) const;
    void type(Workspace& workspace, const QByteArray& before, const QByteArray& after) const;
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    QString pagePath() const { return path(QStringLiteral("site/_pages/about.md")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString page = QStringLiteral("_pages/about.md");
const QByteArray about = "---\npermalink: /\n---\n\nHello.\n\n# News\n- *2024*: one\n- *2023*: two\n";

QByteArray replaced(QByteArray text, const QByteArray& before, const QByteArray& after) { return text.replace(before, after); }

} // namespace

void SafetyTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("site/_config.yml"), "title: x\n");
    write(QStringLiteral("site/") + page, about);
    write(QStringLiteral("site/_pages/b.md"), "---\npermalink: /b/\n---\nB\n");
}

void SafetyTest::write(const QString& relative, const QByteArray& bytes) const
{
    QDir().mkpath(QFileInfo(path(relative)).path());
    QFile file(path(relative));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

std::unique_ptr<SafetyTest::Session> SafetyTest::opened() const
{
    auto made = session();
    if (!made->workspace.open(path(QStringLiteral("site"))))
        qFatal("the site does not open");
    return made;
}

void SafetyTest::crash(std::unique_ptr<Session>& session) const { session.reset(); }

void SafetyTest::type(Workspace& workspace, const QByteArray& before, const QByteArray& after) const
{
    const QByteArray text = workspace.file(page)->bytes();
    const qsizetype at = text.indexOf(before);
    QVERIFY(at >= 0);
    workspace.pushPage({replacement(text, {at, at + before.size()}, after)}, QStringLiteral("Type"), EditSource::Form);
}

void SafetyTest::editsComeBackAfterACrash()
{
    auto first = opened();
    QVERIFY(first->workspace.setCurrentPage(QStringLiteral("_pages/b.md")));
    QVERIFY(first->workspace.setCurrentPage(page));
    type(first->workspace, "Hello", "Good day");
    type(first->workspace, "two", "second");
    crash(first);
    QCOMPARE(test::bytesOf(pagePath()), about);

    auto second = session();
    QSignalSpy recovered(&second->safety.recovery(), &Recovery::recovered);
    QVERIFY(second->workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(recovered.size(), 1);
    const auto report = recovered[0][0].value<RecoveryReport>();
    QCOMPARE(report.edits, 2);
    QCOMPARE(report.files, QStringList {page});
    QVERIFY(!report.wasMerged);
    const QByteArray expected = replaced(replaced(about, "Hello", "Good day"), "two", "second");
    QCOMPARE(second->workspace.file(page)->bytes(), expected);
    QCOMPARE(second->workspace.savedBytes(page), about);
    // And once more, without a new edit.
    crash(second);
    auto third = opened();
    QCOMPARE(third->workspace.file(page)->bytes(), expected);
    third->workspace.undoStack()->undo();
    QCOMPARE(third->workspace.file(page)->bytes(), about);
}

void SafetyTest::closingOnPurposeRecoversNothingAndKeepsTheText()
{
    auto first = opened();
    type(first->workspace, "Hello", "Good day");
    first->safety.close();
    crash(first);
    auto second = opened();
    QCOMPARE(second->workspace.file(page)->bytes(), about);
    const auto versions = second->safety.snapshots().list(pagePath());
    QCOMPARE(versions.size(), 1);
    QCOMPARE(*second->safety.snapshots().read(versions[0]), replaced(about, "Hello", "Good day"));
}

void SafetyTest::recoveryMergesWithAChangedFile()
{
    auto first = opened();
    type(first->workspace, "Hello", "Good day");
    crash(first);
    write(QStringLiteral("site/") + page, replaced(about, "two", "zwei"));
    auto second = session();
    QSignalSpy recovered(&second->safety.recovery(), &Recovery::recovered);
    QVERIFY(second->workspace.open(path(QStringLiteral("site"))));
    QVERIFY(recovered[0][0].value<RecoveryReport>().wasMerged);
    QCOMPARE(second->workspace.file(page)->bytes(), replaced(replaced(about, "Hello", "Good day"), "two", "zwei"));
    QCOMPARE(second->workspace.savedBytes(page), replaced(about, "two", "zwei"));
}

void SafetyTest::recoveryAsksAboutTheSameField()
{
    auto first = opened();
    type(first->workspace, "Hello.", "Mine.");
    crash(first);
    write(QStringLiteral("site/") + page, replaced(about, "Hello.", "Theirs."));
    auto second = session();
    QSignalSpy conflicted(&second->safety.recovery(), &Recovery::conflicted);
    QVERIFY(second->workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(conflicted.size(), 1);
    QCOMPARE(second->workspace.file(page)->bytes(), replaced(about, "Hello.", "Mine."));
    const auto conflicts = conflicted[0][1].value<std::vector<publish::MergeConflict>>();
    QCOMPARE(conflicts.size(), size_t(1));
    QVERIFY(conflicts[0].theirs.contains("Theirs."));
}

void SafetyTest::aFileThatIsGoneGoesToTheVersions()
{
    const QString other = QStringLiteral("_pages/b.md");
    auto first = opened();
    QVERIFY(first->workspace.file(other));
    first->workspace.push({{other, {{0, {}, "x"}}}}, QStringLiteral("Type"), EditSource::Form);
    crash(first);
    QVERIFY(QFile::remove(path(QStringLiteral("site/") + other)));
    auto second = session();
    QSignalSpy recovered(&second->safety.recovery(), &Recovery::recovered);
    QVERIFY(second->workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(recovered[0][0].value<RecoveryReport>().unplaced, QStringList {other});
    QCOMPARE(second->safety.snapshots().list(path(QStringLiteral("site/") + other)).size(), 1);
}

void SafetyTest::discardingIsOneUndoableStep()
{
    auto first = opened();
    type(first->workspace, "Hello", "Good day");
    crash(first);
    auto second = opened();
    second->safety.recovery().discard();
    QCOMPARE(second->workspace.file(page)->bytes(), about);
    QVERIFY(second->workspace.changedFiles().isEmpty());
    QCOMPARE(second->safety.snapshots().list(pagePath()).size(), 1);
    second->workspace.undoStack()->undo();
    QCOMPARE(second->workspace.file(page)->bytes(), replaced(about, "Hello", "Good day"));
}

void SafetyTest::theNumberOfEditsSurvivesSeveralCrashes()
{
    auto first = opened();
    type(first->workspace, "Hello", "Good day");
    type(first->workspace, "two", "second");
    crash(first);
    auto second = opened();
    type(second->workspace, "one", "first");
    crash(second);
    auto third = session();
    QSignalSpy recovered(&third->safety.recovery(), &Recovery::recovered);
    QVERIFY(third->workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(recovered[0][0].value<RecoveryReport>().edits, 3);
}

void SafetyTest::exportedEditsAreNotRecovered()
{
    auto first = opened();
    type(first->workspace, "Hello", "Good day");
    const QByteArray written = first->workspace.file(page)->bytes();
    QVERIFY(writeFileAtomically(pagePath(), written));
    first->workspace.markSaved(page, written);
    crash(first);
    auto second = session();
    QSignalSpy recovered(&second->safety.recovery(), &Recovery::recovered);
    QVERIFY(second->workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(recovered.size(), 0);
}

void SafetyTest::aCleanFileIsReadAgain_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("written in place") << 0;
    QTest::newRow("renamed over") << 1;
    QTest::newRow("removed and made anew") << 2;
}

void SafetyTest::aCleanFileIsReadAgain()
{
    QFETCH(int, way);
    auto open = opened();
    QSignalSpy changed(&open->workspace, &Workspace::changed);
    for (const QByteArray& word : {QByteArray("zwei"), QByteArray("deux"), QByteArray("dos")}) {
        const QByteArray text = replaced(about, "two", word);
        if (way == 1) {
            QVERIFY(writeFileAtomically(pagePath(), text));
        } else {
            if (way == 2)
                QVERIFY(QFile::remove(pagePath()));
            write(QStringLiteral("site/") + page, text);
        }
        QTRY_COMPARE(open->workspace.file(page)->bytes(), text);
        QVERIFY(open->workspace.changedFiles().isEmpty());
        QCOMPARE(changed.last().at(1).value<EditSource>(), EditSource::Reload);
    }
}

void SafetyTest::anEditedFileIsMerged()
{
    auto open = opened();
    QSignalSpy tookIn(&open->safety.outside(), &OutsideChanges::tookIn);
    type(open->workspace, "one", "first");
    write(QStringLiteral("site/") + page, replaced(about, "two", "zwei"));
    QTRY_COMPARE(tookIn.size(), 1);
    QVERIFY(tookIn[0][0].value<OutsideChange>().wasEdited);
    QCOMPARE(open->workspace.file(page)->bytes(), replaced(replaced(about, "one", "first"), "two", "zwei"));
    QCOMPARE(open->workspace.savedBytes(page), replaced(about, "two", "zwei"));
    // Undo reaches back over it: first the other program's change, then one's own.
    open->workspace.undoStack()->undo();
    QCOMPARE(open->workspace.file(page)->bytes(), replaced(about, "one", "first"));
    open->workspace.undoStack()->undo();
    QCOMPARE(open->workspace.file(page)->bytes(), about);
    open->workspace.undoStack()->redo();
    open->workspace.undoStack()->redo();
    QCOMPARE(open->workspace.file(page)->bytes(), replaced(replaced(about, "one", "first"), "two", "zwei"));
}

void SafetyTest::theSamePlaceIsAskedAbout()
{
    auto open = opened();
    QSignalSpy conflicted(&open->safety.outside(), &OutsideChanges::conflicted);
    type(open->workspace, "Hello.", "Mine.");
    write(QStringLiteral("site/") + page, replaced(about, "Hello.", "Theirs."));
    QTRY_COMPARE(conflicted.size(), 1);
    QCOMPARE(open->workspace.file(page)->bytes(), replaced(about, "Hello.", "Mine."));
    // Both versions are among the earlier ones as well.
    QCOMPARE(open->safety.snapshots().list(pagePath()).size(), 2);
}

void SafetyTest::aFileThatIsLostIsSaidOnce()
{
    auto open = opened();
    type(open->workspace, "Hello", "Good day");
    QSignalSpy lost(&open->safety.outside(), &OutsideChanges::lost);
    QSignalSpy mended(&open->safety.outside(), &OutsideChanges::mended);
    QVERIFY(QDir().rename(path(QStringLiteral("site")), path(QStringLiteral("elsewhere"))));
    QTRY_VERIFY(lost.size() > 0);
    QCOMPARE(lost.size(), int(open->workspace.openFiles().size()));
    QVERIFY(open->workspace.file(page)->bytes().contains("Good day"));
    QVERIFY(QDir().rename(path(QStringLiteral("elsewhere")), path(QStringLiteral("site"))));
    QTRY_COMPARE(mended.size(), lost.size());
}

void SafetyTest::conflictMarkersAreNotTakenIn()
{
    auto open = opened();
    QSignalSpy unmerged(&open->safety.outside(), &OutsideChanges::unmerged);
    write(QStringLiteral("site/") + page, "<<<<<<< HEAD\n" + about + "=======\nx\n>>>>>>> other\n");
    QTRY_COMPARE(unmerged.size(), 1);
    QCOMPARE(open->workspace.file(page)->bytes(), about);
    write(QStringLiteral("site/") + page, replaced(about, "two", "zwei"));
    QTRY_COMPARE(open->workspace.file(page)->bytes(), replaced(about, "two", "zwei"));
}

void SafetyTest::theSecondWindowOnlyLooks()
{
    auto first = opened();
    QVERIFY(!first->workspace.isReadOnly());
    auto second = session();
    QSignalSpy locked(&second->safety, &Safety::lockedElsewhere);
    QVERIFY(second->workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(locked.size(), 1);
    type(second->workspace, "Hello", "Good day");
    QCOMPARE(second->workspace.file(page)->bytes(), about);
    // The second window has not taken the first one's journal for a crash.
    type(first->workspace, "Hello", "Good day");
    second->safety.retryLock();
    QVERIFY(second->workspace.isReadOnly());
    first->safety.close();
    second->safety.retryLock();
    QVERIFY(!second->workspace.isReadOnly());
}

void SafetyTest::snapshotsAreVerifiedAndLimited()
{
    Snapshots store(path(QStringLiteral("store")), {5, 4000});
    const QDateTime start = QDateTime::currentDateTime();
    for (int i = 0; i < 9; ++i)
        QVERIFY(store.keep(pagePath(), QByteArray::number(i), SnapshotReason::Editing, start.addSecs(i)));
    QVERIFY(store.keep(pagePath(), "8", SnapshotReason::Editing, start.addSecs(20)));
    auto versions = store.list(pagePath());
    QCOMPARE(versions.size(), 5);
    QCOMPARE(*store.read(versions.first()), QByteArray("8"));
    QCOMPARE(*store.read(versions.last()), QByteArray("4"));
    // A clock that was set back does not put the newest behind.
    QVERIFY(store.keep(pagePath(), "later", SnapshotReason::Editing, start.addSecs(-5000)));
    QCOMPARE(*store.read(store.list(pagePath()).first()), QByteArray("later"));
    // The same name in another folder is another file; what is too much in all goes, the oldest first.
    QByteArray noise;
    for (int i = 0; i < 3000; ++i)
        noise += char(i * 7919 % 251 + i / 97);
    QVERIFY(store.keep(path(QStringLiteral("other/about.md")), noise, SnapshotReason::Editing, start.addSecs(100)));
    QCOMPARE(store.list(path(QStringLiteral("other/about.md"))).size(), 1);
    QVERIFY(!store.list(pagePath()).isEmpty());
}

void SafetyTest::aDamagedSnapshotIsMovedAside()
{
    Snapshots store(path(QStringLiteral("store")));
    QVERIFY(store.keep(pagePath(), "good", SnapshotReason::Editing));
    const QString stored = store.list(pagePath()).first().store;
    QByteArray bytes = test::bytesOf(stored);
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    QVERIFY(writeFileAtomically(stored, bytes));
    QCOMPARE(store.read(store.list(pagePath()).first()).error().code, ErrorCode::InvalidValue);
    QVERIFY(store.list(pagePath()).isEmpty());
    QVERIFY(QFile::exists(stored + QStringLiteral(".damaged")));
    QVERIFY(store.keep(pagePath(), "good", SnapshotReason::Editing));
}

LECTERN_GUI_MAIN(SafetyTest)
#include "tst_safety.moc"
