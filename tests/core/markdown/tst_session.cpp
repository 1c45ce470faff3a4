// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/session.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QRandomGenerator>

using namespace lectern;

/// What a session makes of a text after any edits is what is made of the text alone.
class SessionTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void equalsReadingAnew_data();
    void equalsReadingAnew();
    void keepsWhatDoesNotChange();
    void keepsTheItemsOfALongList();
    void heedsWhatReachesOverBlocks_data();
    void heedsWhatReachesOverBlocks();
};

namespace {

using markdown::Engine;

void comparePages(markdown::Session& session, const QByteArray& text, const QByteArray& what)
{
    const markdown::SessionResult result = session.render(text, Engine::Kramdown, {});
    const markdown::Document document = markdown::parse(text, Engine::Kramdown);
    const std::vector<markdown::HtmlBlock> expected = markdown::toHtmlBlocks(document);
    const auto context
        = [&](std::size_t i) { return what + " block " + QByteArray::number(qsizetype(i)) + "\n" + text; };
    for (std::size_t i = 0; i < std::min(expected.size(), result.blocks.size()); ++i) {
        const markdown::HtmlBlock block = result.blocks[i].whole();
        if (!(block == expected[i])) {
            QVERIFY2(block.html == expected[i].html,
                context(i) + "\nhtml " + block.html + "\nexpected " + expected[i].html);
            QVERIFY2(block.range == expected[i].range, context(i) + "\nranges differ");
            QVERIFY2(block.marks == expected[i].marks, context(i) + "\nmarks differ");
        }
    }
    QVERIFY2(result.blocks.size() == expected.size(), context(0));
    QByteArray joined;
    for (const markdown::HtmlBlock& block : expected)
        joined += block.html;
    QVERIFY2(joined == markdown::toHtml(document), what + "\n" + text);
    QVERIFY2(result.diagnostics == document.diagnostics(), what + "\n" + text);
}

/// An edit as somebody makes it: a letter, a mark of Markdown or HTML, a piece of the page moved, something
/// deleted.
QByteArray edited(const QByteArray& text, QRandomGenerator& random)
{
    static const QList<QByteArray> pieces { "x", "word ", " ", "\n", "\n\n", "#", "## ", "- ", "1. ", "* ",
        ": ", "> ", "    ", "\t", "`", "```\n", "~~~\n", "**", "_", "[", "]", "](", "[a]: b\n", "[a][b]", "<",
        "<div>", "</div>\n", "<b>", "</b>", "<!--", "-->", "<?", "<div markdown=\"1\">\n", "<p a=\"", "\"",
        "|", "|a|b|\n", "---\n", "===\n", "$$", "\\", "{:", "{: .c}\n", "{:x: .y}\n", "{:toc}\n",
        "{::comment}\n", "{:/}\n", "}", "^\n", "*[ab]: cd\n", "ab", "[^1]", "[^1]: n\n", "&", "&amp;", "é",
        "'", "--", "...", "{::options auto_ids=\"false\" /}\n", "<script>", "</script>", "\r\n", "\xC3" };
    QByteArray result = text;
    const qsizetype at = random.bounded(int(text.size()) + 1);
    switch (random.bounded(8)) {
    case 0:
    case 1:
        return result.remove(at, 1 + random.bounded(3));
    case 2:
        return result.remove(at, random.bounded(60));
    case 3:
        return result.insert(at, text.mid(random.bounded(int(text.size()) + 1), random.bounded(80)));
    case 4:
    case 5: {
        // At the start of a line, where blocks begin.
        const qsizetype line = text.lastIndexOf('\n', at - 1) + 1;
        return result.insert(at > 0 ? line : 0, pieces[random.bounded(int(pieces.size()))]);
    }
    default:
        return result.insert(at, pieces[random.bounded(int(pieces.size()))]);
    }
}

/// A list of such items, over and over, with text around it.
QByteArray listOf(const QList<QByteArray>& items, int count)
{
    QByteArray text = "# A\n\nText before it with [a link][b] and HTML.\n\n";
    for (int i = 0; i < count; ++i)
        text += QByteArray(items[i % items.size()]).replace('%', QByteArray::number(i));
    return text + "\nText behind it.\n\n[b]: c\n\n";
}

void addLists()
{
    const auto row = [](const char* name, const QList<QByteArray>& items, int count = 40) {
        QTest::newRow(name) << listOf(items, count) << 400;
    };
    row("a tight list", { "- Item % with *words* and a [link](b)\n" });
    row("a loose list", { "- Item %\n\n", "- More of %\n  in two lines\n\n" });
    row("loose and tight items", { "- Item %\n", "- Item %\n\n", "- a\n\n  second paragraph\n\n" });
    row("an ordered list", { "1. Item %\n", "2. Item % `code`\n   - inner\n   - inner two\n", "10. far\n" });
    row("nested lists", { "* a %\n  * b\n    * c\n", "* a\n\n  1. b\n\n  2. c\n\n", "* x\n- y\n" });
    row("blocks in items",
        { "- a %\n\n      code\n\n", "- > quote\n", "-     code\n", "- # Heading %\n",
            "- | a | b |\n  | c | d |\n", "- ```\n  fence\n  ```\n", "- ***\n", "- $$ x $$\n" });
    row("elements in items",
        { "- <b>a %</b>\n", "- <div>b</div>\n", "- <div markdown=\"1\">\n  c *d*\n  </div>\n",
            "- a <!-- b --> c\n", "- <img src=\"x\">\n" });
    row("items that are not closed",
        { "- <b>a %\n", "- <div>b\n", "- c</div>\n", "- *d\n", "- `e\n", "- [f](g\n" });
    row("attributes", { "- {:.a} Item %\n", "- Item\n{:.b}\n", "- Item %\n  {: #c%}\n", "- *x*{:.d} y\n" });
    row("named attributes", { "- {:n} Item %\n", "- Item %\n", "- x\n\n  {:n: .a}\n\n" });
    row("definitions in items",
        { "- Item % [a][x]\n", "- Item % [b]\n", "- t\n\n  [x]: y\n", "- ab\n\n  *[ab]: cd\n" });
    row("boxes", { "- Item %\n", "- Item\n", "- [ ] to do %\n", "- [x] done\n" });
    row("no boxes yet", { "- Item %\n", "- [] Item\n", "- x] Item %\n" });
    row("empty items", { "- \n", "- Item %\n", "-\n", "- \n\n", "- a\n\n" });
    row("what hides", { "- Item %\n", "  lazy\n", "- a\nlazy too\n", "^\n", "\n\n\n", " - b\n", "   - c\n" });
    row("typography", { "- \"Item\" % -- 'so' ...\n", "- it's <<x>> 'n\n" });
    row("accents", { "- Ü%é\n", "- 论文 % **中文：**字\n" });
}

} // namespace

