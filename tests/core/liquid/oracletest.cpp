// SPDX-License-Identifier: GPL-3.0-or-later
// Renders our table of templates with the installed Ruby Liquid and Jekyll and with the engine: both must
// print the same.
#include "core/liquid/engine.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace lectern::liquid {

namespace {

QString dataPath(const QString& name)
{
    return test::sourcePath(QStringLiteral("tests/core/liquid/data/") + name);
}

/// JSON text to values, with 4 and 4.0 told apart as Ruby does and keys in the order of the text.
class JsonReader {
public:
    explicit JsonReader(QByteArray text)
        : m_text(std::move(text))
    {
    }

    Value read()
    {
        skip();
        switch (m_text[m_at]) {
        case '{':
            return readHash();
        case '[':
            return readList();
        case '"':
            return Value(readString());
        case 't':
            m_at += 4;
            return Value(true);
        case 'f':
            m_at += 5;
            return Value(false);
        case 'n':
            m_at += 4;
            return {};
        default:
            return readNumber();
        }
    }

private:
    void skip()
    {
        while (m_at < m_text.size()
            && (isspace(uchar(m_text[m_at])) || m_text[m_at] == ',' || m_text[m_at] == ':'))
            ++m_at;
    }
    QString readString()
    {
        const qsizetype from = m_at++;
        while (m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        const QByteArray list = '[' + m_text.mid(from, m_at - from) + ']';
        return QJsonDocument::fromJson(list).array().first().toString();
    }
    Value readNumber()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && QByteArrayView("+-.eE0123456789").contains(m_text[m_at]))
            ++m_at;
        const QByteArray number = m_text.mid(from, m_at - from);
        return number.contains('.') || number.contains('e') ? Value(number.toDouble())
                                                            : Value(number.toLongLong());
    }
    Value readList()
    {
        List list;
        for (++m_at, skip(); m_text[m_at] != ']'; skip())
            list.push_back(read());
        ++m_at;
        return Value(std::move(list));
    }
    Value readHash()
    {
        Hash hash;
        for (++m_at, skip(); m_text[m_at] != '}'; skip()) {
            const QString key = readString();
            hash.insert(key, read());
        }
        ++m_at;
        return Value(std::move(hash));
    }

    QByteArray m_text;
    qsizetype m_at = 0;
};

} // namespace

class OracleTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void rendersAsRubyDoes_data();
    void rendersAsRubyDoes();
    void mutatedTemplatesRenderAsRubyDoes();
    void chainsOfFiltersRenderAsRubyDoes();

private:
    void compareWithRuby(const QStringList& cases);
    QJsonArray ruby(const QStringList& cases);
    Output render(const QString& text);

    std::unique_ptr<Engine> m_engine; // one for all cases: what one leaves behind must not show in the next
    QStringList m_cases;
    QJsonArray m_expected;
    Value m_site;
    Value m_page;
};

void OracleTest::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("ruby")).isEmpty())
        QSKIP("LECTERN-SKIP-ALL: ruby is not installed");
    const QString cases = QString::fromUtf8(test::bytesOf(dataPath(QStringLiteral("cases.txt"))));
    m_cases = cases.split(QStringLiteral("\n=====\n"), Qt::SkipEmptyParts);
    const Value data = JsonReader(test::bytesOf(dataPath(QStringLiteral("data.json")))).read();
    m_site = data.at(QStringLiteral("site"));
    Hash page = *data.at(QStringLiteral("page")).hash();
    page.insert(QStringLiteral("when"), Time { 1714568645, 0, 0, true });
    page.insert(QStringLiteral("then"), Time { 1640966399, 0, 8 * 3600, false });
    page.insert(QStringLiteral("day"), Date { 2024, 2, 29 });
    m_page = page;

    Host host;
    host.include = [](const QString& name) -> std::optional<Template> {
        QFile file(dataPath(QStringLiteral("includes/") + name));
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        return Template { file.readAll(), QStringLiteral("_includes/") + name, 0 };
    };
    Options options;
    options.time = QDateTime::currentSecsSinceEpoch(); // what a date without a year falls back to
    m_engine = std::make_unique<Engine>(host, options);
    m_engine->setGlobal(QStringLiteral("site"), m_site);
    m_expected = ruby(m_cases);
    if (m_expected.isEmpty())
        QSKIP("LECTERN-SKIP-ALL: Jekyll is not installed");
    QCOMPARE(m_expected.size(), m_cases.size());
}

/// What Ruby makes of each template, in one process.
QJsonArray OracleTest::ruby(const QStringList& cases)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("cases.txt")));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(cases.join(QStringLiteral("\n=====\n")).toUtf8() + "\n=====\n");
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(QStringLiteral("ruby"),
        { dataPath(QStringLiteral("oracle.rb")), file.fileName(), dataPath(QStringLiteral("data.json")),
            dataPath(QStringLiteral("includes")) });
    if (!process.waitForFinished(240'000))
        return {};
    const QByteArray errors = process.readAllStandardError();
    if (!errors.isEmpty())
        qInfo().noquote() << errors.left(2000);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).array();
}

