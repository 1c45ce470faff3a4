// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/checker.h"
#include "core/render/renderer.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/targets.h"

#include <algorithm>

namespace lectern::fuzz {
namespace {

const QString page = QStringLiteral("index.md");

/// Configuration, page, layout and include, as parts() takes them apart; an input of one part is a page.
site::Buffers siteOf(const QByteArray& input)
{
    const QByteArrayList texts = parts(input, 4);
    if (!input.contains("+++++\n"))
        return { { QStringLiteral("_config.yml"), "title: x\n" }, { page, input } };
    return { { QStringLiteral("_config.yml"), texts[0] }, { page, texts[1] },
        { QStringLiteral("_layouts/default.html"), texts[2] },
        { QStringLiteral("_includes/part.html"), texts[3] } };
}

void checkPlace(const site::Buffers& buffers, const Diagnostic& found)
{
    FUZZ_CHECK(!found.code.isEmpty());
    const QString file = found.file.isEmpty() ? page : found.file;
    if (!buffers.contains(file))
        return;
    FUZZ_CHECK(found.range.from >= 0 && found.range.from <= found.range.to
        && found.range.to <= buffers.value(file).size());
}

void checkBlock(const site::Buffers& buffers, const render::Block& block)
{
    FUZZ_CHECK(block.from >= 0 && block.from <= block.to
        && (!buffers.contains(block.file) || block.to <= buffers.value(block.file).size()));
    for (const render::Block& item : block.items)
        checkBlock(buffers, item);
}

/// A page is in one piece or in blocks, and each block stands in its file.
void checkPage(const site::Buffers& buffers, const render::RenderedPage& shown)
{
    for (const Diagnostic& found : shown.diagnostics)
        checkPlace(buffers, found);
    if (shown.blocks.empty())
        return;
    FUZZ_CHECK(shown.html.isEmpty());
    for (const render::Block& block : shown.blocks)
        checkBlock(buffers, block);
}

QByteArray shownBy(render::Renderer& renderer, const site::Buffers& buffers)
{
    const auto shown = renderer.render(*site::siteFiles({}, buffers), page, render::Mode::Preview);
    FUZZ_CHECK(shown || shown.error().code == ErrorCode::NotFound);
    if (!shown)
        return {};
    checkPage(buffers, *shown);
    return shown->document();
}

} // namespace

void sitePages(const QByteArray& input)
{
    const site::Buffers buffers = siteOf(input);
    render::Renderer renderer({});
    const auto published = renderer.render(*site::siteFiles({}, buffers), page, render::Mode::Publish);
    FUZZ_CHECK(published || published.error().code == ErrorCode::NotFound);
    // Marks are the preview's; on a published page only its author can have written one.
    FUZZ_CHECK(!published || input.contains("data-") || !published->html.contains("data-lectern"));
    (void)shownBy(renderer, buffers);
    // What was kept from another text changes nothing: an edit shows as it does to a reader that never saw
    // the page before.
    site::Buffers edited = buffers;
    const qsizetype at = edited[page].size() / 2;
    edited[page].remove(at, 1 + at % 3);
    render::Renderer fresh({});
    FUZZ_CHECK(shownBy(renderer, edited) == shownBy(fresh, edited));
    (void)renderer.resource(*site::siteFiles({}, buffers), QStringLiteral("/"));
}

void checks(const QByteArray& input)
{
    const site::Buffers buffers = siteOf(input);
    check::Checker checker;
    const auto found = checker.check(*site::siteFiles({}, buffers), page);
    FUZZ_CHECK(found || found.error().code == ErrorCode::NotFound);
    if (!found)
        return;
    for (const check::Finding& one : *found) {
        checkPlace(buffers, one.what);
        for (const FileEdits& repair : one.repair) {
            const QByteArray before = buffers.value(repair.file);
            FUZZ_CHECK(applies(before, repair.edits));
            FUZZ_CHECK(applied(applied(before, repair.edits), inverted(repair.edits)) == before);
        }
    }
}

} // namespace lectern::fuzz
