// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/diagnostics/logfile.h"
#include "app/dialogs/changewords.h"
#include "app/dialogs/diffview.h"
#include "app/dialogs/reviewsheet.h"
#include "core/profile/intentions.h"
#include "core/publish/address.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace lectern;
using app::EditSource;
using app::ReviewOptions;
using app::ReviewSheet;
using app::Workspace;

class ReviewSheetTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anUneditedSiteHasNothingToWrite();
    void changesStandInWordsAndAreWritten();
    void longTextsAreShownWhereTheyDiffer();
    void takingAChangeBackRestoresItsLines();
    void aFileChangedMeanwhileIsKeptAndSaid();
    void anotherRepositoryGetsThePageAndItsImages();

private:
    void write(const QString& relative, const QByteArray& bytes);
    QString path(const QString& relative) const { return m_folder->filePath(relative); }
    QString pagePath() const { return path(QStringLiteral("site/_pages/about.md")); }
    void setTitle(const QString& title);
    QPushButton* primary() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ReviewSheet> m_sheet;
};

namespace {
const QByteArray page = "---\npermalink: /\n---\n\nHello ![me](images/me.png).\n\n# Publications\n\n"
                        "[First paper](https://a.example/1)\n- Accepted by **SC' 25 (CCF-A)**, a note.\n- Authors: **Ada B**, C D\n\n"
                        "[Second paper](https://a.example/2)\n- Accepted by **ICS' 24 (CCF-B)**, a note.\n- Authors: C D, **Ada B**\n";
}

void ReviewSheetTest::init()
{
    Suite::init();
    m_sheet.reset();
    m_workspace.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("site/_config.yml"), "author:\n  name: Ada B\n");
    write(QStringLiteral("site/_pages/about.md"), page);
    write(QStringLiteral("site/images/me.png"), "PNG");
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(path(QStringLiteral("site"))));
    m_sheet = std::make_unique<ReviewSheet>(*m_workspace, ReviewOptions {nullptr, false, {}});
    m_sheet->resize(1000, 600);
    m_sheet->show();
}

void ReviewSheetTest::write(const QString& relative, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path(relative)).path());
    QFile file(path(relative));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void ReviewSheetTest::setTitle(const QString& title)
{
    const auto section = publish::findSection(m_workspace->profile(), QStringLiteral("publications"));
    QVERIFY(section);
    const auto edits = profile::setField(m_workspace->profile(), {*section, 0}, profile::FieldId::Title, title);
    QVERIFY(edits);
    m_workspace->pushPage(*edits, QStringLiteral("Change title"), EditSource::Form);
}

QPushButton* ReviewSheetTest::primary() const
{
    for (QPushButton* button : m_sheet->findChildren<QPushButton*>()) {
        if (button->text().contains(QStringLiteral("rite")) && !button->text().contains(u'…'))
            return button;
    }
    return nullptr;
}

void ReviewSheetTest::anUneditedSiteHasNothingToWrite()
{
    QCOMPARE(m_sheet->changeCount(), 0);
    QVERIFY(primary() && !primary()->isEnabled());
    auto* const words = m_sheet->findChild<QLabel*>(QStringLiteral("nothingChanged"));
    QVERIFY(words && words->isVisible());
    QVERIFY(words->height() >= words->heightForWidth(words->width())); // all of the sentence is seen
    m_sheet->write();
    QCOMPARE(test::bytesOf(pagePath()), page);
}

void ReviewSheetTest::changesStandInWordsAndAreWritten()
{
    setTitle(QStringLiteral("A better title"));
    QCOMPARE(m_sheet->changeCount(), 1);
    const QString words = m_sheet->findChild<QListWidget*>()->item(0)->text();
    QVERIFY2(words.contains(QStringLiteral("First paper")) && words.contains(QStringLiteral("A better title")), qPrintable(words));
    QCOMPARE(test::bytesOf(pagePath()), page);
    QSignalSpy exported(m_sheet.get(), &ReviewSheet::exported);
    QTest::mouseClick(primary(), Qt::LeftButton);
    QCOMPARE(exported.size(), 1);
    QCOMPARE(exported[0][0].toStringList(), QStringList {QStringLiteral("_pages/about.md")});
    QByteArray wanted = page;
    wanted.replace("First paper", "A better title");
    QCOMPARE(test::bytesOf(pagePath()), wanted);
    QVERIFY(m_workspace->changedFiles().isEmpty());
    QCOMPARE(m_sheet->changeCount(), 0);
}

void ReviewSheetTest::longTextsAreShownWhereTheyDiffer()
{
    publish::PageChange change;
    change.kind = publish::PageChange::Kind::FieldChanged;
    change.field = profile::FieldId::Title;
    change.before = QStringLiteral("Accelerating the elastic training of large models in clusters of unlike machines");
    change.after = change.before + QStringLiteral(" (revised)");
    const QString words = app::changeWords(change);
    QVERIFY2(words.contains(QStringLiteral("machines”")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("machines (revised)”")), qPrintable(words));
    change.before = QStringLiteral("Short");
    change.after = QStringLiteral("Shorter");
    QVERIFY(app::changeWords(change).contains(QStringLiteral("“Short” → “Shorter”")));
}

void ReviewSheetTest::takingAChangeBackRestoresItsLines()
{
    setTitle(QStringLiteral("A better title"));
    const auto yamlEdit = replacement(m_workspace->profile().file.bytes(), {15, 16}, "/home/");
    m_workspace->pushPage({yamlEdit}, QStringLiteral("Permalink"), EditSource::Form);
    QCOMPARE(m_sheet->changeCount(), 2);
    m_sheet->takeBack(1);
    QCOMPARE(m_sheet->changeCount(), 1);
    QVERIFY(m_workspace->profile().file.bytes().contains("First paper"));
    QVERIFY(m_workspace->profile().file.bytes().contains("/home/"));
    m_workspace->undoStack()->undo();
    QVERIFY(m_workspace->profile().file.bytes().contains("A better title"));
}

void ReviewSheetTest::aFileChangedMeanwhileIsKeptAndSaid()
{
    setTitle(QStringLiteral("A better title"));
    write(QStringLiteral("site/_pages/about.md"), "somebody else\n");
    const app::LogFile log(path(QStringLiteral("log")), false);
    m_sheet->write();
    QCOMPARE(test::bytesOf(log.path()).count("an export failed with error"), 1);
    QCOMPARE(test::bytesOf(pagePath()), QByteArray("somebody else\n"));
    QCOMPARE(m_workspace->changedFiles().size(), 1);
    bool said = false;
    for (const QLabel* label : m_sheet->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("about.md")));
    QVERIFY(said);
}

void ReviewSheetTest::anotherRepositoryGetsThePageAndItsImages()
{
    write(QStringLiteral("other/_config.yml"), "title: x\n");
    m_sheet->setTarget(path(QStringLiteral("other")));
    QSignalSpy exported(m_sheet.get(), &ReviewSheet::exported);
    m_sheet->write();
    QCOMPARE(exported.size(), 1);
    QCOMPARE(test::bytesOf(path(QStringLiteral("other/_pages/about.md"))), page);
    QCOMPARE(test::bytesOf(path(QStringLiteral("other/images/me.png"))), QByteArray("PNG"));
}

LECTERN_GUI_MAIN(ReviewSheetTest)
#include "tst_reviewsheet.moc"
