// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"
#include "core/render/markdownsettings.h"
#include "core/site/yamlreader.h"
#include "tests/oracle/kramdownoracle.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QHash>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTimeZone>

using namespace lectern;

/// Our kramdown engine against the installed kramdown, byte for byte.
class OracleMarkdownTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void specEqualsKramdown_data();
    void specEqualsKramdown();
    void everyPrefixEqualsKramdown();
    void everySmallDeletionEqualsKramdown();
    void mutationsEqualKramdown();

private:
    void addCases(const QString& folder);
    void compare(const QList<test::MarkdownCase>& cases);

    test::KramdownOracle m_oracle;
    QList<test::MarkdownCase> m_spec;
    QStringList m_specNames;
    QStringList m_pages;
    QList<test::KramdownOracle::Answer> m_expected;
};

namespace {

QString ours(const test::MarkdownCase& wanted)
{
    static QHash<QByteArray, render::MarkdownSettings> known;
    const QByteArray key = QJsonDocument(wanted.options).toJson(QJsonDocument::Compact);
    auto settings = known.find(key);
    if (settings == known.end()) {
        const auto options = site::readYaml(key, QTimeZone::utc()); // JSON is YAML
        if (!options)
            qFatal("bad options: %s", key.constData());
        const liquid::Hash user {{QStringLiteral("kramdown"), *options}};
        settings = known.insert(key, render::markdownSettings(site::Config(user, site::PublisherProfile::Jekyll4)));
    }
    return QString::fromUtf8(markdown::toHtml(
        markdown::parse(wanted.text.toUtf8(), markdown::Engine::Kramdown, settings->options)));
}

/// Cases of a file: separated by lines of five equal signs; one may begin with a line `options: {JSON}`.
QList<test::MarkdownCase> readCases(const QString& path)
{
    QList<test::MarkdownCase> cases;
    const QString mark = QStringLiteral("options: ");
    for (QString text : QString::fromUtf8(test::bytesOf(path)).split(QStringLiteral("\n=====\n"))) {
        test::MarkdownCase found;
        if (text.startsWith(mark)) {
            const qsizetype end = text.indexOf(u'\n');
            QJsonParseError error;
            found.options = QJsonDocument::fromJson(text.mid(mark.size(), end - mark.size()).toUtf8(), &error).object();
            if (error.error != QJsonParseError::NoError)
                qFatal("%s: bad options: %s", qPrintable(path), qPrintable(text.left(end)));
            text.remove(0, end + 1);
        }
        found.text = text.endsWith(u'\n') ? text : text + u'\n';
        cases.append(found);
    }
    return cases;
}

/// What a half-typed page is likely to have too much or too little of.
const QStringList& tokens()
{
    static const QStringList list = QStringLiteral(
        "*|**|***|_|__|`|``|```|~~~|~~|[|]|(|)|![|](|]:|[^|{|}|{:|{::|{:/}|{: .c}|{:.d #e}|<|>|</|/>|<!--|-->|<?|?>|<div>|</div>|"
        "<p>|</p>|<span>|</span>|<b>|<br>|<br />|<pre>|<td markdown=\"1\">|<div markdown=\"1\">|<u>|#|## |=|===|-|---|--|...|+ |- |"
        "* |1. |2) |: |:|>|> |&|&amp;|&#|;|\"|'|$$|\\|\\\\|$|^|!|=====|«|é|中文|🔥|\u00a0|a|0|http://|@|<<|>>| >>|<< |*[|toc")
                                       .split(u'|')
        + QStringList {QStringLiteral("|"), QStringLiteral("|--|"), QStringLiteral("\n"), QStringLiteral("\n\n"),
            QStringLiteral(" "), QStringLiteral("  "), QStringLiteral("    "), QStringLiteral("\t"), QStringLiteral("  \n"),
            QStringLiteral("\n   "), QStringLiteral("\n> "), QStringLiteral("\n- "), QStringLiteral("\n    ")};
    return list;
}

QString mutated(const QString& text, QRandomGenerator& random)
{
    QString out = text;
    for (int edits = 1 + int(random.bounded(4)); edits > 0 && !out.isEmpty(); --edits) {
        const qsizetype at = random.bounded(int(out.size()));
        const qsizetype length = 1 + random.bounded(random.bounded(4) == 0 ? 60 : 4);
        switch (random.bounded(6)) {
        case 0: out.remove(at, length); break;
        case 1: out.insert(at, out.mid(at, length)); break;
        case 2: out.insert(random.bounded(int(out.size())), out.mid(at, length)); break;
        default: out.insert(at, tokens()[random.bounded(int(tokens().size()))]); break;
        }
    }
    return QString::fromUtf8(out.toUtf8());
}

} // namespace

