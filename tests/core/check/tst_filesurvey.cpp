// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/filesurvey.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

using namespace lectern;
using namespace lectern::check;

namespace {

const QByteArray home = "---\npermalink: /\ntitle: About\n---\n\n";

site::Buffers siteWith(const site::Buffers& more)
{
    site::Buffers buffers { { QStringLiteral("_config.yml"),
                                "title: T\nbaseurl: /base\ninclude: [_pages]\n" },
        { QStringLiteral("_pages/about.md"), home } };
    for (auto it = more.begin(); it != more.end(); ++it)
        buffers.insert(it.key(), it.value());
    return buffers;
}

FileSurvey surveyOf(const site::Buffers& more)
{
    return surveyFiles(*site::siteFiles({}, siteWith(more)));
}

QStringList missingOf(const site::Buffers& more)
{
    QStringList paths;
    for (const MissingFile& missing : surveyOf(more).missing)
        paths.append(missing.path);
    return paths;
}

QStringList unusedOf(const site::Buffers& more)
{
    QStringList paths;
    for (const UnusedFile& unused : surveyOf(more).unused)
        paths.append(unused.path);
    return paths;
}

} // namespace

class FileSurveyTest : public lectern::test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void whatIsMissingIsFoundWhereverItIsNamed_data();
    void whatIsMissingIsFoundWhereverItIsNamed();
    void whatIsThereOrNoLinkIsNotMissing_data();
    void whatIsThereOrNoLinkIsNotMissing();
    void anAddressIsCorrectedAsItIsWritten_data();
    void anAddressIsCorrectedAsItIsWritten();
    void mentionsOfOneFileStandTogetherWithTheirLines();
    void aFileThatAnyTextNamesIsUsed_data();
    void aFileThatAnyTextNamesIsUsed();
    void unusedFilesAreListedWithTheirSize();
    void theSampleSiteIsClean();
    void whatIsListedOfRealSitesStandsInNoText();
    void aLargeSiteIsSurveyed();
};

void FileSurveyTest::whatIsMissingIsFoundWhereverItIsNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("missing");
    const auto row = [](const char* name, const char* file, const QByteArray& text, const char* missing) {
        QTest::newRow(name) << QString::fromLatin1(file) << text << QString::fromLatin1(missing);
    };
    row("Markdown picture", "_pages/about.md", home + "![x](images/a.png)\n", "images/a.png");
    row("Markdown link", "_pages/about.md", home + "[cv](/files/cv.pdf#page=2)\n", "files/cv.pdf");
    row("reference", "_pages/about.md", home + "[cv]\n\n[cv]: files/cv.pdf\n", "files/cv.pdf");
    row("HTML", "_pages/about.md", home + "<img src='images/a.png' alt=''>\n", "images/a.png");
    row("encoded", "_pages/about.md", home + "![](images/my%20a.png)\n", "images/my a.png");
    row("with the base", "_pages/about.md", home + "![](/base/images/a.png)\n", "images/a.png");
    row("variable", "_pages/about.md", home + "![]({{ site.baseurl }}/images/a.png)\n", "images/a.png");
    row("filter", "_pages/about.md", home + "<a href=\"{{ \"/files/a.pdf\" | relative_url }}\">x</a>\n",
        "files/a.pdf");
    row("another page", "_pages/cv.md", "---\npermalink: /cv/\n---\n![](a.png)\n", "cv/a.png");
    row("above", "_pages/cv.md", "---\npermalink: /cv/\n---\n![](../images/a.png)\n", "images/a.png");
    row("front matter", "_pages/about.md", "---\npermalink: /\nimage: images/a.png # mine\n---\n",
        "images/a.png");
    row("configuration", "_config.yml", "title: T\nauthor:\n  avatar: \"images/me.jpg\"\n", "images/me.jpg");
    row("data", "_data/papers.yml", "- title: X\n  pdf: x.pdf\n", "x.pdf");
    row("JSON", "_data/papers.json", "[{\"pdf\": \"files/x.pdf\"}]\n", "files/x.pdf");
    row("layout", "_layouts/default.html", "<img src=\"/images/logo.png\">{{ content }}\n",
        "images/logo.png");
    row("style", "assets/main.css", "body { background: url('../images/bg.png'); }\n", "images/bg.png");
    row("post", "_posts/2024-01-01-x.md", "---\ntitle: X\n---\n![](/images/a.png)\n", "images/a.png");
}

