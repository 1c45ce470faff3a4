// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/chipedit.h"
#include "app/forms/textbox.h"
#include "app/forms/textrecord.h"
#include "tests/support/guimain.h"

#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTextCursor>

using namespace lectern::app;

class TextBoxTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void loadingAndLeavingWritesNothing_data();
    void loadingAndLeavingWritesNothing();
    void typingKeepsEveryOtherCharacter();
    void newLinesTakeTheTextsOwnLineEnding();
    void changesFromOutsideLeaveTheCaretAtItsPlace();
    void changesFromOutsideWaitForTheEndOfAComposition();
    void copyingKeepsNoBreakSpaces();
    void pasteIntoOneLineBecomesOneLine();
    void aNulIsSeenAndStaysWhereItIs();
    void undoKeysAreLeftToTheWindow();
    void anEmptyLineBehindChipsTakesNoLineOfItsOwn();
    void growsWithItsLines();
    void surrogatePairsAreNeverCut();
};

void TextBoxTest::loadingAndLeavingWritesNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no-break space") << QStringLiteral("a\u00a0b \u00a0");
    QTest::newRow("CRLF") << QStringLiteral("one\r\ntwo\r\n");
    QTest::newRow("CR") << QStringLiteral("one\rtwo");
    QTest::newRow("mixed") << QStringLiteral("one\r\ntwo\nthree\rfour\n\n\r\n");
    QTest::newRow("line and paragraph separators") << QStringLiteral("a\u2028b\u2029c");
    QTest::newRow("object replacement and frames")
        << QStringLiteral("a\ufffcb") + QChar(0xfdd0) + QChar(0xfdd1);
    QTest::newRow("tabs and form feed") << QStringLiteral("\ta\fb\v");
    QTest::newRow("NUL") << QStringLiteral("a%1b%1%1").arg(QChar(u'\0'));
    QTest::newRow("emoji and combining") << QStringLiteral("🔥e\u0301莫梓钊");
}

void TextBoxTest::loadingAndLeavingWritesNothing()
{
    QFETCH(QString, text);
    TextBox box(TextBox::Lines::Many);
    QSignalSpy edited(&box, &TextBox::edited);
    box.setRecord(text);
    box.show();
    box.setFocus();
    box.selectAll();
    box.moveCursor(QTextCursor::End);
    QTest::keyClick(&box, Qt::Key_Left);
    box.clearFocus();
    QCOMPARE(edited.count(), 0);
    QCOMPARE(box.record(), text);
    QCOMPARE(documentText(text), box.document()->toRawText());
}

void TextBoxTest::aNulIsSeenAndStaysWhereItIs()
{
    class Opened : public TextBox {
    public:
        using TextBox::insertFromMimeData;
        using TextBox::TextBox;
    };
    const QChar nul(u'\0');
    Opened box(TextBox::Lines::Many);
    box.setRecord(QStringLiteral("one %1 two").arg(nul));
    QCOMPARE(box.document()->toRawText(), QStringLiteral("one \u2400 two"));
    box.moveCursor(QTextCursor::End);
    QTest::keyClicks(&box, QStringLiteral("xy"));
    QCOMPARE(box.record(), QStringLiteral("one %1 twoxy").arg(nul));
    // A format around it leaves it there; the symbol that somebody types is a symbol.
    box.replaceRange(4, 5, QStringLiteral("**%1**").arg(nul), 6, 7);
    QCOMPARE(box.record(), QStringLiteral("one **%1** twoxy").arg(nul));
    QCOMPARE(box.document()->toRawText(), QStringLiteral("one **\u2400** twoxy"));
    QCOMPARE(box.selectedRange(), std::pair(qsizetype(6), qsizetype(7)));
    box.moveCursor(QTextCursor::Start);
    box.insertPlainText(QStringLiteral("\u2400"));
    QCOMPARE(box.record(), QStringLiteral("\u2400one **%1** twoxy").arg(nul));
    // What is pasted brings none.
    QMimeData data;
    data.setText(QStringLiteral("p%1q").arg(nul));
    box.insertFromMimeData(&data);
    QCOMPARE(box.record(), QStringLiteral("\u2400pqone **%1** twoxy").arg(nul));
}

void TextBoxTest::anEmptyLineBehindChipsTakesNoLineOfItsOwn()
{
    ChipEdit chips;
    chips.setExample(QStringLiteral("CCF-A"));
    chips.setChips({ ChipData { .text = QStringLiteral("CCF-A"), .marks = {}, .starred = false, .problem = {}, .tip = {} } });
    const int line = chips.heightForWidth(400);
    // A caret's width behind the chip is enough.
    const int chip = chips.chip(0)->sizeHint().width();
    QCOMPARE(chips.heightForWidth(chip + 24), line);
    QVERIFY(chips.heightForWidth(chip + 9) > line);
}

