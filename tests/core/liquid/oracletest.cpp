// SPDX-License-Identifier: GPL-3.0-or-later
// Renders our table of templates with the installed Ruby Liquid and Jekyll and with the engine: both must print the same.
#include "core/liquid/engine.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace lectern::liquid {

namespace {

QString dataPath(const QString& name) { return test::sourcePath(QStringLiteral("tests/core/liquid/data/") + name); }

/// JSON text to values, with 4 and 4.0 told apart as Ruby does and keys in the order of the text.
class JsonReader {
public:
    explicit JsonReader(QByteArray text) : m_text(std::move(text)) {}

    Value read()
    {
        skip();
        switch (m_text[m_at]) {
        case '{': return readHash();
        case '[': return readList();
        case '"': return Value(readString());
        case 't': m_at += 4; return Value(true);
        case 'f': m_at += 5; return Value(false);
        case 'n': m_at += 4; return {};
        default: return readNumber();
        }
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && (isspace(uchar(m_text[m_at])) || m_text[m_at] == ',' || m_text[m_at] == ':'))
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
        return number.contains('.') || number.contains('e') ? Value(number.toDouble()) : Value(number.toLongLong());
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

private:
    std::unique_ptr<Engine> m_engine; // one for all cases: what one leaves behind must not show in the next
    QStringList m_cases;
    QJsonArray m_expected;
    Value m_site;
    Value m_page;
};

void OracleTest::initTestCase()
{
    const QString ruby = QStandardPaths::findExecutable(QStringLiteral("ruby"));
    if (ruby.isEmpty())
        QSKIP("LECTERN-SKIP-ALL: ruby is not installed");
    const QString cases = QString::fromUtf8(test::bytesOf(dataPath(QStringLiteral("cases.txt"))));
    m_cases = cases.split(QStringLiteral("\n=====\n"), Qt::SkipEmptyParts);
    const Value data = JsonReader(test::bytesOf(dataPath(QStringLiteral("data.json")))).read();
    m_site = data.at(QStringLiteral("site"));
    Hash page = *data.at(QStringLiteral("page")).hash();
    page.insert(QStringLiteral("when"), Time {1714568645, 0, 0, true});
    page.insert(QStringLiteral("then"), Time {1640966399, 0, 8 * 3600, false});
    page.insert(QStringLiteral("day"), Date {2024, 2, 29});
    m_page = page;

    QTemporaryDir folder;
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(ruby,
        {dataPath(QStringLiteral("oracle.rb")), dataPath(QStringLiteral("cases.txt")),
            dataPath(QStringLiteral("data.json")), dataPath(QStringLiteral("includes"))});
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray errors = process.readAllStandardError();
    if (process.exitCode() != 0 && errors.contains("LoadError"))
        QSKIP("LECTERN-SKIP-ALL: Jekyll is not installed");
    m_expected = QJsonDocument::fromJson(process.readAllStandardOutput()).array();
    QVERIFY2(m_expected.size() == m_cases.size(), errors.constData());
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
    Host host;
    host.include = [](const QString& name) -> std::optional<Template> {
        QFile file(dataPath(QStringLiteral("includes/") + name));
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        return Template {file.readAll(), QStringLiteral("_includes/") + name, 0};
    };
    if (!m_engine) {
        m_engine = std::make_unique<Engine>(host);
        m_engine->setGlobal(QStringLiteral("site"), m_site);
    }
    const Template source {m_cases[number].toUtf8(), QStringLiteral("case.md"), 0};
    const Output output = m_engine->render(source, Hash {{QStringLiteral("page"), m_page}});
    if (m_expected[number].isNull()) {
        QVERIFY2(!output.diagnostics.empty(), "Ruby refuses the template; a diagnostic must say so");
        return;
    }
    QCOMPARE(QString::fromUtf8(output.text), m_expected[number].toString());
}

} // namespace lectern::liquid

LECTERN_GUILESS_MAIN(lectern::liquid::OracleTest)
#include "oracletest.moc"
