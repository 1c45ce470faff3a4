// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/authorsfield.h"
#include "app/forms/datewords.h"
#include "app/forms/linksfield.h"
#include "app/forms/markdownformat.h"
#include "app/forms/urlfield.h"
#include "tests/support/guimain.h"

#include <QTest>

using namespace lectern::app;

class FormWordsTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void datesAreSetInTheStyleAtHand_data();
    void datesAreSetInTheStyleAtHand();
    void marksAreToggled_data();
    void marksAreToggled();
    void selectionsBecomeLinks();
    void namesAreSplit_data();
    void namesAreSplit();
    void addressesAreJudged_data();
    void addressesAreJudged();
    void linksGetTheirUsualLabels();
};

void FormWordsTest::datesAreSetInTheStyleAtHand_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sample");
    QTest::addColumn<bool>("end");
    QTest::addColumn<QString>("expected");
    const QString none;
    QTest::newRow("dots") << "2024.05" << none << false << "2025.03";
    QTest::newRow("dots and day") << "2024.05.01" << none << false << "2025.03.09";
    QTest::newRow("hyphen") << "2024-5" << none << false << "2025-3";
    QTest::newRow("brackets") << "[2024/05]" << none << false << "[2025/03]";
    QTest::newRow("code") << "`2024`" << none << false << "`2025`";
    QTest::newRow("English") << "Jun 2024" << none << false << "Mar 2025";
    QTest::newRow("English long") << "June 1, 2024" << none << false << "March 9, 2025";
    QTest::newRow("day first") << "1 June 2024" << none << false << "9 March 2025";
    QTest::newRow("Chinese") << "2024年5月" << none << false << "2025年3月";
    QTest::newRow("start of a span") << "2021 - 2024" << none << false << "2025 - 2024";
    QTest::newRow("end of a span") << "2021.01 – 2024.12" << none << true << "2021.01 – 2025.03";
    QTest::newRow("end for now") << "2021.01 - now" << none << true << "2021.01 - 2025.03";
    QTest::newRow("end where none is") << "2021.01" << "2019.02 – 2020.03" << true << "2021.01 – 2025.03";
    QTest::newRow("empty, with a sample") << none << "Jun 2021 - now" << false << "Mar 2025";
    QTest::newRow("empty, without") << none << none << false << "2025.03";
}

void FormWordsTest::datesAreSetInTheStyleAtHand()
{
    QFETCH(QString, text);
    QFETCH(QString, sample);
    QFETCH(bool, end);
    QTEST(withDate(text, sample, end ? DateEnd::End : DateEnd::Start, QDate(2025, 3, 9)), "expected");
}

void FormWordsTest::marksAreToggled_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("expected");
    QTest::newRow("bold on") << "a word b" << 2 << 6 << "**" << "a **word** b";
    QTest::newRow("bold off, marks outside") << "a **word** b" << 4 << 8 << "**" << "a word b";
    QTest::newRow("bold off, marks inside") << "a **word** b" << 2 << 10 << "**" << "a word b";
    QTest::newRow("italic inside bold") << "**word**" << 2 << 6 << "*" << "***word***";
    QTest::newRow("italic off in both") << "***word***" << 3 << 7 << "*" << "**word**";
    QTest::newRow("spaces stay outside") << "a word b" << 1 << 7 << "*" << "a *word* b";
    QTest::newRow("word at the caret") << "a word b" << 4 << 4 << "`" << "a `word` b";
    QTest::newRow("no word") << "a  b" << 2 << 2 << "**" << "a **** b";
}

void FormWordsTest::marksAreToggled()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, mark);
    const TextReplacement change = toggledMark(text, from, to, mark);
    QTEST(text.replace(change.from, change.to - change.from, change.text), "expected");
}

void FormWordsTest::selectionsBecomeLinks()
{
    const TextReplacement label = madeLink(QStringLiteral("see page"), 4, 8);
    QCOMPARE(label.text, QStringLiteral("[page](https://)"));
    QCOMPARE(label.selectFrom, 11);
    QCOMPARE(label.selectTo, 19);
    const TextReplacement address = madeLink(QStringLiteral("https://a.b"), 0, 11);
    QCOMPARE(address.text, QStringLiteral("[](https://a.b)"));
    QCOMPARE(address.selectFrom, 1);
}

void FormWordsTest::namesAreSplit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const QStringList three {QStringLiteral("Ada"), QStringLiteral("Bo Li"), QStringLiteral("Cy")};
    QTest::newRow("commas") << "Ada, Bo Li, Cy" << three;
    QTest::newRow("and") << "Ada, Bo Li, and Cy" << three;
    QTest::newRow("only and") << "Ada and Bo Li & Cy" << three;
    QTest::newRow("Chinese comma") << QStringLiteral("Ada，Bo Li、Cy") << three;
    QTest::newRow("a name with and in it") << "Alexandra Sandberg" << QStringList {QStringLiteral("Alexandra Sandberg")};
}

void FormWordsTest::namesAreSplit()
{
    QFETCH(QString, text);
    QTEST(splitNames(text), "expected");
}

void FormWordsTest::addressesAreJudged_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("web") << "https://arxiv.org/pdf/2509.08309" << true;
    QTest::newRow("relative") << "files/cv.pdf" << true;
    QTest::newRow("anchor") << "#about-me" << true;
    QTest::newRow("Liquid") << "{{ site.url }}/cv.pdf" << true;
    QTest::newRow("mail") << "mailto:a@b.org" << true;
    QTest::newRow("empty") << "" << true;
    QTest::newRow("space") << "https://a.org/my paper.pdf" << false;
    QTest::newRow("no scheme") << "www.a.org" << false;
    QTest::newRow("half a name") << "https://arxiv" << false;
    QTest::newRow("no host") << "https://" << false;
}

void FormWordsTest::addressesAreJudged()
{
    QFETCH(QString, address);
    QTEST(addressProblem(address).isEmpty(), "good");
}

void FormWordsTest::linksGetTheirUsualLabels()
{
    QCOMPARE(usualLinkLabel(QStringLiteral("https://arxiv.org/abs/1")), QStringLiteral("arXiv"));
    QCOMPARE(usualLinkLabel(QStringLiteral("https://github.com/a/b")), QStringLiteral("Code"));
    QCOMPARE(usualLinkLabel(QStringLiteral("https://a.org/x.PDF")), QStringLiteral("PDF"));
    QCOMPARE(usualLinkLabel(QStringLiteral("https://notgithub.com/a")), QStringLiteral("Link"));
}

LECTERN_GUI_MAIN(FormWordsTest)
#include "formwordstest.moc"
