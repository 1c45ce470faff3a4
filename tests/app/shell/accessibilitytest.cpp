// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"
#include "app/shell/commands.h"
#include "app/shell/editorcolumn.h"
#include "app/shell/infobar.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/siteopener.h"
#include "core/profile/intentions.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QListView>
#include <QSet>

using namespace lectern;
using test::ShellFixture;

/// Everything that a screen reader meets says what it is.
class AccessibilityTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void theWelcomePageIsNamed();
    void theWindowIsNamed_data();
    void theWindowIsNamed();
    void thePaletteIsNamed();
    void theSheetOfShortcutsIsNamed();
    void theSettingsAreNamed();
    void theReviewIsNamed();
    void theBarIsNamedByItsSentence();
    void theTabKeyReachesEveryColumnAndShowsWhereItIs();

private:
    static QStringList namelessBelow(QWidget* top);
};

namespace {

/// Roles that a user can act on or has to read.
bool needsName(const QAccessibleInterface& element)
{
    static const QSet<QAccessible::Role> roles { QAccessible::PushButton, QAccessible::CheckBox,
        QAccessible::RadioButton, QAccessible::EditableText, QAccessible::ComboBox, QAccessible::Slider,
        QAccessible::SpinBox, QAccessible::List, QAccessible::ListItem, QAccessible::MenuItem,
        QAccessible::ButtonMenu, QAccessible::ButtonDropDown, QAccessible::Tree, QAccessible::TreeItem,
        QAccessible::Table, QAccessible::Dialog, QAccessible::PageTab, QAccessible::Graphic };
    return roles.contains(element.role());
}

void collect(QAccessibleInterface* element, const QString& path, QStringList& nameless, int depth)
{
    if (!element || !element->isValid() || depth > 40 || element->state().invisible)
        return;
    const QString here = path + u'/'
        + (element->object() ? QString::fromLatin1(element->object()->metaObject()->className())
                             : QStringLiteral("item"));
    if (needsName(*element) && element->text(QAccessible::Name).trimmed().isEmpty()
        && element->text(QAccessible::Value).trimmed().isEmpty())
        nameless.append(here);
    if (needsName(*element) && element->role() == QAccessible::EditableText
        && element->text(QAccessible::Name).trimmed().isEmpty())
        nameless.append(here + QStringLiteral(" (a field is not named by its text)"));
    for (int child = 0; child < element->childCount(); ++child)
        collect(element->child(child), here, nameless, depth + 1);
}

} // namespace

QStringList AccessibilityTest::namelessBelow(QWidget* top)
{
    QStringList nameless;
    collect(QAccessible::queryAccessibleInterface(top), {}, nameless, 0);
    nameless.removeDuplicates();
    return nameless;
}

#define VERIFY_NAMED(widget)                                                                                 \
    do {                                                                                                     \
        const QStringList nameless = namelessBelow(widget);                                                  \
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));                                      \
    } while (false)

void AccessibilityTest::theWelcomePageIsNamed()
{
    ShellFixture fixture;
    QVERIFY(fixture.window().opener().open(fixture.makeSite()));
    fixture.startAgain();
    fixture.showWindow();
    VERIFY_NAMED(&fixture.window());
}

void AccessibilityTest::theWindowIsNamed_data()
{
    QTest::addColumn<QString>("section");
    QTest::addColumn<int>("kind");
    for (const char* section : { "about", "news", "publications", "honors", "education" })
        QTest::newRow(section) << QString::fromLatin1(section) << int(app::Destination::Kind::Section);
    QTest::newRow("page settings") << QString() << int(app::Destination::Kind::PageSettings);
    QTest::newRow("navigation") << QString() << int(app::Destination::Kind::Navigation);
    QTest::newRow("your names") << QString() << int(app::Destination::Kind::OwnerNames);
    QTest::newRow("files") << QString() << int(app::Destination::Kind::Files);
    QTest::newRow("site settings") << QString() << int(app::Destination::Kind::SiteSettings);
}

void AccessibilityTest::theWindowIsNamed()
{
    QFETCH(QString, section);
    QFETCH(int, kind);
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().sidebar().choose({ app::Destination::Kind(kind), section });
    VERIFY_NAMED(&fixture.window());
}

void AccessibilityTest::thePaletteIsNamed()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().commands().action(QLatin1StringView("help.palette"))->trigger();
    QVERIFY(fixture.window().palettePanel().isVisible());
    VERIFY_NAMED(&fixture.window().palettePanel());
}

void AccessibilityTest::theSheetOfShortcutsIsNamed()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().commands().action(QLatin1StringView("help.shortcuts"))->trigger();
    VERIFY_NAMED(&fixture.window());
}

void AccessibilityTest::theSettingsAreNamed()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().commands().action(QLatin1StringView("app.settings"))->trigger();
    auto* dialog = fixture.window().findChild<app::SettingsDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    VERIFY_NAMED(dialog);
}

void AccessibilityTest::theReviewIsNamed()
{
    ShellFixture fixture;
    fixture.openSite();
    const auto edits = profile::renameSection(fixture.workspace().profile(), 1, QStringLiteral("Latest"));
    QVERIFY(edits);
    fixture.workspace().pushPage(*edits, QStringLiteral("rename"), app::EditSource::Sections);
    fixture.window().commands().action(QLatin1StringView("site.export"))->trigger();
    VERIFY_NAMED(&fixture.window());
}

void AccessibilityTest::theBarIsNamedByItsSentence()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().bar().post({ QStringLiteral("x"), app::Notice::Kind::Warning,
        QStringLiteral("Something happened."), {}, { { QStringLiteral("Look"), [] {} } } });
    QAccessibleInterface* bar = QAccessible::queryAccessibleInterface(&fixture.window().bar());
    QCOMPARE(bar->text(QAccessible::Name), QStringLiteral("Something happened."));
    VERIFY_NAMED(&fixture.window().bar());
}

void AccessibilityTest::theTabKeyReachesEveryColumnAndShowsWhereItIs()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().goTo(QStringLiteral("publications"), 0);
    fixture.window().sidebar().view()->setFocus();
    QSet<QWidget*> visited;
    for (int step = 0; step < 200; ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QWidget* now = QApplication::focusWidget();
        QVERIFY(now);
        if (visited.contains(now))
            break;
        visited.insert(now);
    }
    const auto reached = [&visited](const QWidget* ancestor) {
        return std::any_of(visited.begin(), visited.end(),
            [ancestor](QWidget* widget) { return ancestor->isAncestorOf(widget); });
    };
    QVERIFY(reached(&fixture.window().sidebar()));
    QVERIFY(reached(&fixture.window().editor()));
    QVERIFY(visited.size() > 15);
    // What has the keyboard looks different from what has not.
    for (QWidget* widget : std::as_const(visited)) {
        auto* button = qobject_cast<QAbstractButton*>(widget);
        if (!button || !button->isVisible() || !button->isEnabled())
            continue;
        button->setFocus(Qt::TabFocusReason);
        const QImage with = button->grab().toImage();
        button->clearFocus();
        QVERIFY2(with != button->grab().toImage(), qPrintable(button->accessibleName()));
    }
}

LECTERN_SHELL_TEST(AccessibilityTest, "accessibility")
#include "accessibilitytest.moc"