Output OracleTest::render(const QString& text)
{
    return m_engine->render(
        { text.toUtf8(), QStringLiteral("case.md"), 0 }, Hash { { QStringLiteral("page"), m_page } });
}

void OracleTest::rendersAsRubyDoes_data()
{
    QTest::addColumn<int>("number");
    for (qsizetype i = 0; i < m_cases.size(); ++i)
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(i).arg(m_cases[i].left(50)))) << int(i);
}

void OracleTest::rendersAsRubyDoes()
{
    QFETCH(int, number);
    const Output output = render(m_cases[number]);
    if (m_expected[number].isNull()) {
        QVERIFY2(!output.diagnostics.empty(), "Ruby refuses the template; a diagnostic must say so");
        return;
    }
    QCOMPARE(QString::fromUtf8(output.text), m_expected[number].toString());
}

/// A template of the table with a few characters taken out, doubled or put in, as half-typed text has them.
static QString mutated(const QString& text, QRandomGenerator& random)
{
    static const QStringList pieces { QStringLiteral("|"), QStringLiteral(":"), QStringLiteral(","),
        QStringLiteral("-"), QStringLiteral("{{"), QStringLiteral("}}"), QStringLiteral("{%"),
        QStringLiteral("%}"), QStringLiteral("'"), QStringLiteral("\""), QStringLiteral(" "),
        QStringLiteral("["), QStringLiteral("]"), QStringLiteral("."), QStringLiteral("("),
        QStringLiteral(")"), QStringLiteral("=="), QStringLiteral(" and "), QStringLiteral("nil"),
        QStringLiteral("1"), QStringLiteral("page.list"), QStringLiteral("\n"), QStringLiteral("é"),
        QStringLiteral("<") };
    QString out = text;
    for (int edits = 1 + int(random.bounded(3)); edits > 0 && !out.isEmpty(); --edits) {
        const qsizetype at = random.bounded(int(out.size()));
        const qsizetype length = 1 + random.bounded(4);
        switch (random.bounded(3)) {
        case 0:
            out.remove(at, length);
            break;
        case 1:
            out.insert(at, out.mid(at, length));
            break;
        default:
            out.insert(at, pieces[random.bounded(int(pieces.size()))]);
            break;
        }
    }
    return out;
}

/// A missing include is silent in the page and told by its diagnostic, where Ruby prints that something
/// failed.
static bool sameText(QString ours, QString ruby, const Output& output)
{
    const bool missing = std::any_of(output.diagnostics.begin(), output.diagnostics.end(),
        [](const Diagnostic& found) { return found.code == QStringLiteral("liquid.include-missing"); });
    if (missing) {
        ours.remove(QStringLiteral("Liquid error: internal"));
        ruby.remove(QStringLiteral("Liquid error: internal"));
    }
    return ours == ruby;
}