void FileSurveyTest::whatIsMissingIsFoundWhereverItIsNamed()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, missing);
    const FileSurvey survey = surveyOf({ { file, text } });
    QCOMPARE(int(survey.missing.size()), 1);
    QCOMPARE(survey.missing.front().path, missing);
    const FileMention& mention = survey.missing.front().mentions.front();
    QCOMPARE(mention.file, file);
    QCOMPARE(mention.line, int(text.first(mention.range.from).count('\n')) + 1);
    // The very file makes it complete.
    QCOMPARE(missingOf({ { file, text }, { missing, "x" } }), QStringList());
}

void FileSurveyTest::whatIsThereOrNoLinkIsNotMissing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* file, const QByteArray& text) {
        QTest::newRow(name) << QString::fromLatin1(file) << text;
    };
    row("another host", "_pages/about.md", home + "![](https://a.org/a.png) <img src=\"//a.org/b.png\">\n");
    row("comment", "_pages/about.md", home + "<!-- ![](images/a.png) -->\n");
    row("code", "_pages/about.md", home + "`![](images/a.png)`\n\n```\n![](images/b.png)\n```\n");
    row("put together", "_pages/about.md",
        home + "![](images/{{ page.x }}.png) ![]({{ 'a.png' | prepend: page.y }}x.png)\n");
    row("page", "_pages/about.md", home + "[x](/cv/) [y](cv.html)\n");
    row("not published", "notes/plain.html", "<img src=\"gone.png\">\n");
    row("excluded in the configuration", "_config.yml",
        "title: T\nexclude:\n  - gone.png\n# logo: gone.png\n");
    row("an include that nothing includes", "_includes/old.html", "<img src=\"/images/gone.png\">\n");
    row("script", "assets/a.js", "var x = 'images/gone.png';\n");
    row("data by its name alone", "_data/p.yml", "- preview: there.png\n");
    row("style comment", "assets/a.css", "/* url(gone.png) */\n");
}

void FileSurveyTest::whatIsThereOrNoLinkIsNotMissing()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QCOMPARE(missingOf({ { file, text }, { QStringLiteral("assets/img/there.png"), "x" } }), QStringList());
}

void FileSurveyTest::anAddressIsCorrectedAsItIsWritten_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("corrected");
    const auto row
        = [](const char* name, const char* file, const QByteArray& text, const QByteArray& corrected) {
              QTest::newRow(name) << QString::fromLatin1(file) << text << corrected;
          };
    row("relative", "_pages/about.md", home + "![x](image/pic a.png)", home + "![x](image/pic a.png)");
    row("home", "_pages/about.md", home + "![x](image/Pic.PNG)", home + "![x](images/pic.png)");
    row("root", "_pages/about.md", home + "![x](/pic.png)", home + "![x](/images/pic.png)");
    row("with the base", "_pages/about.md", home + "![x](/base/pic.png)",
        home + "![x](/base/images/pic.png)");
    row("variable", "_pages/about.md", home + "![x]({{ site.baseurl }}/pic.png)",
        home + "![x]({{ site.baseurl }}/images/pic.png)");
    row("filter", "_pages/about.md", home + "![x]({{ '/pic.png' | relative_url }})",
        home + "![x]({{ '/images/pic.png' | relative_url }})");
    row("another page", "_pages/cv.md", "---\npermalink: /cv/\n---\n![](pic.png)",
        "---\npermalink: /cv/\n---\n![](../images/pic.png)");
    row("front matter", "_pages/about.md", "---\npermalink: /\nimage: img/pic.png\n---\n",
        "---\npermalink: /\nimage: images/pic.png\n---\n");
    row("another format", "_pages/about.md", home + "![x](images/pic.jpg?v=1)",
        home + "![x](images/pic.png?v=1)");
    row("style", "assets/a.css", "a { background: url(\"img/pic.png\") }",
        "a { background: url(\"/base/images/pic.png\") }");
}

void FileSurveyTest::anAddressIsCorrectedAsItIsWritten()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, corrected);
    const site::Buffers with { { file, text }, { QStringLiteral("images/pic.png"), "x" } };
    const FileSurvey survey = surveyOf(with);
    if (text == corrected) {
        QVERIFY(survey.missing.empty()); // a space ends an address: there is no link
        return;
    }
    QCOMPARE(int(survey.missing.size()), 1);
    QCOMPARE(survey.missing.front().likely, QStringLiteral("images/pic.png"));
    const FileMention& mention = survey.missing.front().mentions.front();
    QByteArray now = text;
    now.replace(
        mention.range.from, mention.range.length(), writtenPath(mention, survey.missing.front().likely));
    QCOMPARE(now, corrected);
    QCOMPARE(missingOf({ { file, now }, { QStringLiteral("images/pic.png"), "x" } }), QStringList());
}

