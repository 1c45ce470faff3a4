// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/sitereader.h"
#include "core/site/values.h"
#include "tests/support/suite.h"
#include "tests/support/valuejson.h"

#include <QTest>

using namespace lectern;
using site::Buffers;

class SiteReaderTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void urls_data();
    void urls();
    void urlsLeadToWhatIsPublished_data();
    void urlsLeadToWhatIsPublished();
    void siteVariables();
    void pageVariables();
    void documentVariables();
    void editOfContentKeepsTheSite();
    void editOfFrontMatterMakesANewSite();
    void contentThatWasShownMakesANewSite();
    void brokenFrontMatterIsReported();
    void brokenConfigurationIsReported();

private:
    static Buffers files();
    static std::shared_ptr<const site::Site> read(const Buffers& buffers);
};

Buffers SiteReaderTest::files()
{
    return { { QStringLiteral("_config.yml"),
                 "title: T\nurl: https://x.y\nbaseurl: /base\ninclude: [_pages]\nexclude: [hidden]\n"
                 "permalink: /:categories/:title/\nplugins: [jekyll-redirect-from]\n"
                 "collections:\n  projects: {output: true}\n  notes: {}\n"
                 "defaults:\n  - {scope: {path: '', type: pages}, values: {layout: default, author_profile: "
                 "true}}\n" },
        { QStringLiteral("_pages/about.md"),
            "---\npermalink: /\ntitle: Home\nredirect_from: [/about/, /about.html]\n---\nHello\n" },
        { QStringLiteral("_pages/cv.md"), "---\ntitle: CV\n---\nText\n" },
        { QStringLiteral("plain.html"), "---\n---\n<p>\n" },
        { QStringLiteral("sub/index.md"), "---\n---\nx\n" },
        { QStringLiteral("feed.xml"), "---\nlayout: null\n---\n<a/>\n" },
        { QStringLiteral("assets/main.scss"), "---\n---\na{b:c}\n" },
        { QStringLiteral("hidden/page.md"), "---\n---\n" },
        { QStringLiteral("draft.md"), "---\npublished: false\n---\n" },
        { QStringLiteral("images/a b.png"), "png" }, { QStringLiteral("readme.md"), "no front matter" },
        { QStringLiteral("_posts/2024-05-01-first-post.md"), "---\ntags: [a, b]\n---\nOne\n\nTwo\n" },
        { QStringLiteral("_posts/2024-06-01-second.md"), "---\ncategory: News\ntitle: S\n---\nx\n" },
        { QStringLiteral("_projects/alpha.md"), "---\ntitle: Alpha\n---\nA\n" },
        { QStringLiteral("_projects/pic.png"), "png" }, { QStringLiteral("_notes/n.md"), "---\n---\nN\n" },
        { QStringLiteral("_data/nav.yml"), "- {title: A}\n" },
        { QStringLiteral("_data/sub/rows.csv"), "a,b\n1,2\n" },
        { QStringLiteral("_layouts/default.html"), "---\nkind: outer\n---\n{{ content }}" } };
}

std::shared_ptr<const site::Site> SiteReaderTest::read(const Buffers& buffers)
{
    site::SiteReader reader(1'750'000'000, site::PublisherProfile::Jekyll4,
        [](const site::EntryPointer&, const QByteArray& text, site::Site::Shown) { return "<" + text.trimmed() + ">"; });
    return reader.read(*site::siteFiles(QString(), buffers));
}

void SiteReaderTest::urls_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("url");
    const auto row = [](const char* path, const char* url) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(url);
    };
    row("_pages/about.md", "/");
    row("_pages/cv.md", "/_pages/cv/");
    row("plain.html", "/plain/");
    row("sub/index.md", "/sub/");
    row("feed.xml", "/feed.xml");
    row("assets/main.scss", "/assets/main.css");
    row("_posts/2024-05-01-first-post.md", "/first-post/");
    row("_posts/2024-06-01-second.md", "/news/second/");
    row("_projects/alpha.md", "/projects/alpha/");
}

void SiteReaderTest::urls()
{
    QFETCH(QString, path);
    const auto site = read(files());
    const auto entry = site->entry(path);
    QVERIFY(entry);
    QTEST(entry->url, "url");
}

