// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"

#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

using namespace lectern;

namespace {

const QString page = QStringLiteral("index.md");
const QString config = QStringLiteral("_config.yml");
const QString navigation = QStringLiteral("_data/navigation.yml");

/// A small site in memory: a home page, a configuration, a layout, a picture.
site::Buffers siteWith(const QByteArray& content, const site::Buffers& more = {})
{
    site::Buffers files { { page, "---\npermalink: /\nlayout: default\n---\n\n" + content },
        { config, "title: A\nauthor:\n  name: Ada Lark\n" },
        { QStringLiteral("_layouts/default.html"), "<main id='main'>{{ content }}</main>\n" },
        { QStringLiteral("images/graph.png"), "png" }, { QStringLiteral("files/cv.pdf"), "pdf" } };
    for (auto file = more.begin(); file != more.end(); ++file)
        files.insert(file.key(), file.value());
    return files;
}

check::Findings findingsOf(const site::Buffers& files)
{
    static check::Checker checker;
    const auto found = checker.check(*site::siteFiles({}, files), page);
    return found ? *found
                 : check::Findings { { { Severity::Error, QStringLiteral("failed"), {}, {}, {} }, {} } };
}

/// "code|argument" of each finding.
QStringList said(const check::Findings& findings)
{
    QStringList words;
    for (const check::Finding& finding : findings)
        words.append(finding.what.code + u'|' + finding.what.arguments.value(0));
    return words;
}

QString told(const check::Findings& findings)
{
    return said(findings).join(QStringLiteral("; "));
}

site::Buffers repaired(site::Buffers files, const Change& change)
{
    for (const FileEdits& edits : change)
        files[edits.file] = applied(files.value(edits.file), edits.edits);
    return files;
}

const QByteArray papers
    = "# Publications\n\n"
      "- [A first paper about looms](https://a.org/1), **Ada Lark**, Bo Li, *LOOM 2024*\n"
      "- [A second paper about shuttles](https://a.org/2), Bo Li, **Ada Lark**, *LOOM 2023*\n"
      "- [A third paper about threads](https://a.org/3), **Ada Lark**, Cy Ba, *LOOM 2022*\n"
      "- [A fourth paper about bobbins](https://a.org/4), **Ada Lark**, Cy Ba, *LOOM 2021*\n";
/// The same with the owner marked in each, and a last one by `authors`.
QByteArray markedPapers(const QByteArray& authors)
{
    QByteArray text = "# Publications\n";
    for (const char* title :
        { "Looms that learn", "Shuttles in the cloud", "Threads without locks", "Bobbins at scale" })
        text += QByteArray("\n[") + title
            + "](https://a.org/p)\n- Accepted by **LOOM' 24 (CCF-A)**.\n- Authors: **Ada Lark**, Bo Li, Cy "
              "Ba\n";
    return text + "\n[Wool for all](https://a.org/w)\n- Accepted by **LOOM' 20 (CCF-A)**.\n- Authors: "
        + authors + "\n";
}

const QByteArray news = "# News\n\n- *2025.05*: E\n- *2025.03*: D\n- *2024.12*: C\n- *2025.04*: late\n- "
                        "*2024.11*: B\n- *2024.01*: A\n";

} // namespace

/// Each rule finds what it is for, says it by code and arguments, and where it proposes a repair, that repair
/// is what a person would do by hand and leaves the rule nothing to say.
class CheckTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void finds_data();
    void finds();
    void leavesAlone_data();
    void leavesAlone();
    void looksAtOtherFilesOfTheSite_data();
    void looksAtOtherFilesOfTheSite();
    void aLoneFileIsLookedAtToo();
    void aMissingPageIsAnError();
    void theSampleSiteIsClean();
};

