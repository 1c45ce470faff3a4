// SPDX-License-Identifier: GPL-3.0-or-later
// What GitHub Pages adds to a site, from the documentation of the `github-pages` gem and of its plugins.
#include "core/site/githubmetadata.h"
#include "core/site/sitereader.h"
#include "core/site/values.h"
#include "tests/support/suite.h"
#include "tests/support/valuejson.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lectern;
using site::Buffers;
using site::PublisherProfile;

class PublisherTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void settingsAreForced_data();
    void settingsAreForced();
    void pluginsAreAlwaysOn_data();
    void pluginsAreAlwaysOn();
    void pluginsThatAreNotRunAreNamed();
    void repositoryIsFound_data();
    void repositoryIsFound();
    void metadataFollowsFromTheRepository();
    void metadataComesFromTheRepositorysOwnConfig();
    void pagesWithoutFrontMatterFollowTheirText();

private:
    static std::shared_ptr<const site::Site> read(const Buffers& buffers, PublisherProfile profile);
};

std::shared_ptr<const site::Site> PublisherTest::read(const Buffers& buffers, PublisherProfile profile)
{
    site::SiteReader reader(1'750'000'000, profile, nullptr);
    return reader.read(*site::siteFiles(QString(), buffers));
}

void PublisherTest::settingsAreForced_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("onPages");
    QTest::addColumn<QByteArray>("elsewhere");
    const auto row = [](const char* config, const char* path, const char* onPages, const char* elsewhere) {
        QTest::addRow("%s in %s", path, config)
            << QByteArray(config) << QString::fromUtf8(path) << QByteArray(onPages) << QByteArray(elsewhere);
    };
    row("safe: false\n", "safe", "true", "false");
    row("lsi: true\n", "lsi", "false", "true");
    row("highlighter: pygments\n", "highlighter", "\"rouge\"", "\"pygments\"");
    row("kramdown: {math_engine: katex}\n", "kramdown.math_engine", "\"mathjax\"", "\"katex\"");
    row("title: T\n", "theme", "\"jekyll-theme-primer\"", "null");
    row("theme: minima\n", "theme", "\"minima\"", "\"minima\"");
    row("title: T\n", "future", "true", "false");
    row("future: false\n", "future", "false", "false");
    row("gist: {noscript: true}\n", "gist.noscript", "false", "true");
    row("kramdown: {template: x.html}\n", "kramdown.template", "\"\"", "\"x.html\"");
    row("kramdown: {syntax_highlighter: coderay}\n", "kramdown.syntax_highlighter", "\"rouge\"",
        "\"coderay\"");
    row("title: T\n", "kramdown.input", "\"GFM\"", "\"GFM\"");
    row("title: T\nkramdown: {}\n", "kramdown.hard_wrap", "false", "false");
}

void PublisherTest::settingsAreForced()
{
    QFETCH(QByteArray, config);
    QFETCH(QString, path);
    const auto at = [&](PublisherProfile profile) {
        const auto site = read({ { QStringLiteral("_config.yml"), config } }, profile);
        liquid::Value value = site->value();
        for (const QString& part : path.split(u'.'))
            value = value.at(part);
        return test::toJson(value);
    };
    QTEST(at(PublisherProfile::GithubPages), "onPages");
    QTEST(at(PublisherProfile::Jekyll4), "elsewhere");
}

void PublisherTest::pluginsAreAlwaysOn_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("layout");
    QTest::newRow("README is the index") << QStringLiteral("README.md") << QStringLiteral("/")
                                         << QStringLiteral("The project") << QStringLiteral("home");
    QTest::newRow("no front matter") << QStringLiteral("docs/guide.md") << QStringLiteral("/docs/guide.html")
                                     << QStringLiteral("Guide &amp; more") << QStringLiteral("page");
    QTest::newRow("front matter without a title")
        << QStringLiteral("notes.md") << QStringLiteral("/notes.html") << QStringLiteral("Notes")
        << QStringLiteral("page");
    QTest::newRow("title of its own") << QStringLiteral("own.md") << QStringLiteral("/own.html")
                                      << QStringLiteral("Own") << QStringLiteral("plain");
}

