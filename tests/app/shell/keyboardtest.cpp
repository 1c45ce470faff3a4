// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/reviewsheet.h"
#include "app/shell/columns.h"
#include "app/shell/commandpalette.h"
#include "app/shell/commands.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/sectionsmodel.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/shortcutsheet.h"
#include "core/profile/intentions.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSet>
#include <QToolButton>
#include <QUndoStack>

using namespace lectern;
using test::ShellFixture;

/// The whole program without a mouse.
class KeyboardTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void controlDigitsGoToSections();
    void controlNAddsAnItem();
    void controlZAndShiftZUndoAndRedo();
    void controlEOpensTheReview();
    void f6GoesFromColumnToColumn();
    void f6SkipsAColumnThatIsPutAway();
    void theColumnRemembersWhereTheKeyboardWas();
    void columnsArePutAwayAndComeBack();
    void controlKFindsCommandsByName();
    void textBoxesLeaveTheWindowsKeysAlone();
    void thePaletteOffersSectionsPagesAndRecentSites();
    void theArrowsChooseInThePalette();
    void escapeGivesTheKeyboardBack();
    void controlFFindsOnOtherPages();
    void findingNothingIsSaid();
    void theSheetListsEveryShortcut();
    void noTwoCommandsShareAShortcut();
    void tooltipsTeachTheShortcut();
    void pageKeysGoThroughThePages();

private:
    app::MainWindow& window() { return m_fixture->window(); }
    app::CommandPalette& palette() { return window().palettePanel(); }
    QString section() { return window().sidebar().current().section; }
    /// A key as a user types it: to what has the keyboard.
    static void type(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(
            QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow(), key,
            modifiers);
    }
    QStringList found() const;
    int focusColumn();

    std::unique_ptr<ShellFixture> m_fixture;
};

void KeyboardTest::init()
{
    Suite::init();
    m_fixture = std::make_unique<ShellFixture>();
    m_fixture->openSite();
    window().sidebar().view()->setFocus();
}

QStringList KeyboardTest::found() const
{
    QStringList rows;
    const QAbstractItemModel* model = m_fixture->window().palettePanel().view()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        rows.append(model->index(row, 0).data().toString());
    return rows;
}

int KeyboardTest::focusColumn()
{
    for (int column = 0; column < 3; ++column) {
        const QWidget* content = window().columns().content(app::Columns::Column(column));
        if (content
            && (content == QApplication::focusWidget() || content->isAncestorOf(QApplication::focusWidget())))
            return column;
    }
    return -1;
}

void KeyboardTest::controlDigitsGoToSections()
{
    const QStringList ids { QStringLiteral("about"), QStringLiteral("news"), QStringLiteral("publications"),
        QStringLiteral("honors"), QStringLiteral("education") };
    for (int digit = 5; digit >= 1; --digit) {
        type(Qt::Key(Qt::Key_0 + digit), Qt::ControlModifier);
        QCOMPARE(section(), ids.at(digit - 1));
    }
    type(Qt::Key_9, Qt::ControlModifier); // there are five
    QCOMPARE(section(), ids.at(0));
}

void KeyboardTest::controlNAddsAnItem()
{
    window().goTo(QStringLiteral("news"));
    const QByteArray before = m_fixture->pageBytes();
    type(Qt::Key_N, Qt::ControlModifier);
    // An empty form waits for the first letter; until then the page has nothing new.
    QCOMPARE(m_fixture->pageBytes(), before);
    QCOMPARE(focusColumn(), int(app::Columns::Editor));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("2025.09"));
    QTRY_VERIFY(m_fixture->pageBytes().contains("2025.09"));
    QCOMPARE(m_fixture->workspace().profile().section(QStringLiteral("news"))->items.size(), size_t(2));
    QCOMPARE(m_fixture->workspace().undoStack()->count(), 1);
}