void FileSurveyTest::mentionsOfOneFileStandTogetherWithTheirLines()
{
    const FileSurvey survey = surveyOf(
        { { QStringLiteral("_pages/about.md"), home + "![](/images/a.png)\n\n![](images/a.png)\n" },
            { QStringLiteral("_data/x.yml"), "- image: images/a.png\n" },
            { QStringLiteral("img/a.png"), "1" }, { QStringLiteral("old/A.png"), "2" } });
    QCOMPARE(int(survey.missing.size()), 1);
    const MissingFile& missing = survey.missing.front();
    QCOMPARE(missing.path, QStringLiteral("images/a.png"));
    QCOMPARE(int(missing.mentions.size()), 3);
    QCOMPARE(missing.likely, QString()); // two could be meant
    QList<int> lines;
    for (const FileMention& mention : missing.mentions) {
        if (mention.file == QLatin1StringView("_pages/about.md"))
            lines.append(mention.line);
    }
    QCOMPARE(lines, QList<int>({ 6, 8 }));
}

void FileSurveyTest::aFileThatAnyTextNamesIsUsed_data()
{
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char* name, const char* picture, const char* file, const QByteArray& text) {
        QTest::newRow(name) << QString::fromUtf8(picture) << QString::fromLatin1(file) << text;
    };
    row("Markdown", "images/a.png", "_pages/about.md", home + "![](images/a.png)\n");
    row("comment", "images/a.png", "_pages/about.md", home + "<!-- a.png -->\n");
    row("front matter", "images/a.png", "_pages/about.md", "---\nimage: a.png\n---\n");
    row("configuration", "images/a.png", "_config.yml", "title: T\nlogo: a.png\n");
    row("style", "images/a.png", "_sass/x.scss", "b { background: url(#{$path}/a.png) }\n");
    row("script", "images/a.png", "assets/a.js", "show(\"a.png\")\n");
    row("include that nothing includes", "images/a.png", "_includes/x.html", "<img src=a.png>");
    row("BibTeX", "assets/pdf/a.pdf", "_bibliography/p.bib", "pdf = {a.pdf},\n");
    row("readme", "images/a.png", "README.md", "see a.png\n");
    row("other case", "images/A.PNG", "_pages/about.md", home + "![](images/a.png)\n");
    row("encoded", "files/my paper.pdf", "_pages/about.md", home + "[x](files/my%20paper.pdf)\n");
    row("as it is", "files/my paper.pdf", "_data/x.yml", "pdf: my paper.pdf\n");
    row("other scripts", "files/论文.pdf", "_pages/about.md", home + "[x](files/%E8%AE%BA%E6%96%87.pdf)\n");
    row("ampersand", "files/a&b.pdf", "_pages/about.md", home + "<a href=\"files/a&amp;b.pdf\">x</a>\n");
    row("for fine displays", "images/a@2x.png", "_pages/about.md", home + "![](images/a.png)\n");
    row("a short name", "a.pdf", "_pages/about.md", home + "[x](a.pdf)\n");
    row("put together", "images/teaser-1.png", "_layouts/x.html",
        "<img src=\"/images/{{ page.slug }}.png\"> teaser-1\n");
    row("appended", "images/teaser.png", "_layouts/x.html", "{{ page.slug | append: '.png' }} teaser\n");
    row("listed", "images/gallery/x1.png", "gallery.html",
        "---\n---\n{% for f in site.static_files %}{% if f.path contains 'gallery' %}\n");
    row("drawing that shows it", "images/a.png", "images/d.svg",
        "<svg><image xlink:href=\"a.png\"/></svg> d.svg");
}

void FileSurveyTest::aFileThatAnyTextNamesIsUsed()
{
    QFETCH(QString, picture);
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QVERIFY(!unusedOf({ { picture, "x" }, { file, text } }).contains(picture));
    // Without that text it is not named.
    QVERIFY(unusedOf(
        { { picture, "x" },
            { file, file == QLatin1StringView("_config.yml") ? "title: T\n" : "---\n---\nnothing\n" } })
                .contains(picture));
}

