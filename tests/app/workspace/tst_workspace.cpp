// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace lectern;
using app::EditSource;
using app::Workspace;

class WorkspaceTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensASiteAtItsHomePage();
    void opensALoneFile();
    void opensAPageInsideASiteWithItsSite();
    void whatCannotBeOpenedIsNamed_data();
    void whatCannotBeOpenedIsNamed();
    void failureKeepsWhatWasOpen();
    void openingWritesNothing();
    void typingMergesAndUndoReachesTheOpenedFile();
    void endMergeStartsANewStep();
    void typedAndTakenBackLeavesNoStep();
    void oneStepOverTwoFiles();
    void anEditGoesToTheIncludedFile();
    void aChangeThatDoesNotFitIsRefused();
    void savedStateFollowsExports();

private:
    void write(const QString& relative, const QByteArray& bytes);
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {
const QByteArray about = "---\npermalink: /\n---\n\nHello.\n\n# News\n- *2024*: one\n";
const QString aboutPath = QStringLiteral("_pages/about.md");
}

void WorkspaceTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("site/_config.yml"), "repository: someone/someone.github.io\nauthor:\n  name: Ada B\n");
    write(QStringLiteral("site/_pages/about.md"), about);
    write(QStringLiteral("site/_pages/a.md"), "---\npermalink: /a/\n---\nA\n");
    write(QStringLiteral("site/README.md"), "# no front matter\n");
    write(QStringLiteral("lone.md"), "# Lone\n");
}

void WorkspaceTest::write(const QString& relative, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path(relative)).path());
    QFile file(path(relative));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void WorkspaceTest::opensASiteAtItsHomePage()
{
    Workspace workspace;
    QSignalSpy opened(&workspace, &Workspace::opened);
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    QCOMPARE(opened.size(), 1);
    QVERIFY(workspace.isSite());
    QCOMPARE(workspace.currentPage(), aboutPath);
    QCOMPARE(workspace.pages(), (QStringList {aboutPath, QStringLiteral("_pages/a.md")}));
    QCOMPARE(workspace.siteName(), QStringLiteral("someone.github.io"));
    QCOMPARE(workspace.profile().file.bytes(), about);
}

void WorkspaceTest::opensALoneFile()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("lone.md"))));
    QVERIFY(!workspace.isSite());
    QCOMPARE(workspace.currentPage(), QStringLiteral("lone.md"));
}

void WorkspaceTest::opensAPageInsideASiteWithItsSite()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site/_pages/a.md"))));
    QVERIFY(workspace.isSite());
    QCOMPARE(workspace.root(), QDir::cleanPath(path(QStringLiteral("site"))));
    QCOMPARE(workspace.currentPage(), QStringLiteral("_pages/a.md"));
}

void WorkspaceTest::whatCannotBeOpenedIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << QStringLiteral("none.md") << ErrorCode::NotFound;
    QTest::newRow("no site") << QStringLiteral("empty") << ErrorCode::NotASite;
    QTest::newRow("binary") << QStringLiteral("binary.md") << ErrorCode::NotText;
    QTest::newRow("too large") << QStringLiteral("large.md") << ErrorCode::TooLarge;
}

void WorkspaceTest::whatCannotBeOpenedIsNamed()
{
    QFETCH(QString, name);
    QDir().mkpath(path(QStringLiteral("empty")));
    write(QStringLiteral("binary.md"), QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\x08\x06", 26));
    QFile large(path(QStringLiteral("large.md")));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(64 * 1024 * 1024));
    Workspace workspace;
    const auto opened = workspace.open(path(name));
    QVERIFY(!opened);
    QTEST(opened.error().code, "code");
    QVERIFY(!workspace.isOpen());
}

void WorkspaceTest::failureKeepsWhatWasOpen()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    workspace.pushPage({{0, "", "x"}}, QStringLiteral("Type"), EditSource::Form);
    QVERIFY(!workspace.open(path(QStringLiteral("none"))));
    QCOMPARE(workspace.currentPage(), aboutPath);
    QCOMPARE(workspace.profile().file.bytes(), "x" + about);
    QVERIFY(workspace.undoStack()->canUndo());
}

void WorkspaceTest::openingWritesNothing()
{
    const auto listing = [&] { return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot); };
    const QStringList before = listing();
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    workspace.pushPage({{0, "", "x"}}, QStringLiteral("Type"), EditSource::Form);
    QCOMPARE(listing(), before);
    QCOMPARE(test::bytesOf(path(QStringLiteral("site/_pages/about.md"))), about);
}

