// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/render/textruns.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QTest>

using namespace lectern;
using render::Mode;
using site::Buffers;

/// jemoji and jekyll-mentions. The second is also compared with the real one (oracle-sites); the first has no
/// Debian package.
class TextFiltersTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void namesBecomePictures_data();
    void namesBecomePictures();
    void onlyTheBodyChanges();
    void onlySitesThatListIt();
    void picturesFromElsewhere_data();
    void picturesFromElsewhere();
    void previewShowsCharacters();
    void aKeystrokeFiltersOneBlock();
    void textRuns_data();
    void textRuns();
};

namespace {

Buffers filesOf(const QByteArray& config, const QByteArray& content,
    const QByteArray& layout = "<html><body>{{ content }}</body></html>")
{
    return { { QStringLiteral("_config.yml"), config }, { QStringLiteral("_layouts/default.html"), layout },
        { QStringLiteral("index.md"), "---\nlayout: default\ntitle: \":fire:\"\n---\n" + content } };
}

QByteArray rendered(const Buffers& files, Mode mode = Mode::Publish,
    site::PublisherProfile profile = site::PublisherProfile::GithubPages)
{
    render::RendererOptions options;
    options.profile = profile;
    render::Renderer renderer(options);
    const auto page = renderer.render(*site::siteFiles(QString(), files), QStringLiteral("index.md"), mode);
    return page ? page->html : QByteArray("failed");
}

QByteArray picture(const QByteArray& name, const QByteArray& file)
{
    return "<img class=\"emoji\" title=\":" + name + ":\" alt=\":" + name
        + ":\" src=\"https://github.githubassets.com/images/icons/emoji/unicode/" + file
        + ".png\" height=\"20\" width=\"20\">";
}

const QByteArray listed = "plugins: [jemoji]\n";

} // namespace

void TextFiltersTest::namesBecomePictures_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("html");
    const QByteArray fire = picture("fire", "1f525");
    QTest::newRow("alone") << QByteArray(":fire:") << "<p>" + fire + "</p>\n";
    QTest::newRow("in words") << QByteArray("10:30:fire::fire:!") << "<p>10:30" + fire + fire + "!</p>\n";
    QTest::newRow("two share a colon") << QByteArray(":fire:fire:") << "<p>" + fire + "fire:</p>\n";
    QTest::newRow("unknown") << QByteArray(":octocat: :Fire: :: :fire :")
                             << QByteArray("<p>:octocat: :Fire: :: :fire :</p>\n");
    QTest::newRow("signs in the name")
        << QByteArray(":+1::man_technologist:")
        << "<p>" + picture("+1", "1f44d") + picture("man_technologist", "1f468-1f4bb") + "</p>\n";
    QTest::newRow("shown as a picture") << QByteArray(
        ":heart: :cn:") << "<p>" + picture("heart", "2764") + ' ' + picture("cn", "1f1e8-1f1f3") + "</p>\n";
    QTest::newRow("short code") << QByteArray(":copyright:")
                                << "<p>" + picture("copyright", "00a9") + "</p>\n";
    QTest::newRow("heading") << QByteArray("# :fire: Hot") << "<h1 id=\"fire-hot\">" + fire + " Hot</h1>\n";
    QTest::newRow("code") << QByteArray("<code>:fire:</code><tt><b>:fire:</b></tt> :fire:")
                          << "<p><code>:fire:</code><tt><b>:fire:</b></tt> " + fire + "</p>\n";
    QTest::newRow("block of code") << QByteArray("<pre>:fire:</pre>") << QByteArray("<pre>:fire:</pre>\n");
    QTest::newRow("attribute") << QByteArray("<b title=\":fire:\">:fire:</b>")
                               << "<p><b title=\":fire:\">" + fire + "</b></p>\n";
    QTest::newRow("script") << QByteArray("<script>a = ':fire:'</script>")
                            << QByteArray("<script>a = ':fire:'</script>\n\n");
    QTest::newRow("comment") << QByteArray("<!-- :fire: -->\n\na < :fire:")
                             << "<!-- :fire: -->\n\n<p>a &lt; " + fire + "</p>\n";
}

void TextFiltersTest::namesBecomePictures()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, html);
    QCOMPARE(rendered(filesOf(listed, content)), "<html><body>" + html + "</body></html>");
    QCOMPARE(rendered(filesOf(listed, content), Mode::Publish, site::PublisherProfile::Jekyll4),
        "<html><body>" + html + "</body></html>");
}

void TextFiltersTest::onlyTheBodyChanges()
{
    const QByteArray layout
        = "<head><title>{{ page.title }}</title></head><body class=\":fire:\"> {{ page.title }}</body>:fire:";
    const QByteArray fire = picture("fire", "1f525");
    QCOMPARE(rendered(filesOf(listed, {}, layout)),
        "<head><title>:fire:</title></head><body class=\":fire:\"> " + fire + "</body>:fire:");
    QCOMPARE(rendered(filesOf(listed, ":fire:", "<b>:fire:</b>{{ content }}")),
        "<b>" + fire + "</b><p>" + fire + "</p>\n");
}