void FileSurveyTest::unusedFilesAreListedWithTheirSize()
{
    const FileSurvey survey = surveyOf(
        { { QStringLiteral("images/data.png"), "12345" }, { QStringLiteral("images/a.png"), "123" },
            { QStringLiteral("images/own.svg"), "<svg docname=\"own.svg\"/>" },
            { QStringLiteral("favicon.png"), "x" }, { QStringLiteral("images/apple-touch-icon-57.png"), "x" },
            { QStringLiteral(".github/shot.png"), "x" }, { QStringLiteral("files/notes.txt"), "x" },
            { QStringLiteral("_pages/about.md"), home + "![](images/data.png)\n" },
            { QStringLiteral("images/gone.png"), "" } });
    const std::vector<UnusedFile> wanted { { QStringLiteral("images/a.png"), 3, false },
        { QStringLiteral("images/own.svg"), 24, false } };
    QCOMPARE(survey.unused, wanted);
}

void FileSurveyTest::theSampleSiteIsClean()
{
    const FileSurvey survey
        = surveyFiles(*site::siteFiles(lectern::test::sourcePath(QStringLiteral("sample-site"))));
    QStringList told;
    for (const MissingFile& missing : survey.missing)
        told.append(missing.path);
    for (const UnusedFile& unused : survey.unused)
        told.append(unused.path);
    QCOMPARE(told, QStringList());
}

/// Looked at once more in the simplest way: an unused file's name stands in no text, a missing file is not
/// there.
void FileSurveyTest::whatIsListedOfRealSitesStandsInNoText()
{
    const QString corpus = lectern::test::sharedDir() + QStringLiteral("/corpus");
    const QStringList sites = QDir(corpus).entryList({ QStringLiteral("site-*") }, QDir::Dirs);
    if (lectern::test::sharedDir().isEmpty() || sites.isEmpty())
        QSKIP("the shared folder with real sites is absent");
    int missing = 0;
    int unused = 0;
    for (const QString& name : sites) {
        const auto files = site::siteFiles(corpus + u'/' + name + QStringLiteral("/site"));
        const QStringList list = files->list();
        const FileSurvey survey = surveyFiles(*files);
        missing += int(survey.missing.size());
        unused += int(survey.unused.size());
        for (const MissingFile& file : survey.missing)
            QVERIFY2(!list.contains(file.path), qPrintable(name + u' ' + file.path));
        for (const QString& path : list) {
            if (survey.unused.empty() || path.endsWith(QLatin1StringView(".svg")))
                continue;
            const QByteArray text = files->read(path).value_or(QByteArray());
            if (text.contains('\0'))
                continue;
            for (const UnusedFile& file : survey.unused) {
                const QByteArray wanted = file.path.section(u'/', -1).toUtf8();
                for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
                    const char before = at > 0 ? text[at - 1] : ' ';
                    const char behind = at + wanted.size() < text.size() ? text[at + wanted.size()] : ' ';
                    const bool isOther = QChar::fromLatin1(before).isLetterOrNumber() || before == '_'
                        || before == '-' || (before & 0x80) || QChar::fromLatin1(behind).isLetterOrNumber();
                    QVERIFY2(isOther, qPrintable(name + u' ' + path + u' ' + file.path));
                }
            }
        }
    }
    qInfo("%d sites: %d missing and %d unused files", int(sites.size()), missing, unused);
}

void FileSurveyTest::aLargeSiteIsSurveyed()
{
    site::Buffers buffers;
    QByteArray text = home;
    for (int i = 0; i < 2000; ++i) {
        buffers.insert(QStringLiteral("images/picture-%1.png").arg(i), "x");
        text += "A line of some words with a picture ![](images/picture-" + QByteArray::number(i)
            + ".png) and more words.\n";
    }
    for (int i = 0; i < 40; ++i)
        buffers.insert(QStringLiteral("_posts/2024-01-01-p%1.md").arg(i), "---\ntitle: P\n---\n" + text);
    QElapsedTimer timer;
    timer.start();
    const FileSurvey survey = surveyOf(buffers);
    qInfo("2,000 pictures, %lld kB of text: %lld ms", (long long)(text.size() * 40 / 1024),
        (long long)timer.elapsed());
    QVERIFY(survey.unused.empty());
}

LECTERN_GUILESS_MAIN(FileSurveyTest)
#include "tst_filesurvey.moc"
