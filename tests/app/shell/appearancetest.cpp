// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/columns.h"
#include "app/shell/commands.h"
#include "app/shell/language.h"
#include "app/shell/look.h"
#include "app/shell/program.h"
#include "app/shell/sectionssidebar.h"
#include "app/shell/settingsdialog.h"
#include "app/shell/siteopener.h"
#include "core/profile/intentions.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QSignalSpy>
#include <QSlider>
#include <QSplitter>
#include <QToolButton>
#include <QUndoStack>

#include <cmath>

using namespace lectern;
using test::ShellFixture;

/// Colours, text size, language, and what the window remembers.
class AppearanceTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void theThemeSwitchesAtOnceAndIsKept();
    void textIsReadableInBothThemes();
    void theTextSizeChangesWhileTheProgramRuns();
    void theLanguageSwitchesWithoutLosingAnEdit();
    void qtsOwnWordsAreTranslated();
    void systemLanguagesLeadToOneThatThereIs_data();
    void systemLanguagesLeadToOneThatThereIs();
    void columnsAreRemembered();
    void aColumnThatIsPutAwayStaysAway();
    void aNarrowWindowHasThePreviewAsATab();
    void brokenSettingsReadAsTheDefaults();

private:
    static app::SettingsDialog* openSettings(app::MainWindow& window);
};

void AppearanceTest::cleanup()
{
    app::installLanguage(*qApp, QStringLiteral("en"));
}

app::SettingsDialog* AppearanceTest::openSettings(app::MainWindow& window)
{
    window.commands().action(QLatin1StringView("app.settings"))->trigger();
    return window.findChild<app::SettingsDialog*>();
}

void AppearanceTest::theThemeSwitchesAtOnceAndIsKept()
{
    ShellFixture fixture;
    fixture.openSite();
    auto* dialog = openSettings(fixture.window());
    QVERIFY(dialog);
    auto* themes = dialog->findChildren<QComboBox*>().value(0);
    for (const bool dark : { true, false }) {
        themes->setCurrentIndex(themes->findData(int(dark ? app::Theme::Dark : app::Theme::Light)));
        Q_EMIT themes->activated(themes->currentIndex());
        QCOMPARE(app::look::isDark(QApplication::palette()), dark);
        QTRY_COMPARE(app::look::isDark(fixture.window().palette()), dark);
        QCOMPARE(fixture.settings().appearance().theme, dark ? app::Theme::Dark : app::Theme::Light);
    }
}

