// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/tokens.h"
#include "tests/support/suite.h"

namespace lectern::liquid {

class TokensTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void splitsAsRubyDoes_data();
    void splitsAsRubyDoes();
    void literalTextLeavesTheSkeletonAlone();
    void manyOpeningsWithoutAnEndTakeLinearTime();
};

void TokensTest::splitsAsRubyDoes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tokens");
    QTest::newRow("no markup") << QByteArray("a { b } c") << QByteArray("T:a { b } c");
    QTest::newRow("tag and output") << QByteArray("a{% b %}{{ c }}d") << QByteArray("T:a|G:{% b %}|O:{{ c }}|T:d");
    QTest::newRow("white space control") << QByteArray("a {{- b -}} c") << QByteArray("T:a|O:{{- b -}}|T:c");
    QTest::newRow("control reaches no other tag") << QByteArray("{{ a }}{%- b -%}{{ c }}")
                                                  << QByteArray("O:{{ a }}|G:{%- b -%}|O:{{ c }}");
    QTest::newRow("blank") << QByteArray("{% a %} \n{% b %}") << QByteArray("G:{% a %}|B: \n|G:{% b %}");
    QTest::newRow("output ends at the first brace") << QByteArray("{{ a } b }}") << QByteArray("U:{{ a }|T: b }}");
    QTest::newRow("unclosed tag") << QByteArray("a {% b") << QByteArray("T:a |U:{%|T: b");
    QTest::newRow("unclosed output") << QByteArray("{{ a {% b %}") << QByteArray("U:{{ a {% b %}");
    QTest::newRow("raw") << QByteArray("{% raw %}{{ a }}{% b %}{% endraw %}c") << QByteArray("G:{% raw %}|R:{{ a }}{% b %}|T:c");
    QTest::newRow("raw keeps half a token") << QByteArray("{% raw %}{{ a {% endraw %}b")
                                            << QByteArray("G:{% raw %}|R:{{ a |T:b");
    QTest::newRow("raw trims behind its end") << QByteArray("{% raw -%} a {% endraw %} b")
                                              << QByteArray("G:{% raw -%}|R: a |T:b");
    QTest::newRow("raw without end") << QByteArray("{% raw %}a") << QByteArray("G:{% raw %}|R:a");
    QTest::newRow("brace at the end") << QByteArray("a{") << QByteArray("T:a{");
}

void TokensTest::splitsAsRubyDoes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tokens);
    QByteArrayList found;
    for (const Token& token : split(text))
        found.append(QByteArray(1, "TBRUGO"[int(token.kind)]) + ':' + text.mid(token.range.from, token.range.length()));
    QCOMPARE(found.join('|'), tokens);
}

void TokensTest::literalTextLeavesTheSkeletonAlone()
{
    const QByteArray before = "one {% if a %} two {% endif %} three";
    const QByteArray after = "one more {% if a %} 2 {% endif %} three";
    const QByteArray blank = "one {% if a %}  {% endif %} three";
    QCOMPARE(skeletonOf(after, split(after)), skeletonOf(before, split(before)));
    QVERIFY(skeletonOf(blank, split(blank)) != skeletonOf(before, split(before)));
}

void TokensTest::manyOpeningsWithoutAnEndTakeLinearTime()
{
    // Quadratic searching would take minutes here and run into the test's time limit.
    const QByteArray text = QByteArray("{% {{ ").repeated(300'000);
    QCOMPARE(split(text).size(), std::size_t(1'200'000));
}

} // namespace lectern::liquid

LECTERN_GUILESS_MAIN(lectern::liquid::TokensTest)
#include "tokenstest.moc"
