// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/renderer.h"
#include "core/site/filesource.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <filesystem>

using namespace lectern;

/// A page that is rendered after every edit is the page that is rendered once, with all its marks.
class TypingTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void equalsAFreshRender_data();
    void equalsAFreshRender();
    void anEditMovesNoOtherItemsHtml();
    void aKeystrokeTouchesNoDisk();
};

namespace {

/// A list that is long enough to be patched item by item, with tags in some of its items.
QByteArray longList(int items, const QByteArray& tag)
{
    QByteArray text = "---\npermalink: /\ntitle: Long\n---\n# Papers\n\n";
    for (int i = 0; i < items; ++i)
        text += "- [Paper " + QByteArray::number(i) + "](https://example.org/" + QByteArray::number(i)
            + "), **Own Name**, *" + (i % 7 == 0 ? tag : QByteArray("Proceedings")) + "*, 2025\n";
    return text + "\nThe end.\n";
}

} // namespace

void TypingTest::equalsAFreshRender_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("edits");
    QTest::newRow("sample") << test::bytesOf(test::sourcePath(QStringLiteral("sample-site/_pages/about.md")))
                            << 60;
    QTest::newRow("a long list") << longList(120, "Proceedings") << 12;
    QTest::newRow("a long list with tags") << longList(120, "{{ site.title }}") << 12;
    QTest::newRow("a list that tags make long")
        << longList(12, "{% for i in (1..99) %}some words {% endfor %}") << 12;
}

void TypingTest::equalsAFreshRender()
{
    QFETCH(QByteArray, text);
    QFETCH(int, edits);
    const QString root = test::sourcePath(QStringLiteral("sample-site"));
    const QString page = QStringLiteral("_pages/about.md");
    static const QList<QByteArray> pieces { "x", " ", "\n\n", "- ", "**", "{{ site.title }}", "</div>", "<b>",
        "{{ page.title }}\n", "é", "[a](b)" };
    render::RendererOptions options;
    options.profile = site::PublisherProfile::Jekyll4;
    render::Renderer kept(options);
    QRandomGenerator random(5);
    QByteArray typed = text;
    for (int i = 0; i < edits; ++i) {
        if (i % 6 == 0)
            typed = text;
        // Behind the front matter.
        const qsizetype begin = typed.indexOf("---\n", 4) + 4;
        const qsizetype at = begin + random.bounded(int(typed.size() - begin));
        if (random.bounded(3) == 0)
            typed.remove(at, random.bounded(4));
        else
            typed.insert(at, pieces[random.bounded(int(pieces.size()))]);
        const auto files = site::siteFiles(root, { { page, typed } });
        render::Renderer fresh(options);
        const auto after = kept.render(*files, page, render::Mode::Preview);
        const auto once = fresh.render(*files, page, render::Mode::Preview);
        QVERIFY(after && once);
        QVERIFY2(after->document() == once->document(), typed);
        QVERIFY2(after->blocks == once->blocks, typed);
        QVERIFY2(after->diagnostics == once->diagnostics, typed);
    }
}

void TypingTest::anEditMovesNoOtherItemsHtml()
{
    const QString page = QStringLiteral("index.md");
    QByteArray text = longList(200, "Proceedings");
    render::Renderer renderer({});
    const auto listOf = [&] {
        const auto shown = renderer.render(
            *site::siteFiles(QString(), { { QStringLiteral("_config.yml"), "title: T\n" }, { page, text } }),
            page, render::Mode::Preview);
        for (const render::Block& block : shown->blocks) {
            if (!block.items.empty())
                return block;
        }
        return render::Block();
    };
    const render::Block before = listOf();
    QCOMPARE(before.items.size(), std::size_t(200));
    text.insert(text.indexOf("Paper 100"), "A ");
    const render::Block after = listOf();
    QCOMPARE(after.items.size(), before.items.size());
    QCOMPARE(after.html, before.html);
    for (std::size_t i = 0; i < after.items.size(); ++i) {
        QCOMPARE(after.items[i].html == before.items[i].html, i != 100);
        QCOMPARE(text.mid(after.items[i].from, 9), i == 100 ? QByteArray("- [A Pape") : "- [Paper ");
    }
}

/// With the site's index nothing is asked of the disk: the site's folder may be gone, and nobody sees it.
void TypingTest::aKeystrokeTouchesNoDisk()
{
    const QTemporaryDir folder;
    const QString root = folder.filePath(QStringLiteral("site"));
    std::filesystem::copy(test::sourcePath(QStringLiteral("sample-site")).toStdString(), root.toStdString(),
        std::filesystem::copy_options::recursive);
    const QString page = QStringLiteral("_pages/about.md");
    const QByteArray text = test::bytesOf(root + u'/' + page);
    const auto known = site::indexFiles(root);
    render::Renderer kept({});
    QVERIFY(kept.render(*site::siteFiles(root, { { page, text } }, known), page, render::Mode::Preview));
    const QString moved = folder.filePath(QStringLiteral("moved"));
    QVERIFY(QFile::rename(root, moved));
    QByteArray typed = text;
    for (const char* words : { " one", " {{ site.title }}", "\n\n# Two\n" }) {
        typed.append(words);
        const auto shown
            = kept.render(*site::siteFiles(root, { { page, typed } }, known), page, render::Mode::Preview);
        render::Renderer fresh({});
        const auto expected
            = fresh.render(*site::siteFiles(moved, { { page, typed } }), page, render::Mode::Preview);
        QVERIFY(shown && expected);
        QCOMPARE(shown->document(), expected->document());
        QVERIFY(shown->diagnostics == expected->diagnostics);
    }
}

LECTERN_GUILESS_MAIN(TypingTest)
#include "tst_typing.moc"
