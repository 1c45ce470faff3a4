// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/infobar.h"
#include "app/siteforms/filespage.h"
#include "app/workspace/workspace.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace lectern;
using namespace lectern::app;

namespace {

const QByteArray about
    = "---\npermalink: /\n---\n\n# About\n\nText ![me](images/Me.png) and [cv](files/cv.pdf).\n\n"
      "# News\n\n- *2024*: ![again](/images/Me.png)\n";

} // namespace

/// The page of missing and unused files over a small site.
class FilesPageTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void bothListsAreFilled();
    void theOneLikelyFileCorrectsEveryPlaceInOneStep();
    void aFileFromElsewhereIsBroughtInOneStep();
    void anotherKindOfFileBringsItsAddress();
    void theListFollowsTheFolder();
    void thePlaceIsTold();
    void unusedFilesGoToTheTrashAndComeBack();
    void whatIsUsedMeanwhileStays();
    void aNewFileThatNothingNamesIsTakenOut();
    void everyPartHasAName();

private:
    void write(const QString& path, const QByteArray& bytes);
    [[nodiscard]] QByteArray page() { return m_workspace->file(QStringLiteral("about.md"))->bytes(); }
    [[nodiscard]] QListWidget* list(const char* name) const
    {
        return m_page->findChild<QListWidget*>(QLatin1StringView(name));
    }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return m_page->findChild<QPushButton*>(QLatin1StringView(name));
    }
    [[nodiscard]] QStringList paths(const char* name) const;
    void chooseRow(const char* name, const QString& path);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<FilesPage> m_page;
    std::vector<Notice> m_notices;
};

void FilesPageTest::init()
{
    Suite::init();
    // Beside the trash of the user, so that moving there needs no other disk.
    const QString home = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    QVERIFY(QDir().mkpath(home));
    m_folder = std::make_unique<QTemporaryDir>(home + QStringLiteral("/site-XXXXXX"));
    write(QStringLiteral("_config.yml"), "title: T\n");
    write(QStringLiteral("about.md"), about);
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("images")));
    QVERIFY(picture.save(m_folder->filePath(QStringLiteral("images/me.png"))));
    QVERIFY(picture.save(m_folder->filePath(QStringLiteral("images/old.png"))));
    write(QStringLiteral("files/older.pdf"), "%PDF-1.4");
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(m_folder->path()).isOk());
    m_page = std::make_unique<FilesPage>(*m_workspace);
    connect(m_page.get(), &FilesPage::noticed, this,
        [this](const Notice& notice) { m_notices.push_back(notice); });
    m_page->resize(420, 720);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QTRY_COMPARE(list("missing")->count(), 2);
}

void FilesPageTest::cleanup()
{
    m_page.reset();
    m_workspace.reset();
    m_folder.reset();
    m_notices.clear();
}

void FilesPageTest::write(const QString& path, const QByteArray& bytes)
{
    const QString whole = m_folder->filePath(path);
    QVERIFY(QDir().mkpath(QFileInfo(whole).path()));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QStringList FilesPageTest::paths(const char* name) const
{
    QStringList paths;
    for (int row = 0; row < list(name)->count(); ++row)
        paths.append(list(name)->item(row)->text().section(u'\n', 0, 0));
    return paths;
}

void FilesPageTest::chooseRow(const char* name, const QString& path)
{
    const qsizetype row = paths(name).indexOf(path);
    QVERIFY2(row >= 0, qPrintable(path));
    list(name)->setCurrentRow(int(row));
}

void FilesPageTest::bothListsAreFilled()
{
    QCOMPARE(
        paths("missing"), QStringList({ QStringLiteral("files/cv.pdf"), QStringLiteral("images/Me.png") }));
    QCOMPARE(paths("unused"),
        QStringList({ QStringLiteral("files/older.pdf"), QStringLiteral("images/old.png") }));
    QVERIFY(list("missing")->item(1)->text().contains(QStringLiteral("about.md, line 7 and 1 more place")));
    // A small view of the picture comes in place of its icon.
    const QImage before = list("unused")->item(1)->icon().pixmap(48, 36).toImage();
    QTRY_VERIFY(list("unused")->item(1)->icon().pixmap(48, 36).toImage().pixelColor(8, 8) == QColor(Qt::red));
    QCOMPARE(m_workspace->undoStack()->count(), 0);
}

void FilesPageTest::theOneLikelyFileCorrectsEveryPlaceInOneStep()
{
    chooseRow("missing", QStringLiteral("images/Me.png"));
    QVERIFY(button("useLikely")->isVisible()
        && button("useLikely")->text().contains(QStringLiteral("images/me.png")));
    QTest::mouseClick(button("useLikely"), Qt::LeftButton);
    QCOMPARE(page(), QByteArray(about).replace("Me.png", "me.png"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QTRY_COMPARE(paths("missing"), QStringList { QStringLiteral("files/cv.pdf") });
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), about);
    QTRY_COMPARE(list("missing")->count(), 2);
}

void FilesPageTest::aFileFromElsewhereIsBroughtInOneStep()
{
    QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(QStringLiteral("My CV 2025.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("%PDF-1.5 cv") > 0);
    file.close();
    chooseRow("missing", QStringLiteral("files/cv.pdf"));
    QVERIFY(!button("useLikely")->isVisible());
    m_page->useFile(file.fileName());
    QCOMPARE(page(), about);
    QCOMPARE(m_workspace->changedFiles(), QStringList { QStringLiteral("files/cv.pdf") });
    QCOMPARE(m_workspace->buffers().value(QStringLiteral("files/cv.pdf")), QByteArray("%PDF-1.5 cv"));
    QTRY_COMPARE(paths("missing"), QStringList { QStringLiteral("images/Me.png") });
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("files/cv.pdf"))));
    m_workspace->undoStack()->undo();
    QTRY_COMPARE(list("missing")->count(), 2);
}