void KeyboardTest::controlZAndShiftZUndoAndRedo()
{
    const QByteArray before = m_fixture->pageBytes();
    const auto edits = profile::renameSection(m_fixture->workspace().profile(), 1, QStringLiteral("Latest"));
    QVERIFY(edits);
    m_fixture->workspace().pushPage(*edits, QStringLiteral("rename"), app::EditSource::Sections);
    const QByteArray after = m_fixture->pageBytes();
    type(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_fixture->pageBytes(), before);
    type(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_fixture->pageBytes(), after);
    type(Qt::Key_Z, Qt::ControlModifier);
    type(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(m_fixture->pageBytes(), after);
}

void KeyboardTest::controlEOpensTheReview()
{
    type(Qt::Key_E, Qt::ControlModifier);
    const auto* sheet = window().findChild<app::ReviewSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(!window().columns().isVisible());
    type(Qt::Key_Escape);
    QVERIFY(window().columns().isVisible());
}

void KeyboardTest::f6GoesFromColumnToColumn()
{
    // The preview's place holds nothing that takes the keyboard without a web view: two columns are left.
    window().columns().setShown(app::Columns::Preview, false);
    QCOMPARE(focusColumn(), int(app::Columns::Sections));
    type(Qt::Key_F6);
    QCOMPARE(focusColumn(), int(app::Columns::Editor));
    type(Qt::Key_F6);
    QCOMPARE(focusColumn(), int(app::Columns::Sections));
    type(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(focusColumn(), int(app::Columns::Editor));
}

void KeyboardTest::f6SkipsAColumnThatIsPutAway()
{
    window().columns().setShown(app::Columns::Sections, false);
    window().columns().setShown(app::Columns::Preview, false);
    window().columns().focusColumn(app::Columns::Editor);
    type(Qt::Key_F6);
    QCOMPARE(focusColumn(), int(app::Columns::Editor));
    QVERIFY(!window().columns().isShown(app::Columns::Sections));
}

void KeyboardTest::theColumnRemembersWhereTheKeyboardWas()
{
    window().columns().setShown(app::Columns::Preview, false);
    window().goTo(QStringLiteral("publications"), 0);
    window().columns().focusColumn(app::Columns::Editor);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QWidget* const before = QApplication::focusWidget();
    QVERIFY(before);
    type(Qt::Key_F6);
    QVERIFY(QApplication::focusWidget() != before);
    type(Qt::Key_F6);
    QCOMPARE(QApplication::focusWidget(), before);
}

void KeyboardTest::columnsArePutAwayAndComeBack()
{
    app::Columns& columns = window().columns();
    const int width = columns.content(app::Columns::Sections)->width();
    type(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!columns.content(app::Columns::Sections)->isVisible());
    type(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(!columns.content(app::Columns::Preview)->isVisible());
    // Something is left to work with.
    type(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(columns.isShown(app::Columns::Preview) || columns.isShown(app::Columns::Editor));
    type(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(columns.content(app::Columns::Sections)->isVisible());
    // To a pixel that the splitter rounds away.
    QVERIFY(qAbs(columns.content(app::Columns::Sections)->width() - width) <= 1);
}

void KeyboardTest::controlKFindsCommandsByName()
{
    type(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(palette().isVisible());
    QCOMPARE(QApplication::focusWidget(), palette().line());
    QTest::keyClicks(palette().line(), QStringLiteral("review"));
    QCOMPARE(found().value(0), QStringLiteral("Review & export"));
    type(Qt::Key_Return);
    QVERIFY(!palette().isVisible());
    QVERIFY(window().findChild<app::ReviewSheet*>());
}

void KeyboardTest::textBoxesLeaveTheWindowsKeysAlone()
{
    window().goTo(QStringLiteral("publications"), 0);
    const auto fields = window().editor().findChildren<QWidget*>();
    QSet<QByteArray> kinds;
    for (QWidget* field : fields) {
        const bool text = field->inherits("QLineEdit") || field->inherits("QTextEdit");
        if (!text || !field->isVisible() || kinds.contains(field->metaObject()->className()))
            continue;
        kinds.insert(field->metaObject()->className());
        field->setFocus();
        const QByteArray before = m_fixture->pageBytes();
        QTest::keyClick(field, Qt::Key_Home);
        type(Qt::Key_K, Qt::ControlModifier);
        QVERIFY2(palette().isVisible(), field->metaObject()->className());
        type(Qt::Key_Escape);
        field->setFocus();
        type(Qt::Key_E, Qt::ControlModifier);
        const auto* sheet = window().findChild<app::ReviewSheet*>();
        QVERIFY2(sheet && sheet->isVisible(), field->metaObject()->className());
        type(Qt::Key_Escape);
        QCOMPARE(m_fixture->pageBytes(), before);
    }
    QVERIFY(kinds.contains("lectern::app::TextBox") && kinds.size() > 2);
}

void KeyboardTest::thePaletteOffersSectionsPagesAndRecentSites()
{
    type(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(palette().line(), QStringLiteral("honors"));
    QVERIFY(found().contains(QStringLiteral("🎖 Honors")));
    palette().line()->setText(QStringLiteral("fairness"));
    QCOMPARE(found().value(0), QStringLiteral("Second paper on fairness"));
    palette().line()->setText(QStringLiteral("talks.md"));
    QVERIFY(found().contains(QStringLiteral("Page: _pages/talks.md")));
    palette().line()->setText(QStringLiteral("site settings"));
    QVERIFY(found().contains(QStringLiteral("Site settings")));
    palette().line()->setText(QStringLiteral("fairness"));
    type(Qt::Key_Return);
    QCOMPARE(section(), QStringLiteral("publications"));
}

void KeyboardTest::theArrowsChooseInThePalette()
{
    type(Qt::Key_K, Qt::ControlModifier);
    QVERIFY(found().size() > 10);
    QCOMPARE(palette().view()->currentIndex().row(), 0);
    type(Qt::Key_Down);
    QCOMPARE(palette().view()->currentIndex().row(), 1);
    type(Qt::Key_Up);
    type(Qt::Key_Up);
    QCOMPARE(palette().view()->currentIndex().row(), int(found().size()) - 1);
}

void KeyboardTest::escapeGivesTheKeyboardBack()
{
    QWidget* const before = QApplication::focusWidget();
    for (const Qt::Key key : { Qt::Key_K, Qt::Key_F }) {
        type(key, Qt::ControlModifier);
        QVERIFY(QApplication::focusWidget() != before);
        type(Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), before);
    }
    type(Qt::Key_Question, Qt::ControlModifier);
    auto* sheet = window().findChild<app::ShortcutSheet*>();
    QVERIFY(sheet->isVisible());
    type(Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    QCOMPARE(QApplication::focusWidget(), before);
}

void KeyboardTest::controlFFindsOnOtherPages()
{
    type(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(palette().line(), QStringLiteral("zebras"));
    QCOMPARE(found().size(), 1);
    type(Qt::Key_Return);
    QCOMPARE(m_fixture->workspace().currentPage(), QStringLiteral("_pages/talks.md"));
    QCOMPARE(section(), QStringLiteral("talks"));
}

void KeyboardTest::findingNothingIsSaid()
{
    type(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(palette().line(), QStringLiteral("qqqqxxxx"));
    QVERIFY(found().isEmpty());
    QVERIFY(!palette().view()->isVisible());
    bool said = false;
    for (const auto* label : palette().findChildren<QLabel*>())
        said = said || (label->isVisible() && !label->text().isEmpty());
    QVERIFY(said);
}

void KeyboardTest::theSheetListsEveryShortcut()
{
    type(Qt::Key_Question, Qt::ControlModifier);
    auto* sheet = window().findChild<app::ShortcutSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    QStringList shown;
    for (const auto* label : sheet->findChildren<QLabel*>())
        shown.append(label->text());
    for (const char* keys :
        { "Ctrl+1 … Ctrl+9", "Ctrl+N", "Return", "Esc", "Ctrl+F", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+E", "F6",
            "Ctrl+K", "Ctrl+?", "Alt+Up, Alt+Down", "Ctrl+Left, Ctrl+Right", "Ctrl+Alt+1" })
        QVERIFY2(shown.contains(QString::fromUtf8(keys)), keys);
}

void KeyboardTest::noTwoCommandsShareAShortcut()
{
    QHash<QString, QString> owners;
    for (const QAction* action : window().commands().all()) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence& keys : action->shortcuts()) {
            const QString name = keys.toString();
            QVERIFY2(!owners.contains(name),
                qPrintable(name + u' ' + owners.value(name) + u' ' + action->objectName()));
            owners.insert(name, action->objectName());
        }
    }
}

void KeyboardTest::tooltipsTeachTheShortcut()
{
    for (const QAction* action : window().commands().all()) {
        if (!action->shortcut().isEmpty() && action->shortcutContext() == Qt::WindowShortcut
            && !action->objectName().startsWith(QLatin1StringView("section.go")))
            QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
                qPrintable(action->objectName()));
    }
    const QAbstractItemModel* rows = window().sidebar().view()->model();
    for (int row = 0; row < rows->rowCount(); ++row)
        QVERIFY(rows->index(row, 0)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("Ctrl+%1").arg(row + 1)));
    for (const auto* button : window().findChildren<QToolButton*>()) {
        if (button->isVisible() && button->text().isEmpty())
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->accessibleName()));
    }
}

void KeyboardTest::pageKeysGoThroughThePages()
{
    const QString first = m_fixture->workspace().currentPage();
    type(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_fixture->workspace().currentPage(), QStringLiteral("_pages/talks.md"));
    type(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(m_fixture->workspace().currentPage(), first);
}

LECTERN_SHELL_TEST(KeyboardTest, "keyboard")
#include "keyboardtest.moc"