void SiteReaderTest::urlsLeadToWhatIsPublished_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    const auto row = [](const char* url, const char* path) {
        QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(path);
    };
    row("/", "_pages/about.md");
    row("/base/", "_pages/about.md");
    row("/base", "_pages/about.md");
    row("/index.html", "_pages/about.md");
    row("/_pages/cv", "_pages/cv.md");
    row("/plain/?x=1#y", "plain.html");
    row("/images/a%20b.png", "images/a b.png");
    row("/base/images/a%20b.png", "images/a b.png");
    row("/assets/main.css", "assets/main.scss");
    row("/projects/pic.png", "_projects/pic.png");
    row("/hidden/page/", "");
    row("/draft/", "");
    row("/notes/n/", "");
    row("/_config.yml", "");
    row("/../secret", "");
}

void SiteReaderTest::urlsLeadToWhatIsPublished()
{
    QFETCH(QString, url);
    const auto site = read(files());
    const site::UrlTarget target = site->at(url);
    QTEST(target.entry ? target.entry->path : target.file ? target.file->path : QString(), "path");
}

void SiteReaderTest::siteVariables()
{
    const auto site = read(files());
    const liquid::Value& value = site->value();
    QCOMPARE(test::toJson(value.at(QStringLiteral("data"))),
        QByteArray(R"({"nav":[{"title":"A"}],"sub":{"rows":[{"a":"1","b":"2"}]}})"));
    QCOMPARE(test::toJson(value.at(QStringLiteral("baseurl"))), QByteArray("\"/base\""));
    const auto urlsOf = [&](const char16_t* key) {
        QStringList urls;
        const liquid::Value entries = value.at(QString::fromUtf16(key));
        for (const liquid::Value& entry : *entries.list())
            urls.append(site::toText(entry.at(QStringLiteral("url"))));
        return urls.join(u' ');
    };
    QCOMPARE(urlsOf(u"posts"), QStringLiteral("/news/second/ /first-post/"));
    QCOMPARE(urlsOf(u"projects"), QStringLiteral("/projects/alpha/"));
    QCOMPARE(urlsOf(u"notes"), QStringLiteral("/notes/n/"));
    // By file name, then the redirects.
    QCOMPARE(urlsOf(u"pages"),
        QStringLiteral(
            "/ /_pages/cv/ /feed.xml /sub/ /assets/main.css /plain/ /about/ /about.html /redirects.json"));
    QCOMPARE(test::toJson(value.at(QStringLiteral("tags"))
                              .at(QStringLiteral("a"))
                              .list()
                              ->at(0)
                              .at(QStringLiteral("title"))),
        QByteArray("\"First Post\""));
    QCOMPARE(value.at(QStringLiteral("static_files")).list()->size(), std::size_t(3));
}

void SiteReaderTest::pageVariables()
{
    const auto site = read(files());
    const liquid::Hash page
        = site->valueOf(site->entry(QStringLiteral("_pages/about.md")), QByteArray("Hello\n"));
    QCOMPARE(test::toJson(page),
        QByteArray(
            R"({"layout":"default","author_profile":true,"permalink":"/","title":"Home",)"
            R"("redirect_from":["/about/","/about.html"],"content":"Hello\n","dir":"/","name":"about.md",)"
            R"("path":"_pages/about.md","url":"/"})"));
}

void SiteReaderTest::documentVariables()
{
    const auto site = read(files());
    const liquid::Value post = site->valueOf(site->entry(QStringLiteral("_posts/2024-05-01-first-post.md")));
    const auto json = [&](const char16_t* key) { return test::toJson(post.at(QString::fromUtf16(key))); };
    QCOMPARE(json(u"date"), QByteArray("\"2024-05-01 00:00:00 +0000\""));
    QCOMPARE(json(u"excerpt"), QByteArray("\"<One>\""));
    QCOMPARE(json(u"content"), QByteArray("\"<One\\n\\nTwo>\""));
    QCOMPARE(json(u"id"), QByteArray("\"/first-post\""));
    QCOMPARE(json(u"slug"), QByteArray("\"first-post\""));
    QCOMPARE(json(u"collection"), QByteArray("\"posts\""));
    QCOMPARE(json(u"categories"), QByteArray("[]"));
    QCOMPARE(json(u"previous"), QByteArray("null"));
    const liquid::Value next = post.at(QStringLiteral("next")).resolved();
    QCOMPARE(test::toJson(next.at(QStringLiteral("url"))), QByteArray("\"/news/second/\""));
}