void AppearanceTest::textIsReadableInBothThemes()
{
    const auto luminance = [](const QColor& color) {
        const auto channel = [](double value) {
            return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF())
            + 0.0722 * channel(color.blueF());
    };
    const auto contrast = [&](const QColor& one, const QColor& other) {
        const double a = luminance(one), b = luminance(other);
        return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    };
    const QColor highlight(0x2f, 0x6a, 0xc6);
    for (const QPalette& palette : { app::lightPalette(highlight), app::darkPalette(highlight) }) {
        for (const QPalette::ColorRole back : { QPalette::Window, QPalette::Base }) {
            for (const QColor& text :
                { palette.color(QPalette::WindowText), app::look::secondaryText(palette),
                    app::look::accent(palette), app::look::warningColor(palette),
                    app::look::errorColor(palette), app::look::successColor(palette) })
                QVERIFY2(contrast(text, palette.color(back)) >= 4.0,
                    qPrintable(text.name() + palette.color(back).name()));
        }
        QVERIFY(
            contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(contrast(palette.color(QPalette::Text), app::look::selectionFill(palette)) >= 4.5);
    }
}

void AppearanceTest::theTextSizeChangesWhileTheProgramRuns()
{
    ShellFixture fixture;
    fixture.openSite();
    const double before = QApplication::font().pointSizeF();
    QAction* larger = fixture.window().commands().action(QLatin1StringView("view.larger"));
    for (int step = 0; step < 20; ++step)
        larger->trigger();
    QCOMPARE(fixture.settings().appearance().textScale, 200);
    QVERIFY(qFuzzyCompare(QApplication::font().pointSizeF(), 2 * before));
    QAction* smaller = fixture.window().commands().action(QLatin1StringView("view.smaller"));
    for (int step = 0; step < 20; ++step)
        smaller->trigger();
    QCOMPARE(fixture.settings().appearance().textScale, 80);
    fixture.window().commands().action(QLatin1StringView("view.normal"))->trigger();
    QCOMPARE(fixture.settings().appearance().textScale, 100);
    QVERIFY(qFuzzyCompare(QApplication::font().pointSizeF(), before));
}

void AppearanceTest::theLanguageSwitchesWithoutLosingAnEdit()
{
    ShellFixture fixture;
    app::LaunchOptions launch;
    launch.path = fixture.makeSite();
    launch.language = QStringLiteral("en");
    app::MainWindowOptions options;
    options.withPreview = false;
    app::Program program(*qApp, fixture.settings(), launch, options);
    QVERIFY(program.openFirst());
    program.window().show();
    program.window().goTo(QStringLiteral("honors"));
    const auto edits = profile::renameSection(program.workspace().profile(), 1, QStringLiteral("Latest"));
    QVERIFY(edits);
    program.workspace().pushPage(*edits, QStringLiteral("rename"), app::EditSource::Sections);
    const QByteArray bytes = program.workspace().profile().file.bytes();

    const auto undoText = [&program] {
        for (const auto* button : program.window().findChildren<QToolButton*>()) {
            if (button->defaultAction()
                && button->defaultAction()->objectName() == QLatin1StringView("edit.undo"))
                return button->text();
        }
        return QString();
    };
    QCOMPARE(undoText(), QStringLiteral("Undo"));
    QSignalSpy changed(&program, &app::Program::windowChanged);
    auto* dialog = openSettings(program.window());
    auto* languages = dialog->findChildren<QComboBox*>().value(1);
    languages->setCurrentIndex(languages->findData(QStringLiteral("zh_CN")));
    Q_EMIT languages->activated(languages->currentIndex());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(undoText(), QStringLiteral("撤销"));
    QVERIFY(program.window().isVisible());
    QVERIFY(program.window().findChild<app::SettingsDialog*>());
    QCOMPARE(program.window().sidebar().current().section, QStringLiteral("honors"));
    QCOMPARE(program.workspace().profile().file.bytes(), bytes);
    QVERIFY(program.workspace().undoStack()->canUndo());
    QCOMPARE(fixture.settings().appearance().language, QStringLiteral("zh_CN"));
}

void AppearanceTest::qtsOwnWordsAreTranslated()
{
    app::installLanguage(*qApp, QStringLiteral("zh_CN"));
    // A word of Qt's file dialog and one of its line edits' menus, from Qt's own files.
    QVERIFY(QCoreApplication::translate("QFileDialog", "Look in:") != QLatin1StringView("Look in:"));
    QVERIFY(QCoreApplication::translate("QWidgetTextControl", "&Copy") != QLatin1StringView("&Copy"));
    app::installLanguage(*qApp, QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("QFileDialog", "Look in:"), QStringLiteral("Look in:"));
}

void AppearanceTest::systemLanguagesLeadToOneThatThereIs_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("taken");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("zh_CN");
}

void AppearanceTest::systemLanguagesLeadToOneThatThereIs()
{
    QFETCH(QString, wanted);
    QFETCH(QString, taken);
    QCOMPARE(app::installLanguage(*qApp, wanted), taken);
    QCOMPARE(QLocale().language(), QLocale(taken).language());
    const QString word = QCoreApplication::translate("lectern::app::WelcomePage", "Open a site folder");
    QCOMPARE(word == QLatin1StringView("Open a site folder"), taken == QLatin1StringView("en"));
}

