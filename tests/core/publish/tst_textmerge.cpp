// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/textmerge.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace lectern;
using publish::mergeTexts;

class TextMergeTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void mergesWithoutAQuestion_data();
    void mergesWithoutAQuestion();
    void asksAboutTheSamePlace_data();
    void asksAboutTheSamePlace();
    void fieldsOfOneLineMerge();
    void lineEditsTurnOneTextIntoTheOther();
    void nothingIsLostInRandomMerges();
    void changesOfDifferentLinesAlwaysMerge();
};

namespace {

const QByteArray base = "one\ntwo\nthree\nfour\nfive\n";

QByteArray changedAt(QRandomGenerator& random, const QByteArray& text, int times)
{
    QByteArray changed = text;
    for (int i = 0; i < times; ++i) {
        const qsizetype at = random.bounded(int(changed.size() + 1));
        const qsizetype length = std::min<qsizetype>(random.bounded(6), changed.size() - at);
        const QByteArray pieces[] = {"", "x", "new line\n", "\r\n", "\xc3\xa4", "long words between"};
        changed.replace(at, length, pieces[random.bounded(6)]);
    }
    return changed;
}

} // namespace

void TextMergeTest::mergesWithoutAQuestion_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("merged");
    const auto row = [](const char* name, const char* mine, const char* theirs, const char* merged) {
        QTest::newRow(name) << QByteArray(mine) << QByteArray(theirs) << QByteArray(merged);
    };
    row("only mine", "ONE\ntwo\nthree\nfour\nfive\n", base, "ONE\ntwo\nthree\nfour\nfive\n");
    row("only theirs", base, "one\ntwo\nthree\nfour\n", "one\ntwo\nthree\nfour\n");
    row("neighbouring lines", "one\nTWO\nthree\nfour\nfive\n", "one\ntwo\nTHREE\nfour\nfive\n", "one\nTWO\nTHREE\nfour\nfive\n");
    row("the same change", "one\nTWO\nthree\nfour\nfive\n", "one\nTWO\nthree\nfour\nfive\n", "one\nTWO\nthree\nfour\nfive\n");
    row("the same and another", "one\nTWO\nthree\nfour\nFIVE\n", "one\nTWO\nthree\nfour\nfive\n", "one\nTWO\nthree\nfour\nFIVE\n");
    row("both add at one place", "mine\none\ntwo\nthree\nfour\nfive\n", "theirs\none\ntwo\nthree\nfour\nfive\n",
        "theirs\nmine\none\ntwo\nthree\nfour\nfive\n");
    row("added beside a change", "ONE\ntwo\nthree\nfour\nfive\n", "one\nnew\ntwo\nthree\nfour\nfive\n",
        "ONE\nnew\ntwo\nthree\nfour\nfive\n");
    row("deleted beside a change", "ONE\ntwo\nthree\nfour\nfive\n", "one\nthree\nfour\nfive\n", "ONE\nthree\nfour\nfive\n");
    row("deleted and added behind", "one\nthree\nfour\nfive\n", "one\ntwo\nnew\nthree\nfour\nfive\n", "one\nnew\nthree\nfour\nfive\n");
    row("both at the end", "one\ntwo\nthree\nfour\nfive\nmine\n", "one\ntwo\nthree\nfour\nfive\ntheirs\n",
        "one\ntwo\nthree\nfour\nfive\ntheirs\nmine\n");
}

void TextMergeTest::mergesWithoutAQuestion()
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const auto merge = mergeTexts(base, mine, theirs);
    QTEST(merge.text, "merged");
    QVERIFY(merge.conflicts.empty());
}

void TextMergeTest::asksAboutTheSamePlace_data()
{
    QTest::addColumn<QByteArray>("mine");
    QTest::addColumn<QByteArray>("theirs");
    QTest::addColumn<QByteArray>("conflictMine");
    QTest::addColumn<QByteArray>("conflictTheirs");
    QTest::newRow("the same line") << QByteArray("one\nTWO\nthree\nfour\nfive\n") << QByteArray("one\ntwoo\nthree\nfour\nfive\n")
                                   << QByteArray("TWO\n") << QByteArray("twoo\n");
    QTest::newRow("changed and deleted") << QByteArray("one\nTWO\nthree\nfour\nfive\n") << QByteArray("one\nthree\nfour\nfive\n")
                                         << QByteArray("TWO\n") << QByteArray();
    QTest::newRow("everything deleted") << QByteArray("one\nTWO\nthree\nfour\nfive\n") << QByteArray()
                                        << QByteArray("one\nTWO\nthree\nfour\nfive\n") << QByteArray();
}