void TextBoxTest::typingKeepsEveryOtherCharacter()
{
    TextBox box(TextBox::Lines::Many);
    box.setRecord(QStringLiteral("a\u00a0b\r\nc\u00a0d\u2028e"));
    box.moveCursor(QTextCursor::End);
    QTest::keyClicks(&box, QStringLiteral("xy"));
    QCOMPARE(box.record(), QStringLiteral("a\u00a0b\r\nc\u00a0d\u2028exy"));
    box.moveCursor(QTextCursor::Start);
    QTest::keyClick(&box, Qt::Key_Delete);
    QCOMPARE(box.record(), QStringLiteral("\u00a0b\r\nc\u00a0d\u2028exy"));
}

void TextBoxTest::newLinesTakeTheTextsOwnLineEnding()
{
    TextBox box(TextBox::Lines::Many);
    box.setRecord(QStringLiteral("a\r\nb"));
    box.moveCursor(QTextCursor::End);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(box.record(), QStringLiteral("a\r\nb\r\n"));
    QTest::keyClick(&box, Qt::Key_Backspace);
    QCOMPARE(box.record(), QStringLiteral("a\r\nb"));
}

void TextBoxTest::changesFromOutsideLeaveTheCaretAtItsPlace()
{
    TextBox box(TextBox::Lines::One);
    box.setRecord(QStringLiteral("Hetis: Serving"));
    QTextCursor cursor = box.textCursor();
    cursor.setPosition(7);
    box.setTextCursor(cursor);
    QSignalSpy edited(&box, &TextBox::edited);
    box.setRecord(QStringLiteral("The Hetis: Serving LLMs"));
    QCOMPARE(box.textCursor().position(), 11);
    QCOMPARE(edited.count(), 0);
}

void TextBoxTest::changesFromOutsideWaitForTheEndOfAComposition()
{
    TextBox box(TextBox::Lines::One);
    box.setRecord(QStringLiteral("abc"));
    box.moveCursor(QTextCursor::End);
    QInputMethodEvent composing(QStringLiteral("mo"), {});
    QCoreApplication::sendEvent(&box, &composing);
    QVERIFY(box.isComposing());
    box.setRecord(QStringLiteral("ABC"));
    QCOMPARE(box.record(), QStringLiteral("abc"));
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("莫"));
    QCoreApplication::sendEvent(&box, &done);
    QCOMPARE(box.record(), QStringLiteral("ABC莫"));
    QCOMPARE(box.document()->toRawText(), QStringLiteral("ABC莫"));
}

void TextBoxTest::copyingKeepsNoBreakSpaces()
{
    class Opened : public TextBox {
    public:
        using TextBox::createMimeDataFromSelection;
        using TextBox::TextBox;
    };
    Opened box(TextBox::Lines::Many);
    box.setRecord(QStringLiteral("a\u00a0b\r\nc"));
    box.selectAll();
    const std::unique_ptr<QMimeData> data(box.createMimeDataFromSelection());
    QCOMPARE(data->text(), QStringLiteral("a\u00a0b\r\nc"));
}

void TextBoxTest::pasteIntoOneLineBecomesOneLine()
{
    class Opened : public TextBox {
    public:
        using TextBox::insertFromMimeData;
        using TextBox::TextBox;
    };
    Opened box(TextBox::Lines::One);
    QMimeData data;
    data.setText(QStringLiteral("A title\r\n  broken in two\n"));
    box.insertFromMimeData(&data);
    QCOMPARE(box.record(), QStringLiteral("A title   broken in two"));
    QSignalSpy submitted(&box, &TextBox::submitted);
    QTest::keyClick(&box, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QVERIFY(!box.record().contains(u'\n'));
}

void TextBoxTest::undoKeysAreLeftToTheWindow()
{
    TextBox box(TextBox::Lines::Many);
    QTest::keyClicks(&box, QStringLiteral("abc"));
    QTest::keyClick(&box, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(box.record(), QStringLiteral("abc"));
}

void TextBoxTest::growsWithItsLines()
{
    TextBox box(TextBox::Lines::Many);
    box.resize(300, 50);
    box.show();
    QVERIFY(QTest::qWaitForWindowExposed(&box));
    const int before = box.height();
    box.setRecord(QStringLiteral("1\n2\n3\n4\n5\n6\n7\n8"));
    QVERIFY(box.height() > before + 3 * box.fontMetrics().lineSpacing());
    QCOMPARE(box.verticalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
}

void TextBoxTest::surrogatePairsAreNeverCut()
{
    // 🔥 and 🔦 share their first unit.
    QCOMPARE(commonEnds(QStringLiteral("a🔥b"), QStringLiteral("a🔦b")).prefix, 1);
    TextBox box(TextBox::Lines::One);
    box.setRecord(QStringLiteral("a🔥b"));
    box.setRecord(QStringLiteral("a🔦b"));
    QCOMPARE(box.document()->toRawText(), QStringLiteral("a🔦b"));
}

LECTERN_GUI_MAIN(TextBoxTest)
#include "textboxtest.moc"
