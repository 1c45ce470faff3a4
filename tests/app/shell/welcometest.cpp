// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/choicebutton.h"
#include "app/shell/columns.h"
#include "app/shell/sitecard.h"
#include "app/shell/siteopener.h"
#include "app/shell/welcomepage.h"
#include "tests/app/shell/shellfixture.h"
#include "tests/app/shell/shelltest.h"

#include <QFileDialog>
#include <QPainter>
#include <QSignalSpy>
#include <QToolButton>

using namespace lectern;
using test::ShellFixture;

/// What stands there before anything is open.
class WelcomeTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void threeLargeActionsLeadToTheirDialogs();
    void theActionsTakeEnter();
    void recentSitesHaveNamesAndPlaces();
    void aRecentSiteOpensByClickAndByKey();
    void aRecentSiteCanBeForgotten();
    void aSiteThatWasShownHasAPicture();
    void aPictureIsCutToTheTopOfThePage();
    void thePageFitsASmallWindowWithLargeText();

private:
    static app::WelcomePage* page(ShellFixture& fixture)
    {
        return fixture.window().findChild<app::WelcomePage*>();
    }
};

void WelcomeTest::threeLargeActionsLeadToTheirDialogs()
{
    ShellFixture fixture;
    fixture.showWindow();
    const auto buttons = page(fixture)->findChildren<app::ChoiceButton*>();
    QCOMPARE(buttons.size(), 3);
    const QStringList titles { QStringLiteral("Open a site folder"),
        QStringLiteral("Start from the sample site"), QStringLiteral("Open a Markdown file") };
    const QList<QFileDialog::FileMode> modes { QFileDialog::Directory, QFileDialog::Directory,
        QFileDialog::ExistingFile };
    for (int index = 0; index < 3; ++index) {
        QCOMPARE(buttons[index]->text(), titles[index]);
        QVERIFY(!buttons[index]->accessibleDescription().isEmpty());
        QVERIFY(buttons[index]->height() >= 90 && buttons[index]->width() >= 160);
        QTest::mouseClick(buttons[index], Qt::LeftButton);
        auto* dialog = fixture.window().findChild<QFileDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->fileMode(), modes[index]);
        QSignalSpy gone(dialog, &QObject::destroyed);
        dialog->reject();
        QTRY_COMPARE(gone.size(), 1);
    }
}

void WelcomeTest::theActionsTakeEnter()
{
    ShellFixture fixture;
    fixture.showWindow();
    auto* button = page(fixture)->findChildren<app::ChoiceButton*>().constFirst();
    QSignalSpy clicked(button, &QAbstractButton::clicked);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(clicked.size(), 2);
}

void WelcomeTest::recentSitesHaveNamesAndPlaces()
{
    ShellFixture fixture;
    QVERIFY(page(fixture)->findChildren<app::SiteCard*>().isEmpty());
    for (int number = 0; number < 8; ++number)
        QVERIFY(fixture.window().opener().open(fixture.makeSite(QStringLiteral("site-%1").arg(number))));
    fixture.startAgain();
    const auto cards = page(fixture)->findChildren<app::SiteCard*>();
    QCOMPARE(cards.size(), 6);
    QCOMPARE(cards[0]->text(), QStringLiteral("site-7"));
    QVERIFY(cards[0]->accessibleDescription().endsWith(QStringLiteral("site-7")));
}

void WelcomeTest::aRecentSiteOpensByClickAndByKey()
{
    ShellFixture fixture;
    QVERIFY(fixture.window().opener().open(fixture.makeSite()));
    for (const bool byKey : { false, true }) {
        fixture.startAgain();
        fixture.showWindow();
        auto* card = page(fixture)->findChildren<app::SiteCard*>().value(0);
        QVERIFY(card && card->isVisible());
        if (byKey)
            QTest::keyClick(card, Qt::Key_Return);
        else
            QTest::mouseClick(card, Qt::LeftButton, {}, { 20, 20 });
        QVERIFY(fixture.workspace().isOpen());
        QVERIFY(fixture.window().columns().isVisible());
    }
}

void WelcomeTest::aRecentSiteCanBeForgotten()
{
    ShellFixture fixture;
    const QString site = fixture.makeSite();
    QVERIFY(fixture.window().opener().open(site));
    fixture.pictures().keep(site, QPixmap(400, 300));
    fixture.startAgain();
    fixture.showWindow();
    auto* forget = page(fixture)->findChildren<app::SiteCard*>().constFirst()->findChild<QToolButton*>();
    QVERIFY(forget->accessibleName().contains(QStringLiteral("site")));
    QTest::mouseClick(forget, Qt::LeftButton);
    QVERIFY(fixture.settings().recentSites().isEmpty());
    QVERIFY(fixture.pictures().picture(site).isNull());
    QVERIFY(QFileInfo::exists(site));
    QTRY_VERIFY(page(fixture)->findChildren<app::SiteCard*>().isEmpty());
}

void WelcomeTest::aSiteThatWasShownHasAPicture()
{
    ShellFixture fixture;
    const QString site = fixture.makeSite();
    QVERIFY(fixture.window().opener().open(site));
    QPixmap red(800, 600);
    red.fill(Qt::red);
    fixture.pictures().keep(site, red);
    fixture.startAgain();
    fixture.showWindow();
    auto* card = page(fixture)->findChildren<app::SiteCard*>().value(0);
    QVERIFY(card);
    QCOMPARE(card->grab().toImage().pixelColor(card->width() / 2, 30), QColor(Qt::red));
}

void WelcomeTest::aPictureIsCutToTheTopOfThePage()
{
    ShellFixture fixture;
    QPixmap page(1000, 3000);
    page.fill(Qt::white);
    fixture.pictures().keep(QStringLiteral("/somewhere"), page);
    QCOMPARE(fixture.pictures().picture(QStringLiteral("/somewhere")).size(), app::SitePictures::size);
    QVERIFY(fixture.pictures().picture(QStringLiteral("/elsewhere")).isNull());
}

void WelcomeTest::thePageFitsASmallWindowWithLargeText()
{
    ShellFixture fixture;
    for (int number = 0; number < 6; ++number)
        QVERIFY(fixture.window().opener().open(fixture.makeSite(QStringLiteral("site-%1").arg(number))));
    fixture.startAgain();
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    fixture.window().resize(720, 480);
    fixture.showWindow();
    // Everything is reachable: the last card is inside the width, and can be scrolled to.
    const auto cards = page(fixture)->findChildren<app::SiteCard*>();
    for (const auto* card : cards) {
        const int right = card->mapTo(page(fixture), QPoint(card->width(), 0)).x();
        QVERIFY2(right <= page(fixture)->width(), qPrintable(QString::number(right)));
    }
    QApplication::setFont(before);
}

LECTERN_SHELL_TEST(WelcomeTest, "welcome")
#include "welcometest.moc"
