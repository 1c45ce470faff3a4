// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace lectern;

/// The program as scripts use it: arguments in, stdout, stderr and exit status out. On a copy of the seed page.
class CliTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void sectionsAsJson();
    void getReadsFields_data();
    void getReadsFields();
    void setChangesOnlyItsBytes();
    void dryRunWritesNothingAndGitAppliesIt();
    void addRemoveAndMove();
    void includedFilesAreEditedInTheirPlace();
    void diffTellsInWords();
    void wrongUseAndFailuresExitWithTwo_data();
    void wrongUseAndFailuresExitWithTwo();
    void renderPrintsThePage();
    void exportCopiesIntoAnotherRepository();

private:
    struct Run {
        int status = -1;
        QByteArray out;
        QByteArray error;
    };
    Run run(const QStringList& arguments) const;
    QByteArray page() const { return test::bytesOf(m_page); }
    QString path(const QString& relative) const { return m_folder->filePath(relative); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_page;
    QByteArray m_seed;
};

namespace {
QStringList words(const char* text) { return QString::fromUtf8(text).split(u' '); }
}

CliTest::Run CliTest::run(const QStringList& arguments) const
{
    QProcess program;
    program.start(QStringLiteral(LECTERN_CLI), arguments);
    if (!program.waitForFinished(test::patience))
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

void CliTest::initTestCase()
{
    if (test::seedPath().isEmpty())
        QSKIP("the seed page is not here");
    m_seed = test::bytesOf(test::seedPath());
}

void CliTest::init()
{
    Suite::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_page = path(QStringLiteral("about.md"));
    QFile file(m_page);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_seed);
}

void CliTest::sectionsAsJson()
{
    const Run result = run({QStringLiteral("sections"), m_page, QStringLiteral("--json")});
    QCOMPARE(result.status, 0);
    const QJsonObject json = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(json[u"page"].toString(), QStringLiteral("about.md"));
    QHash<QString, qsizetype> counts;
    for (const QJsonValue& section : json[u"sections"].toArray()) {
        counts.insert(section[u"kind"].toString(), section[u"items"].toArray().size());
        const qint64 from = section[u"range"][0].toInteger();
        const qint64 to = section[u"range"][1].toInteger();
        QVERIFY(from >= 0 && from < to && to <= m_seed.size());
    }
    QCOMPARE(counts[QStringLiteral("news")], 1);
    QCOMPARE(counts[QStringLiteral("publications")], 6);
    QCOMPARE(counts[QStringLiteral("honors")], 3);
    QCOMPARE(counts[QStringLiteral("education")], 3);
    QCOMPARE(counts[QStringLiteral("reviewing")], 3);
}

void CliTest::getReadsFields_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("title") << QStringLiteral("publications[3].title")
                           << QByteArray("Optimal Resource Efficiency with Fairness in Heterogeneous GPU Clusters");
    QTest::newRow("venue") << QStringLiteral("publications[3].venue") << QByteArray("Middleware");
    QTest::newRow("ranks") << QStringLiteral("publications[2].ranks") << QByteArray("CCF-A, CSRanking");
    QTest::newRow("authors") << QStringLiteral("publications[2].authors") << QByteArray("**Zizhao Mo**, Huanle Xu, Cheng-Zhong Xu");
    QTest::newRow("link") << QStringLiteral("publications[0].url") << QByteArray("https://arxiv.org/pdf/2509.08309");
    QTest::newRow("date") << QStringLiteral("education[0].date") << QByteArray("2021 - 2025");
    QTest::newRow("front matter") << QStringLiteral("front.permalink") << QByteArray("/");
    QTest::newRow("list") << QStringLiteral("front.redirect_from") << QByteArray("/about/\n/about.html");
}

void CliTest::getReadsFields()
{
    QFETCH(QString, address);
    const Run result = run({QStringLiteral("get"), m_page, address});
    QVERIFY2(result.status == 0, result.error.constData());
    QTEST(result.out.chopped(1), "value");
}

void CliTest::setChangesOnlyItsBytes()
{
    QCOMPARE(run({QStringLiteral("set"), m_page, QStringLiteral("publications[2].title"), QStringLiteral("A new title")}).status, 0);
    QByteArray wanted = m_seed;
    wanted.replace("Heet: Accelerating Elastic Training in Heterogeneous Deep Learning Clusters", "A new title");
    QCOMPARE(page(), wanted);
    QCOMPARE(run({QStringLiteral("set"), m_page, QStringLiteral("front.title"), QStringLiteral("Home")}).status, 0);
    wanted.replace("title: \"\"", "title: \"Home\"");
    QCOMPARE(page(), wanted);
}

void CliTest::dryRunWritesNothingAndGitAppliesIt()
{
    const Run result = run({QStringLiteral("set"), m_page, QStringLiteral("honors[1].text"), QStringLiteral("Another grant."), QStringLiteral("--dry-run")});
    QCOMPARE(result.status, 0);
    QCOMPARE(page(), m_seed);
    QVERIFY(result.out.contains("+- *2024*: Another grant."));
}

