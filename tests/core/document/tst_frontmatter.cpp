// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/frontmatter.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;

class FrontMatterTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void findsFences_data();
    void findsFences();
    void seedHasFrontMatter();
};

void FrontMatterTest::findsFences_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("found");
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<int>("content");
    QTest::newRow("plain") << QByteArray("---\na: 1\n---\nText") << true << QByteArray("a: 1\n") << 13;
    QTest::newRow("empty") << QByteArray("---\n---\n") << true << QByteArray("") << 8;
    QTest::newRow("windows") << QByteArray("---\r\na: 1\r\n---\r\nx") << true << QByteArray("a: 1\r\n") << 16;
    QTest::newRow("dots end it") << QByteArray("---\na: 1\n...\nx") << true << QByteArray("a: 1\n") << 13;
    QTest::newRow("white space behind") << QByteArray("--- \na: 1\n---\t\nx") << true << QByteArray("a: 1\n") << 15;
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF---\n---\nx") << true << QByteArray("") << 11;
    QTest::newRow("none") << QByteArray("# Hello\n") << false << QByteArray() << 0;
    QTest::newRow("not first") << QByteArray("\n---\n---\n") << false << QByteArray() << 0;
    QTest::newRow("never ended") << QByteArray("---\na: 1\n") << false << QByteArray() << 0;
    QTest::newRow("four hyphens") << QByteArray("----\na\n---\n") << false << QByteArray() << 0;
    QTest::newRow("nothing") << QByteArray("") << false << QByteArray() << 0;
}

void FrontMatterTest::findsFences()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, found);
    const auto front = findFrontMatter(bytes);
    QCOMPARE(front.has_value(), found);
    if (front)
        QTEST(bytes.sliced(front->yaml.from, front->yaml.length()), "yaml");
    QTEST(int(contentStart(bytes)), "content");
}

void FrontMatterTest::seedHasFrontMatter()
{
    if (test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    const QByteArray seed = test::bytesOf(test::seedPath());
    const auto front = findFrontMatter(seed);
    QVERIFY(front);
    QVERIFY(seed.sliced(front->yaml.from).startsWith("permalink: /\n"));
    QVERIFY(seed.sliced(front->whole.to).startsWith("\n{% if"));
}

LECTERN_GUILESS_MAIN(FrontMatterTest)
#include "tst_frontmatter.moc"