void OracleTest::mutatedTemplatesRenderAsRubyDoes()
{
    const int wanted = qEnvironmentVariableIntValue("LECTERN_FUZZ_CASES");
    QRandomGenerator random(quint32(wanted ? qEnvironmentVariableIntValue("LECTERN_FUZZ_SEED") : 20'26));
    QStringList cases;
    while (cases.size() < (wanted ? wanted : 5000)) {
        const QString& original = m_cases[random.bounded(int(m_cases.size()))];
        // Ruby reads a date out of nearly any text; only the forms of the table are promised.
        if (original.contains(QStringLiteral("| date: \"%F")) || original.contains(QStringLiteral("\" | date_to_")))
            continue;
        const QString text = mutated(original, random);
        if (!text.contains(QStringLiteral("=====")) && !text.trimmed().isEmpty() && !text.startsWith(u'\n')
            && !text.endsWith(u'\n') && QString::fromUtf8(text.toUtf8()) == text)
            cases.append(text);
    }
    compareWithRuby(cases);
}

/// A value of the test data, and one to three filters with arguments that fit more or less. Not times: Ruby
/// takes one for the list of its parts in filters for lists.
static QString filterChain(QRandomGenerator& random)
{
    static const QStringList values { QStringLiteral("page.title"), QStringLiteral("page.int"),
        QStringLiteral("page.neg"), QStringLiteral("page.float"), QStringLiteral("page.str"),
        QStringLiteral("page.html"), QStringLiteral("page.csv"), QStringLiteral("page.num"),
        QStringLiteral("page.dec"), QStringLiteral("page.list"), QStringLiteral("page.nested"),
        QStringLiteral("page.url"), QStringLiteral("site.numbers"), QStringLiteral("site.words"),
        QStringLiteral("site.data.papers"), QStringLiteral("site.author"), QStringLiteral("site.empty"),
        QStringLiteral("site.blank"), QStringLiteral("nil"), QStringLiteral("true"), QStringLiteral("3"),
        QStringLiteral("-2.5"), QStringLiteral("'a b'"), QStringLiteral("(1..5)") };
    static const QStringList arguments { QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2"),
        QStringLiteral("-1"), QStringLiteral("3.5"), QStringLiteral("'a'"), QStringLiteral("','"),
        QStringLiteral("' '"), QStringLiteral("'title'"), QStringLiteral("'year'"),
        QStringLiteral("'venue.name'"), QStringLiteral("'tags'"), QStringLiteral("2024"),
        QStringLiteral("'y'"), QStringLiteral("page.list"), QStringLiteral("nil"), QStringLiteral("true"),
        QStringLiteral("''"), QStringLiteral("'pretty'"), QStringLiteral("'%Y-%m-%d'"),
        QStringLiteral("'…'") };
    static const QStringList filters { QStringLiteral("abs"), QStringLiteral("absolute_url"),
        QStringLiteral("append"), QStringLiteral("array_to_sentence_string"), QStringLiteral("at_least"),
        QStringLiteral("at_most"), QStringLiteral("capitalize"), QStringLiteral("ceil"),
        QStringLiteral("cgi_escape"), QStringLiteral("compact"), QStringLiteral("concat"),
        QStringLiteral("date_to_xmlschema"), QStringLiteral("default"), QStringLiteral("divided_by"),
        QStringLiteral("downcase"), QStringLiteral("escape"), QStringLiteral("escape_once"),
        QStringLiteral("find"), QStringLiteral("first"), QStringLiteral("floor"), QStringLiteral("group_by"),
        QStringLiteral("inspect"), QStringLiteral("join"), QStringLiteral("jsonify"), QStringLiteral("last"),
        QStringLiteral("lstrip"), QStringLiteral("map"), QStringLiteral("minus"), QStringLiteral("modulo"),
        QStringLiteral("newline_to_br"), QStringLiteral("normalize_whitespace"),
        QStringLiteral("number_of_words"), QStringLiteral("plus"), QStringLiteral("pop"),
        QStringLiteral("prepend"), QStringLiteral("push"), QStringLiteral("relative_url"),
        QStringLiteral("remove"), QStringLiteral("remove_first"), QStringLiteral("replace"),
        QStringLiteral("replace_first"), QStringLiteral("reverse"), QStringLiteral("round"),
        QStringLiteral("rstrip"), QStringLiteral("shift"), QStringLiteral("size"), QStringLiteral("slice"),
        QStringLiteral("slugify"), QStringLiteral("sort"), QStringLiteral("sort_natural"),
        QStringLiteral("split"), QStringLiteral("strip"), QStringLiteral("strip_html"),
        QStringLiteral("strip_index"), QStringLiteral("strip_newlines"), QStringLiteral("times"),
        QStringLiteral("to_integer"), QStringLiteral("truncate"), QStringLiteral("truncatewords"),
        QStringLiteral("uniq"), QStringLiteral("unshift"), QStringLiteral("upcase"),
        QStringLiteral("uri_escape"), QStringLiteral("url_encode"), QStringLiteral("where"),
        QStringLiteral("xml_escape") };
    const auto any = [&random](const QStringList& list) { return list[random.bounded(int(list.size()))]; };
    QString chain = QStringLiteral("{{ ") + any(values);
    for (int count = 1 + int(random.bounded(3)); count > 0; --count) {
        chain += QStringLiteral(" | ") + any(filters);
        for (int given = 0, wanted = int(random.bounded(3)); given < wanted; ++given)
            chain += (given == 0 ? QStringLiteral(": ") : QStringLiteral(", ")) + any(arguments);
    }
    return chain + QStringLiteral(" }}");
}

void OracleTest::chainsOfFiltersRenderAsRubyDoes()
{
    const int wanted = qEnvironmentVariableIntValue("LECTERN_FUZZ_CASES");
    QRandomGenerator random(quint32(wanted ? qEnvironmentVariableIntValue("LECTERN_FUZZ_SEED") : 19'26));
    QStringList cases;
    while (cases.size() < (wanted ? wanted : 2000))
        cases.append(filterChain(random));
    compareWithRuby(cases);
}

void OracleTest::compareWithRuby(const QStringList& cases)
{
    const QJsonArray expected = ruby(cases);
    QCOMPARE(expected.size(), cases.size());
    int differences = 0;
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const Output output = render(cases[i]);
        const QString text = QString::fromUtf8(output.text);
        if (expected[i].isNull() ? !output.diagnostics.empty()
                                 : sameText(text, expected[i].toString(), output))
            continue;
        ++differences;
        qInfo().noquote() << "template" << cases[i] << "\n  Ruby:"
                          << (expected[i].isNull() ? QStringLiteral("(refuses it)") : expected[i].toString())
                          << "\n  ours:" << text;
    }
    QCOMPARE(differences, 0);
}

} // namespace lectern::liquid

LECTERN_GUILESS_MAIN(lectern::liquid::OracleTest)
#include "oracletest.moc"