void SiteReaderTest::editOfContentKeepsTheSite()
{
    site::SiteReader reader(0, site::PublisherProfile::Jekyll4, nullptr);
    Buffers buffers = files();
    const auto before = reader.read(*site::siteFiles(QString(), buffers));
    const QString page = QStringLiteral("_pages/about.md");
    buffers[page] += "more\n";
    const auto after = reader.read(*site::siteFiles(QString(), buffers));
    QCOMPARE(after.get(), before.get());
    QCOMPARE(after->entry(page)->text->content, QByteArray("Hello\nmore\n"));
    QCOMPARE(after->value().identity(), before->value().identity());
}

void SiteReaderTest::editOfFrontMatterMakesANewSite()
{
    site::SiteReader reader(0, site::PublisherProfile::Jekyll4, nullptr);
    Buffers buffers = files();
    const auto before = reader.read(*site::siteFiles(QString(), buffers));
    const QString page = QStringLiteral("_pages/about.md");
    buffers[page].replace("Home", "Start");
    const auto after = reader.read(*site::siteFiles(QString(), buffers));
    QVERIFY(after.get() != before.get());
    QCOMPARE(site::toText(after->entry(page)->at(QStringLiteral("title"))), QStringLiteral("Start"));
    buffers[QStringLiteral("_data/nav.yml")] = "- {title: B}\n";
    const auto third = reader.read(*site::siteFiles(QString(), buffers));
    QVERIFY(test::toJson(third->data()).contains("\"B\""));
}

void SiteReaderTest::contentThatWasShownMakesANewSite()
{
    site::SiteReader reader(0, site::PublisherProfile::Jekyll4,
        [](const site::EntryPointer&, const QByteArray& text, site::Site::Shown) { return text; });
    Buffers buffers = files();
    const QString post = QStringLiteral("_posts/2024-05-01-first-post.md");
    const auto before = reader.read(*site::siteFiles(QString(), buffers));
    const liquid::Value posts = before->value().at(QStringLiteral("posts"));
    QCOMPARE(test::toJson(posts.list()->at(1).at(QStringLiteral("excerpt"))), QByteArray("\"One\""));
    buffers[post].replace("One", "Uno");
    const auto after = reader.read(*site::siteFiles(QString(), buffers));
    QVERIFY(after.get() != before.get());
    QCOMPARE(
        test::toJson(after->value().at(QStringLiteral("posts")).list()->at(1).at(QStringLiteral("excerpt"))),
        QByteArray("\"Uno\""));
}

void SiteReaderTest::brokenFrontMatterIsReported()
{
    Buffers buffers = files();
    buffers[QStringLiteral("_pages/cv.md")] = "---\ntitle: \"open\nx: 1\n---\nText\n";
    const auto site = read(buffers);
    const auto entry = site->entry(QStringLiteral("_pages/cv.md"));
    QVERIFY(entry);
    QCOMPARE(entry->text->content, QByteArray("Text\n"));
    QCOMPARE(entry->diagnostics.size(), std::size_t(1));
    QCOMPARE(entry->diagnostics[0].code, QStringLiteral("yaml.invalid"));
}

void SiteReaderTest::brokenConfigurationIsReported()
{
    Buffers buffers = files();
    buffers[QStringLiteral("_config.yml")] = "a: [1,\n";
    QCOMPARE(read(buffers)->diagnostics()[0].code, QStringLiteral("yaml.invalid"));
    buffers[QStringLiteral("_config.yml")] = "include: _pages\n";
    const auto site = read(buffers);
    QCOMPARE(site->diagnostics()[0].code, QStringLiteral("config.invalid"));
    QCOMPARE(site->diagnostics()[0].arguments, QStringList { QStringLiteral("include") });
    QCOMPARE(site->config().include(), QStringList { QStringLiteral(".htaccess") });
}

LECTERN_GUILESS_MAIN(SiteReaderTest)
#include "tst_sitereader.moc"
