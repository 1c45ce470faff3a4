// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/contentrenderer.h"

#include "core/markdown/markdown.h"
#include "core/render/editedtext.h"
#include "core/render/segmentmap.h"
#include "core/render/valuemarks.h"
#include "core/site/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

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

/// Puts the places of elements into blocks.
class MarkWriter {
public:
    explicit MarkWriter(const SegmentMap& map)
        : m_map(map)
    {
    }

    /// The block with its marks; `last` is what stood at its place in the last render.
    ShownMarkdown::Written write(const markdown::PlacedBlock& placed, const ShownMarkdown::Written* last)
    {
        const markdown::HtmlBlock& block = *placed.block;
        ShownMarkdown::Written written { placed.block, {}, 0, placed.blanksBehind, false, {} };
        const liquid::Segment* run = block.range.isEmpty() ? nullptr : m_map.runOf(extent(placed));
        if (run) {
            written.isFromOneRun = true;
            written.delta = placed.shift + run->from - run->outFrom;
            written.file = run->file;
            if (last && last->isFromOneRun && last->block == written.block && last->delta == written.delta
                && last->blanksBehind == written.blanksBehind && last->file == written.file)
                return *last;
        }
        m_out.clear();
        qsizetype copied = 0;
        for (const markdown::HtmlMark& mark : block.marks) {
            m_out.append(block.html.constData() + copied, std::size_t(mark.at - copied));
            copied = mark.at;
            if (run) {
                add(run->file, mark.range.shifted(written.delta));
            } else {
                const SourcePlace place = m_map.map(mark.range.shifted(placed.shift));
                add(place.file, place.range);
            }
        }
        m_out.append(block.html.constData() + copied, std::size_t(block.html.size() - copied));
        m_out.append(std::size_t(placed.blanksBehind), '\n');
        written.html = QByteArray(m_out.data(), qsizetype(m_out.size()));
        return written;
    }

private:
    /// All bytes that the marks of a block name.
    static TextRange extent(const markdown::PlacedBlock& placed)
    {
        TextRange range = placed.block->range;
        for (const markdown::HtmlMark& mark : placed.block->marks) {
            range.from = std::min(range.from, mark.range.from);
            range.to = std::max(range.to, mark.range.to);
        }
        return range.shifted(placed.shift);
    }
    void add(const QString& file, TextRange range)
    {
        // Most elements come from one file: what is the same in all their marks is made once.
        if (m_start.empty() || file != m_file) {
            m_file = file;
            m_start = markStart(file).toStdString();
        }
        if (file.isEmpty())
            return;
        m_out += m_start;
        addNumber(range.from);
        m_out += '-';
        addNumber(range.to);
        m_out += '"';
    }
    void addNumber(qsizetype number)
    {
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
        m_out.append(digits.data(), end);
    }

    const SegmentMap& m_map;
    QString m_file;
    std::string m_start;
    std::string m_out;
};

} // namespace

RenderedContent convertMarkdown(const liquid::Output& text, const QString& file,
    const MarkdownSettings& settings, Mode mode, ShownMarkdown& shown)
{
    RenderedContent content;
    content.diagnostics = text.diagnostics;
    const SegmentMap map(text.segments);
    const auto report = [&](const Diagnostics& all) {
        for (const Diagnostic& found : all) {
            const SourcePlace place = map.map(found.range);
            content.diagnostics.push_back({ found.severity, found.code,
                place.file.isEmpty() ? file : place.file, place.range, found.arguments });
        }
    };
    if (mode == Mode::Publish) {
        const markdown::Document document = markdown::parse(text.text, settings.engine, settings.options);
        report(document.diagnostics());
        content.html = markdown::toHtml(document);
        return content;
    }
    const markdown::SessionResult result = shown.session.render(text.text, settings.engine, settings.options);
    report(result.diagnostics);
    MarkWriter marks(map);
    std::vector<ShownMarkdown::Written> written;
    written.reserve(result.blocks.size());
    content.blocks.reserve(result.blocks.size());
    content.html.reserve(text.text.size() * 3);
    for (std::size_t i = 0; i < result.blocks.size(); ++i) {
        const TextRange range = result.blocks[i].range();
        const SourcePlace place = range.isEmpty() ? SourcePlace { file, {} } : map.map(range);
        written.push_back(
            marks.write(result.blocks[i], i < shown.written.size() ? &shown.written[i] : nullptr));
        content.blocks.push_back({ written.back().html, place.file, place.range.from, place.range.to });
        content.html += written.back().html;
    }
    shown.written = std::move(written);
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
        return convertMarkdown(output, entry.path, context.markdown, mode, session.shownMarkdown());
    RenderedContent content { output.text, {}, output.diagnostics };
    if (mode == Mode::Preview)
        content.blocks.push_back({ output.text, entry.path, offset, offset + text.size() });
    return content;
}

} // namespace lectern::render