void CliTest::addRemoveAndMove()
{
    Run result = run({QStringLiteral("add"), m_page, QStringLiteral("publications"), QStringLiteral("title=New paper"),
        QStringLiteral("authors=**Zizhao Mo**, A B"), QStringLiteral("venue=OSDI"), QStringLiteral("year=2026")});
    QVERIFY2(result.status == 0, result.error.constData());
    QCOMPARE(run({QStringLiteral("get"), m_page, QStringLiteral("publications[0].title")}).out, QByteArray("New paper\n"));
    QCOMPARE(run({QStringLiteral("get"), m_page, QStringLiteral("publications[0].authors")}).out, QByteArray("**Zizhao Mo**, A B\n"));
    QVERIFY(page().endsWith(m_seed.sliced(m_seed.indexOf("[Hetis:"))));
    QCOMPARE(run(words("move") + QStringList {m_page, QStringLiteral("publications[0]"), QStringLiteral("--to"), QStringLiteral("7")}).status, 0);
    QCOMPARE(run({QStringLiteral("get"), m_page, QStringLiteral("publications[6].title")}).out, QByteArray("New paper\n"));
    QCOMPARE(run({QStringLiteral("remove"), m_page, QStringLiteral("publications[6]")}).status, 0);
    QCOMPARE(page(), m_seed);
}

void CliTest::includedFilesAreEditedInTheirPlace()
{
    const QString home = path(QStringLiteral("home.md"));
    const QString part = path(QStringLiteral("parts/news.md"));
    QDir().mkpath(path(QStringLiteral("parts")));
    for (const auto& [name, bytes] : {std::pair {home, QByteArray("Hello, this is me.\n\n{% include_relative parts/news.md %}\n")},
             std::pair {part, QByteArray("# News\n- *2024.01*: One\n")}}) {
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    const QJsonObject json = QJsonDocument::fromJson(run({QStringLiteral("sections"), home, QStringLiteral("--json")}).out).object();
    const QJsonValue news = json[u"sections"][1];
    QCOMPARE(news[u"kind"].toString(), QStringLiteral("news"));
    QCOMPARE(news[u"file"].toString(), QStringLiteral("parts/news.md"));
    QCOMPARE(news[u"range"][0].toInteger(), 0);
    QCOMPARE(news[u"items"][0][u"range"][0].toInteger(), 7);
    QCOMPARE(run({QStringLiteral("set"), home, QStringLiteral("news[0].text"), QStringLiteral("Two")}).status, 0);
    QCOMPARE(test::bytesOf(part), QByteArray("# News\n- *2024.01*: Two\n"));
    QVERIFY(test::bytesOf(home).contains("include_relative"));
}

void CliTest::diffTellsInWords()
{
    QVERIFY(QFile::copy(m_page, path(QStringLiteral("old.md"))));
    QCOMPARE(run({QStringLiteral("set"), m_page, QStringLiteral("publications[1].title"), QStringLiteral("A fair title")}).status, 0);
    const Run result = run({QStringLiteral("diff"), path(QStringLiteral("old.md")), m_page});
    QCOMPARE(result.status, 0);
    QVERIFY2(result.out.contains("Fast and Fair") && result.out.contains("title"), result.out.constData());
    QVERIFY(run({QStringLiteral("diff"), m_page, m_page}).out.isEmpty());
}

void CliTest::wrongUseAndFailuresExitWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no such command") << words("paint");
    QTest::newRow("too few") << words("get");
    QTest::newRow("missing file") << words("sections /no/such/file.md");
    QTest::newRow("unknown option") << words("sections --paint x");
    QTest::newRow("no such item") << QStringList {QStringLiteral("get"), QStringLiteral("PAGE"), QStringLiteral("publications[99].title")};
    QTest::newRow("no such field") << QStringList {QStringLiteral("get"), QStringLiteral("PAGE"), QStringLiteral("publications[0].flavour")};
    QTest::newRow("target is no site") << QStringList {QStringLiteral("export"), QStringLiteral("PAGE"), QStringLiteral("/")};
}

void CliTest::wrongUseAndFailuresExitWithTwo()
{
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings(QStringLiteral("PAGE"), m_page);
    const Run result = run(arguments);
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY(!result.error.isEmpty());
    QCOMPARE(page(), m_seed);
}

void CliTest::renderPrintsThePage()
{
    const Run result = run({QStringLiteral("render"), m_page});
    QVERIFY2(result.status == 0, result.error.constData());
    QVERIFY(result.out.contains("Hetis: Serving LLMs"));
    QVERIFY(!result.out.contains("data-lectern"));
}

void CliTest::exportCopiesIntoAnotherRepository()
{
    QDir().mkpath(path(QStringLiteral("other")));
    QFile config(path(QStringLiteral("other/_config.yml")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.close();
    const Run result = run({QStringLiteral("export"), m_page, path(QStringLiteral("other"))});
    QVERIFY2(result.status == 0, result.error.constData());
    QCOMPARE(test::bytesOf(path(QStringLiteral("other/about.md"))), m_seed);
}

LECTERN_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
