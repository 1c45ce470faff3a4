// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"
#include "core/markdown/session.h"
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

/// The marks of the preview say where an element stands, in the order of the HTML.
void checkMarks(const HtmlBlock& block, qsizetype size)
{
    qsizetype last = 0;
    for (const HtmlMark& mark : block.marks) {
        FUZZ_CHECK(mark.at >= last && mark.at <= block.html.size());
        FUZZ_CHECK(mark.range.from >= 0 && mark.range.from <= mark.range.to && mark.range.to <= size);
        last = mark.at;
    }
}

/// What a session keeps from an earlier text is what reading anew gives.
void checkSession(const QByteArray& before, const QByteArray& text)
{
    Session session;
    (void)session.render(before, Engine::Kramdown, {});
    const SessionResult result = session.render(text, Engine::Kramdown, {});
    const std::vector<HtmlBlock> expected = toHtmlBlocks(parse(text, Engine::Kramdown, {}));
    FUZZ_CHECK(result.blocks.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        FUZZ_CHECK(result.blocks[i].whole() == expected[i]);
}

void check(const QByteArray& text, Engine engine, const Options& options)
{
    const Document document = parse(text, engine, options);
    const QByteArray html = toHtml(document);
    QByteArray joined;
    qsizetype end = 0;
    for (const HtmlBlock& block : toHtmlBlocks(document)) {
        joined += block.html;
        checkMarks(block, text.size());
        if (block.range.isEmpty())
            continue;
        FUZZ_CHECK(block.range.from >= end && block.range.to <= text.size());
        end = block.range.to;
    }
    FUZZ_CHECK(joined == html);
    checkTree(document, text.size());
    checkOrder(document.root());
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
    options.htmlToNative = bit(4);
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
    QByteArray before = input;
    before.remove(input.size() / 2, 1 + input.size() % 7);
    checkSession(before, input);
    checkSession(input, before);
}

void gfm(const QByteArray& input)
{
    check(input, Engine::Gfm, {});
}

} // namespace lectern::fuzz
