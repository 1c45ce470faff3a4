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

using Written = ShownMarkdown::Written;

/// Lists whose HTML is shorter are patched as a whole.
constexpr qsizetype longList = 8 * 1024;

/// A piece of HTML whose places count from `shift` on.
struct Piece {
    const markdown::HtmlBlock* html = nullptr;
    qsizetype shift = 0;
};

/// Puts the places of elements into blocks.
class MarkWriter {
public:
    /// `file`: of the page, which blocks belong to that stand nowhere.
    MarkWriter(const SegmentMap& map, const QString& file)
        : m_map(map)
        , m_page(file)
    {
    }

    /// The block with its marks; `last` is what stood at its place in the last render.
    Written write(const markdown::PlacedBlock& placed, const Written* last)
    {
        const bool isSame = last && last->block == placed.block;
        if (placed.list && isLong(*placed.list)) {
            Written written = writeItems(placed, isSame || (last && !last->items.empty()) ? last : nullptr);
            if (!written.items.empty())
                return written;
        }
        std::vector<Piece> pieces { { placed.block.get(), placed.shift } };
        if (placed.list) {
            for (const auto& item : placed.list->items)
                pieces.push_back({ item.block.get(), placed.shift + item.shift });
        }
        Written written = writePieces(pieces, placed.range(), placed.list ? placed.list->close : QByteArray(),
            placed.blanksBehind, isSame && last->items.empty() ? last : nullptr);
        written.block = placed.block;
        return written;
    }

private:
    static bool isLong(const markdown::PlacedBlock::Items& list)
    {
        qsizetype size = 0;
        for (const auto& item : list.items)
            size += item.block->html.size();
        return size >= longList;
    }

    /// The list with items of their own; without any where one of them does not stand in the list's file.
    Written writeItems(const markdown::PlacedBlock& placed, const Written* last)
    {
        const auto& items = placed.list->items;
        Written list { placed.block, placed.blanksBehind, false, {}, {} };
        list.made = blockAt(placed.range());
        if (list.made.from >= list.made.to || list.made.file.isEmpty())
            return list;
        list.items.reserve(items.size());
        const std::size_t lastSize = last ? last->items.size() : 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            // At its place in the list, counted from the front or, behind an item that came or went, from the
            // back.
            const auto known = [&](std::size_t at) {
                return at < lastSize && last->items[at].block == items[i].block ? &last->items[at] : nullptr;
            };
            const Written* same = known(i);
            if (!same)
                same = known(i + lastSize - items.size());
            const Piece piece { items[i].block.get(), placed.shift + items[i].shift };
            list.items.push_back(writePieces({ piece }, piece.html->range.shifted(piece.shift), {}, 0, same));
            list.items.back().block = items[i].block;
            const Block& made = list.items.back().made;
            if (made.file != list.made.file || made.from >= made.to) {
                list.items.clear();
                return list;
            }
        }
        list.made.html = placed.block->html;
        if (!placed.block->marks.empty())
            list.made.html.insert(placed.block->marks.front().at, " data-lectern=\"+all\"");
        list.made.close = placed.list->close + QByteArray(placed.blanksBehind, '\n');
        return list;
    }

    /// A block without its HTML.
    [[nodiscard]] Block blockAt(TextRange range) const
    {
        const SourcePlace place = range.isEmpty() ? SourcePlace { m_page, {} } : m_map.map(range);
        return { {}, place.file, place.range.from, place.range.to, {}, {} };
    }

    Written writePieces(const std::vector<Piece>& pieces, TextRange range, const QByteArray& close,
        int blanksBehind, const Written* last)
    {
        const TextRange all = extent(pieces, range);
        const liquid::Segment* run = range.isEmpty() || all.from < range.from ? nullptr : m_map.runOf(all);
        Written written { {}, blanksBehind, run != nullptr, blockAt(range), {} };
        Block& made = written.made;
        if (run && last && last->isFromOneRun && last->blanksBehind == blanksBehind
            && last->made.file == made.file) {
            made.html = last->made.html;
            return written;
        }
        m_out.clear();
        for (const Piece& piece : pieces) {
            qsizetype copied = 0;
            for (const markdown::HtmlMark& mark : piece.html->marks) {
                m_out.append(piece.html->html.constData() + copied, std::size_t(mark.at - copied));
                copied = mark.at;
                const TextRange marked = mark.range.shifted(piece.shift);
                if (run)
                    add({ made.file, marked.shifted(run->from - run->outFrom) }, made);
                else
                    add(m_map.map(marked), made);
            }
            m_out.append(
                piece.html->html.constData() + copied, std::size_t(piece.html->html.size() - copied));
        }
        m_out.append(close.constData(), std::size_t(close.size()));
        m_out.append(std::size_t(blanksBehind), '\n');
        made.html = QByteArray(m_out.data(), qsizetype(m_out.size()));
        return written;
    }

    /// All bytes that the marks name.
    static TextRange extent(const std::vector<Piece>& pieces, TextRange range)
    {
        for (const Piece& piece : pieces) {
            for (const markdown::HtmlMark& mark : piece.html->marks) {
                range.from = std::min(range.from, mark.range.from + piece.shift);
                range.to = std::max(range.to, mark.range.to + piece.shift);
            }
        }
        return range;
    }
    void add(const SourcePlace& place, const Block& block)
    {
        if (place.file.isEmpty())
            return;
        if (block.from < block.to && place.file == block.file && place.range.from >= block.from) {
            m_out += relativeMark;
            addRange(place.range.shifted(-block.from));
            return;
        }
        // What is the same in all marks of a file is made once.
        if (m_start.empty() || place.file != m_file) {
            m_file = place.file;
            m_start = markStart(place.file).toStdString();
        }
        m_out += m_start;
        addRange(place.range);
    }
    void addRange(TextRange range)
    {
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
    const QString& m_page;
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
    MarkWriter marks(map, file);
    std::vector<Written> written;
    written.reserve(result.blocks.size());
    content.blocks.reserve(result.blocks.size());
    for (std::size_t i = 0; i < result.blocks.size(); ++i) {
        written.push_back(
            marks.write(result.blocks[i], i < shown.written.size() ? &shown.written[i] : nullptr));
        content.blocks.push_back(written.back().made);
        for (const Written& item : written.back().items)
            content.blocks.back().items.push_back(item.made);
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
    if (mode == Mode::Preview)
        return { {}, { { output.text, entry.path, offset, offset + text.size() } }, output.diagnostics };
    return { output.text, {}, output.diagnostics };
}

} // namespace lectern::render
