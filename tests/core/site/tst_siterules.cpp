// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/datafiles.h"
#include "core/site/entryfilter.h"
#include "core/site/excerpt.h"
#include "core/site/frontmatterdefaults.h"
#include "core/site/pagesource.h"
#include "core/site/publisherprofile.h"
#include "core/site/rubytime.h"
#include "core/site/urls.h"
#include "core/site/yamlreader.h"
#include "tests/support/suite.h"
#include "tests/support/valuejson.h"

#include <QTest>

using namespace lectern;

class SiteRulesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void slugs_data();
    void slugs();
    void documentUrls_data();
    void documentUrls();
    void urlsAreSanitized();
    void pathsAreEscaped();
    void filterAccepts_data();
    void filterAccepts();
    void frontMatterIsSplit_data();
    void frontMatterIsSplit();
    void csvRows_data();
    void csvRows();
    void dataKeys();
    void timesAreParsed_data();
    void timesAreParsed();
    void timesAreInTheSitesZone();
    void defaultsByScope_data();
    void defaultsByScope();
    void publishers_data();
    void publishers();
    void excerptsEndAtTheSeparator();
};

void SiteRulesTest::slugs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("mode");
    QTest::addColumn<bool>("cased");
    QTest::addColumn<QString>("slug");
    const auto row = [](const char* text, site::SlugMode mode, bool cased, const char* slug) {
        QTest::addRow("%s/%d", text, int(mode))
            << QString::fromUtf8(text) << int(mode) << cased << QString::fromUtf8(slug);
    };
    row("The _config.yml file", site::SlugMode::Default, false, "the-config-yml-file");
    row("The _config.yml file", site::SlugMode::Pretty, false, "the-_config.yml-file");
    row("The _config.yml file", site::SlugMode::Pretty, true, "The-_config.yml-file");
    row("The _config.yml file", site::SlugMode::Ascii, false, "the-config-yml-file");
    row("  Éa 中文! ", site::SlugMode::Default, false, "éa-中文");
    row("--x--", site::SlugMode::Default, false, "x");
}

void SiteRulesTest::slugs()
{
    QFETCH(QString, text);
    QFETCH(int, mode);
    QFETCH(bool, cased);
    QTEST(site::slugified(text, site::SlugMode(mode), cased), "slug");
}

void SiteRulesTest::documentUrls_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("url");
    QTest::newRow("title") << QStringLiteral("/:categories/:title/") << QStringLiteral("/a/b/My-Title/");
    QTest::newRow("trailing underscore")
        << QStringLiteral("/:year_:title") << QStringLiteral("/2024_My-Title");
    QTest::newRow("extension") << QStringLiteral("/:title:output_ext") << QStringLiteral("/My-Title.html");
    QTest::newRow("unknown stays") << QStringLiteral("/:nothing/x") << QStringLiteral("/:nothing/x");
    QTest::newRow("none") << QStringLiteral("fixed.html") << QStringLiteral("/fixed.html");
}

void SiteRulesTest::documentUrls()
{
    QFETCH(QString, pattern);
    const site::Placeholders values { { QStringLiteral("categories"), QStringLiteral("a/b") },
        { QStringLiteral("title"), QStringLiteral("My-Title") },
        { QStringLiteral("year"), QStringLiteral("2024") },
        { QStringLiteral("output_ext"), QStringLiteral(".html") } };
    QTEST(site::documentUrl(pattern, values), "url");
}

void SiteRulesTest::urlsAreSanitized()
{
    QCOMPARE(site::sanitizedUrl(QStringLiteral("a//b/../c")), QStringLiteral("/a/b/c"));
    QCOMPARE(site::sanitizedUrl(QStringLiteral("/./x/")), QStringLiteral("/x/"));
    QCOMPARE(site::pageUrl(QStringLiteral("/:path/:basename:output_ext"), QString(), QStringLiteral("a b"),
                 QStringLiteral(".html")),
        QStringLiteral("/a%20b.html"));
}

