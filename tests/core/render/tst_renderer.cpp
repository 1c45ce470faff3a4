// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace lectern;
using render::Mode;
using site::Buffers;

class RendererTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void composesFrontMatterLiquidMarkdownAndLayouts();
    void publishHoldsNoMarks();
    void previewWithoutItsMarksIsWhatIsPublished_data();
    void previewWithoutItsMarksIsWhatIsPublished();
    void marksNameTheBytesOfTheirElement();
    void marksInsideIncludedPartsNameThePart();
    void blocksJoinToThePage();
    void noBlocksWhereTheLayoutPrintsContentTwice();
    void everyEditShows_data();
    void everyEditShows();
    void layoutThatReadsTheContentFollowsIt();
    void contentThatReadsItselfFollowsIt_data();
    void contentThatReadsItselfFollowsIt();
    void loneFileIsReadByGitHubsRules();
    void missingLayoutIsReported();
    void missingThemeShowsThePageInAPlainLayout();
    void layoutsInACircleEnd();
    void brokenTemplateIsReportedAtItsPlace();
    void findingsInIncludesTellTheWayThere();
    void replacedLinksKeepTheirPlaces();
    void resources();
    void pageOutsideTheSiteIsShownAllTheSame();
    void missingPageIsAnError();

private:
    static Buffers files();
    static QByteArray published(const Buffers& buffers, const QString& page);
    const QString m_home = QStringLiteral("_pages/home.md");
};

namespace {

render::RendererOptions options()
{
    render::RendererOptions options;
    options.time = 1'750'000'000;
    options.profile = site::PublisherProfile::Jekyll4;
    return options;
}

QByteArray withoutMarks(const QByteArray& html)
{
    static const QRegularExpression mark(QStringLiteral(" data-lectern=\"[^\"]*\""));
    return QString::fromUtf8(html).remove(mark).toUtf8();
}

bool hasCode(const Diagnostics& diagnostics, const QString& code)
{
    return std::any_of(
        diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& found) { return found.code == code; });
}

} // namespace

Buffers RendererTest::files()
{
    return { { QStringLiteral("_config.yml"),
                 "title: T\ninclude: [_pages]\nurl: https://x.y\nplugins: [jekyll-redirect-from]\n"
                 "defaults:\n  - {scope: {path: ''}, values: {layout: default}}\n" },
        { QStringLiteral("_layouts/default.html"),
            "---\nlayout: outer\nname: inner\n---\n<main class=\"{{ layout.name }}\">{{ content }}</main>" },
        { QStringLiteral("_layouts/outer.html"),
            "<html><head><title>{{ page.title }} {{ site.title }}</title></head><body>{% include nav.html "
            "%}{{ content }}"
            "</body></html>" },
        { QStringLiteral("_includes/nav.html"), "<nav>{{ site.data.nav | join: ' ' }}</nav>" },
        { QStringLiteral("_data/nav.yml"), "[a, b]\n" },
        { QStringLiteral("_pages/home.md"),
            "---\npermalink: /\ntitle: Home\nredirect_from: /start/\n---\n\n# One\n\n{% assign x = 'set' "
            "%}Text "
            "*em* {{ x }}.\n\n- a\n- b\n" },
        { QStringLiteral("_pages/other.html"), "---\ntitle: Other\n---\n<p>{{ page.title }}</p>\n" },
        { QStringLiteral("pic.png"), "png" } };
}

QByteArray RendererTest::published(const Buffers& buffers, const QString& page)
{
    render::Renderer renderer(options());
    const auto result = renderer.render(*site::siteFiles(QString(), buffers), page, Mode::Publish);
    return result ? result->document() : "error: " + result.error().detail.toUtf8();
}

void RendererTest::composesFrontMatterLiquidMarkdownAndLayouts()
{
    QCOMPARE(published(files(), m_home),
        QByteArray("<html><head><title>Home T</title></head><body><nav>a b</nav><main class=\"inner\">"
                   "<h1 id=\"one\">One</h1>\n\n<p>Text <em>em</em> set.</p>\n\n<ul>\n  <li>a</li>\n  "
                   "<li>b</li>\n</ul>\n"
                   "</main></body></html>"));
    QVERIFY(published(files(), QStringLiteral("_pages/other.html")).contains("<p>Other</p>"));
}

void RendererTest::publishHoldsNoMarks()
{
    QVERIFY(!published(files(), m_home).contains("data-lectern"));
}

void RendererTest::previewWithoutItsMarksIsWhatIsPublished_data()
{
    QTest::addColumn<QString>("page");
    QTest::newRow("Markdown") << m_home;
    QTest::newRow("HTML") << QStringLiteral("_pages/other.html");
}

