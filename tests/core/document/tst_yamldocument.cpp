// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/yamldocument.h"
#include "core/document/frontmatter.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>

using namespace lectern;

class YamlDocumentTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void setChangesTheValueAlone_data();
    void setChangesTheValueAlone();
    void setListKeepsEntriesThatStay_data();
    void setListKeepsEntriesThatStay();
    void removeTakesTheLines();
    void lastDuplicateCounts();
    void brokenTextSaysWhere();
    void bytesThatAreNoTextLeavePlacesRight();
    void whatAnAliasNeedsStays();
    void everyScalarOfRealConfigsCanBeSet();
};

namespace {

QStringList path(const QString& dotted) { return dotted.split(u'.'); }

} // namespace

void YamlDocumentTest::setChangesTheValueAlone_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* key, const char* value, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(key) << QString::fromUtf8(value) << QByteArray(after);
    };
    row("plain", "title: Old # note\n", "title", "New", "title: New # note\n");
    row("double quotes stay", "title  : \"Old\"  # c\nb: 1\n", "title", "N\"w", "title  : \"N\\\"w\"  # c\nb: 1\n");
    row("single quotes stay", "title: 'Old'\n", "title", "It's", "title: 'It''s'\n");
    row("plain that must be quoted", "title: Old\n", "title", "a: b", "title: \"a: b\"\n");
    row("a string that looks like a number", "title: Old\n", "title", "2024", "title: \"2024\"\n");
    row("a number stays one", "year: 2024\n", "year", "2025", "year: 2025\n");
    row("empty value", "author:\n  name             :\n  email            : x\n", "author.name", "Ada",
        "author:\n  name             : Ada\n  email            : x\n");
    row("empty value before a comment", "author:\n  github : # user name\n", "author.github", "ada",
        "author:\n  github : ada # user name\n");
    row("missing key is aligned", "author:\n  name   : \"Ada\"\n  bio    : \"x\"\nother: 1\n", "author.email", "a@b.c",
        "author:\n  name   : \"Ada\"\n  bio    : \"x\"\n  email  : \"a@b.c\"\nother: 1\n");
    row("missing parent", "a: 1\n", "author.name", "Ada", "a: 1\nauthor:\n  name: Ada\n");
    row("no final newline", "a: 1", "b", "x", "a: 1\nb: x");
    row("windows line endings", "a: 1\r\nb: y\r\n", "c", "x", "a: 1\r\nb: y\r\nc: x\r\n");
    row("chinese", "title: \xE8\x8E\xAB\xE6\xA2\x93\xE9\x92\x8A # n\n", "title", "\xE6\xA2\x93", "title: \xE6\xA2\x93 # n\n");
    row("a time of a negative year is quoted", "title: Old\n", "title", "-0124-05-01 10:00:00",
        "title: \"-0124-05-01 10:00:00\"\n");
    row("a number to the base 60 with underscores is quoted", "title: Old\n", "title", "11_00002:30",
        "title: \"11_00002:30\"\n");
    row("plain over two lines", "d: one\n  two\ne: 1\n", "d", "three", "d: three\ne: 1\n");
    row("block scalar", "d: |\n  one\n  two\ne: 1\n", "d", "three", "d: \"three\"\ne: 1\n");
    row("inside flow", "a: {b: c, d: e}\n", "a.b", "x, y", "a: {b: \"x, y\", d: e}\n");
    row("list entry", "- title: A\n  url: /a\n- title: B\n  url: /b\n", "1.url", "/c",
        "- title: A\n  url: /a\n- title: B\n  url: /c\n");
    row("null token", "a: ~\nb: null\n", "b", "x", "a: ~\nb: x\n");
    row("nothing behind a tag", "a: !!str\nb: \"y\"\n", "a", "x", "a: !!str \"x\"\nb: \"y\"\n");
    row("nothing behind an anchor", "- a: &one\n  b: y\n", "0.a", "x", "- a: &one x\n  b: y\n");
    row("a value below its tag", "a: !!str\n  old\nb: y\n", "a", "x", "a: !!str\n  x\nb: y\n");
}

void YamlDocumentTest::setChangesTheValueAlone()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, key);
    QFETCH(QString, value);
    const auto document = YamlDocument::parse(before);
    QVERIFY(document);
    const auto edits = document->set(path(key), value);
    QVERIFY(edits);
    QVERIFY(applies(before, *edits));
    const QByteArray after = applied(before, *edits);
    QTEST(after, "after");
    const auto again = YamlDocument::parse(after);
    QVERIFY(again);
    QCOMPARE(again->text(path(key)), value);
    QVERIFY(again->set(path(key), value)->empty());
}

void YamlDocumentTest::setListKeepsEntriesThatStay_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("entries");
    QTest::addColumn<QByteArray>("after");
    const QByteArray two = "l: \n  - /about/\n  - /about.html # old\nz: 1\n";
    const auto list = [](std::initializer_list<const char*> entries) {
        QStringList out;
        for (const char* entry : entries)
            out.append(QString::fromUtf8(entry));
        return out;
    };
    QTest::newRow("add") << two << list({"/about/", "/about.html", "/me/"})
                         << QByteArray("l: \n  - /about/\n  - /about.html # old\n  - /me/\nz: 1\n");
    QTest::newRow("remove first") << two << list({"/about.html"}) << QByteArray("l: \n  - /about.html # old\nz: 1\n");
    QTest::newRow("change one") << two << list({"/x/", "/about.html"})
                                << QByteArray("l: \n  - /x/\n  - /about.html # old\nz: 1\n");
    QTest::newRow("insert between") << two << list({"/about/", "/n/", "/about.html"})
                                    << QByteArray("l: \n  - /about/\n  - /n/\n  - /about.html # old\nz: 1\n");
    QTest::newRow("all gone") << two << QStringList() << QByteArray("l: [] # old\nz: 1\n");
    QTest::newRow("flow") << QByteArray("l: [a, b]\n") << list({"a", "c"}) << QByteArray("l: [a, c]\n");
    QTest::newRow("lone scalar") << QByteArray("l: a\n") << list({"a", "b"}) << QByteArray("l: [a, b]\n");
    QTest::newRow("missing") << QByteArray("z: 1\n") << list({"a"}) << QByteArray("z: 1\nl: [a]\n");
}