void SiteRulesTest::pathsAreEscaped()
{
    QCOMPARE(
        site::escapedPath(QStringLiteral("a b/中#x?y[1]~")), QStringLiteral("a%20b/%E4%B8%AD%23x?y%5B1%5D~"));
    QCOMPARE(site::unescapedPath(QStringLiteral("/a%20b/%E4%B8%AD")), QStringLiteral("/a b/中"));
}

void SiteRulesTest::filterAccepts_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<bool>("isFolder");
    QTest::addColumn<bool>("accepted");
    QTest::newRow("page") << QString() << QStringLiteral("index.md") << false << true;
    QTest::newRow("underscore") << QString() << QStringLiteral("_drafts") << true << false;
    QTest::newRow("included underscore") << QString() << QStringLiteral("_pages") << true << true;
    QTest::newRow("dot") << QString() << QStringLiteral(".gitignore") << false << false;
    QTest::newRow("included dot") << QString() << QStringLiteral(".htaccess") << false << true;
    QTest::newRow("backup") << QString() << QStringLiteral("index.md~") << false << false;
    QTest::newRow("hash") << QString() << QStringLiteral("#index.md#") << false << false;
    QTest::newRow("excluded folder") << QString() << QStringLiteral("docs") << true << false;
    QTest::newRow("excluded by prefix") << QString() << QStringLiteral("docs-old") << true << false;
    QTest::newRow("excluded with slash is a folder only")
        << QString() << QStringLiteral("tmp") << false << true;
    QTest::newRow("excluded folder with slash") << QString() << QStringLiteral("tmp") << true << false;
    QTest::newRow("star crosses folders")
        << QStringLiteral("a/b") << QStringLiteral("x.sublime-project") << false << false;
    QTest::newRow("inner path") << QStringLiteral("assets/js") << QStringLiteral("_main.js") << false
                                << false;
    QTest::newRow("same name elsewhere") << QStringLiteral("sub") << QStringLiteral("docs") << true << true;
    QTest::newRow("dot at the end") << QString() << QStringLiteral("name.") << false << false;
}

void SiteRulesTest::filterAccepts()
{
    QFETCH(QString, folder);
    QFETCH(QString, entry);
    QFETCH(bool, isFolder);
    const site::EntryFilter filter({ QStringLiteral(".htaccess"), QStringLiteral("_pages") },
        { QStringLiteral("docs"), QStringLiteral("tmp/"), QStringLiteral("*.sublime-project"),
            QStringLiteral("_pages") });
    QTEST(filter.accepts(folder, entry, isFolder), "accepted");
}

void SiteRulesTest::frontMatterIsSplit_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("plain") << QByteArray("---\na: 1\n---\ntext\n") << QByteArray("---\na: 1\n")
                           << QByteArray("text\n");
    QTest::newRow("empty") << QByteArray("---\n---\ntext") << QByteArray("---\n") << QByteArray("text");
    QTest::newRow("dots") << QByteArray("---\na: 1\n...\ntext") << QByteArray("---\na: 1\n")
                          << QByteArray("text");
    QTest::newRow("blank lines go, indentation stays")
        << QByteArray("---\na: 1\n--- \n\n\n  text") << QByteArray("---\na: 1\n") << QByteArray("  text");
    QTest::newRow("carriage returns")
        << QByteArray("---\r\na: 1\r\n---\r\ntext") << QByteArray("---\r\na: 1\r\n") << QByteArray("text");
    QTest::newRow("none") << QByteArray("text\n---\n") << QByteArray() << QByteArray("text\n---\n");
    QTest::newRow("not closed") << QByteArray("---\na: 1\n") << QByteArray() << QByteArray("---\na: 1\n");
    QTest::newRow("four hyphens") << QByteArray("----\na: 1\n---\n") << QByteArray()
                                  << QByteArray("----\na: 1\n---\n");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF---\na: 1\n---\nx")
                                     << QByteArray("---\na: 1\n") << QByteArray("x");
    QTest::newRow("nothing behind") << QByteArray("---\na: 1\n---  ") << QByteArray("---\na: 1\n")
                                    << QByteArray();
}

