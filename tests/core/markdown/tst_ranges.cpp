// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"
#include "tests/support/suite.h"
#include "tests/support/testsupport.h"

#include <QDir>

#include <algorithm>
#include <vector>

using namespace lectern;

/// The kramdown tree knows its bytes: nodes stand in their parents, in order, and where their own syntax is.
class RangesTest : public test::Suite {
    Q_OBJECT
private Q_SLOTS:
    void nodesStandWhereTheirSourceIs_data();
    void nodesStandWhereTheirSourceIs();
};

namespace {

using markdown::Node;
using markdown::NodeKind;

/// What the source of a node of that kind begins with; empty where several things may.
QByteArrayList starts(const Node* node)
{
    switch (node->kind) {
    case NodeKind::Emphasis:
        return { "*", "_" };
    case NodeKind::Strong:
        return { "**", "__" };
    case NodeKind::CodeSpan:
        return { "`" };
    case NodeKind::Link:
        return { "[", "<" };
    case NodeKind::Image:
        return { "![" };
    case NodeKind::Entity:
        return { "&" };
    case NodeKind::SmartQuote:
        return { "\"", "'" };
    case NodeKind::HtmlElement: // GFM's deleted text and task boxes become elements, too
        return { "<" + QByteArray(node->text.data(), qsizetype(node->text.size())).toLower(),
            node->text == "del" ? "~~" : "<", node->text == "input" ? "[" : "<" };
    case NodeKind::Comment:
        return { "<!--", "{::comment" };
    case NodeKind::Quote:
        return { ">" };
    case NodeKind::FootnoteReference:
        return { "[^" };
    case NodeKind::BulletList:
        return { "*", "-", "+" };
    default:
        return {};
    }
}

/// What is wrong with one node, empty where nothing is.
QByteArray complaint(const Node* node, const QByteArray& text, bool hasNativeElements)
{
    QByteArray source = text.mid(node->range.from, node->range.length());
    if (hasNativeElements) // white space became a blank there
        source.replace('\n', ' ');
    if (node->range.from < 0 || node->range.to < node->range.from || node->range.to > text.size())
        return "out of the text";
    if (node->parent && node->parent->kind != NodeKind::Root && !node->parent->range.contains(node->range))
        return "out of its parent";
    if (node->previous && node->range.from < node->previous->range.to)
        return "before the end of what stands before it";
    const QByteArrayList allowed = starts(node);
    const bool isStart = allowed.isEmpty() || (hasNativeElements && (source.startsWith('<') || source.startsWith('&')))
        || std::any_of(allowed.begin(), allowed.end(),
            [&](const QByteArray& start) { return source.toLower().startsWith(start); });
    if (!source.isEmpty() && !isStart)
        return "its source does not begin as it should";
    const bool isPlain = node->kind == NodeKind::Text && node->text.find('\n') == std::string_view::npos
        && !source.contains('\\');
    if (isPlain && node->range.length() == qsizetype(node->text.size())
        && source != QByteArrayView(node->text.data(), qsizetype(node->text.size())))
        return "its text is not its source";
    return {};
}

} // namespace

void RangesTest::nodesStandWhereTheirSourceIs_data()
{
    QTest::addColumn<QByteArray>("text");
    const QDir pages(test::sourcePath(QStringLiteral("tests/data/markdown")));
    for (const QString& file : pages.entryList({ QStringLiteral("*.md") }, QDir::Files))
        QTest::newRow(qPrintable(file)) << test::bytesOf(pages.filePath(file));
    QTest::newRow("sample") << test::bytesOf(test::sourcePath(QStringLiteral("sample-site/_pages/about.md")));
    const QDir spec(test::sourcePath(QStringLiteral("tests/spec/kramdown")));
    for (const QString& file : spec.entryList({ QStringLiteral("*.txt") }, QDir::Files)) {
        int number = 0;
        for (const QString& text :
            QString::fromUtf8(test::bytesOf(spec.filePath(file))).split(QStringLiteral("\n=====\n")))
            QTest::newRow(qPrintable(file + u' ' + QString::number(number++))) << text.toUtf8();
    }
    const QStringList corpus = test::corpusPages();
    for (const QString& path : corpus)
        QTest::newRow(qPrintable(path)) << test::bytesOf(path);
}

void RangesTest::nodesStandWhereTheirSourceIs()
{
    QFETCH(QByteArray, text);
    markdown::Options options;
    options.htmlToNative = text.startsWith("options: {\"html_to_native\"");
    const bool hasNativeElements = text.contains("html_to_native");
    const markdown::Document document = markdown::parse(text, markdown::Engine::Kramdown, options);
    std::vector<const Node*> open { &document.root() };
    open.insert(open.end(), document.footnotes().begin(), document.footnotes().end());
    while (!open.empty()) {
        const Node* node = open.back();
        open.pop_back();
        const QByteArray wrong = complaint(node, text, hasNativeElements);
        QVERIFY2(wrong.isEmpty(),
            wrong + " (kind " + QByteArray::number(int(node->kind)) + ", "
                + QByteArray::number(node->range.from) + '-' + QByteArray::number(node->range.to) + "): '"
                + text.mid(node->range.from, std::min<qsizetype>(80, node->range.length())) + "' in:\n"
                + text.left(400));
        for (const Node* child = node->first; child; child = child->next)
            open.push_back(child);
    }
}

LECTERN_GUILESS_MAIN(RangesTest)
#include "tst_ranges.moc"
