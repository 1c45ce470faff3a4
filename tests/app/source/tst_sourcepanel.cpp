// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/findbar.h"
#include "app/source/sourceeditor.h"
#include "app/source/sourcepanel.h"
#include "app/workspace/workspace.h"
#include "tests/support/guimain.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>

using namespace lectern;
using app::SourcePanel;
using app::Workspace;

class SourcePanelTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsEveryByteAsItIs_data();
    void showsEveryByteAsItIs();
    void typingIsOneStepThatUndoTakesBack();
    void typingOverASelectionIsOneStep();
    void deletingIsToldWithWhatWasThere();
    void aNewLineEndsAsTheFilesLines();
    void aNulIsAByteLikeAnyOther();
    void changesOfOthersShowAndKeepTheCaret();
    void theFilesOfThePageCanBeChosen();
    void revealNeverTakesTheKeyboard();
    void caretTellsWhereItIs();
    void findAndReplaceInOneFile();
    void replaceAllOverSeveralFilesIsOneStep();
    void aBrokenExpressionIsSaidInWords();

private:
    void write(const QString& relative, const QByteArray& bytes);
    QByteArray page() { return m_workspace->file(QStringLiteral("_pages/about.md"))->bytes(); }
    void type(const char* text) { QTest::keyClicks(m_panel->editor(), QString::fromUtf8(text)); }
    QLineEdit* line(const QString& name) const
    {
        for (QLineEdit* edit : m_panel->findBar()->findChildren<QLineEdit*>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    QToolButton* toggle(const QString& name) const
    {
        for (QToolButton* button : m_panel->findBar()->findChildren<QToolButton*>()) {
            if (button->accessibleName() == name)
                return button;
        }
        return nullptr;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SourcePanel> m_panel;
};

namespace {
const QByteArray about = "---\nlayout: wide\ntitle: Ada\n---\n\nHello Ada.\n\n# News\n- *2024*: Ada one\n{% include badge.html %}\n";
}

void SourcePanelTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(QStringLiteral("_config.yml"), "title: Ada\n");
    write(QStringLiteral("_pages/about.md"), about);
    write(QStringLiteral("_layouts/wide.html"), "---\nlayout: base\n---\n{{ content }}\n");
    write(QStringLiteral("_layouts/base.html"), "{% include head.html a=\"b\" %}{{ content }}\n");
    write(QStringLiteral("_includes/head.html"), "<title>Ada</title>\n");
    write(QStringLiteral("_includes/badge.html"), "<b>Ada</b>\n");
    write(QStringLiteral("_includes/other.html"), "unused\n");
    m_workspace = std::make_unique<Workspace>();
    QVERIFY(m_workspace->open(m_folder->path()));
    m_panel = std::make_unique<SourcePanel>(*m_workspace);
    m_panel->resize(640, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->editor()->setFocus();
}

void SourcePanelTest::cleanup()
{
    m_panel.reset();
    m_workspace.reset();
}

void SourcePanelTest::write(const QString& relative, const QByteArray& bytes)
{
    const QString path = m_folder->filePath(relative);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void SourcePanelTest::showsEveryByteAsItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n");
    QTest::newRow("lone CR and mixed") << QByteArray("a\rb\nc\r\nd");
    QTest::newRow("invalid UTF-8") << QByteArray("caf\xE9 \xFF\xFE x\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF# T\n");
    QTest::newRow("no-break space, line separator") << QByteArray("a\xC2\xA0" "b\xE2\x80\xA8" "c\n");
    QTest::newRow("NUL") << QByteArray("a\0b\n", 4);
    QTest::newRow("nothing") << QByteArray();
}

void SourcePanelTest::showsEveryByteAsItIs()
{
    QFETCH(QByteArray, bytes);
    app::SourceEditor editor;
    QSignalSpy edited(&editor, &app::SourceEditor::edited);
    editor.setBytes(bytes, app::SourceLanguage::Page);
    QCOMPARE(editor.bytes(), bytes);
    editor.apply({{0, {}, "x"}});
    QCOMPARE(editor.bytes(), "x" + bytes);
    QCOMPARE(edited.size(), 0);
}

void SourcePanelTest::typingIsOneStepThatUndoTakesBack()
{
    m_panel->editor()->setCaret(about.indexOf("Hello") + 5);
    type(" dear");
    QTRY_COMPARE(page(), QByteArray(about).replace("Hello", "Hello dear"));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), about);
    QCOMPARE(m_panel->editor()->bytes(), about);
    m_workspace->undoStack()->redo();
    QCOMPARE(m_panel->editor()->bytes(), page());
}

