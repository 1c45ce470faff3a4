// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/contentrenderer.h"

#include "core/markdown/markdown.h"
#include "core/render/editedtext.h"
#include "core/render/segmentmap.h"
#include "core/render/valuemarks.h"
#include "core/site/values.h"

namespace lectern::render {

namespace {

bool isMarkdown(const site::Config& config, const site::Entry& entry)
{
    return config.markdownExtensions().contains(entry.extension.toLower());
}

liquid::Output untouched(const QByteArray& text, const QString& file, qsizetype offset)
{
    return { text,
        { { 0, text.size(), file, offset, offset + text.size(), liquid::Segment::Origin::Literal } }, {} };
}

} // namespace

RenderedContent convertMarkdown(
    const liquid::Output& text, const QString& file, const MarkdownSettings& settings, Mode mode)
{
    RenderedContent content;
    content.diagnostics = text.diagnostics;
    const SegmentMap map(text.segments);
    const markdown::Document document = markdown::parse(text.text, settings.engine, settings.options);
    for (const Diagnostic& found : document.diagnostics()) {
        const SourcePlace place = map.map(found.range);
        content.diagnostics.push_back({ found.severity, found.code, place.file.isEmpty() ? file : place.file,
            place.range, found.arguments });
    }
    if (mode == Mode::Publish) {
        content.html = markdown::toHtml(document);
        return content;
    }
    markdown::HtmlOptions options;
    options.mark = [&map](TextRange range) { return markAttribute(map.map(range)); };
    for (markdown::HtmlBlock& block : markdown::toHtmlBlocks(document, options)) {
        const SourcePlace place = block.range.isEmpty() ? SourcePlace { file, {} } : map.map(block.range);
        content.html += block.html;
        content.blocks.push_back({ std::move(block.html), place.file, place.range.from, place.range.to });
    }
    return content;
}

RenderedContent renderContent(LiquidSession& session, const RenderContext& context, const site::Entry& entry,
    const QByteArray& text, qsizetype offset, const liquid::Hash& variables, Mode mode)
{
    const liquid::Value wanted = entry.at(QStringLiteral("render_with_liquid"));
    const bool withLiquid = !wanted.boolean() || *wanted.boolean();
    EditedText edited = session.relativeLinks().resolved(context.site, entry, text);
    const QByteArray source = edited.take();
    const bool isOfSite = context.site->entry(entry.path).get() == &entry;
    const liquid::Template page { source, entry.path, offset };
    liquid::Output output = !withLiquid ? untouched(source, entry.path, offset)
        : isOfSite                      ? session.renderContent(page, entry, variables)
                                        : session.render(page, entry, variables);
    edited.restore(output, entry.path, offset);
    if (isMarkdown(context.site->config(), entry))
        return convertMarkdown(output, entry.path, context.markdown, mode);
    RenderedContent content { output.text, {}, output.diagnostics };
    if (mode == Mode::Preview)
        content.blocks.push_back({ output.text, entry.path, offset, offset + text.size() });
    return content;
}

} // namespace lectern::render