void AppearanceTest::columnsAreRemembered()
{
    ShellFixture fixture;
    fixture.openSite();
    auto* splitter = fixture.window().columns().findChild<QSplitter*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(splitter);
    const QList<int> before = splitter->sizes();
    // The handle behind the sections goes 40 pixels to the right, as a mouse would drag it.
    QWidget* handle = splitter->handle(1);
    QTest::mousePress(handle, Qt::LeftButton, {}, { 2, 200 });
    QTest::mouseMove(handle, { 42, 200 });
    QTest::mouseRelease(handle, Qt::LeftButton, {}, { 42, 200 });
    const QList<int> moved = splitter->sizes();
    QCOMPARE(moved[0], before[0] + 40);
    const QSize size = fixture.window().size();
    QVERIFY(fixture.window().close());

    fixture.startAgain();
    fixture.openSite();
    QCOMPARE(fixture.window().size(), size);
    splitter = fixture.window().columns().findChild<QSplitter*>(QString(), Qt::FindDirectChildrenOnly);
    const QList<int> again = splitter->sizes();
    for (int column = 0; column < 3; ++column)
        QVERIFY2(qAbs(again[column] - moved[column]) <= 3,
            qPrintable(QStringLiteral("%1: %2, %3").arg(column).arg(again[column]).arg(moved[column])));
}

void AppearanceTest::aColumnThatIsPutAwayStaysAway()
{
    ShellFixture fixture;
    fixture.openSite();
    fixture.window().columns().setShown(app::Columns::Sections, false);
    fixture.window().columns().setShown(app::Columns::Preview, false);
    QVERIFY(fixture.window().close());
    fixture.startAgain();
    fixture.openSite();
    QVERIFY(!fixture.window().sidebar().isVisible());
    QVERIFY(!fixture.window().columns().isShown(app::Columns::Preview));
    // Brought back it has a width to be seen at.
    fixture.window().columns().setShown(app::Columns::Sections, true);
    QVERIFY(fixture.window().sidebar().width() > 120);
}

void AppearanceTest::aNarrowWindowHasThePreviewAsATab()
{
    ShellFixture fixture;
    fixture.openSite();
    app::Columns& columns = fixture.window().columns();
    fixture.window().resize(1280, 800);
    QTRY_VERIFY(!columns.isNarrow());
    QVERIFY(columns.content(app::Columns::Preview)->isVisible());
    fixture.window().resize(900, 700);
    QTRY_VERIFY(columns.isNarrow());
    QVERIFY(columns.content(app::Columns::Editor)->isVisible());
    QVERIFY(!columns.content(app::Columns::Preview)->isVisible());
    QToolButton* tab = nullptr;
    for (auto* button : columns.findChildren<QToolButton*>()) {
        if (button->text() == QLatin1StringView("Preview") && button->isCheckable())
            tab = button;
    }
    QVERIFY(tab && tab->isVisible());
    QTest::mouseClick(tab, Qt::LeftButton);
    QVERIFY(columns.content(app::Columns::Preview)->isVisible());
    QVERIFY(!columns.content(app::Columns::Editor)->isVisible());
    // Choosing a section leads back to its form.
    fixture.window().goTo(QStringLiteral("honors"));
    QVERIFY(columns.content(app::Columns::Editor)->isVisible());
    fixture.window().resize(1280, 800);
    QTRY_VERIFY(!columns.isNarrow());
    QVERIFY(columns.content(app::Columns::Preview)->isVisible());
}

void AppearanceTest::brokenSettingsReadAsTheDefaults()
{
    ShellFixture fixture;
    fixture.write(QStringLiteral("broken.ini"),
        "[appearance]\ntheme=pink\ntextScale=100000\n[window]\ncolumns=a, "
        "b\ngeometry=zzz\n[recent]\nsize=x\n");
    const app::SettingsStore settings(fixture.path(QStringLiteral("broken.ini")));
    QCOMPARE(settings.appearance().theme, app::Theme::System);
    QCOMPARE(settings.appearance().textScale, 200);
    QVERIFY(settings.window().columnWidths.isEmpty());
    QVERIFY(settings.recentSites().isEmpty());
}

LECTERN_SHELL_TEST(AppearanceTest, "appearance")
#include "appearancetest.moc"