void OracleMarkdownTest::addCases(const QString& folder)
{
    const QDir spec(folder);
    for (const QString& file : spec.entryList({QStringLiteral("*.txt")}, QDir::Files)) {
        const QList<test::MarkdownCase> cases = readCases(spec.filePath(file));
        for (const test::MarkdownCase& found : cases) {
            m_specNames.append(QStringLiteral("%1 %2 %3").arg(file.chopped(4)).arg(m_specNames.size()).arg(
                found.text.left(30).simplified()));
            m_spec.append(found);
        }
    }
}

/// LECTERN_MARKDOWN_CASES names a folder with more cases, in the form of tests/spec/kramdown.
void OracleMarkdownTest::initTestCase()
{
    addCases(test::sourcePath(QStringLiteral("tests/spec/kramdown")));
    if (const QString more = qEnvironmentVariable("LECTERN_MARKDOWN_CASES"); !more.isEmpty())
        addCases(more);
    const QDir pages(test::sourcePath(QStringLiteral("tests/data/markdown")));
    for (const QString& file : pages.entryList({QStringLiteral("*.md")}, QDir::Files))
        m_pages.append(QString::fromUtf8(test::bytesOf(pages.filePath(file))));
    QVERIFY(m_pages.size() >= 6 && m_spec.size() > 50);
    if (!m_oracle.start())
        QSKIP("LECTERN-SKIP-ALL: Jekyll or its kramdown is not installed");
    m_expected = m_oracle.convert(m_spec);
    QCOMPARE(m_expected.size(), m_spec.size());
}

void OracleMarkdownTest::specEqualsKramdown_data()
{
    QTest::addColumn<int>("number");
    for (qsizetype i = 0; i < m_spec.size(); ++i)
        QTest::newRow(qPrintable(m_specNames[i])) << int(i);
}

void OracleMarkdownTest::specEqualsKramdown()
{
    QFETCH(int, number);
    QVERIFY2(m_expected[number].failure.isEmpty(), qPrintable(m_expected[number].failure));
    QCOMPARE(ours(m_spec[number]), m_expected[number].html);
}

void OracleMarkdownTest::compare(const QList<test::MarkdownCase>& cases)
{
    const auto expected = m_oracle.convert(cases);
    QCOMPARE(expected.size(), cases.size());
    QHash<QString, int> failures;
    int differences = 0;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        if (!expected[i].failure.isEmpty()) {
            ++failures[expected[i].failure];
            continue;
        }
        const QString html = ours(cases[i]);
        if (html == expected[i].html)
            continue;
        if (++differences <= 20) {
            qInfo().noquote() << "text" << QJsonDocument(QJsonObject {{QStringLiteral("text"), cases[i].text}}).toJson()
                              << "\n  kramdown:" << expected[i].html << "\n  ours:" << html;
        }
    }
    qInfo() << cases.size() << "cases," << differences << "different; Ruby gave up on:" << failures;
    QCOMPARE(differences, 0);
}

void OracleMarkdownTest::everyPrefixEqualsKramdown()
{
    QList<test::MarkdownCase> cases;
    for (const QString& page : std::as_const(m_pages)) {
        for (qsizetype length = 1; length < page.size(); ++length) {
            if (!page[length].isLowSurrogate())
                cases.append({page.left(length), {}});
        }
    }
    compare(cases);
}

void OracleMarkdownTest::everySmallDeletionEqualsKramdown()
{
    QList<test::MarkdownCase> cases;
    for (const QString& page : std::as_const(m_pages)) {
        for (qsizetype at = 0; at < page.size(); ++at) {
            QString text = page;
            text.remove(at, 1 + at % 3);
            cases.append({QString::fromUtf8(text.toUtf8()), {}});
        }
    }
    compare(cases);
}

/// LECTERN_FUZZ_CASES and LECTERN_FUZZ_SEED make a longer run or another one.
void OracleMarkdownTest::mutationsEqualKramdown()
{
    const int wanted = qEnvironmentVariableIntValue("LECTERN_FUZZ_CASES");
    QRandomGenerator random(quint32(wanted ? qEnvironmentVariableIntValue("LECTERN_FUZZ_SEED") : 20'26));
    QList<test::MarkdownCase> cases;
    while (cases.size() < (wanted ? wanted : 6000)) {
        const bool fromSpec = random.bounded(3) == 0;
        const test::MarkdownCase original = fromSpec ? m_spec[random.bounded(int(m_spec.size()))]
                                                     : test::MarkdownCase {m_pages[random.bounded(int(m_pages.size()))], {}};
        const QString text = mutated(original.text, random);
        if (!text.isEmpty())
            cases.append({text, original.options});
    }
    compare(cases);
}

LECTERN_GUILESS_MAIN(OracleMarkdownTest)
#include "tst_oraclemarkdown.moc"