void SessionTest::equalsReadingAnew_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("edits");
    const QDir pages(test::sourcePath(QStringLiteral("tests/data/markdown")));
    for (const QString& file : pages.entryList({ QStringLiteral("*.md") }, QDir::Files))
        QTest::newRow(qPrintable(file)) << test::bytesOf(pages.filePath(file)) << 300;
    QTest::newRow("sample") << test::bytesOf(test::sourcePath(QStringLiteral("sample-site/_pages/about.md")))
                            << 600;
    if (!test::seedPath().isEmpty())
        QTest::newRow("seed") << test::bytesOf(test::seedPath()) << 600;
    addLists();
    const QDir spec(test::sourcePath(QStringLiteral("tests/spec/kramdown")));
    for (const QString& file : spec.entryList({ QStringLiteral("*.txt") }, QDir::Files))
        QTest::newRow(qPrintable(file)) << test::bytesOf(spec.filePath(file)) << 60;
    const QStringList corpus = test::corpusPages();
    for (const QString& path : corpus)
        QTest::newRow(qPrintable(path)) << test::bytesOf(path) << 40;
}

void SessionTest::equalsReadingAnew()
{
    QFETCH(QByteArray, text);
    QFETCH(int, edits);
    bool isLonger = false;
    const int wanted = qEnvironmentVariableIntValue("LECTERN_FUZZ_CASES", &isLonger);
    QRandomGenerator random(isLonger ? quint32(qEnvironmentVariableIntValue("LECTERN_FUZZ_SEED")) : 11);
    markdown::Session session;
    comparePages(session, text, "first");
    QByteArray page = text;
    for (int i = 0; i < (isLonger ? wanted : edits) && !QTest::currentTestFailed(); ++i) {
        // Back to the page every now and then, so that it does not fall to pieces; sometimes by undoing one
        // edit.
        const QByteArray before = page;
        page = i % 12 == 0 ? text : edited(page, random);
        comparePages(session, page, "edit " + QByteArray::number(i) + " of " + before);
        if (i % 5 == 0 && !QTest::currentTestFailed())
            comparePages(session, page = before, "undone " + QByteArray::number(i));
    }
}

