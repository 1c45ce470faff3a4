// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/misreading.h"

#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QRegularExpression>

using namespace lectern;

class MisreadingTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void readsBack_data();
    void readsBack();
    void leavesAloneWhatIsMeant_data();
    void leavesAloneWhatIsMeant();
    void repairsTheDamagedPartOfAMixedText();
    void saysNothingOfOtherEncodings();
    void readsTheSeedBack();
};

void MisreadingTest::readsBack_data()
{
    QTest::addColumn<QByteArray>("damaged");
    QTest::addColumn<QByteArray>("original");
    QTest::addColumn<QString>("encoding");
    QTest::newRow("Mac Roman: Chinese") << QByteArray(
        "\303\212\303\240\303\253\303\202\303\250\302\264\303\212\303\271\303\251\303\212\303"
        "\262\303\251 Li Ming") << QByteArray("\346\210\221\345\217\253\346\235\216\346\230\216 Li Ming")
                                        << QStringLiteral("Mac Roman");
    QTest::newRow("Mac Roman: emoji")
        << QByteArray("# \357\243\277\303\274\303\256\342\200\242 News "
                      "\357\243\277\303\274\303\251\303\242\357\243\277\303\274\303\251\303\242")
        << QByteArray("# \360\237\224\245 News \360\237\216\211\360\237\216\211")
        << QStringLiteral("Mac Roman");
    QTest::newRow("Mac Roman: accents")
        << QByteArray("Jos\342\210\232\302\251 M\342\210\232\302\272ller, Zo\342\210\232\302\264")
        << QByteArray("Jos\303\251 M\303\274ller, Zo\303\253") << QStringLiteral("Mac Roman");
    QTest::newRow("Mac Roman: quotes and dashes")
        << QByteArray(
               "It\342\200\232\303\204\303\264s \342\200\232\303\204\303\272fine\342\200\232\303\204\303\271 "
               "\342\200\232\303\204\303\254 really\342\200\232\303\204\302\266")
        << QByteArray("It\342\200\231s \342\200\234fine\342\200\235 \342\200\223 really\342\200\246")
        << QStringLiteral("Mac Roman");
    QTest::newRow("Windows-1252: accents")
        << QByteArray("Jos\303\203\302\251 M\303\203\302\274ller, Zo\303\203\302\253, "
                      "\303\205\302\201\303\203\302\263d\303\205\302\272")
        << QByteArray("Jos\303\251 M\303\274ller, Zo\303\253, \305\201\303\263d\305\272")
        << QStringLiteral("Windows-1252");
    QTest::newRow("Windows-1252: quotes")
        << QByteArray("It\303\242\342\202\254\342\204\242s "
                      "\303\242\342\202\254\305\223fine\303\242\342\202\254\302\235 "
                      "\303\242\342\202\254\342\200\234 really\303\242\342\202\254\302\246")
        << QByteArray("It\342\200\231s \342\200\234fine\342\200\235 \342\200\223 really\342\200\246")
        << QStringLiteral("Windows-1252");
    QTest::newRow("Windows-1252: Chinese")
        << QByteArray("\303\251\302\246\342\204\242\303\246\302\270\302\257\303\247\302\247\342\200\230\303"
                      "\246\305\240\342\202\254\303\245\302\244\302\247\303\245\302\255\302\246")
        << QByteArray("\351\246\231\346\270\257\347\247\221\346\212\200\345\244\247\345\255\246")
        << QStringLiteral("Windows-1252");
    QTest::newRow("Latin-1: emoji") << QByteArray("\303\260\302\237\302\224\302\245 News")
                                    << QByteArray("\360\237\224\245 News") << QStringLiteral("Latin-1");
    QTest::newRow("Latin-1: Chinese")
        << QByteArray("\303\251\302\246\302\231\303\246\302\270\302\257\303\247\302\247\302\221\303\246\302"
                      "\212\302\200\303\245\302\244\302\247\303\245\302\255\302\246")
        << QByteArray("\351\246\231\346\270\257\347\247\221\346\212\200\345\244\247\345\255\246")
        << QStringLiteral("Latin-1");
    QTest::newRow("Windows-1252: Greek") << QByteArray(
        "\303\216\302\261\303\216\302\262\303\216\302\263 and na\303\203\302\257ve")
                                    << QByteArray("\316\261\316\262\316\263 and na\303\257ve")
                                    << QStringLiteral("Windows-1252");
    QTest::newRow("Windows-1252 twice") << QByteArray("Jos\303\203\306\222\303\202\302\251")
                                        << QByteArray("Jos\303\251") << QStringLiteral("Windows-1252");
}

void MisreadingTest::readsBack()
{
    QFETCH(QByteArray, damaged);
    QFETCH(QByteArray, original);
    const auto found = check::findMisreading(damaged);
    QVERIFY(found);
    QTEST(found->encoding, "encoding");
    QVERIFY(applies(damaged, found->repair));
    const QByteArray repaired = applied(damaged, found->repair);
    QCOMPARE(repaired, original);
    QVERIFY(!check::findMisreading(repaired));
    QCOMPARE(applied(repaired, inverted(found->repair)), damaged);
}