void SourcePanelTest::typingOverASelectionIsOneStep()
{
    const qsizetype at = about.indexOf("Hello");
    m_panel->editor()->select({at, at + 5});
    type("Welcome");
    QTRY_COMPARE(page(), QByteArray(about).replace("Hello", "Welcome"));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), about);
}

void SourcePanelTest::deletingIsToldWithWhatWasThere()
{
    const qsizetype at = about.indexOf("Hello");
    m_panel->editor()->setCaret(at + 5);
    QTest::keyClick(m_panel->editor(), Qt::Key_Backspace);
    QTRY_COMPARE(page(), QByteArray(about).replace("Hello", "Hell"));
    m_panel->editor()->select({at, at + 4});
    QTest::keyClick(m_panel->editor(), Qt::Key_Delete);
    QTRY_COMPARE(page(), QByteArray(about).replace("Hello", ""));
    while (m_workspace->undoStack()->canUndo())
        m_workspace->undoStack()->undo();
    QCOMPARE(page(), about);
    QCOMPARE(m_panel->editor()->bytes(), about);
}

void SourcePanelTest::aNulIsAByteLikeAnyOther()
{
    const QByteArray bytes("One \0two\0 three.\n", 17);
    m_workspace->pushPage({ { about.size(), {}, bytes } }, QStringLiteral("x"), app::EditSource::Form);
    app::SourceEditor* editor = m_panel->editor();
    QCOMPARE(editor->bytes(), about + bytes);
    editor->setCaret(about.size() + 8);
    type("b");
    QTRY_COMPARE(page(), about + QByteArray("One \0twob\0 three.\n", 18));
    editor->setCaret(about.size() + 5);
    QTest::keyClick(editor, Qt::Key_Backspace);
    QTRY_COMPARE(page(), about + QByteArray("One twob\0 three.\n", 17));
    editor->select({ about.size() + 4, about.size() + 10 });
    QTest::keyClick(editor, Qt::Key_X, Qt::ControlModifier);
    QTRY_COMPARE(page(), about + "One three.\n");
    m_panel->find();
    for (int steps = m_workspace->undoStack()->count(); steps > 1; --steps)
        m_workspace->undoStack()->undo();
    QCOMPARE(page(), about + bytes);
    QCOMPARE(editor->bytes(), page());
}

void SourcePanelTest::aNewLineEndsAsTheFilesLines()
{
    app::SourceEditor editor;
    editor.setBytes("a\r\nb\r\n", app::SourceLanguage::Page);
    editor.setCaret(1);
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(editor.bytes(), QByteArray("a\r\n\r\nb\r\n"));
}

void SourcePanelTest::changesOfOthersShowAndKeepTheCaret()
{
    m_panel->editor()->setCaret(about.indexOf("one"));
    m_workspace->pushPage({{about.indexOf("Hello"), "Hello", "Good morning"}}, QStringLiteral("x"), app::EditSource::Form);
    QCOMPARE(m_panel->editor()->bytes(), page());
    QCOMPARE(m_panel->editor()->caret(), page().indexOf("one"));
}

