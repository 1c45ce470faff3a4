// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/problems/problemfinder.h"
#include "app/problems/problemspanel.h"
#include "app/workspace/workspace.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace lectern;
using app::ProblemFinder;
using app::ProblemsPanel;
using app::Workspace;

/// The panel as a person uses it: read what was found, look at what the repair changes, do it, take it back.
class ProblemsPanelTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsWhatIsWrongWithItsPlace();
    void previewsTheRepairAndWritesNothing();
    void repairsAsOneStepThatUndoTakesBack();
    void aRepairInAnotherFileGoesThere();
    void withoutARepairThereIsNoButton();
    void followsEditsMadeElsewhere();
    void followsFilesThatOthersWrite();
    void worksByKeyboard();
    void theSeedIsToldOfItsMojibake();

private:
    void write(const QString& relative, const QByteArray& bytes);
    void open(const QString& path);
    [[nodiscard]] QListWidget* rows() const { return m_panel->findChild<QListWidget*>(); }
    [[nodiscard]] QPushButton* button(const QString& text) const;
    [[nodiscard]] QString shownDiff() const;
    [[nodiscard]] bool says(const QString& text) const;
    int rowOf(const QString& code) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ProblemFinder> m_finder;
    std::unique_ptr<ProblemsPanel> m_panel;
};

namespace {

const QByteArray page
    = "---\npermalink: /\nexcerpt: \"\"\n---\n\nHello <b>world.\n\n# News\n\n![me](images/none.png)\n";
const QByteArray menu = "main:\n  - title: News\n    url: \"/#-news\"\n";

} // namespace

void ProblemsPanelTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("site/_config.yml"), "title: A\ninclude: [_pages]\n");
    write(QStringLiteral("site/_pages/about.md"), page);
    write(QStringLiteral("site/_data/navigation.yml"), menu);
    // With a layout of its own the site needs no theme.
    write(QStringLiteral("site/_layouts/default.html"), "{{ content }}");
    m_workspace = std::make_unique<Workspace>();
    m_finder = std::make_unique<ProblemFinder>(*m_workspace);
    m_panel = std::make_unique<ProblemsPanel>(*m_workspace, *m_finder);
    m_panel->resize(1000, 600);
    m_panel->show();
}

void ProblemsPanelTest::cleanup()
{
    m_panel.reset();
    m_finder.reset();
    m_workspace.reset();
}

void ProblemsPanelTest::write(const QString& relative, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(relative);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void ProblemsPanelTest::open(const QString& path)
{
    QVERIFY(m_workspace->open(path));
    QTRY_VERIFY(m_finder->isCurrent());
}

QPushButton* ProblemsPanelTest::button(const QString& text) const
{
    for (QPushButton* each : m_panel->findChildren<QPushButton*>()) {
        if (each->text().remove(u'&') == text)
            return each;
    }
    return nullptr;
}

QString ProblemsPanelTest::shownDiff() const
{
    for (const QPlainTextEdit* text : m_panel->findChildren<QPlainTextEdit*>()) {
        if (text->isVisible())
            return text->toPlainText();
    }
    return {};
}

bool ProblemsPanelTest::says(const QString& text) const
{
    const auto labels = m_panel->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
        [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
}

int ProblemsPanelTest::rowOf(const QString& code) const
{
    for (int row = 0; row < rows()->count(); ++row) {
        if (rows()->item(row)->toolTip() == code)
            return row;
    }
    return -1;
}

void ProblemsPanelTest::listsWhatIsWrongWithItsPlace()
{
    open(m_folder->filePath(QStringLiteral("site")));
    QCOMPARE(m_panel->count(), 4);
    const int row = rowOf(QStringLiteral("markdown.unclosed-tag"));
    QVERIFY(row >= 0);
    QVERIFY2(rows()->item(row)->text().contains(QStringLiteral("_pages/about.md, line 6")),
        qPrintable(rows()->item(row)->text()));
    QVERIFY(rowOf(QStringLiteral("front.empty-excerpt")) >= 0);
    QVERIFY(rowOf(QStringLiteral("image.missing-file")) >= 0);
    QVERIFY(rowOf(QStringLiteral("navigation.dead-anchor")) >= 0);
    QVERIFY(says(QStringLiteral("3 problem")));
    QVERIFY(says(QStringLiteral("1 hint")));
}

void ProblemsPanelTest::previewsTheRepairAndWritesNothing()
{
    open(m_folder->filePath(QStringLiteral("site")));
    m_panel->choose(rowOf(QStringLiteral("markdown.unclosed-tag")));
    QVERIFY2(shownDiff().contains(QStringLiteral("-Hello <b>world.")), qPrintable(shownDiff()));
    QVERIFY2(shownDiff().contains(QStringLiteral("+Hello <b>world.</b>")), qPrintable(shownDiff()));
    QCOMPARE(m_workspace->profile().file.bytes(), page);
    QVERIFY(m_workspace->changedFiles().isEmpty());
}

void ProblemsPanelTest::repairsAsOneStepThatUndoTakesBack()
{
    open(m_folder->filePath(QStringLiteral("site")));
    QSignalSpy changes(m_workspace.get(), &Workspace::changed);
    m_panel->choose(rowOf(QStringLiteral("markdown.unclosed-tag")));
    QTest::mouseClick(button(QStringLiteral("Repair")), Qt::LeftButton);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0][1].value<app::EditSource>(), app::EditSource::Repair);
    QByteArray wanted = page;
    wanted.replace("world.", "world.</b>");
    QCOMPARE(m_workspace->profile().file.bytes(), wanted);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QTRY_COMPARE(m_panel->count(), 3);
    QCOMPARE(rowOf(QStringLiteral("markdown.unclosed-tag")), -1);
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->profile().file.bytes(), page);
    QTRY_COMPARE(m_panel->count(), 4);
}