void SiteRulesTest::frontMatterIsSplit()
{
    QFETCH(QByteArray, bytes);
    const site::PageSource page = site::splitPage(bytes);
    QTEST(page.yaml, "yaml");
    QTEST(page.content, "content");
    QCOMPARE(bytes.mid(page.contentOffset), page.content);
}

void SiteRulesTest::csvRows_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << QByteArray("a,b\n1,x y\n2,\n")
                           << QByteArray(R"([{"a":"1","b":"x y"},{"a":"2","b":null}])");
    QTest::newRow("quotes") << QByteArray("a,b\n\"x, \"\"y\"\"\nz\",\"\"\n")
                            << QByteArray(R"([{"a":"x, \"y\"\nz","b":""}])");
    QTest::newRow("carriage returns") << QByteArray("a,b\r\n1,2\r\n") << QByteArray(R"([{"a":"1","b":"2"}])");
    QTest::newRow("short row") << QByteArray("a,b\n1\n") << QByteArray(R"([{"a":"1","b":null}])");
    QTest::newRow("no end of line") << QByteArray("a\n1") << QByteArray(R"([{"a":"1"}])");
    QTest::newRow("byte order mark inside")
        << QByteArray("a\n\xEF\xBB\xBFx\n") << QByteArray("[{\"a\":\"\xEF\xBB\xBFx\"}]");
    QTest::newRow("empty") << QByteArray() << QByteArray("[]");
}

void SiteRulesTest::csvRows()
{
    QFETCH(QByteArray, csv);
    QTEST(test::toJson(site::readCsv(csv, ',')), "json");
    QByteArray tabs = csv;
    if (!csv.contains('"'))
        QTEST(test::toJson(site::readCsv(tabs.replace(',', '\t'), '\t')), "json");
}

void SiteRulesTest::dataKeys()
{
    QCOMPARE(site::dataKey(QStringLiteral("navigation")), QStringLiteral("navigation"));
    QCOMPARE(site::dataKey(QStringLiteral("my data (2)")), QStringLiteral("my_data_2"));
    QCOMPARE(site::dataKey(QStringLiteral("a.b")), QStringLiteral("ab"));
}

void SiteRulesTest::timesAreParsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("2024-05-01", "2024-05-01 00:00:00 +0000");
    row("2024-5-1", "2024-05-01 00:00:00 +0000");
    row("2024/05/01", "2024-05-01 00:00:00 +0000");
    row("2024-05-01 10:20", "2024-05-01 10:20:00 +0000");
    row("2024-05-01 10:20:30 +0800", "2024-05-01 02:20:30 +0000");
    row("2024-05-01T10:20:30Z", "2024-05-01 10:20:30 +0000");
    row("2024-05-01 10:20:30 -05:30", "2024-05-01 15:50:30 +0000");
    row("May 1, 2024", "2024-05-01 00:00:00 +0000");
    row("1 May 2024", "2024-05-01 00:00:00 +0000");
    row("Wed, 01 May 2024 10:00:00 GMT", "2024-05-01 10:00:00 +0000");
    row("someday", "");
    row("2024-13-45", "");
    row("2024-02-30", "2024-03-01 00:00:00 +0000");
}

void SiteRulesTest::timesAreParsed()
{
    QFETCH(QString, text);
    const auto time = site::parseTime(text, QTimeZone::utc());
    QTEST(time ? site::toText(*time) : QString(), "expected");
}

void SiteRulesTest::timesAreInTheSitesZone()
{
    const QTimeZone shanghai("Asia/Shanghai");
    if (!shanghai.isValid())
        QSKIP("no time zone data here");
    const auto time = site::parseTime(QStringLiteral("2024-05-01 08:00"), shanghai);
    QVERIFY(time);
    QCOMPARE(time->seconds, qint64(1714521600));
    QCOMPARE(site::toText(*time), QStringLiteral("2024-05-01 08:00:00 +0800"));
    QCOMPARE(site::calendar(*time).hour, 8);
}