void CheckTest::finds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("words"); // code|first argument
    QTest::addColumn<QByteArray>("repaired"); // empty: no repair is proposed
    const auto row
        = [](const char* name, const QByteArray& content, const char* words, const QByteArray& repaired) {
              QTest::newRow(name) << content << QString::fromUtf8(words) << repaired;
          };
    row("mojibake", "Jos\303\203\302\251 says hello.\n", "text.mojibake|Windows-1252",
        "Jos\303\251 says hello.\n");
    row("zeros of a failed disk", QByteArray("One\0 and\0\0 two.\n", 16), "text.stray-nul|2",
        "One and two.\n");
    row("tag not closed", "<b>I am on the job market.\n\nMore.\n", "markdown.unclosed-tag|b",
        "<b>I am on the job market.</b>\n\nMore.\n");
    row("tag not closed in an item", "- <i>one\n- two\n", "markdown.unclosed-tag|i", "- <i>one</i>\n- two\n");
    row("block not closed", "# One\n\n<div class='x' markdown='1'>\ntext\n\n# Two\n\nmore\n",
        "markdown.unclosed-block|div",
        "# One\n\n<div class='x' markdown='1'>\ntext\n\n</div>\n\n# Two\n\nmore\n");
    row("tag closed twice", "A <b>word</b></b> more.\n", "markdown.stray-close-tag|b",
        "A <b>word</b> more.\n");
    row("block closed twice", "<div>\ntext\n</div>\n</div>\n\nmore\n", "markdown.stray-close-tag|div",
        "<div>\ntext\n</div>\n\nmore\n");
    row("link in a div", "<div class='a'>\n[home](https://a.org)\n</div>\n", "html.markdown-forgotten|div",
        "<div class='a' markdown=\"1\">\n[home](https://a.org)\n</div>\n");
    row("bold in a cell", "<table><tr><td>**Ada**</td></tr></table>\n", "html.markdown-forgotten|td",
        "<table><tr><td markdown=\"span\">**Ada**</td></tr></table>\n");
    row("picture elsewhere", "![graph](img/Graph.png)\n", "image.missing-file|img/Graph.png",
        "![graph](images/graph.png)\n");
    row("picture elsewhere, HTML", "<img src='/img/graph.png' alt='a graph'>\n",
        "image.missing-file|/img/graph.png", "<img src='/images/graph.png' alt='a graph'>\n");
    row("picture nowhere", "<img src=\"images/none.png\" alt=\"none\">\n",
        "image.missing-file|images/none.png", {});
    row("file elsewhere", "My [CV](cv.pdf).\n", "link.missing-file|cv.pdf", "My [CV](files/cv.pdf).\n");
    row("file nowhere", "My <a href=\"files/old.pdf\">CV</a>.\n", "link.missing-file|files/old.pdf", {});
    row("anchor with another name", "# \360\237\224\245 News\n\nSee [news](#news).\n",
        "link.dead-anchor|news", "# \360\237\224\245 News\n\nSee [news](#-news).\n");
    row("anchor nowhere", "See [that](#that).\n", "link.dead-anchor|that", {});
    row("alt of the template", "<img src='images/graph.png' alt='sym'>\n", "image.placeholder-alt|sym",
        "<img src='images/graph.png' alt=''>\n");
    row("filler", "Lorem ipsum dolor sit amet.\n", "text.placeholder|Lorem ipsum", {});
    row("the template's Scholar id", "[Scholar](https://scholar.google.com/citations?user=DhtAFkwAAAAJ)\n",
        "scholar.template-id|DhtAFkwAAAAJ", {});
    row("the same twice, to the letter",
        papers + "- [A first paper about looms](https://a.org/1), **Ada Lark**, Bo Li, *LOOM 2024*\n",
        "publication.duplicate|A first paper about looms", papers);
    row("the same twice, with other words",
        papers + "- [A First Paper About Looms](https://b.org), **Ada Lark**, Bo Li, *arXiv 2024*\n",
        "publication.duplicate|A First Paper About Looms", {});
    row("without its owner", markedPapers("Bo Li, Cy Ba, Di Wu"), "publication.owner-missing|Wool for all",
        {});
    row("news out of order", news, "order.dates|News",
        "# News\n\n- *2025.05*: E\n- *2025.04*: late\n- *2025.03*: D\n- *2024.12*: C\n- *2024.11*: B\n- "
        "*2024.01*: A\n");
    row("Liquid that is not known", "{% nonsense %}\n", "liquid.unknown-tag|nonsense", {});
}

