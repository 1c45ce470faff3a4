// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <vector>

namespace lectern::fuzz {
namespace {

using namespace markdown;

/// Each node stands in the text, its links fit, and it is reached once.
void checkTree(const Document& document, qsizetype size)
{
    std::vector<const Node*> open { &document.root() };
    while (!open.empty()) {
        const Node* node = open.back();
        open.pop_back();
        FUZZ_CHECK(node->range.from >= 0 && node->range.from <= node->range.to && node->range.to <= size);
        FUZZ_CHECK(node->kind != NodeKind::RawText);
        FUZZ_CHECK(!node->first == !node->last);
        const Node* before = nullptr;
        for (const Node* child = node->first; child; child = child->next) {
            FUZZ_CHECK(child->parent == node && child->previous == before);
            before = child;
            open.push_back(child);
        }
        FUZZ_CHECK(node->last == before);
    }
}

/// Spans and blocks that stand in the source lie in their parents, one behind the other.
void checkOrder(const Node& parent)
{
    qsizetype end = parent.range.from;
    for (const Node* child = parent.first; child; child = child->next) {
        if (child->isGenerated || child->kind == NodeKind::FootnoteDefinition)
            continue;
        FUZZ_CHECK(parent.kind == NodeKind::Root || parent.range.contains(child->range));
        FUZZ_CHECK(child->range.from >= end);
        end = child->range.to;
        checkOrder(*child);
    }
}

/// The marks of the preview say where an element stands, and nothing else of the page is another for them.
void checkMarks(const Document& document, const QByteArray& html, qsizetype size)
{
    const QByteArray mark = " \x01\x02";
    if (html.contains(mark))
        return;
    HtmlOptions options;
    options.mark = [&](TextRange range) {
        FUZZ_CHECK(range.from >= 0 && range.from <= range.to && range.to <= size);
        return mark;
    };
    FUZZ_CHECK(toHtml(document, options).replace(mark, {}) == html);
}

void check(const QByteArray& text, Engine engine, const Options& options)
{
    const Document document = parse(text, engine, options);
    const QByteArray html = toHtml(document);
    QByteArray joined;
    qsizetype end = 0;
    for (const HtmlBlock& block : toHtmlBlocks(document)) {
        joined += block.html;
        if (block.range.isEmpty())
            continue;
        FUZZ_CHECK(block.range.from >= end && block.range.to <= text.size());
        end = block.range.to;
    }
    FUZZ_CHECK(joined == html);
    checkTree(document, text.size());
    checkOrder(document.root());
    checkMarks(document, html, text.size());
    for (const Diagnostic& found : document.diagnostics())
        FUZZ_CHECK(
            found.range.from >= 0 && found.range.from <= found.range.to && found.range.to <= text.size());
}

/// Options other than the usual, one set for each size of text.
Options unusual(qsizetype size)
{
    const auto bit = [size](int number) { return (size >> number) % 2 == 1; };
    Options options;
    options.gfmInput = bit(0);
    options.hardWrap = bit(1);
    options.parseBlockHtml = bit(2);
    options.parseSpanHtml = !bit(3);
    options.paragraphEnd = bit(4);
    options.autoTypography = bit(1);
    options.entityOutput = EntityOutput(size % 4);
    options.headerOffset = int(size % 5) - 2;
    options.footnoteBacklinkInline = bit(0);
    options.rouge = bit(2);
    options.mathJax = bit(3);
    return options;
}

} // namespace

void kramdown(const QByteArray& input)
{
    check(input, Engine::Kramdown, {});
    check(input, Engine::Kramdown, unusual(input.size()));
}

void gfm(const QByteArray& input)
{
    check(input, Engine::Gfm, {});
}

} // namespace lectern::fuzz