void SiteRulesTest::defaultsByScope_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("page") << QStringLiteral("index.md") << QStringLiteral("pages")
                          << QByteArray(R"({"layout":"default","nested":{"a":1}})");
    QTest::newRow("longer path wins") << QStringLiteral("docs/a.md") << QStringLiteral("pages")
                                      << QByteArray(R"({"layout":"docs","nested":{"a":1,"b":2}})");
    QTest::newRow("other type") << QStringLiteral("_posts/2024-01-01-a.md") << QStringLiteral("posts")
                                << QByteArray(R"({"comments":true})");
    QTest::newRow("glob") << QStringLiteral("projects/one/readme.md") << QStringLiteral("pages")
                          << QByteArray(R"({"layout":"default","nested":{"a":1},"globbed":true})");
    QTest::newRow("static file") << QStringLiteral("/images/a.png") << QString()
                                 << QByteArray(R"({"image":true})");
}

void SiteRulesTest::defaultsByScope()
{
    QFETCH(QString, path);
    QFETCH(QString, type);
    const auto user
        = site::readYaml("defaults:\n"
                         "  - {scope: {path: docs, type: pages}, values: {layout: docs, nested: {b: 2}}}\n"
                         "  - {scope: {path: '', type: pages}, values: {layout: default, nested: {a: 1}}}\n"
                         "  - {scope: {path: _posts, type: post}, values: {comments: true}}\n"
                         "  - {scope: {path: 'projects/*'}, values: {globbed: true}}\n"
                         "  - {scope: {path: images}, values: {image: true}}\n",
            QTimeZone::utc());
    QVERIFY(user);
    Diagnostics diagnostics;
    const site::FrontMatterDefaults defaults(site::Config(*user->hash(), site::PublisherProfile::Jekyll4),
        { QStringLiteral("projects/one/readme.md") }, diagnostics);
    QTEST(test::toJson(defaults.all(path, type)), "json");
}

void SiteRulesTest::publishers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isJekyll4");
    const QString gemfile = QStringLiteral("Gemfile");
    QTest::newRow("nothing") << QStringLiteral("index.md") << QByteArray("x") << false;
    QTest::newRow("gem") << gemfile << QByteArray("gem \"github-pages\", group: :jekyll_plugins\n") << false;
    QTest::newRow("jekyll 4") << gemfile << QByteArray("gem 'jekyll', '~> 4.3'\n") << true;
    QTest::newRow("jekyll 3") << gemfile << QByteArray("gem 'jekyll', '~> 3.9'\n") << false;
    QTest::newRow("any jekyll") << gemfile << QByteArray("gem 'jekyll'\n") << true;
    QTest::newRow("commented out") << gemfile << QByteArray("# gem 'github-pages'\ngem 'jekyll'\n") << true;
    QTest::newRow("own workflow") << QStringLiteral(".github/workflows/pages.yml")
                                  << QByteArray("run: bundle exec jekyll build\n") << true;
    QTest::newRow("GitHub's workflow") << QStringLiteral(".github/workflows/pages.yml")
                                       << QByteArray("uses: actions/jekyll-build-pages@v1\n") << false;
}

void SiteRulesTest::publishers()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, bytes);
    const auto files = site::siteFiles(QString(), { { path, bytes } });
    QTEST(site::detectPublisher(*files) == site::PublisherProfile::Jekyll4, "isJekyll4");
}

void SiteRulesTest::excerptsEndAtTheSeparator()
{
    QCOMPARE(site::excerptSource("one\n\ntwo\n", "\n\n"), QByteArray("one"));
    QCOMPARE(site::excerptSource("one\n", "\n\n"), QByteArray("one\n"));
    QCOMPARE(site::excerptSource("[a][1]\n\ntwo\n\n[1]: http://x.y\n[2]: z\n", "\n\n"),
        QByteArray("[a]"
                   "[1]\n\n[1]: http://x.y"));
    QCOMPARE(
        site::excerptSource("{% if x %}a\n\nb{% endif %}", "\n\n"), QByteArray("{% if x %}a\n{% endif %}"));
}

LECTERN_GUILESS_MAIN(SiteRulesTest)
#include "tst_siterules.moc"