void CheckTest::finds()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    QFETCH(QByteArray, repaired);
    const site::Buffers files = siteWith(content);
    const check::Findings findings = findingsOf(files);
    QCOMPARE(told(findings), words);
    const check::Finding& finding = findings.front();
    QCOMPARE(finding.what.file, page);
    QVERIFY(finding.what.range.to <= files.value(page).size());
    if (repaired.isEmpty()) {
        QVERIFY(finding.repair.empty());
        return;
    }
    QCOMPARE(finding.repair.size(), size_t(1));
    const site::Buffers after = ::repaired(files, finding.repair);
    QCOMPARE(after.value(page), siteWith(repaired).value(page));
    QCOMPARE(told(findingsOf(after)), QString());
}

void CheckTest::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* name, const QByteArray& content) { QTest::newRow(name) << content; };
    row("a sound page", papers);
    row("news in order",
        "# News\n\n- *2025.05*: E\n- *2025.03*: D\n- *2025*: some day\n- *2024.12*: C\n- *2024.11*: B\n");
    row("news from the oldest on",
        "# News\n\n- *2021*: a\n- *2022*: b\n- *2023*: c\n- *2024*: d\n- *2025*: e\n");
    row("in a comment", "<!-- Lorem ipsum <img src='none.png' alt='sym'> [x](#none) <b> **y** -->\n\ntext\n");
    row("in code",
        "`<img src='none.png' alt='sym'>`\n\n```html\n<div>[x](none.png)</div> Lorem ipsum\n```\n");
    row("addresses with Liquid",
        "![a]({{ site.baseurl }}/x.png)\n<img src='{{ \"/x.png\" | relative_url }}' alt='x'>\n");
    row("addresses elsewhere",
        "[a](https://a.org/none.pdf) [b](mailto:a@b.org) [c](//a.org/x.png) <a href='tel:1'>d</a>\n");
    row("another repository of the owner", "[my tool](/tool/)\n");
    row("what is there",
        "![g](images/graph.png) ![g](/images/graph.png) [cv](files/cv.pdf#page=2) [top](#) [main](#main)\n");
    row("Markdown where it is read",
        "<div markdown='1'>\n[home](https://a.org) **b**\n</div>\n\n<span>**b**</span>\n");
    row("stars that are no Markdown", "<div>2 ** 3 and a_b_c, [1] (see)</div>\n");
    row("an owner without marks", markedPapers("Bo Li, Ada Lark, Cy Ba"));
    row("a list by topic beside one by year",
        "# Publications\n\n## 2024\n\n- [A first paper about looms](https://a.org/1), Bo Li, *LOOM "
        "2024*\n\n## Looms\n\n"
        "- [A first paper about looms](https://a.org/1), Bo Li, *LOOM 2024*\n");
    row("raised stars that could begin an emphasis",
        "**Ada**<sup>*</sup>, Bo<sup>*</sup>, Cy and [D<sup>*</sup>\n");
    row("an author list that was cut", markedPapers("Bo Li, Cy Ba, et al."));
    row("every paper with its owner", markedPapers("Bo Li, **Ada Lark**"));
    row("accents and quotes", "\302\253 CAF\303\211 \302\273 \342\200\234\303\204hnlich\342\200\235\n");
}

void CheckTest::leavesAlone()
{
    QFETCH(QByteArray, content);
    QCOMPARE(told(findingsOf(siteWith(content))), QString());
}