void RendererTest::previewWithoutItsMarksIsWhatIsPublished()
{
    QFETCH(QString, page);
    render::Renderer renderer(options());
    const auto preview = renderer.render(*site::siteFiles(QString(), files()), page, Mode::Preview);
    QVERIFY(preview);
    QCOMPARE(withoutMarks(preview->document()), published(files(), page));
}

void RendererTest::marksNameTheBytesOfTheirElement()
{
    const QByteArray source = files().value(m_home);
    render::Renderer renderer(options());
    const auto preview = renderer.render(*site::siteFiles(QString(), files()), m_home, Mode::Preview);
    QVERIFY(preview);
    static const QRegularExpression em(QStringLiteral("<em data-lectern=\"_pages/home.md:(\\d+)-(\\d+)\">"));
    const auto found = em.match(QString::fromUtf8(preview->document()));
    QVERIFY2(found.hasMatch(), preview->document().constData());
    const qsizetype from = found.captured(1).toLongLong();
    QCOMPARE(source.mid(from, found.captured(2).toLongLong() - from), QByteArray("*em*"));
}

void RendererTest::marksInsideIncludedPartsNameThePart()
{
    Buffers buffers = files();
    buffers[m_home] = "---\npermalink: /\n---\nA\n\n{% include_relative part.md %}\n";
    buffers[QStringLiteral("_pages/part.md")] = "Some *part* here\n";
    render::Renderer renderer(options());
    const auto preview = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(preview);
    QVERIFY2(preview->document().contains("<em data-lectern=\"_pages/part.md:5-11\">part</em>"),
        preview->document().constData());
}

void RendererTest::blocksJoinToThePage()
{
    render::Renderer renderer(options());
    const auto preview = renderer.render(*site::siteFiles(QString(), files()), m_home, Mode::Preview);
    QVERIFY(preview);
    QByteArray joined = preview->before;
    for (const render::Block& block : preview->blocks)
        joined += block.html;
    QVERIFY(preview->html.isEmpty());
    QCOMPARE(withoutMarks(joined + preview->after), published(files(), m_home));
    QCOMPARE(preview->blocks.size(), std::size_t(3));
    const QByteArray source = files().value(m_home);
    const render::Block& list = preview->blocks.back();
    QCOMPARE(list.file, m_home);
    QCOMPARE(source.mid(list.from, list.to - list.from).trimmed(), QByteArray("- a\n- b"));
    QCOMPARE(preview->url, QStringLiteral("/"));
}

void RendererTest::noBlocksWhereTheLayoutPrintsContentTwice()
{
    Buffers buffers = files();
    buffers[QStringLiteral("_layouts/default.html")] = "{{ content }}<hr>{{ content }}";
    render::Renderer renderer(options());
    const auto preview = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(preview);
    QVERIFY(preview->blocks.empty());
    QVERIFY(preview->document().contains("<hr>"));
}

void RendererTest::everyEditShows_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("content") << m_home << QByteArray("Text") << QByteArray("Words");
    QTest::newRow("front matter") << m_home << QByteArray("title: Home") << QByteArray("title: Start");
    QTest::newRow("layout") << QStringLiteral("_layouts/default.html") << QByteArray("<main")
                            << QByteArray("<main id=x");
    QTest::newRow("layout's front matter")
        << QStringLiteral("_layouts/default.html") << QByteArray("name: inner") << QByteArray("name: other");
    QTest::newRow("outer layout") << QStringLiteral("_layouts/outer.html") << QByteArray("<body>")
                                  << QByteArray("<body class=y>");
    QTest::newRow("include") << QStringLiteral("_includes/nav.html") << QByteArray("<nav>")
                             << QByteArray("<nav id=n>");
    QTest::newRow("data") << QStringLiteral("_data/nav.yml") << QByteArray("[a, b]") << QByteArray("[c]");
    QTest::newRow("configuration") << QStringLiteral("_config.yml") << QByteArray("title: T")
                                   << QByteArray("title: U");
}

void RendererTest::everyEditShows()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    render::Renderer renderer(options());
    Buffers buffers = files();
    for (int i = 0; i < 2; ++i)
        QVERIFY(renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Publish));
    const QByteArray before = published(buffers, m_home);
    QVERIFY(buffers[file].contains(from));
    buffers[file].replace(from, to);
    const auto after = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Publish);
    QVERIFY(after);
    QVERIFY(after->document() != before);
    QCOMPARE(after->document(), published(buffers, m_home));
}