void YamlDocumentTest::setListKeepsEntriesThatStay()
{
    QFETCH(QByteArray, before);
    QFETCH(QStringList, entries);
    const auto document = YamlDocument::parse(before);
    QVERIFY(document);
    const auto edits = document->setList({QStringLiteral("l")}, entries);
    QVERIFY(edits);
    const QByteArray after = applied(before, *edits);
    QTEST(after, "after");
    QCOMPARE(YamlDocument::parse(after)->list({QStringLiteral("l")}), entries);
}

void YamlDocumentTest::removeTakesTheLines()
{
    const QByteArray before = "a: 1 # x\nb:\n  - 1\n  - 2\nc: 3\n";
    const auto document = YamlDocument::parse(before);
    QVERIFY(document);
    QCOMPARE(applied(before, *document->remove({QStringLiteral("b")})), QByteArray("a: 1 # x\nc: 3\n"));
    QCOMPARE(applied(before, *document->remove({QStringLiteral("a")})), QByteArray("b:\n  - 1\n  - 2\nc: 3\n"));
    QCOMPARE(document->remove({QStringLiteral("zz")}).error().code, ErrorCode::NoSuchAddress);
}

void YamlDocumentTest::lastDuplicateCounts()
{
    const auto document = YamlDocument::parse("a: 1\na: 2\n");
    QVERIFY(document);
    QCOMPARE(document->text({QStringLiteral("a")}), QStringLiteral("2"));
    QCOMPARE(document->keys(), QStringList {QStringLiteral("a")});
}

void YamlDocumentTest::brokenTextSaysWhere()
{
    const auto document = YamlDocument::parse("a: 1\nb: [1, 2\n");
    QVERIFY(!document);
    QCOMPARE(document.error().code, ErrorCode::InvalidYaml);
    QVERIFY(document.error().detail.contains(QLatin1Char(':')));
    QByteArray deep;
    for (int i = 0; i < 300; ++i)
        deep += '[';
    QVERIFY(!YamlDocument::parse(deep));
}

void YamlDocumentTest::bytesThatAreNoTextLeavePlacesRight()
{
    const QByteArray bytes("a: caf\xE9\nb: one\nb: two\nc: 3\n");
    const auto document = YamlDocument::parse(bytes);
    QVERIFY(document);
    QCOMPARE(document->find({QStringLiteral("c")})->range, (TextRange {25, 26}));
    const auto edits = document->remove({QStringLiteral("b")});
    QVERIFY(edits);
    QCOMPARE(applied(bytes, *edits), QByteArray("a: caf\xE9\nc: 3\n"));
}

void YamlDocumentTest::whatAnAliasNeedsStays()
{
    const auto document = YamlDocument::parse("a:\n  - &x 1\n  - 2\nb: *x\n");
    QVERIFY(document);
    QVERIFY(!document->remove({QStringLiteral("a")}));
    QVERIFY(document->remove({QStringLiteral("b")}));
}

void YamlDocumentTest::everyScalarOfRealConfigsCanBeSet()
{
    QStringList configs {test::sourcePath(QStringLiteral("sample-site/_config.yml"))};
    if (!test::sharedDir().isEmpty()) {
        QDirIterator found(test::sharedDir() + QStringLiteral("/corpus"), {QStringLiteral("*.yml")}, QDir::Files,
            QDirIterator::Subdirectories);
        while (found.hasNext())
            configs.append(found.next());
    }
    int edited = 0;
    for (const QString& config : std::as_const(configs)) {
        if (!QFile::exists(config))
            continue;
        const QByteArray bytes = test::bytesOf(config);
        const auto document = YamlDocument::parse(bytes);
        if (!document)
            continue;
        for (const YamlValue& value : document->values()) {
            if (value.style == YamlStyle::BlockMap || value.style == YamlStyle::BlockList || value.style == YamlStyle::FlowMap
                || value.style == YamlStyle::FlowList || document->find(value.path) != &value)
                continue;
            const QString wanted = QStringLiteral("changed \u83AB: # %1").arg(edited);
            const auto edits = document->set(value.path, wanted);
            QVERIFY2(edits, qPrintable(config + u' ' + value.path.join(u'.')));
            const QByteArray after = applied(bytes, *edits);
            const auto again = YamlDocument::parse(after);
            QVERIFY2(again, qPrintable(config + u' ' + value.path.join(u'.')));
            QVERIFY2(again->text(value.path) == wanted, qPrintable(config + u' ' + value.path.join(u'.')));
            QCOMPARE(again->values().size(), document->values().size());
            QCOMPARE(applied(after, inverted(*edits)), bytes);
            ++edited;
        }
    }
    qInfo("%d values of %d files", edited, int(configs.size()));
    if (edited == 0)
        QSKIP("no configuration files here");
}

LECTERN_GUILESS_MAIN(YamlDocumentTest)
#include "tst_yamldocument.moc"