void CheckTest::looksAtOtherFilesOfTheSite_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("repaired");
    const auto row = [](const char* name, const QString& file, const QByteArray& bytes, const char* words,
                         const QByteArray& repaired) {
        QTest::newRow(name) << file << bytes << QString::fromUtf8(words) << repaired;
    };
    row("menu to an anchor that is called otherwise", navigation,
        "main:\n  - title: \"News\"\n    url: \"/#-news\" # up\n", "navigation.dead-anchor|-news",
        "main:\n  - title: \"News\"\n    url: \"/#news\" # up\n");
    row("menu to no anchor", navigation, "main:\n  - title: T\n    url: /#teaching\n",
        "navigation.dead-anchor|teaching", {});
    row("menu to no page", navigation, "main:\n  - title: CV\n    url: /cv/\n", "navigation.dead-link|/cv/",
        {});
    row("menu that is right", navigation, "main:\n  - title: N\n    url: /#news\n  - title: H\n    url: /\n",
        "", {});
    row("mojibake in the settings", config, "title: Jos\303\203\302\251\n", "text.mojibake|Windows-1252",
        "title: Jos\303\251\n");
    row("the template's Scholar id in the settings", config,
        "author:\n  googlescholar: \"https://scholar.google.com/citations?user=YOUR_GOOGLE_SCHOLAR_ID\"\n",
        "scholar.template-id|YOUR_GOOGLE_SCHOLAR_ID", {});
    row("the id on the template's own site", config,
        "repository: RayeRen/x\nauthor:\n  googlescholar: "
        "\"https://scholar.google.com/citations?user=DhtAFkwAAAAJ\"\n",
        "", {});
    row("a plugin that does not run", config, "plugins:\n  - jekyll-feed\n  - jekyll-scholar\n",
        "site.plugin-not-published|jekyll-scholar", {});
    row("a key twice", config, "title: a\nauthor:\n  name: b\ntitle: d\n", "yaml.duplicate-key|title", {});
    row("a key of an inner map twice", config, "title: a\nauthor:\n  name: b\n  name: c\n",
        "yaml.duplicate-key|name", {});
    row("one name in two maps", config, "title: a\nauthor:\n  title: b\n", "", {});
    row("a map twice is told once", page,
        "---\npermalink: /\na:\n  b: 1\na:\n  b: 2\n---\n\n# News\n\n- *2025.01*: x\n",
        "yaml.duplicate-key|a", {});
    row("settings that are no YAML", config, "title: [\n", "yaml.invalid|", {});
    row("empty excerpt", page, "---\npermalink: /\nexcerpt: \"\"\n---\n\n# News\n", "front.empty-excerpt|",
        "---\npermalink: /\n---\n\n# News\n");
    row("citations without their sum", page,
        "---\npermalink: /\n---\n\n# News\n\n<span class='show_paper_citations' data='X:1'></span>\n",
        "scholar.no-total|",
        "---\npermalink: /\n---\n\n# News\n\n<span class='show_paper_citations' data='X:1'></span>\n\n<span "
        "id='total_cit' hidden></span>\n");
    row("citations with their sum", page,
        "---\npermalink: /\n---\n\n# News\n\n<span id='total_cit'></span> <span class='show_paper_citations' "
        "data='X:1'></span>\n",
        "", {});
}

void CheckTest::looksAtOtherFilesOfTheSite()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    QFETCH(QByteArray, repaired);
    const site::Buffers files = siteWith("# News\n\ntext\n",
        { { QStringLiteral("_includes/scholar.html"),
              "<script>document.getElementById('total_cit').innerHTML = 1;</script>\n" },
            { file, bytes } });
    const check::Findings findings = findingsOf(files);
    if (words.isEmpty()) {
        QCOMPARE(told(findings), QString());
        return;
    }
    QVERIFY2(findings.size() == 1 && told(findings).startsWith(words), qPrintable(told(findings)));
    QCOMPARE(findings.front().what.file, file);
    QCOMPARE(findings.front().repair.empty(), repaired.isEmpty());
    if (repaired.isEmpty())
        return;
    const site::Buffers after = ::repaired(files, findings.front().repair);
    QCOMPARE(after.value(file), repaired);
    QCOMPARE(told(findingsOf(after)), QString());
}

void CheckTest::aLoneFileIsLookedAtToo()
{
    check::Checker checker;
    const site::Buffers files { { QStringLiteral("about.md"),
        "---\ntitle: A\n---\n\n<b>bold ![x](none.png) ![y](/none.png)\n" } };
    const auto found = checker.check(*site::siteFiles({}, files), QStringLiteral("about.md"));
    QVERIFY(found);
    QCOMPARE(said(*found),
        QStringList(
            { QStringLiteral("markdown.unclosed-tag|b"), QStringLiteral("image.missing-file|none.png") }));
}

void CheckTest::aMissingPageIsAnError()
{
    check::Checker checker;
    const auto found = checker.check(*site::siteFiles({}, siteWith("x\n")), QStringLiteral("none.md"));
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::NotFound);
}

void CheckTest::theSampleSiteIsClean()
{
    check::Checker checker;
    const auto files = site::siteFiles(test::sourcePath(QStringLiteral("sample-site")));
    for (const char* each : { "_pages/about.md", "_pages/cv.md" }) {
        const auto found = checker.check(*files, QLatin1StringView(each));
        QVERIFY(found);
        QCOMPARE(told(*found), QString());
    }
}

LECTERN_GUILESS_MAIN(CheckTest)
#include "tst_check.moc"
