// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/openelements.h"
#include "core/render/renderer.h"
#include "tests/support/suite.h"

#include <QTest>

using namespace lectern;
using site::Buffers;

namespace {

const QString page = QStringLiteral("index.md");

Buffers files()
{
    return { { QStringLiteral("_config.yml"),
                 "title: \"The site\"\nauthor:\n  name: Ann Lee\n  avatar: \"images/a.png\"\n  links:\n    - "
                 "{label: Code, url: /c}\n" },
        { QStringLiteral("_data/navigation.yml"),
            "main:\n  - title: \"News\"\n    url: \"/#news\"\n  - title: CV\n    url: /cv/\n" },
        { QStringLiteral("_includes/author.html"),
            "{% assign author = site.author %}<img src=\"{{ author.avatar | prepend: '/' }}\" alt=\"{{ "
            "author.name }}\">"
            "<h3 class=\"name\">{{ author.name }}</h3>{% for link in author.links %}<a href=\"{{ link.url "
            "}}\">{{ link.label }}"
            "</a>{% endfor %}" },
        { QStringLiteral("_layouts/default.html"),
            "<html><head><title>{{ site.title }}</title></head><body><b>{{ site.title }}</b>"
            "{% for item in site.data.navigation.main %}<a href=\"{{ item.url }}\">{{ item.title }}</a>{% "
            "endfor %}"
            "{% include author.html %}<main>{{ site.title }}<h1>{{ page.title | escape }}</h1>{{ content "
            "}}</main>"
            "<p>{{ 'fixed' | upcase }} {{ page.url }}</p></body></html>" },
        { page, "---\nlayout: default\ntitle: Home & more\n---\nText\n" } };
}

QByteArray rendered(const Buffers& buffers, render::Mode mode)
{
    render::Renderer renderer({});
    const auto files = site::siteFiles(QString(), buffers);
    const auto made = renderer.render(*files, page, mode);
    return made ? made->document() : QByteArray();
}

/// `start` with the mark for `text` in `file` behind it.
QByteArray marked(
    const Buffers& buffers, const QByteArray& start, const QString& file, const QByteArray& text)
{
    const qsizetype from = buffers[file].indexOf(text);
    return start + " data-lectern=\"" + file.toUtf8() + ':' + QByteArray::number(from) + '-'
        + QByteArray::number(from + text.size()) + '"';
}

} // namespace

class ValueMarksTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void elementOfARange_data();
    void elementOfARange();
    void valuesMarkTheirElements();
    void publishedPageHoldsNoMarks();
    void marksFollowAnEditOfTheirFile();
};

void ValueMarksTest::elementOfARange_data()
{
    QTest::addColumn<QByteArray>("html"); ///< the range stands between « and »
    QTest::addColumn<QByteArray>("start"); ///< what stands before the place for the mark; empty: none
    QTest::addColumn<bool>("isText");
    const auto row = [](const char* name, const char* html, const char* start, bool isText) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(start) << isText;
    };
    row("text", "<p>a <b>[x]</b></p>", "<p>a <b", true);
    row("behind a child", "<p><b>a</b>[x]</p>", "<p", true);
    row("behind a void element", "<p><br>[x]", "<p", true);
    row("attribute", "<p><a href=\"[x]\">a</a>", "<p><a", false);
    row("attribute with a bracket before", "<a title=\"1 > 0\" href=\"[x]\">a</a>", "<a", false);
    row("void element", "<img src='[x]'>", "<img", false);
    row("stray closing tag", "<p></b>[x]</p>", "<p", true);
    row("comment", "<p><!-- [x] --></p>", "", false);
    row("raw text", "<script>\"[x]\"</script>", "", false);
    row("title", "<title>[x]</title>", "", false);
    row("no element", "[x]", "", true);
    row("around the content", "<main>[x]{content}</main>", "", true);
    row("before the content", "<main><i>[x]</i>{content}</main>", "<main><i", true);
    row("behind the content", "<main>{<p>content}</main><i>[x]</i>", "<main>{<p>content}</main><i", true);
}

void ValueMarksTest::elementOfARange()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, start);
    QFETCH(bool, isText);
    const TextRange range { html.indexOf('['), html.indexOf(']') + 1 };
    const qsizetype open = html.indexOf('{');
    const TextRange content = open < 0 ? TextRange {} : TextRange { open, html.indexOf('}') + 1 };
    const auto found = render::elementsOf(html, { range }, content);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(html.left(std::max<qsizetype>(0, found[0].nameEnd)), start);
    if (!start.isEmpty())
        QCOMPARE(found[0].isText, isText);
}

void ValueMarksTest::valuesMarkTheirElements()
{
    const Buffers buffers = files();
    const QByteArray html = rendered(buffers, render::Mode::Preview);
    const QString config = QStringLiteral("_config.yml");
    const QString navigation = QStringLiteral("_data/navigation.yml");
    const auto has = [&](const QByteArray& start, const QString& file, const QByteArray& text) {
        const QByteArray expected = marked(buffers, start, file, text);
        QVERIFY2(html.contains(expected), (expected + " is not in\n" + html).constData());
    };
    has("<b", config, "\"The site\"");
    has("<a", navigation, "\"News\"");
    has("<a", navigation, "CV");
    has("<img", config, "\"images/a.png\"");
    has("<h3", config, "Ann Lee");
    has("<a", config, "Code");
    has("<h1", page, "Home & more");
    QVERIFY(html.contains("<title>") && html.contains("<main>") && html.contains("<p>FIXED"));
}

void ValueMarksTest::publishedPageHoldsNoMarks()
{
    render::Renderer renderer({});
    const auto source = site::siteFiles(QString(), files());
    QVERIFY(renderer.render(*source, page, render::Mode::Preview)->document().contains("data-lectern"));
    QVERIFY(!renderer.render(*source, page, render::Mode::Publish)->document().contains("data-lectern"));
    // What is kept between renders is kept for each of the two.
    QVERIFY(renderer.render(*source, page, render::Mode::Preview)->document().contains("<h3 data-lectern"));
}

void ValueMarksTest::marksFollowAnEditOfTheirFile()
{
    render::Renderer renderer({});
    Buffers buffers = files();
    QVERIFY(renderer.render(*site::siteFiles(QString(), buffers), page, render::Mode::Preview));
    buffers[QStringLiteral("_config.yml")].prepend("# a comment\n");
    const auto made = renderer.render(*site::siteFiles(QString(), buffers), page, render::Mode::Preview);
    QVERIFY(made->document().contains(marked(buffers, "<h3", QStringLiteral("_config.yml"), "Ann Lee")));
}

LECTERN_GUILESS_MAIN(ValueMarksTest)

#include "tst_valuemarks.moc"