void SourcePanelTest::theFilesOfThePageCanBeChosen()
{
    m_panel->findBar()->ask(QStringLiteral("Ada"));
    toggle(QStringLiteral("All files of the page"))->setChecked(true);
    QCOMPARE(m_panel->files(),
        (QStringList {QStringLiteral("_pages/about.md"), QStringLiteral("_includes/badge.html"),
            QStringLiteral("_layouts/wide.html"), QStringLiteral("_layouts/base.html"), QStringLiteral("_includes/head.html"),
            QStringLiteral("_config.yml")}));
    m_panel->openFile(QStringLiteral("_includes/head.html"));
    QCOMPARE(m_panel->editor()->bytes(), QByteArray("<title>Ada</title>\n"));
    m_panel->editor()->setFocus();
    m_panel->editor()->setCaret(0);
    type("<b>");
    QTRY_COMPARE(m_workspace->changedFiles(), QStringList {QStringLiteral("_includes/head.html")});
}

void SourcePanelTest::revealNeverTakesTheKeyboard()
{
    QWidget other;
    QLineEdit field(&other);
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    field.setFocus();
    m_panel->reveal(QStringLiteral("_pages/about.md"), {about.indexOf("- *2024"), about.indexOf("{% include")});
    QVERIFY(field.hasFocus());
    // The panel's own window remembers its editor as focus: a reveal from outside waits until one looks elsewhere.
    QCOMPARE(m_panel->file(), QStringLiteral("_pages/about.md"));
}

void SourcePanelTest::caretTellsWhereItIs()
{
    QSignalSpy moved(m_panel.get(), &SourcePanel::caretMoved);
    m_panel->editor()->setCaret(about.indexOf("# News"));
    QCOMPARE(moved.size(), 0);
    QTest::keyClick(m_panel->editor(), Qt::Key_Down);
    QTRY_VERIFY(!moved.isEmpty());
    QCOMPARE(moved.last().at(0).toString(), QStringLiteral("_pages/about.md"));
    QCOMPARE(moved.last().at(1).value<qsizetype>(), about.indexOf("- *2024"));
}

void SourcePanelTest::findAndReplaceInOneFile()
{
    m_panel->find();
    QLineEdit* find = line(QStringLiteral("Find"));
    QVERIFY(find->hasFocus());
    QTest::keyClicks(find, QStringLiteral("ada"));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(m_panel->editor()->selectedRange(), (TextRange {about.indexOf("Ada"), about.indexOf("Ada") + 3}));
    QTest::keyClick(find, Qt::Key_Return);
    QCOMPARE(m_panel->editor()->selectedRange().from, about.indexOf("Ada", about.indexOf("Hello")));
    QLineEdit* replace = line(QStringLiteral("Replace by"));
    replace->setFocus();
    QTest::keyClicks(replace, QStringLiteral("Grace"));
    QTest::keyClick(replace, Qt::Key_Return);
    QCOMPARE(page(), QByteArray(about).replace("Hello Ada", "Hello Grace"));
    m_workspace->undoStack()->undo();
    QCOMPARE(page(), about);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(!m_panel->findBar()->isVisible());
}

void SourcePanelTest::replaceAllOverSeveralFilesIsOneStep()
{
    m_panel->find();
    toggle(QStringLiteral("All files of the page"))->setChecked(true);
    QTest::keyClicks(line(QStringLiteral("Find")), QStringLiteral("Ada"));
    QCOMPARE(m_panel->findChild<QListWidget*>()->count(), 6);
    QTest::keyClicks(line(QStringLiteral("Replace by")), QStringLiteral("Eve"));
    for (QAbstractButton* button : m_panel->findBar()->findChildren<QAbstractButton*>()) {
        if (button->text() == QStringLiteral("Replace all"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(page(), QByteArray(about).replace("Ada", "Eve"));
    QCOMPARE(m_workspace->changedFiles().size(), 4);
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    m_workspace->undoStack()->undo();
    QVERIFY(m_workspace->changedFiles().isEmpty());
}

void SourcePanelTest::aBrokenExpressionIsSaidInWords()
{
    m_panel->find();
    toggle(QStringLiteral("Regular expression"))->setChecked(true);
    QTest::keyClicks(line(QStringLiteral("Find")), QStringLiteral("(a"));
    bool said = false;
    for (const QLabel* label : m_panel->findBar()->findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("cannot be read")));
    QVERIFY(said);
}

LECTERN_GUI_MAIN(SourcePanelTest)
#include "tst_sourcepanel.moc"