void RendererTest::layoutThatReadsTheContentFollowsIt()
{
    for (const char* reading : { "{% assign n = content | size %}{{ n }}", "{{ page.content | size }}",
             "{% if content contains 'Text' %}yes{% endif %}" }) {
        Buffers buffers = files();
        buffers[QStringLiteral("_layouts/default.html")] = QByteArray(reading) + "{{ content }}";
        render::Renderer renderer(options());
        QVERIFY(renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Publish));
        buffers[m_home].replace("Text", "Other words");
        const auto after = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Publish);
        QVERIFY(after);
        QCOMPARE(after->document(), published(buffers, m_home));
    }
}

void RendererTest::contentThatReadsItselfFollowsIt_data()
{
    QTest::addColumn<QByteArray>("reading");
    QTest::newRow("page.content") << QByteArray("{{ page.content | size }}");
    QTest::newRow("capture") << QByteArray("{% capture c %}Text{% endcapture %}{{ c | size }}");
    QTest::newRow("another tag's result") << QByteArray("{% assign a = 'b' %}{{ a }}");
    QTest::newRow("include") << QByteArray("{% include part.html %}");
    QTest::newRow("layout") << QByteArray("{{ layout.name }}");
    QTest::newRow("front matter") << QByteArray("{{ page.title }}");
}

void RendererTest::contentThatReadsItselfFollowsIt()
{
    QFETCH(QByteArray, reading);
    Buffers buffers = files();
    const QString part = QStringLiteral("_includes/part.html");
    buffers[part] = "Text {{ page.title }}";
    buffers[m_home] = "---\npermalink: /\ntitle: Home\n---\nText " + reading + " end\n";
    render::Renderer renderer(options());
    const auto rendered = [&] {
        const auto page = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Publish);
        return page ? page->document() : QByteArray();
    };
    // Several times: what is used again is used from the second or third render on.
    for (const char* text : { "Text", "Words that are longer", "More", "Yet more" }) {
        buffers[m_home].replace("Text", text);
        QCOMPARE(rendered(), published(buffers, m_home));
        QCOMPARE(rendered(), published(buffers, m_home));
        buffers[m_home].replace(text, "Text");
    }
    buffers[part] = "Other {{ page.title }}";
    QCOMPARE(rendered(), published(buffers, m_home));
    buffers[m_home].replace("title: Home", "title: Start");
    QCOMPARE(rendered(), published(buffers, m_home));
    buffers[QStringLiteral("_layouts/default.html")].replace("name: inner", "name: changed");
    QCOMPARE(rendered(), published(buffers, m_home));
}

void RendererTest::loneFileIsReadByGitHubsRules()
{
    render::Renderer renderer(options());
    const QString path = QStringLiteral("notes.md");
    const Buffers buffers { { path, "---\ntitle: x\n---\n# Head\n\n{{ not.liquid }}\n" } };
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), path, Mode::Preview);
    QVERIFY(page);
    QVERIFY(page->document().contains("{{ not.liquid }}"));
    QVERIFY(page->document().contains("<h1"));
    QVERIFY(!page->document().contains("title: x"));
}

void RendererTest::missingLayoutIsReported()
{
    Buffers buffers = files();
    buffers.remove(QStringLiteral("_layouts/default.html"));
    render::Renderer renderer(options());
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(page);
    QVERIFY(hasCode(page->diagnostics, QStringLiteral("site.layout-missing")));
    QVERIFY(withoutMarks(page->document()).startsWith("<h1"));
}

void RendererTest::missingThemeShowsThePageInAPlainLayout()
{
    Buffers buffers = files();
    buffers.remove(QStringLiteral("_layouts/default.html"));
    buffers[QStringLiteral("_config.yml")] += "remote_theme: owner/theme\n";
    render::Renderer renderer(options());
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(page);
    QVERIFY(hasCode(page->diagnostics, QStringLiteral("site.theme-missing")));
    QVERIFY(page->document().startsWith("<!DOCTYPE html>"));
    QVERIFY(!page->blocks.empty());
}

void RendererTest::layoutsInACircleEnd()
{
    Buffers buffers = files();
    buffers[QStringLiteral("_layouts/outer.html")].prepend("---\nlayout: default\n---\n");
    render::Renderer renderer(options());
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Publish);
    QVERIFY(page);
    QVERIFY(hasCode(page->diagnostics, QStringLiteral("render.layout-loop")));
}

void RendererTest::brokenTemplateIsReportedAtItsPlace()
{
    Buffers buffers = files();
    buffers[m_home] += "\n{% nosuchtag %}\n";
    render::Renderer renderer(options());
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(page);
    const auto found = std::find_if(page->diagnostics.begin(), page->diagnostics.end(),
        [](const Diagnostic& diagnostic) { return diagnostic.code == u"liquid.unknown-tag"; });
    QVERIFY(found != page->diagnostics.end());
    QCOMPARE(found->file, m_home);
    QCOMPARE(buffers[m_home].mid(found->range.from, 2), QByteArray("{%"));
}