void ProblemsPanelTest::aRepairInAnotherFileGoesThere()
{
    open(m_folder->filePath(QStringLiteral("site")));
    m_panel->choose(rowOf(QStringLiteral("navigation.dead-anchor")));
    m_panel->repair();
    const auto file = m_workspace->file(QStringLiteral("_data/navigation.yml"));
    QVERIFY(file);
    QCOMPARE(file->bytes(), QByteArray(menu).replace("/#-news", "/#news"));
    QCOMPARE(m_workspace->profile().file.bytes(), page);
}

void ProblemsPanelTest::withoutARepairThereIsNoButton()
{
    open(m_folder->filePath(QStringLiteral("site")));
    m_panel->choose(rowOf(QStringLiteral("image.missing-file")));
    QVERIFY(!button(QStringLiteral("Repair"))->isVisible());
    QVERIFY(says(QStringLiteral("There is no repair")));
    m_panel->repair();
    QVERIFY(m_workspace->changedFiles().isEmpty());
}

void ProblemsPanelTest::followsEditsMadeElsewhere()
{
    open(m_folder->filePath(QStringLiteral("site")));
    m_panel->choose(rowOf(QStringLiteral("markdown.unclosed-tag")));
    const QByteArray before = m_workspace->profile().file.bytes();
    const Edit edit { before.indexOf("Hello"), "Hello", "Good morning, dear" };
    m_workspace->pushPage({ edit }, QStringLiteral("Edit"), app::EditSource::Form);
    // What is known is of the page before: its repair waits.
    QVERIFY(!button(QStringLiteral("Repair"))->isEnabled());
    m_panel->repair();
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    QTRY_VERIFY(button(QStringLiteral("Repair"))->isEnabled());
    m_panel->repair();
    QVERIFY(m_workspace->profile().file.bytes().contains("Good morning, dear <b>world.</b>"));
}

void ProblemsPanelTest::followsFilesThatOthersWrite()
{
    open(m_folder->filePath(QStringLiteral("site/_pages/about.md")));
    QTRY_VERIFY(rowOf(QStringLiteral("image.missing-file")) >= 0);
    write(QStringLiteral("site/images/none.png"), "a picture");
    QTRY_VERIFY(rowOf(QStringLiteral("image.missing-file")) < 0);
}

void ProblemsPanelTest::worksByKeyboard()
{
    open(m_folder->filePath(QStringLiteral("site")));
    QSignalSpy places(m_panel.get(), &ProblemsPanel::placeChosen);
    QSignalSpy closing(m_panel.get(), &ProblemsPanel::closeRequested);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QVERIFY(rows()->hasFocus());
    QTest::keyClick(rows(), Qt::Key_Home);
    QTest::keyClick(rows(), Qt::Key_Down);
    QCOMPARE(rows()->currentRow(), 1);
    QTest::keyClick(rows(), Qt::Key_Return);
    QCOMPARE(places.size(), 1);
    QCOMPARE(places[0][0].toString(), QStringLiteral("_pages/about.md"));
    m_panel->choose(rowOf(QStringLiteral("markdown.unclosed-tag")));
    QPushButton* repair = button(QStringLiteral("Repair"));
    constexpr int fewTabs = 6;
    for (int tab = 0; tab < fewTabs && !repair->hasFocus(); ++tab)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(repair->hasFocus());
    QTest::keyClick(repair, Qt::Key_Space);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QTRY_VERIFY(repair->isEnabled() && rowOf(QStringLiteral("markdown.unclosed-tag")) >= 0);
    m_panel->choose(rowOf(QStringLiteral("markdown.unclosed-tag")));
    rows()->setFocus();
    QTest::keyClick(rows(), Qt::Key_R, Qt::AltModifier);
    QTRY_COMPARE(m_workspace->undoStack()->index(), 1);
    QTest::keyClick(rows(), Qt::Key_Escape);
    QCOMPARE(closing.size(), 1);
}

void ProblemsPanelTest::theSeedIsToldOfItsMojibake()
{
    if (test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    const QByteArray seed = test::bytesOf(test::seedPath());
    write(QStringLiteral("seed/about.md"), seed);
    open(m_folder->filePath(QStringLiteral("seed/about.md")));
    m_panel->choose(rowOf(QStringLiteral("text.mojibake")));
    QVERIFY(says(QStringLiteral("Mac Roman")));
    QVERIFY(says(QStringLiteral("\u83AB\u6893\u948A")));
    QVERIFY(shownDiff().contains(QStringLiteral("\U0001F525 News")));
    m_panel->repair();
    QVERIFY(m_workspace->profile().file.bytes().contains(QStringLiteral("# \U0001F525 News").toUtf8()));
    QTRY_COMPARE(rowOf(QStringLiteral("text.mojibake")), -1);
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->profile().file.bytes(), seed);
}

LECTERN_GUI_MAIN(ProblemsPanelTest)
#include "tst_problemspanel.moc"