void TextFiltersTest::onlySitesThatListIt()
{
    QCOMPARE(rendered(filesOf("title: a\n", ":fire: @ann")),
        QByteArray("<html><body><p>:fire: @ann</p>\n</body></html>"));
    QVERIFY(rendered(filesOf("gems: [jemoji]\n", ":fire:")).contains("1f525.png"));
}

void TextFiltersTest::picturesFromElsewhere_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("host") << QByteArray("{src: 'https://e.org/x/'}")
                          << QByteArray("https://e.org/x/emoji/unicode/1f525.png");
    QTest::newRow("host and folder") << QByteArray("{src: 'https://e.org', asset: /images/png/}")
                                     << QByteArray("https://e.org/images/png/unicode/1f525.png");
    QTest::newRow("folder alone")
        << QByteArray("{asset: /images/png/}")
        << QByteArray("https://github.githubassets.com/images/icons/emoji/unicode/1f525.png");
}

void TextFiltersTest::picturesFromElsewhere()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, address);
    const QByteArray html = rendered(filesOf(listed + "emoji: " + config + '\n', ":fire:"));
    QVERIFY2(html.contains("src=\"" + address + '"'), html.constData());
}

/// The preview loads nothing from other hosts, so it shows the character itself; its parts still make the
/// page.
void TextFiltersTest::previewShowsCharacters()
{
    render::Renderer renderer({});
    const Buffers files = filesOf(listed, "a :fire:\n\n- b :smile:\n",
        "<html><head>:fire:</head><body>:heart: {{ content }} :heart:</body></html>");
    const auto page
        = renderer.render(*site::siteFiles(QString(), files), QStringLiteral("index.md"), Mode::Preview);
    QVERIFY(page);
    QCOMPARE(page->blocks.size(), std::size_t(2));
    QVERIFY(page->blocks[0].html.contains("a <span class=\"emoji\" title=\":fire:\">🔥</span>"));
    QVERIFY(page->blocks[1].html.contains("😄"));
    QVERIFY(page->before.startsWith("<html><head>:fire:</head><body"));
    QVERIFY(page->before.contains("❤"));
    QVERIFY(page->after.contains("❤"));
    QCOMPARE(page->document(), page->before + render::joined(page->blocks) + page->after);
}

/// What the other blocks became is kept, and is what a fresh render makes of them.
void TextFiltersTest::aKeystrokeFiltersOneBlock()
{
    render::Renderer kept({});
    const auto shown = [](render::Renderer& renderer, const QByteArray& config, const QByteArray& text) {
        return renderer
            .render(*site::siteFiles(QString(), filesOf(config, text)), QStringLiteral("index.md"), Mode::Preview)
            .valueOr({});
    };
    const QByteArray text = "a :fire: @ada\n\n- b :smile:\n\nc :heart: @ada\n";
    const render::RenderedPage before = shown(kept, listed, text);
    const QByteArray typed = QByteArray(text).replace(":smile:", ":smile: more :tada:");
    const render::RenderedPage after = shown(kept, listed, typed);
    QCOMPARE(after.blocks.size(), std::size_t(3));
    for (std::size_t i : { 0, 2 })
        QCOMPARE(static_cast<const void*>(after.blocks[i].html.constData()),
            static_cast<const void*>(before.blocks[i].html.constData()));
    render::Renderer fresh({});
    QCOMPARE(after.document(), shown(fresh, listed, typed).document());
    // With other settings nothing of it holds.
    const QByteArray others = "plugins: [jemoji, jekyll-mentions]\n";
    const render::RenderedPage mentioned = shown(kept, others, typed);
    QVERIFY(mentioned.blocks[0].html.contains("github.com/ada"));
    render::Renderer anew({});
    QCOMPARE(mentioned.document(), shown(anew, others, typed).document());
}

void TextFiltersTest::textRuns_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("replaced");
    QTest::newRow("text alone") << QByteArray("ab") << QByteArray("[ab]");
    QTest::newRow("tags") << QByteArray("a<b>c</b>d") << QByteArray("[a]<b>[c]</b>[d]");
    QTest::newRow("no tag") << QByteArray("a < b <3 <<i>c") << QByteArray("[a < b <3 <]<i>[c]");
    QTest::newRow("cut off") << QByteArray("a<b c=\"d>") << QByteArray("[a]<b c=\"d>");
    QTest::newRow("less-than at the end") << QByteArray("a<") << QByteArray("[a<]");
    QTest::newRow("open comment") << QByteArray("a<!-- b") << QByteArray("[a]<!-- b");
    QTest::newRow("ignored") << QByteArray("<X><b>a</b></X>b</x>c")
                             << QByteArray("<X><b>a</b></X>[b]</x>[c]");
    QTest::newRow("raw") << QByteArray("<script>a<b</SCRIPT>c<style>d")
                         << QByteArray("<script>a<b</SCRIPT>[c]<style>d");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TextFiltersTest::textRuns()
{
    QFETCH(QByteArray, html);
    const auto inBrackets = [](QByteArrayView text) { return "[" + text.toByteArray() + "]"; };
    QTEST(render::replacedText(html, { "x" }, inBrackets), "replaced");
}

LECTERN_GUILESS_MAIN(TextFiltersTest)
#include "tst_textfilters.moc"