void SessionTest::keepsWhatDoesNotChange()
{
    QByteArray text;
    for (int i = 0; i < 200; ++i)
        text += "## Section " + QByteArray::number(i)
            + "\n\n<div markdown=\"1\">\n\nText with [a link](b) and *more* of it.\n\n</div>\n\n";
    markdown::Session session;
    const markdown::SessionResult before = session.render(text, Engine::Kramdown, {});
    text.insert(text.indexOf("Text", text.size() / 2), "x");
    const markdown::SessionResult after = session.render(text, Engine::Kramdown, {});
    QCOMPARE(after.blocks.size(), before.blocks.size());
    std::size_t made = 0;
    for (std::size_t i = 0; i < after.blocks.size(); ++i)
        made += after.blocks[i].block == before.blocks[i].block ? 0 : 1;
    QVERIFY(made > 0);
    QVERIFY2(made < 16, QByteArray::number(qsizetype(made)));
}

void SessionTest::keepsTheItemsOfALongList()
{
    QByteArray text = listOf({ "- Item % with *more* of it\n" }, 400);
    markdown::Session session;
    const auto itemsOf = [&] {
        const markdown::SessionResult result = session.render(text, Engine::Kramdown, {});
        for (const markdown::PlacedBlock& block : result.blocks) {
            if (block.list)
                return block.list->items;
        }
        return std::vector<markdown::PlacedBlock::Items::Item>();
    };
    const auto before = itemsOf();
    QCOMPARE(before.size(), std::size_t(400));
    text.insert(text.indexOf("Item 200") + 5, "- new\n- one");
    const auto after = itemsOf();
    QCOMPARE(after.size(), std::size_t(401));
    for (std::size_t i = 0; i < after.size() - 1; ++i) {
        if (i < 200)
            QCOMPARE(after[i].block, before[i].block);
        else if (i > 201)
            QCOMPARE(after[i].block, before[i - 1].block);
    }
}

void SessionTest::heedsWhatReachesOverBlocks_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    const QByteArray fill = QByteArray("Some text that fills a group.\n\n").repeated(20);
    const auto row
        = [&](const char* name, const QByteArray& first, const QByteArray& old, const QByteArray& now) {
              QTest::newRow(name) << first + fill + old + fill << first + fill + now + fill;
          };
    row("a link's definition", "See [there][x].\n\n", "[x]: a\n\n", "[x]: ab\n\n");
    row("a link is defined", "See [there][x].\n\n", "[xy]: a\n\n", "[x]: a\n\n");
    row("an abbreviation", "The HTML of it.\n\n", "*[HTM]: y\n\n", "*[HTML]: y\n\n");
    row("an attribute list", "Text\n{: x}\n\n", "{:x: .a}\n\n", "{:x: .b}\n\n");
    row("a fence is closed", "```\ncode\n\n", "text\n\n", "```\n\n");
    row("an element is closed", "<div>\n\ntext\n\n", "text\n\n", "</div>\n\n");
    row("a comment is closed", "<!-- text\n\n", "text\n\n", "text -->\n\n");
    row("a value is closed", "<p class=\"a\n\n", "text\n\n", "text\">\n\n");
    row("a formula is closed", "$$ x\n\n", "text\n\n", "text $$\n\n");
    row("headings of one name", "# A\n\n", "# A\n\n", "# B\n\n");
    row("a second heading", "# A\n\n", "Text\n\n", "# A\n\n");
    row("a footnote", "Text[^1]\n\n", "Text\n\n", "[^1]: Text\n\n");
    row("a table of contents", "* toc\n{:toc}\n\n", "Text\n\n", "# Text\n\n");
    row("a paragraph that has no bytes", "Text\n\n", "a\n\n" + fill + QByteArray(1, '\0') + "\n\n",
        "ab\n\n" + fill + QByteArray(1, '\0') + "\n\n");
    row("an option", "# A\n\n", "Text\n\n", "{::options auto_ids=\"false\" /}\n\n");
}

void SessionTest::heedsWhatReachesOverBlocks()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    markdown::Session session;
    comparePages(session, before, "before");
    comparePages(session, after, "after");
    comparePages(session, before, "back");
    comparePages(session, after, "again");
}

LECTERN_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