void TextMergeTest::asksAboutTheSamePlace()
{
    QFETCH(QByteArray, mine);
    QFETCH(QByteArray, theirs);
    const auto merge = mergeTexts(base, mine, theirs);
    QCOMPARE(merge.text, mine);
    QCOMPARE(merge.conflicts.size(), size_t(1));
    QTEST(merge.conflicts[0].mine, "conflictMine");
    QTEST(merge.conflicts[0].theirs, "conflictTheirs");
    const TextRange range = merge.conflicts[0].range;
    QCOMPARE(merge.text.sliced(range.from, range.length()), merge.conflicts[0].mine);
}

void TextMergeTest::fieldsOfOneLineMerge()
{
    const QByteArray page = "---\ntitle: x\n---\n\n# Publications\n\n[First paper](https://a.example/1)\n"
                            "- Accepted by **SC' 25 (CCF-A)**, a note.\n- Authors: **Ada B**, C D\n";
    const auto units = publish::mergeUnits(profile::readProfile(SourceFile(page)));
    QVERIFY(!units.empty());
    QByteArray mine = page;
    mine.replace("First paper", "A better title");
    QByteArray theirs = page;
    theirs.replace("a.example/1", "a.example/2");
    const auto merge = mergeTexts(page, mine, theirs, units);
    QVERIFY(merge.conflicts.empty());
    QVERIFY(merge.text.contains("[A better title](https://a.example/2)"));
    QByteArray other = page;
    other.replace("First paper", "Another title");
    const auto asked = mergeTexts(page, mine, other, units);
    QCOMPARE(asked.conflicts.size(), size_t(1));
    QCOMPARE(asked.conflicts[0].mine, QByteArray("A better title"));
    QCOMPARE(asked.conflicts[0].theirs, QByteArray("Another title"));
}

void TextMergeTest::lineEditsTurnOneTextIntoTheOther()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const QByteArray after = changedAt(random, base, 1 + random.bounded(4));
        const Edits edits = publish::lineEdits(base, after);
        QVERIFY(applies(base, edits));
        QCOMPARE(applied(base, edits), after);
    }
}

void TextMergeTest::nothingIsLostInRandomMerges()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 3000; ++i) {
        const QByteArray mine = changedAt(random, base, random.bounded(4));
        const QByteArray theirs = changedAt(random, base, random.bounded(4));
        const auto merge = mergeTexts(base, mine, theirs);
        QByteArray otherWay = merge.text;
        for (auto conflict = merge.conflicts.rbegin(); conflict != merge.conflicts.rend(); ++conflict) {
            QCOMPARE(merge.text.sliced(conflict->range.from, conflict->range.length()), conflict->mine);
            otherWay.replace(conflict->range.from, conflict->range.length(), conflict->theirs);
        }
        // One side unchanged: the other wins whole. Both the same: so does it.
        QCOMPARE(mergeTexts(base, mine, base).text, mine);
        QCOMPARE(mergeTexts(base, base, theirs).text, theirs);
        QCOMPARE(mergeTexts(base, mine, mine).text, mine);
        // Seen from the other side the same places are asked about, and mine and theirs change roles.
        const auto mirrored = mergeTexts(base, theirs, mine);
        QCOMPARE(mirrored.conflicts.size(), merge.conflicts.size());
        for (size_t c = 0; c < merge.conflicts.size(); ++c) {
            QCOMPARE(mirrored.conflicts[c].mine, merge.conflicts[c].theirs);
            QCOMPARE(mirrored.conflicts[c].base, merge.conflicts[c].base);
        }
        if (!merge.conflicts.empty() && merge.conflicts.size() == 1 && otherWay == theirs)
            QVERIFY(merge.text.contains(merge.conflicts[0].mine));
    }
}

void TextMergeTest::changesOfDifferentLinesAlwaysMerge()
{
    QRandomGenerator random(13);
    for (int i = 0; i < 2000; ++i) {
        QByteArrayList lines;
        for (int line = 0; line < 12; ++line)
            lines.append("line " + QByteArray::number(line));
        QByteArrayList mine = lines;
        QByteArrayList theirs = lines;
        QByteArrayList both = lines;
        for (int line = 0; line < 12; ++line) {
            const int who = random.bounded(4);
            if (who == 1)
                mine[line] = both[line] = "mine " + QByteArray::number(random.bounded(1000));
            else if (who == 2)
                theirs[line] = both[line] = "theirs " + QByteArray::number(random.bounded(1000));
        }
        const auto merge = mergeTexts(lines.join('\n'), mine.join('\n'), theirs.join('\n'));
        QVERIFY(merge.conflicts.empty());
        QCOMPARE(merge.text, both.join('\n'));
    }
}

LECTERN_GUILESS_MAIN(TextMergeTest)
#include "tst_textmerge.moc"
