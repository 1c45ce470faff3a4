// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/textprojection.h"
#include "app/source/textsearch.h"
#include "tests/support/suite.h"

using namespace lectern;
using app::SearchQuery;

class TextSearchTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void everyUnitLeadsToItsBytes();
    void placesAreBytesOfTheFile();
    void lettersOfAnySizeUnlessAsked();
    void aBrokenExpressionSaysWhy();
    void bytesThatAreNoTextAreSteppedOver();
    void replacingTouchesTheMatchesAlone();
    void groupsStandInTheReplacement();
    void plainTextIsTakenAsItIs();
};

void TextSearchTest::everyUnitLeadsToItsBytes()
{
    const QByteArray bytes = "a\xC3\xA9\xF0\x9F\x94\xA5\xFFz"; // a é 🔥 (invalid) z
    const app::TextProjection projection(bytes);
    QCOMPARE(projection.text(), QStringLiteral("aé🔥\uFFFDz"));
    QCOMPARE(projection.bytes(0, 1), (TextRange {0, 1}));
    QCOMPARE(projection.bytes(1, 2), (TextRange {1, 3}));
    QCOMPARE(projection.bytes(2, 4), (TextRange {3, 7}));
    QCOMPARE(projection.bytes(4, 5), (TextRange {7, 8}));
    QCOMPARE(projection.bytes(5, 6), (TextRange {8, 9}));
}

void TextSearchTest::placesAreBytesOfTheFile()
{
    const QByteArray bytes = "莫梓钊, Mo\n莫, Mo\n";
    const auto found = app::findAll(bytes, {QStringLiteral("^莫.*Mo$"), true, true});
    QCOMPARE(found.size(), size_t(2));
    for (const app::SearchMatch& match : found)
        QCOMPARE(bytes.mid(match.range.from, match.range.length()), match.captured.first().toUtf8());
    QCOMPARE(found[1].range.from, bytes.indexOf('\n') + 1);
}

void TextSearchTest::lettersOfAnySizeUnlessAsked()
{
    const QByteArray bytes = "Paper paper PAPER";
    QCOMPARE(app::findAll(bytes, {QStringLiteral("paper")}).size(), size_t(3));
    QCOMPARE(app::findAll(bytes, {QStringLiteral("paper"), false, true}).size(), size_t(1));
    QCOMPARE(app::findAll(bytes, {QString()}).size(), size_t(0));
    QCOMPARE(app::findAll(bytes, {QStringLiteral("x*"), true}).size(), size_t(0));
}

void TextSearchTest::aBrokenExpressionSaysWhy()
{
    QVERIFY(!app::searchProblem({QStringLiteral("(a"), true}).isEmpty());
    QVERIFY(app::searchProblem({QStringLiteral("(a"), false}).isEmpty());
    QVERIFY(app::findAll("(a", {QStringLiteral("(a"), true}).empty());
    QCOMPARE(app::findAll("(a", {QStringLiteral("(a"), false}).size(), size_t(1));
}

void TextSearchTest::bytesThatAreNoTextAreSteppedOver()
{
    const QByteArray whole = QByteArray("\xE4\xB8 caf\xE9 x ") + '\0' + " y x";
    const auto found = app::findAll(whole, {QStringLiteral("x")});
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[1].range.from, whole.size() - 1);
}

void TextSearchTest::replacingTouchesTheMatchesAlone()
{
    const QByteArray bytes = "one two\r\none\xFF two one";
    const SearchQuery query {QStringLiteral("one"), false, true};
    const Edits edits = app::replaceAll(bytes, app::findAll(bytes, query), QStringLiteral("三"), query);
    QCOMPARE(edits.size(), size_t(3));
    QCOMPARE(applied(bytes, edits), QByteArray("三 two\r\n三\xFF two 三"));
    QCOMPARE(applied(applied(bytes, edits), inverted(edits)), bytes);
}

void TextSearchTest::groupsStandInTheReplacement()
{
    const QByteArray bytes = "ASPLOS' 24 and SC' 25";
    const SearchQuery query {QStringLiteral("(\\w+)' (\\d\\d)"), true, true};
    const Edits edits = app::replaceAll(bytes, app::findAll(bytes, query), QStringLiteral("\\1 20\\2\\\\"), query);
    QCOMPARE(applied(bytes, edits), QByteArray("ASPLOS 2024\\ and SC 2025\\"));
}

void TextSearchTest::plainTextIsTakenAsItIs()
{
    const SearchQuery query {QStringLiteral("a.b"), false, true};
    const QByteArray bytes = "a.b axb";
    QCOMPARE(applied(bytes, app::replaceAll(bytes, app::findAll(bytes, query), QStringLiteral("\\1"), query)), QByteArray("\\1 axb"));
}

LECTERN_GUILESS_MAIN(TextSearchTest)
#include "tst_textsearch.moc"
