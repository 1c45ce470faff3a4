// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <thread>
#include <vector>

using namespace lectern;

/// The gfm engine writes what cmark-gfm itself writes of the same text, and its tree knows its bytes.
class GfmTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void writesWhatCmarkWrites_data();
    void writesWhatCmarkWrites();
    void nodesStandInTheirParents_data() { writesWhatCmarkWrites_data(); }
    void nodesStandInTheirParents();
    void parsesFromSeveralThreads();
    void boundsTables();
    void survivesDeepNesting();
};

namespace {

QByteArray cmarkHtml(const QByteArray& text)
{
    cmark_gfm_core_extensions_ensure_registered();
    const int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;
    cmark_parser* parser = cmark_parser_new(options);
    for (const char* name : {"table", "strikethrough", "autolink", "tagfilter", "tasklist"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.constData(), size_t(text.size()));
    cmark_node* document = cmark_parser_finish(parser);
    char* html = cmark_render_html(document, options, cmark_parser_get_syntax_extensions(parser));
    const QByteArray result(html);
    std::free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
    return result;
}

QByteArray ourHtml(const QByteArray& text) { return markdown::toHtml(markdown::parse(text, markdown::Engine::Gfm)); }

} // namespace

void GfmTest::writesWhatCmarkWrites_data()
{
    QTest::addColumn<QByteArray>("text");
    const QDir pages(test::sourcePath(QStringLiteral("tests/data/markdown")));
    for (const QString& file : pages.entryList({QStringLiteral("*.md")}, QDir::Files))
        QTest::newRow(qPrintable(file)) << test::bytesOf(pages.filePath(file));
    const QDir spec(test::sourcePath(QStringLiteral("tests/spec/kramdown")));
    for (const QString& file : spec.entryList({QStringLiteral("*.txt")}, QDir::Files)) {
        int number = 0;
        for (const QString& text : QString::fromUtf8(test::bytesOf(spec.filePath(file))).split(QStringLiteral("\n=====\n")))
            QTest::newRow(qPrintable(file + QString::number(number++))) << text.toUtf8();
    }
    const QStringList corpus = test::corpusPages();
    for (const QString& path : corpus)
        QTest::newRow(qPrintable(path)) << test::bytesOf(path);
    QTest::newRow("tasks") << QByteArray("- [ ] a\n- [x] b\n\n1. [x] c\n\n   d\n");
    QTest::newRow("footnotes") << QByteArray("a[^1] b[^x] c[^1]\n\n[^x]: - list\n[^1]: text\n\n    more\n");
    QTest::newRow("autolinks") << QByteArray("www.example.org http://a.b/c?d=e&f 'x@y.z' <a@b.c>\n");
    QTest::newRow("filter") << QByteArray("<script>a</script> <STYLE > <xmp/> <titles>\n\n<iframe src=x>\n");
    QTest::newRow("empty") << QByteArray();
}

void GfmTest::writesWhatCmarkWrites()
{
    QFETCH(QByteArray, text);
    QCOMPARE(ourHtml(text), cmarkHtml(text));
}

void GfmTest::nodesStandInTheirParents()
{
    QFETCH(QByteArray, text);
    const markdown::Document document = markdown::parse(text, markdown::Engine::Gfm);
    std::vector<const markdown::Node*> open {&document.root()};
    while (!open.empty()) {
        const markdown::Node* node = open.back();
        open.pop_back();
        QVERIFY(node->range.from >= 0 && node->range.from <= node->range.to && node->range.to <= text.size());
        for (const markdown::Node* child = node->first; child; child = child->next) {
            if (child->kind != markdown::NodeKind::FootnoteDefinition && node->kind != markdown::NodeKind::Root)
                QVERIFY(child->range.from >= node->range.from && child->range.to <= node->range.to);
            open.push_back(child);
        }
    }
}

void GfmTest::parsesFromSeveralThreads()
{
    const QByteArray text = "| a | b |\n|---|---|\n| ~~c~~ | www.example.org |\n\n- [x] d[^1]\n\n[^1]: e\n";
    const QByteArray expected = ourHtml(text);
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        threads.emplace_back([&, i] {
            for (int round = 0; round < 200; ++round)
                wrong[i] += ourHtml(text) == expected ? 0 : 1;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(wrong, std::vector<int>(4, 0));
}

void GfmTest::boundsTables()
{
    const QByteArray wide = QByteArray("|a").repeated(5000) + "\n" + QByteArray("|-").repeated(5000) + "\n"
        + QByteArray("|b\n").repeated(5000);
    const markdown::Document document = markdown::parse(wide, markdown::Engine::Gfm);
    QVERIFY(markdown::toHtml(document).size() < wide.size() * 4);
    QCOMPARE(document.diagnostics().size(), std::size_t(1));
    QCOMPARE(document.diagnostics().front().code, QStringLiteral("markdown.limit"));
}

void GfmTest::survivesDeepNesting()
{
    const QByteArray text = QByteArray("> ").repeated(50'000) + "a\n" + QByteArray("*a **").repeated(10'000);
    QCOMPARE(ourHtml(text), cmarkHtml(text));
}

LECTERN_GUILESS_MAIN(GfmTest)
#include "tst_gfm.moc"