void PublisherTest::pluginsAreAlwaysOn()
{
    QFETCH(QString, path);
    const Buffers buffers { { QStringLiteral("_config.yml"), "url: https://x.y\n" },
        { QStringLiteral("README.md"), "# The *project*\n\ntext\n" },
        { QStringLiteral("docs/guide.md"), "Guide & more\n====\n\ntext\n" },
        { QStringLiteral("notes.md"), "---\nx: 1\n---\n\n## Notes\n" },
        { QStringLiteral("own.md"), "---\ntitle: Own\nlayout: plain\n---\n# Another\n" },
        { QStringLiteral("CONTRIBUTING.md"), "# No page\n" },
        { QStringLiteral("_layouts/home.html"), "{{ content }}" },
        { QStringLiteral("_layouts/page.html"), "{{ content }}" } };
    const auto site = read(buffers, PublisherProfile::GithubPages);
    const auto entry = site->entry(path);
    QVERIFY(entry);
    QTEST(entry->url, "url");
    QTEST(site::toText(entry->at(QStringLiteral("title"))), "title");
    QTEST(site::toText(entry->at(QStringLiteral("layout"))), "layout");
    QVERIFY(!site->entry(QStringLiteral("CONTRIBUTING.md")));
    QVERIFY(!read(buffers, PublisherProfile::Jekyll4)->entry(QStringLiteral("docs/guide.md")));
}

void PublisherTest::pluginsThatAreNotRunAreNamed()
{
    const QByteArray config("plugins:\n  - jekyll-archives\n  - jekyll-feed\n  - jekyll-avatar\n");
    const Buffers buffers { { QStringLiteral("_config.yml"), config } };
    const auto found = [&](PublisherProfile profile) {
        QStringList codes;
        const auto site = read(buffers, profile);
        for (const Diagnostic& each : site->diagnostics()) {
            codes.append(each.code + u' ' + each.arguments.join(u' '));
            if (config.mid(each.range.from, each.range.length()) != each.arguments.value(0).toUtf8())
                codes.append(QStringLiteral("at the wrong place"));
        }
        return codes.join(u',');
    };
    QCOMPARE(found(PublisherProfile::GithubPages),
        QStringLiteral("site.plugin-not-published jekyll-archives,site.plugin-not-shown jekyll-avatar"));
    QCOMPARE(found(PublisherProfile::Jekyll4),
        QStringLiteral("site.plugin-not-shown jekyll-archives,site.plugin-not-shown jekyll-avatar"));
}

void PublisherTest::repositoryIsFound_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("gitConfig");
    QTest::addColumn<QString>("repository");
    const auto origin = [](const char* url) {
        return QByteArray("[core]\n\tbare = false\n[remote \"up\"]\n\turl = https://github.com/up/stream\n"
                          "[remote \"origin\"]\n\turl = ")
            + url + "\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n";
    };
    QTest::newRow("configuration") << QByteArray("repository: a/b\n") << origin("https://github.com/c/d.git")
                                   << QStringLiteral("a/b");
    QTest::newRow("https") << QByteArray("title: T\n") << origin("https://github.com/c/d.git")
                           << QStringLiteral("c/d");
    QTest::newRow("ssh") << QByteArray("title: T\n") << origin("git@github.com:c-c/d.github.io.git")
                         << QStringLiteral("c-c/d.github.io");
    QTest::newRow("with a slash") << QByteArray("title: T\n") << origin("ssh://git@github.com/c/d")
                                  << QStringLiteral("c/d");
    QTest::newRow("elsewhere") << QByteArray("title: T\n") << origin("https://gitlab.com/c/d.git")
                               << QString();
    QTest::newRow("no remote") << QByteArray("title: T\n") << QByteArray("[core]\n") << QString();
    QTest::newRow("no owner") << QByteArray("repository: b\n") << QByteArray() << QString();
}

void PublisherTest::repositoryIsFound()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, gitConfig);
    const auto site = read({ { QStringLiteral("_config.yml"), config } }, PublisherProfile::GithubPages);
    QTEST(site::repositoryOf(site->config(), gitConfig), "repository");
}

