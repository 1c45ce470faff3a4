// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/values.h"
#include "core/site/yamlreader.h"
#include "tests/support/suite.h"
#include "tests/support/valuejson.h"

#include <QElapsedTimer>
#include <QTest>

using namespace lectern;

class YamlReaderTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void readsAsPsychDoes_data();
    void readsAsPsychDoes();
    void refuses_data();
    void refuses();
    void aliasBombEndsAtOnce();
    void deepNestingIsAnError();
    void everyPrefixOfAConfigurationEndsInAValueOrAnError();
};

// The expected JSON of each row is what Ruby 3.1's Psych 4.0.4 gives (Psych.safe_load, then JSON.generate).
void YamlReaderTest::readsAsPsychDoes_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("last of equal keys wins")
        << QByteArray("a: 1\nb: 2\na: 3\n") << QByteArray(R"({"a":3,"b":2})");
    QTest::newRow("words of truth") << QByteArray("[yes, No, ON, off, true, FALSE, y, n, 'yes', yesss]")
                                    << QByteArray(
                                           R"([true,false,true,false,true,false,"y","n","yes","yesss"])");
    QTest::newRow("nothing") << QByteArray("[~, null, Null, '', \"~\"]")
                             << QByteArray(R"([null,null,null,"","~"])");
    QTest::newRow("integers") << QByteArray("[1_000, 1,2, 0x1F, 017, 08, -5, +7, 0b101]")
                              << QByteArray(R"([1000,1,2,31,15,"08",-5,7,5])");
    QTest::newRow("thousands with commas") << QByteArray("a: 1,000,000\n") << QByteArray(R"({"a":1000000})");
    QTest::newRow("reals") << QByteArray("[1.5, .5, 1., 2025.06, 2025.10, 1e3, 1.0e+3, '.']")
                           << QByteArray(R"([1.5,0.5,1.0,2025.06,2025.1,"1e3",1000.0,"."])");
    QTest::newRow("base 60") << QByteArray("[12:30, 1:02:03, 190:20:30, 12:30:45.5, 1:30.5]")
                             << QByteArray("[45000,3723,685230,45045.5,5430.0]");
    QTest::newRow("base 60 that does not fit")
        << QByteArray("[9007199254740993:1, 99999999999999999999:1.5]")
        << QByteArray(R"(["9007199254740993:1","99999999999999999999:1.5"])");
    QTest::newRow("dates") << QByteArray("[2024-05-01, 2024-5-1, 2024-13-01, 2024-02-31]")
                           << QByteArray(R"(["2024-05-01","2024-05-01","2024-13-01","2024-02-31"])");
    QTest::newRow("times")
        << QByteArray("[2024-05-01 10:20:30, 2024-05-01T10:20:30Z, 2024-05-01 10:20:30 +0800]")
        << QByteArray(
               R"(["2024-05-01 10:20:30 +0000","2024-05-01 10:20:30 UTC","2024-05-01 10:20:30 +0800"])");
    QTest::newRow("merge key") << QByteArray("base: &b {x: 1, y: 2}\nother:\n  y: 3\n  <<: *b\n  z: 4\n")
                               << QByteArray(R"({"base":{"x":1,"y":2},"other":{"y":2,"x":1,"z":4}})");
    QTest::newRow("merge list") << QByteArray("a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc: {<<: [*a, *b]}\n")
                                << QByteArray(R"({"a":{"x":1},"b":{"x":2,"y":3},"c":{"x":1,"y":3}})");
    QTest::newRow("alias") << QByteArray("a: &v [1, 2]\nb: *v\n") << QByteArray(R"({"a":[1,2],"b":[1,2]})");
    QTest::newRow("keys become text")
        << QByteArray("2024: a\ntrue: b\n1.50: c\n") << QByteArray(R"({"2024":"a","true":"b","1.5":"c"})");
    QTest::newRow("folded and literal")
        << QByteArray("a: >\n  one\n  two\n\n  three\nb: |\n  x\n  y\nc: |-\n  z\n")
        << QByteArray(R"({"a":"one two\nthree\n","b":"x\ny\n","c":"z"})");
    QTest::newRow("escapes") << QByteArray("\"a\\tb\\u4e2d\\x41\"")
                             << QByteArray("\"a\\tb\xe4\xb8\xad"
                                           "A\"");
    QTest::newRow("a comment behind a colon")
        << QByteArray("a:   # nothing here\nb: x # y\n") << QByteArray(R"({"a":null,"b":"x"})");
    QTest::newRow("aligned colons") << QByteArray("title      : \"x\"\nurl        : https://x.y/z\n")
                                    << QByteArray(R"({"title":"x","url":"https://x.y/z"})");
    QTest::newRow("Chinese and emoji") << QByteArray("名: 李波 🔥\n") << QByteArray("{\"名\":\"李波 🔥\"}");
    QTest::newRow("a Ruby object is only a map")
        << QByteArray("a: !ruby/object:Gem {b: 1}\n") << QByteArray(R"({"a":{"b":1}})");
    QTest::newRow("text tag") << QByteArray("a: !!str 12\n") << QByteArray(R"({"a":"12"})");
    QTest::newRow("carriage returns") << QByteArray("a: 1\r\nb: x\r\n") << QByteArray(R"({"a":1,"b":"x"})");
    QTest::newRow("front matter") << QByteArray(
        "---\ntitle: x\nredirect_from: \n  - /about/\n  - /about.html\n")
                                  << QByteArray(R"({"title":"x","redirect_from":["/about/","/about.html"]})");
    QTest::newRow("empty") << QByteArray() << QByteArray("null");
    QTest::newRow("only a comment") << QByteArray("# x\n") << QByteArray("null");
}