void MisreadingTest::leavesAloneWhatIsMeant_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("ascii") << QByteArray("plain text");
    QTest::newRow("Chinese") << QByteArray(
        "\346\210\221\345\217\253\346\235\216\346\230\216\357\274\214\346\235\245\350\207\252\351\246\231\346"
        "\270\257\347\247\221\346\212\200\345\244\247\345\255\246\343\200\202");
    QTest::newRow("German") << QByteArray(
        "Stra\303\237e \342\200\236Gr\303\266\303\237e\342\200\234 \303\204\303\226\303\234, "
        "\342\200\234\303\204hnlich\342\200\235 und \342\200\236\303\234bermut\342\200\234");
    QTest::newRow("French") << QByteArray(
        "\302\253 caf\303\251 \302\273, d\303\251j\303\240 vu : \302\253 L\342\200\231\303\211T\303\211 "
        "\302\273 \342\200\224 \303\211\342\200\246 \303\240 \302\253 l\303\240 \302\273");
    QTest::newRow("French with no-break spaces") << QByteArray(
        "\302\253\302\240caf\303\251\302\240\302\273, l\303\240\302\240\302\273 \303\251\302\240!");
    QTest::newRow("capitals before quotes") << QByteArray(
        "\342\200\234CAF\303\211\342\200\235 \302\253CAF\303\211\302\273 MANH\303\203\342\200\235 "
        "MANH\303\203\342\200\224 \303\211\342\200\235 \303\234\342\200\234 \303\204\342\200\234");
    QTest::newRow("formulas") << QByteArray(
        "\342\210\232\317\200 \342\211\210 1.77, \342\210\232\342\210\221 \302\261 \342\211\244 "
        "\302\265\302\254");
    QTest::newRow("Portuguese") << QByteArray(
        "AMANH\303\203\342\200\224N\303\203O; a\303\247\303\243o, cora\303\247\303\243o,.");
    QTest::newRow("Greek and Cyrillic")
        << QByteArray("\316\225\316\273\316\273\316\267\316\275\316\271\316\272\316\254 \342\200\223\303\250 "
                      "\320\237\321\200\320\270\320\262\320\265\321\202");
    QTest::newRow("Vietnamese") << QByteArray(
        "Nguy\341\273\205n V\304\203n \304\220\341\273\251c, Tr\341\272\247n Th\341\273\213 H\341\273\223ng");
    QTest::newRow("Turkish") << QByteArray(
        "\303\207a\304\237r\304\261 \305\236ahin, \303\226\304\237r. \303\234yesi \304\260lker");
    QTest::newRow("Polish") << QByteArray(
        "\305\201\303\263d\305\272, \305\273\303\263\305\202\304\207, Krak\303\263w");
    QTest::newRow("emoji") << QByteArray(
        "\360\237\224\245 News \360\237\216\211 \342\234\250 \342\235\244\357\270\217 "
        "\360\237\221\251\342\200\215\360\237\224\254");
    QTest::newRow("marks") << QByteArray(
        "Zizhao Mo\342\200\240\342\200\241, A. B.\302\247\302\266, \302\2512024 \342\200\224 25\302\260C "
        "\302\2613 \302\267 \342\200\242");
    QTest::newRow("symbols in a row") << QByteArray(
        "\342\206\222\342\207\222\342\211\244\342\211\245 \342\200\234\342\200\246\342\200\235 "
        "\342\200\230\342\200\224\342\200\231 \302\253\342\200\246\302\273 \302\260\302\264\302\250");
    QTest::newRow("Icelandic") << QByteArray("\303\236\303\263r\303\260ur \303\206gir \303\226lvisson");
    QTest::newRow("Hungarian") << QByteArray(
        "\305\220\305\260 \305\221\305\261 \303\201rv\303\255zt\305\261r\305\221");
}

void MisreadingTest::leavesAloneWhatIsMeant()
{
    QFETCH(QByteArray, text);
    const auto found = check::findMisreading(text);
    const QString taken = found ? found->damaged + QStringLiteral(" for ") + found->original : QString();
    QVERIFY2(!found, qPrintable(taken));
}

void MisreadingTest::repairsTheDamagedPartOfAMixedText()
{
    // A French sentence, and a name that somebody pasted damaged.
    const QByteArray text = "\302\253 CAF\303\211 \302\273 \342\200\224 Jos\303\203\302\251\n";
    const auto found = check::findMisreading(text);
    QVERIFY(found);
    QCOMPARE(found->count, 1);
    QCOMPARE(
        applied(text, found->repair), QByteArray("\302\253 CAF\303\211 \302\273 \342\200\224 Jos\303\251\n"));
}

void MisreadingTest::saysNothingOfOtherEncodings()
{
    QVERIFY(!check::findMisreading("Jos\xE9 in Latin-1, which is no UTF-8: \xC3\xA9\xC3"));
}

void MisreadingTest::readsTheSeedBack()
{
    if (test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    const QByteArray page = test::bytesOf(test::seedPath());
    const auto found = check::findMisreading(page);
    QVERIFY(found);
    QCOMPARE(found->encoding, QStringLiteral("Mac Roman"));
    QCOMPARE(found->original, QStringLiteral("\u83AB\u6893\u948A"));
    const QString repaired = QString::fromUtf8(applied(page, found->repair));
    for (const char16_t* heading :
        { u"# \U0001F525 News\n", u"# \U0001F4DD Publications \n", u"# \U0001F396 Honors and Awards\n",
            u"# \U0001F516 Academic activities\n", u"# \U0001F4D6 Educations\n", u"(\u83AB\u6893\u948A)" })
        QVERIFY2(repaired.contains(QStringView(heading)), qPrintable(QString::fromUtf16(heading)));
    // Nothing beyond ASCII is left but what was put right.
    QCOMPARE(QString::fromUtf8(page).remove(QRegularExpression(QStringLiteral("[^\\x00-\\x7F]"))),
        QString(repaired).remove(QRegularExpression(QStringLiteral("[^\\x00-\\x7F]"))));
}

LECTERN_GUILESS_MAIN(MisreadingTest)
#include "tst_misreading.moc"