void FilesPageTest::anotherKindOfFileBringsItsAddress()
{
    QTemporaryDir elsewhere;
    QFile file(elsewhere.filePath(QStringLiteral("New Photo.jpg")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("jpeg") > 0);
    file.close();
    chooseRow("missing", QStringLiteral("images/Me.png"));
    m_page->useFile(file.fileName());
    QCOMPARE(page(), QByteArray(about).replace("Me.png", "new-photo.jpg"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QCOMPARE(m_workspace->buffers().value(QStringLiteral("images/new-photo.jpg")), QByteArray("jpeg"));
}

void FilesPageTest::theListFollowsTheFolder()
{
    write(QStringLiteral("files/cv.pdf"), "%PDF");
    QTRY_COMPARE(paths("missing"), QStringList { QStringLiteral("images/Me.png") });
    write(QStringLiteral("images/another.webp"), "x");
    QTRY_VERIFY(paths("unused").contains(QStringLiteral("images/another.webp")));
}

void FilesPageTest::thePlaceIsTold()
{
    QSignalSpy places(m_page.get(), &FilesPage::placeChosen);
    chooseRow("missing", QStringLiteral("files/cv.pdf"));
    QTest::mouseClick(button("showPlace"), Qt::LeftButton);
    QCOMPARE(places.count(), 1);
    QCOMPARE(places.at(0).at(0).toString(), QStringLiteral("about.md"));
    QCOMPARE(places.at(0).at(1).toLongLong(), about.indexOf("files/cv.pdf"));
}

void FilesPageTest::unusedFilesGoToTheTrashAndComeBack()
{
    const QString old = m_folder->filePath(QStringLiteral("images/old.png"));
    const QString older = m_folder->filePath(QStringLiteral("files/older.pdf"));
    const QByteArray bytes = test::bytesOf(old);
    list("unused")->selectAll();
    QTest::mouseClick(button("moveToTrash"), Qt::LeftButton);
    // Nothing happens before the question is answered.
    QCOMPARE(int(m_notices.size()), 1);
    QVERIFY(QFileInfo::exists(old) && QFileInfo::exists(older));
    m_notices.front().actions.front().run();
    QVERIFY(!QFileInfo::exists(old) && !QFileInfo::exists(older));
    QCOMPARE(m_workspace->undoStack()->count(), 0);
    QTRY_COMPARE(list("unused")->count(), 0);
    QCOMPARE(int(m_notices.size()), 2);
    m_notices.back().actions.front().run();
    QCOMPARE(test::bytesOf(old), bytes);
    QCOMPARE(test::bytesOf(older), QByteArray("%PDF-1.4"));
    QTRY_COMPARE(list("unused")->count(), 2);
    QCOMPARE(int(m_notices.size()), 2);
    // A second time there is nothing to put back.
    m_notices.back().actions.front().run();
    QVERIFY(m_notices.back().text.contains(QStringLiteral("could not be put back")));
}

void FilesPageTest::whatIsUsedMeanwhileStays()
{
    chooseRow("unused", QStringLiteral("images/old.png"));
    m_page->askForTrash();
    m_workspace->push({ { QStringLiteral("about.md"), { { about.size(), {}, "\n![](images/old.png)\n" } } } },
        QStringLiteral("use"), EditSource::Source);
    m_notices.front().actions.front().run();
    QVERIFY(QFileInfo::exists(m_folder->filePath(QStringLiteral("images/old.png"))));
    QTRY_COMPARE(paths("unused"), QStringList { QStringLiteral("files/older.pdf") });
    m_notices.front().actions.front().run();
    QVERIFY(QFileInfo::exists(m_folder->filePath(QStringLiteral("images/old.png"))));
}

void FilesPageTest::aNewFileThatNothingNamesIsTakenOut()
{
    const QString path = QStringLiteral("images/fresh.png");
    m_workspace->push({ { path, { { 0, {}, "fresh" } } } }, QStringLiteral("bring"), EditSource::Form);
    QTRY_VERIFY(paths("unused").contains(path));
    chooseRow("unused", path);
    QVERIFY(!button("openFile")->isEnabled());
    m_page->askForTrash();
    m_notices.back().actions.front().run();
    QVERIFY(m_workspace->changedFiles().isEmpty());
    QTRY_VERIFY(!paths("unused").contains(path));
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->changedFiles(), QStringList { path });
}

void FilesPageTest::everyPartHasAName()
{
    for (QWidget* part : m_page->findChildren<QWidget*>()) {
        if (!part->isVisible() || !(part->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(part);
        QVERIFY(interface);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), part->metaObject()->className());
    }
}

LECTERN_GUI_MAIN(FilesPageTest)
#include "tst_filespage.moc"