void PublisherTest::metadataFollowsFromTheRepository()
{
    const auto value = [](const QByteArray& config, PublisherProfile profile, const char* key) {
        return test::toJson(
            read({ { QStringLiteral("_config.yml"), config } }, profile)->value().at(QString::fromUtf8(key)));
    };
    const auto github = [](const QByteArray& config, const char* key) {
        const auto site = read({ { QStringLiteral("_config.yml"), config } }, PublisherProfile::GithubPages);
        return test::toJson(site->value().at(QStringLiteral("github")).at(QString::fromUtf8(key)));
    };
    const QByteArray user("repository: Ada/ada.github.io\n");
    const QByteArray project("repository: ada/tools\n");
    QCOMPARE(github(user, "is_user_page"), QByteArray("true"));
    QCOMPARE(github(user, "url"), QByteArray("\"https://ada.github.io\""));
    QCOMPARE(github(project, "url"), QByteArray("\"https://ada.github.io/tools\""));
    QCOMPARE(github(project, "baseurl"), QByteArray("\"/tools\""));
    QCOMPARE(github(project, "repository_url"), QByteArray("\"https://github.com/ada/tools\""));
    QCOMPARE(github("repository: ada/tools\ngithub: {extra: 1}\n", "extra"), QByteArray("1"));
    QCOMPARE(value(user, PublisherProfile::GithubPages, "title"), QByteArray("\"Ada\""));
    QCOMPARE(value(project, PublisherProfile::GithubPages, "baseurl"), QByteArray("\"/tools\""));
    QCOMPARE(value("repository: ada/tools\nbaseurl: ''\n", PublisherProfile::GithubPages, "baseurl"),
        QByteArray("\"\""));
    QCOMPARE(value(project, PublisherProfile::Jekyll4, "github"), QByteArray("null"));
}

void PublisherTest::metadataComesFromTheRepositorysOwnConfig()
{
    QTemporaryDir folder;
    const auto write = [&](const char* path, const QByteArray& bytes) {
        const QString file = folder.filePath(QString::fromUtf8(path));
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    };
    write("_config.yml", "title: T\n");
    write(".git/config", "[remote \"origin\"]\n\turl = git@github.com:ada/tools.git\n");
    site::SiteReader reader(0, PublisherProfile::GithubPages, nullptr);
    const auto first = reader.read(*site::siteFiles(folder.path()));
    const auto name = [](const auto& site) {
        return test::toJson(site->value().at(QStringLiteral("github")).at(QStringLiteral("repository_nwo")));
    };
    QCOMPARE(name(first), QByteArray("\"ada/tools\""));
    write(".git/config", "[remote \"origin\"]\n\turl = git@github.com:ada/other.git\n");
    QCOMPARE(name(reader.read(*site::siteFiles(folder.path()))), QByteArray("\"ada/other\""));
}

void PublisherTest::pagesWithoutFrontMatterFollowTheirText()
{
    const QString path = QStringLiteral("page.md");
    Buffers buffers { { QStringLiteral("_config.yml"), "titles_from_headings: {strip_title: true}\n" },
        { path, "# One\n\ntext\n" } };
    site::SiteReader reader(0, PublisherProfile::GithubPages, nullptr);
    const auto first = reader.read(*site::siteFiles(QString(), buffers));
    QCOMPARE(first->entry(path)->text->content, QByteArray("text"));
    QCOMPARE(first->entry(path)->text->offset, qsizetype(7));
    buffers[path] = "# One\n\nother words\n";
    const auto typed = reader.read(*site::siteFiles(QString(), buffers));
    QCOMPARE(typed.get(), first.get());
    QCOMPARE(typed->entry(path)->text->content, QByteArray("other words"));
    buffers[path] = "# Two\n\nother words\n";
    const auto renamed = reader.read(*site::siteFiles(QString(), buffers));
    QCOMPARE(site::toText(renamed->entry(path)->at(QStringLiteral("title"))), QStringLiteral("Two"));
    QCOMPARE(renamed->entry(path)->text->content, QByteArray("other words"));
}

LECTERN_GUILESS_MAIN(PublisherTest)
#include "tst_publisher.moc"