void YamlReaderTest::readsAsPsychDoes()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, json);
    const auto value = site::readYaml(yaml, QTimeZone::utc());
    QVERIFY2(value, value ? "" : qPrintable(value.error().detail));
    QCOMPARE(test::toJson(*value), json);
}

void YamlReaderTest::refuses_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::newRow("symbol") << QByteArray("a: :name\n");
    QTest::newRow("unknown alias") << QByteArray("a: *nobody\n");
    QTest::newRow("value that contains itself") << QByteArray("a: &a [1, *a]\n");
    QTest::newRow("open quote") << QByteArray("a: \"x\nb: 1\n");
    QTest::newRow("open list") << QByteArray("a: [1, 2\n");
    QTest::newRow("two maps on a line") << QByteArray("a: b: c\n");
    QTest::newRow("tab as indentation") << QByteArray("a:\n\tb: 1\n");
}

void YamlReaderTest::refuses()
{
    QFETCH(QByteArray, yaml);
    const auto value = site::readYaml(yaml, QTimeZone::utc());
    QVERIFY2(!value, "read without an error");
    QVERIFY(value.error().code == ErrorCode::InvalidYaml);
    QVERIFY(value.error().detail.section(u':', 0, 0).toInt() >= 1);
}

void YamlReaderTest::aliasBombEndsAtOnce()
{
    QByteArray bomb("a: &a [x,x,x,x,x,x,x,x,x]\n");
    for (char c = 'b'; c <= 'k'; ++c) {
        const QByteArray before(1, char(c - 1));
        bomb += QByteArray(1, c) + ": &" + c + " [" + QByteArray("*" + before + ",").repeated(8) + '*'
            + before + "]\n";
    }
    const auto value = site::readYaml(bomb, QTimeZone::utc());
    QVERIFY(!value);
    QVERIFY(value.error().code == ErrorCode::LimitExceeded);
}

void YamlReaderTest::deepNestingIsAnError()
{
    QVERIFY(!site::readYaml(QByteArray("[").repeated(20'000), QTimeZone::utc()));
    QVERIFY(!site::readYaml(QByteArray("- ").repeated(20'000), QTimeZone::utc()));
}

void YamlReaderTest::everyPrefixOfAConfigurationEndsInAValueOrAnError()
{
    const QByteArray text(
        "title: \"A\"\nlist: &x\n  - a: {b: [1, 2], c: 'd'}\n  - |\n    text\nother: *x\n<<: {q: 1}\n"
        "date: 2024-01-01 10:00:00 +0100\n# end\n...\n");
    for (qsizetype size = 0; size <= text.size(); ++size) {
        const auto value = site::readYaml(text.left(size), QTimeZone::utc());
        QVERIFY(value || !value.error().detail.isEmpty());
    }
}

LECTERN_GUILESS_MAIN(YamlReaderTest)
#include "tst_yamlreader.moc"
