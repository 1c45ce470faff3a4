// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/edit.h"
#include "core/document/sourcefile.h"
#include "tests/support/suite.h"

#include <QRandomGenerator>

using namespace lectern;

class EditTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void editThenInverseRestoresBytes();
    void differenceIsSmallestAndCutsNoCharacter();
    void mergedDoesWhatBothDo();
    void mappedFollowsTheText();
    void factsOfText_data();
    void factsOfText();
    void lineAndColumnCountFromOne();
};

namespace {

QByteArray randomText(QRandomGenerator& random, int longest)
{
    QByteArray text;
    const int length = int(random.bounded(longest + 1));
    for (int i = 0; i < length; ++i)
        text += "ab\n\xC3\xA9"[random.bounded(5)];
    return text;
}

Edit randomEdit(QRandomGenerator& random, const QByteArray& text)
{
    const qsizetype from = random.bounded(int(text.size() + 1));
    const qsizetype length = random.bounded(int(text.size() - from + 1));
    return {from, text.sliced(from, length), randomText(random, 6)};
}

} // namespace

void EditTest::editThenInverseRestoresBytes()
{
    QRandomGenerator random(1);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray text = randomText(random, 30);
        Edits edits;
        QByteArray work = text;
        for (int i = 0; i < 3; ++i) {
            edits.push_back(randomEdit(random, work));
            work = applied(work, {edits.back()});
        }
        QVERIFY(applies(text, edits));
        QCOMPARE(applied(text, edits), work);
        QCOMPARE(applied(work, inverted(edits)), text);
    }
}

void EditTest::differenceIsSmallestAndCutsNoCharacter()
{
    const Edit typed = difference("Title: caf\xC3\xA9!", "Title: caf\xC3\xA8!");
    QCOMPARE(typed, (Edit {10, "\xC3\xA9", "\xC3\xA8"}));
    QVERIFY(difference("same", "same").isNoop());
    QCOMPARE(difference("aaa", "aaaa"), (Edit {3, "", "a"}));
    const Edit inside = replacement("one two three", {4, 7}, "twin");
    QCOMPARE(inside, (Edit {6, "o", "in"}));
    QRandomGenerator random(2);
    for (int round = 0; round < 2000; ++round) {
        const QByteArray before = randomText(random, 20);
        const QByteArray after = randomText(random, 20);
        QCOMPARE(applied(before, {difference(before, after)}), after);
    }
}

void EditTest::mergedDoesWhatBothDo()
{
    QRandomGenerator random(3);
    int mergedCount = 0;
    for (int round = 0; round < 5000; ++round) {
        const QByteArray text = randomText(random, 20);
        const Edit first = randomEdit(random, text);
        const QByteArray between = applied(text, {first});
        const Edit second = randomEdit(random, between);
        const auto whole = merged(first, second);
        if (!whole)
            continue;
        ++mergedCount;
        QVERIFY(applies(text, {*whole}));
        QCOMPARE(applied(text, {*whole}), applied(between, {second}));
    }
    QVERIFY(mergedCount > 1000);
    QVERIFY(!merged(Edit {0, "", "a"}, Edit {5, "", "b"}));
}

void EditTest::mappedFollowsTheText()
{
    const Edit insertion {5, "", "xyz"};
    QCOMPARE(mapped({0, 5}, insertion), (TextRange {0, 8}));
    QCOMPARE(mapped({0, 4}, insertion), (TextRange {0, 4}));
    QCOMPARE(mapped({6, 9}, insertion), (TextRange {9, 12}));
    QCOMPARE(mapped({2, 20}, Edit {4, "abc", ""}), (TextRange {2, 17}));
    QCOMPARE(mapped({5, 20}, Edit {4, "abc", "z"}), (TextRange {5, 18}));
    QCOMPARE(mapped({5, 6}, Edit {4, "abc", "z"}), (TextRange {5, 5}));
}

void EditTest::factsOfText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("ending");
    QTest::addColumn<bool>("mixed");
    QTest::addColumn<bool>("bom");
    QTest::addColumn<int>("invalidAt");
    QTest::addColumn<bool>("endsWithNewline");
    QTest::newRow("unix") << QByteArray("a\nb\n") << int(LineEnding::Lf) << false << false << -1 << true;
    QTest::newRow("windows") << QByteArray("a\r\nb\r\nc") << int(LineEnding::CrLf) << false << false << -1 << false;
    QTest::newRow("old mac") << QByteArray("a\rb\r") << int(LineEnding::Cr) << false << false << -1 << true;
    QTest::newRow("mixed") << QByteArray("a\r\nb\nc\r\n") << int(LineEnding::CrLf) << true << false << -1 << true;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx") << int(LineEnding::Lf) << false << true << -1 << false;
    QTest::newRow("latin-1") << QByteArray("caf\xE9\n") << int(LineEnding::Lf) << false << false << 3 << true;
    QTest::newRow("overlong") << QByteArray("a\xC0\x80") << int(LineEnding::Lf) << false << false << 1 << false;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << int(LineEnding::Lf) << false << false << 0 << false;
}

void EditTest::factsOfText()
{
    QFETCH(QByteArray, bytes);
    const TextFacts facts = textFacts(bytes);
    QTEST(int(facts.lineEnding), "ending");
    QTEST(facts.mixedLineEndings, "mixed");
    QTEST(facts.hasBom, "bom");
    QTEST(int(facts.invalidAt), "invalidAt");
    QTEST(facts.endsWithNewline, "endsWithNewline");
}

void EditTest::lineAndColumnCountFromOne()
{
    QCOMPARE(lineColumn("ab\ncd", 4), (LineColumn {2, 2}));
    QCOMPARE(lineColumn("ab\r\ncd", 0), (LineColumn {1, 1}));
    QCOMPARE(lineColumn("ab\r\ncd", 4), (LineColumn {2, 1}));
    QCOMPARE(lineColumn("ab", 99), (LineColumn {1, 3}));
}

LECTERN_GUILESS_MAIN(EditTest)
#include "tst_edit.moc"