void RendererTest::findingsInIncludesTellTheWayThere()
{
    Buffers buffers = files();
    buffers[m_home] = "---\npermalink: /\n---\nA\n\n{% include outer.html %}\n";
    buffers[QStringLiteral("_includes/outer.html")] = "one\ntwo {% include inner.html %}\n";
    buffers[QStringLiteral("_includes/inner.html")] = "x {% nosuchtag %} y\n";
    render::Renderer renderer(options());
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(page);
    QVERIFY(page->document().contains("lectern-unknown-tag"));
    const auto found = std::find_if(page->diagnostics.begin(), page->diagnostics.end(),
        [](const Diagnostic& diagnostic) { return diagnostic.code == u"liquid.unknown-tag"; });
    QVERIFY(found != page->diagnostics.end());
    QCOMPARE(found->file, QStringLiteral("_includes/inner.html"));
    QCOMPARE(found->range, (TextRange { 2, 17 }));
    QCOMPARE(found->arguments,
        QStringList({ QStringLiteral("nosuchtag"), QStringLiteral("_includes/outer.html:2"),
            m_home + QStringLiteral(":6") }));
}

void RendererTest::replacedLinksKeepTheirPlaces()
{
    Buffers buffers = files();
    buffers[QStringLiteral("_config.yml")].replace("jekyll-redirect-from", "jekyll-relative-links");
    buffers[m_home]
        = "---\npermalink: /\n---\nSee [other](other.html), [pic](../pic.png) and *em* {{ page.url }} `x`.\n";
    const QByteArray source = buffers.value(m_home);
    render::Renderer renderer(options());
    const auto preview = renderer.render(*site::siteFiles(QString(), buffers), m_home, Mode::Preview);
    QVERIFY(preview);
    const QString html = QString::fromUtf8(preview->document());
    QVERIFY2(html.contains(u"href=\"/_pages/other.html\"") && html.contains(u"href=\"/pic.png\""),
        qPrintable(html));
    const auto marked = [&](const char* tag) {
        const QRegularExpression mark(QStringLiteral("<%1[^>]*data-lectern=\"_pages/home.md:(\\d+)-(\\d+)\"")
                                          .arg(QString::fromLatin1(tag)));
        const auto found = mark.match(html);
        const qsizetype from = found.captured(1).toLongLong();
        return source.mid(from, found.captured(2).toLongLong() - from);
    };
    QCOMPARE(marked("a"), QByteArray("[other](other.html)"));
    QCOMPARE(marked("em"), QByteArray("*em*"));
    QCOMPARE(marked("code"), QByteArray("`x`"));
}

void RendererTest::resources()
{
    render::Renderer renderer(options());
    const auto source = site::siteFiles(QString(), files());
    const auto picture = renderer.resource(*source, QStringLiteral("/pic.png"));
    QVERIFY(picture);
    QCOMPARE(picture->bytes, QByteArray("png"));
    QCOMPARE(picture->mimeType, QByteArray("image/png"));
    const auto redirect = renderer.resource(*source, QStringLiteral("/start/"));
    QVERIFY(redirect);
    QVERIFY(redirect->bytes.contains("url=https://x.y/"));
    QCOMPARE(redirect->mimeType, QByteArray("text/html"));
    const auto missing = renderer.resource(*source, QStringLiteral("/_config.yml"));
    QVERIFY(!missing);
    QVERIFY(missing.error().code == ErrorCode::NotFound);
}

void RendererTest::pageOutsideTheSiteIsShownAllTheSame()
{
    Buffers buffers = files();
    const QString draft = QStringLiteral("_drafts/idea.md");
    buffers[draft] = "---\ntitle: Idea\n---\nAn *idea*\n";
    render::Renderer renderer(options());
    const auto page = renderer.render(*site::siteFiles(QString(), buffers), draft, Mode::Publish);
    QVERIFY(page);
    QVERIFY(page->document().contains("<em>idea</em>"));
    QVERIFY(hasCode(page->diagnostics, QStringLiteral("site.not-published")));
}

void RendererTest::missingPageIsAnError()
{
    render::Renderer renderer(options());
    const auto page
        = renderer.render(*site::siteFiles(QString(), files()), QStringLiteral("no.md"), Mode::Publish);
    QVERIFY(!page);
    QVERIFY(page.error().code == ErrorCode::NotFound);
}

LECTERN_GUILESS_MAIN(RendererTest)
#include "tst_renderer.moc"
