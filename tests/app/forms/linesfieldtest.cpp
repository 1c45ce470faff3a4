// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/linesfield.h"
#include "app/forms/textbox.h"
#include "tests/support/guimain.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace lectern;
using namespace lectern::app;

/// The rows of a field that holds several lines.
class LinesFieldTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aRowForEachLine();
    void enterBeginsTheNextLine();
    void anEmptyLineIsNotPartOfTheValue();
    void backspaceTakesAnEmptyLineOut();
    void altArrowsAndButtonsMoveLines();
    void aLineIsTakenOutByItsButton();
    void thePagesValueReplacesTheRowsButNotABegunLine();
    void everyPartHasAName();

private:
    [[nodiscard]] QList<TextBox*> boxes() const
    {
        return m_field->findChildren<TextBox*>().mid(0, visible());
    }
    [[nodiscard]] int visible() const;
    [[nodiscard]] QStringList value() const { return std::get<QStringList>(m_field->value()); }
    /// The button of a row, which shows while the row has the keyboard.
    [[nodiscard]] QToolButton* button(int row, const char* name) const;

    std::unique_ptr<LinesField> m_field;
};

void LinesFieldTest::init()
{
    Suite::init();
    FieldSetting setting;
    setting.id = profile::FieldId::Highlights;
    setting.shape = profile::FieldShape::Lines;
    setting.kind = profile::SectionKind::Publications;
    m_field = std::make_unique<LinesField>(setting, nullptr);
    m_field->reset(QStringList({ QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three") }));
    m_field->resize(400, 300);
    m_field->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_field.get()));
    QApplication::setActiveWindow(m_field.get());
    m_field->focusContent();
}

int LinesFieldTest::visible() const
{
    int count = 0;
    for (const TextBox* box : m_field->findChildren<TextBox*>())
        count += box->isVisible();
    return count;
}

QToolButton* LinesFieldTest::button(int row, const char* name) const
{
    return boxes().at(row)->parentWidget()->findChild<QToolButton*>(QLatin1StringView(name));
}

void LinesFieldTest::aRowForEachLine()
{
    QCOMPARE(visible(), 3);
    QCOMPARE(boxes().at(1)->record(), QStringLiteral("Two"));
    QSignalSpy edited(m_field.get(), &FieldEditor::edited);
    boxes().at(1)->setFocus();
    boxes().at(1)->moveCursor(QTextCursor::End);
    QTest::keyClicks(boxes().at(1), QStringLiteral("!"));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(
        value(), QStringList({ QStringLiteral("One"), QStringLiteral("Two!"), QStringLiteral("Three") }));
}

void LinesFieldTest::enterBeginsTheNextLine()
{
    QTest::keyClick(boxes().at(0), Qt::Key_Return);
    QCOMPARE(visible(), 4);
    QVERIFY(boxes().at(1)->hasFocus());
    QTest::keyClicks(boxes().at(1), QStringLiteral("New"));
    QCOMPARE(value(),
        QStringList({ QStringLiteral("One"), QStringLiteral("New"), QStringLiteral("Two"),
            QStringLiteral("Three") }));
    QTest::mouseClick(m_field->findChild<QToolButton*>(QStringLiteral("addLine")), Qt::LeftButton);
    QCOMPARE(visible(), 5);
    QVERIFY(boxes().at(4)->hasFocus());
}

void LinesFieldTest::anEmptyLineIsNotPartOfTheValue()
{
    QSignalSpy edited(m_field.get(), &FieldEditor::edited);
    QTest::keyClick(boxes().at(0), Qt::Key_Return);
    QCOMPARE(value().size(), 3);
    QCOMPARE(edited.count(), 0);
    m_field->settle();
    QCOMPARE(visible(), 3);
}

void LinesFieldTest::backspaceTakesAnEmptyLineOut()
{
    QTest::keyClick(boxes().at(0), Qt::Key_Return);
    QTest::keyClick(boxes().at(1), Qt::Key_Backspace);
    QCOMPARE(visible(), 3);
    QVERIFY(boxes().at(0)->hasFocus());
    QCOMPARE(value().size(), 3);
}

void LinesFieldTest::altArrowsAndButtonsMoveLines()
{
    QTest::keyClick(boxes().at(0), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(value(), QStringList({ QStringLiteral("Two"), QStringLiteral("One"), QStringLiteral("Three") }));
    QVERIFY(boxes().at(1)->hasFocus());
    QCOMPARE(m_field->typingPart(), QString());
    QTRY_VERIFY(button(1, "lineDown")->isVisible());
    QTest::mouseClick(button(1, "lineDown"), Qt::LeftButton);
    QCOMPARE(value(), QStringList({ QStringLiteral("Two"), QStringLiteral("Three"), QStringLiteral("One") }));
    QTest::keyClick(boxes().at(2), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(value().last(), QStringLiteral("One"));
}

void LinesFieldTest::aLineIsTakenOutByItsButton()
{
    QSignalSpy edited(m_field.get(), &FieldEditor::edited);
    QTRY_VERIFY(button(0, "removeLine")->isVisible());
    QTest::mouseClick(button(0, "removeLine"), Qt::LeftButton);
    QCOMPARE(value(), QStringList({ QStringLiteral("Two"), QStringLiteral("Three") }));
    QCOMPARE(edited.count(), 1);
    // The last one leaves an empty row.
    QTRY_VERIFY(button(0, "removeLine")->isVisible());
    QTest::mouseClick(button(0, "removeLine"), Qt::LeftButton);
    QTRY_VERIFY(button(0, "removeLine")->isVisible());
    QTest::mouseClick(button(0, "removeLine"), Qt::LeftButton);
    QCOMPARE(value(), QStringList());
    QCOMPARE(visible(), 1);
}

void LinesFieldTest::thePagesValueReplacesTheRowsButNotABegunLine()
{
    QTest::keyClick(boxes().at(2), Qt::Key_Return);
    m_field->accepted(QStringList({ QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three") }));
    QCOMPARE(visible(), 4);
    m_field->follow(QStringList({ QStringLiteral("Other") }));
    QCOMPARE(visible(), 1);
    QCOMPARE(boxes().at(0)->record(), QStringLiteral("Other"));
}

void LinesFieldTest::everyPartHasAName()
{
    QStringList names;
    for (QWidget* part : m_field->findChildren<QWidget*>()) {
        if (!(part->focusPolicy() & Qt::TabFocus))
            continue;
        QAccessibleInterface* const interface = QAccessible::queryAccessibleInterface(part);
        QVERIFY(interface);
        const QString name = interface->text(QAccessible::Name);
        QVERIFY2(!name.isEmpty(), part->metaObject()->className());
        QVERIFY2(!names.contains(name), qPrintable(name));
        names.append(name);
    }
    QCOMPARE(int(names.size()), 3 * 4 + 1);
}

LECTERN_GUI_MAIN(LinesFieldTest)
#include "linesfieldtest.moc"