void WorkspaceTest::typingMergesAndUndoReachesTheOpenedFile()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    QSignalSpy changed(&workspace, &Workspace::changed);
    const qsizetype at = about.indexOf("Hello.") + 5;
    for (int i = 0; i < 5; ++i)
        workspace.pushPage({{at + i, "", QByteArray(1, char('a' + i))}}, QStringLiteral("Type"), EditSource::Form, QStringLiteral("about"));
    QCOMPARE(changed.size(), 5);
    QCOMPARE(changed.last().at(1).value<EditSource>(), EditSource::Form);
    QCOMPARE(workspace.undoStack()->count(), 1);
    QVERIFY(workspace.profile().file.bytes().contains("Helloabcde."));
    workspace.undoStack()->undo();
    QCOMPARE(workspace.profile().file.bytes(), about);
    QCOMPARE(changed.last().at(1).value<EditSource>(), EditSource::Undo);
    workspace.undoStack()->redo();
    QVERIFY(workspace.profile().file.bytes().contains("Helloabcde."));
}

void WorkspaceTest::endMergeStartsANewStep()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    workspace.pushPage({{0, "", "a"}}, QStringLiteral("Type"), EditSource::Form, QStringLiteral("k"));
    workspace.endMerge();
    workspace.pushPage({{1, "", "b"}}, QStringLiteral("Type"), EditSource::Form, QStringLiteral("k"));
    workspace.pushPage({{0, "", "c"}}, QStringLiteral("Type"), EditSource::Form, QStringLiteral("other"));
    QCOMPARE(workspace.undoStack()->count(), 3);
}

void WorkspaceTest::typedAndTakenBackLeavesNoStep()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    workspace.pushPage({{0, "", "a"}}, QStringLiteral("Type"), EditSource::Form, QStringLiteral("k"));
    workspace.pushPage({{0, "a", ""}}, QStringLiteral("Type"), EditSource::Form, QStringLiteral("k"));
    QCOMPARE(workspace.undoStack()->count(), 0);
    QVERIFY(workspace.changedFiles().isEmpty());
}

void WorkspaceTest::oneStepOverTwoFiles()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    const QString config = QStringLiteral("_config.yml");
    const QByteArray before = workspace.file(config)->bytes();
    workspace.push({{aboutPath, {{0, "", "x"}}}, {config, {{0, "", "title: T\n"}}}}, QStringLiteral("Both"), EditSource::Form);
    QCOMPARE(workspace.changedFiles(), (QStringList {config, aboutPath}));
    QCOMPARE(workspace.buffers().size(), 2);
    workspace.undoStack()->undo();
    QCOMPARE(workspace.file(config)->bytes(), before);
    QVERIFY(workspace.changedFiles().isEmpty());
}

void WorkspaceTest::anEditGoesToTheIncludedFile()
{
    const QString news = QStringLiteral("_pages/includes/news.md");
    write(QStringLiteral("site/") + news, "# News\n- *2024*: one\n");
    write(QStringLiteral("site/_pages/about.md"), "---\npermalink: /\n---\n\nHello.\n\n{% include_relative includes/news.md %}\n");
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    const auto* section = workspace.profile().section(QStringLiteral("news"));
    QVERIFY(section && section->items.size() == 1);
    QCOMPARE(workspace.pageText().rangeOf(section->range).first, news);
    const qsizetype at = section->items[0].field(profile::FieldId::Text)->range.from;
    workspace.pushPage({{at, "one", "two"}}, QStringLiteral("Edit"), EditSource::Form);
    QCOMPARE(workspace.changedFiles(), QStringList {news});
    QCOMPARE(workspace.file(news)->bytes(), QByteArray("# News\n- *2024*: two\n"));
    QCOMPARE(workspace.profile().section(QStringLiteral("news"))->items[0].title, QStringLiteral("two"));
    workspace.undoStack()->undo();
    QVERIFY(workspace.changedFiles().isEmpty());
    QCOMPARE(workspace.profile().section(QStringLiteral("news"))->items[0].title, QStringLiteral("one"));
}

void WorkspaceTest::aChangeThatDoesNotFitIsRefused()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    QTest::ignoreMessage(QtWarningMsg, "a change does not fit the text of _pages/about.md and was not made");
    workspace.pushPage({{0, "not there", ""}}, QStringLiteral("Wrong"), EditSource::Form);
    QCOMPARE(workspace.profile().file.bytes(), about);
    QCOMPARE(workspace.undoStack()->count(), 0);
}

void WorkspaceTest::savedStateFollowsExports()
{
    Workspace workspace;
    QVERIFY(workspace.open(path(QStringLiteral("site"))));
    QSignalSpy saved(&workspace, &Workspace::savedStateChanged);
    workspace.pushPage({{0, "", "x"}}, QStringLiteral("Type"), EditSource::Form);
    QCOMPARE(workspace.changedFiles(), QStringList {aboutPath});
    workspace.markSaved(aboutPath, "x" + about);
    QVERIFY(workspace.changedFiles().isEmpty());
    QVERIFY(saved.size() >= 2);
    workspace.undoStack()->undo();
    QCOMPARE(workspace.changedFiles(), QStringList {aboutPath});
}

LECTERN_GUI_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
