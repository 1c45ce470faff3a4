// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/session.h"

#include "core/base/samebytes.h"
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/groups.h"

namespace lectern::markdown {

HtmlBlock PlacedBlock::whole() const
{
    HtmlBlock result { range(), {}, {} };
    const auto add = [&result](const HtmlBlock& part, qsizetype by) {
        for (const HtmlMark& mark : part.marks)
            result.marks.push_back({ mark.at + result.html.size(), mark.range.shifted(by) });
        result.html += part.html;
    };
    add(*block, shift);
    if (list) {
        for (const Items::Item& item : list->items)
            add(*item.block, shift + item.shift);
        result.html += list->close;
    }
    result.html += QByteArray(blanksBehind, '\n');
    return result;
}

class Session::Private {
public:
    /// Whether the text is UTF-8; only what differs from the last text, of which it is known, is looked at.
    bool isUtf8(std::string_view text)
    {
        const SameBytes same = sameBytes({ text.data(), qsizetype(text.size()) }, checked);
        std::size_t at = std::size_t(same.front);
        std::size_t to = text.size() - std::size_t(same.back);
        const auto isInside
            = [&](std::size_t pos) { return pos < text.size() && (std::uint8_t(text[pos]) & 0xC0) == 0x80; };
        // From the character before on: its last bytes may have gone.
        at -= at > 0 ? 1 : 0;
        while (at > 0 && isInside(at))
            --at;
        while (isInside(to))
            ++to;
        while (at < to) {
            const chars::CodePoint c = chars::decode(text, at);
            if (c.value == 0xFFFD && c.length == 1)
                return false;
            at += c.length;
        }
        return true;
    }

    bool readInGroups(const QByteArray& text, Engine engine, const Options& options)
    {
        const std::string_view bytes(text.constData(), std::size_t(text.size()));
        if (engine != Engine::Kramdown || text.contains('\r') || !isUtf8(bytes)) {
            checked.clear();
            groups.clear();
            return false;
        }
        checked = text;
        if (pause > 0) {
            --pause;
            return false;
        }
        if (groups.read(text, options))
            return true;
        groups.clear();
        pause = rendersUntilNextTry;
        return false;
    }

    /// A page that cannot be read in groups stays so for a while, and trying is not free.
    static constexpr int rendersUntilNextTry = 30;
    int pause = 0;
    QByteArray checked; ///< is UTF-8
    kramdown::Groups groups;
};

Session::Session()
    : d(std::make_unique<Private>())
{
}
Session::~Session() = default;

namespace {

TextRange within(TextRange range, qsizetype size)
{
    return { std::min(range.from, size), std::min(range.to, size) };
}

std::shared_ptr<const HtmlBlock> cutAtEnd(const HtmlBlock& block, qsizetype shift, qsizetype size)
{
    HtmlBlock cut = block;
    const TextRange range = within(block.range.shifted(shift), size);
    cut.range = range.isEmpty() ? TextRange {} : range.shifted(-shift);
    for (HtmlMark& mark : cut.marks)
        mark.range = within(mark.range.shifted(shift), size).shifted(-shift);
    return std::make_shared<const HtmlBlock>(std::move(cut));
}

/// The line end that a text without one was given stands nowhere: only the last blocks can reach over it.
void cutAtEnd(SessionResult& result, qsizetype size)
{
    for (auto last = result.blocks.rbegin(); last != result.blocks.rend() && last->range().to > size;
         ++last) {
        last->block = cutAtEnd(*last->block, last->shift, size);
        if (!last->list || last->list->items.empty())
            continue;
        auto list = std::make_shared<PlacedBlock::Items>(*last->list);
        PlacedBlock::Items::Item& item = list->items.back();
        item.block = cutAtEnd(*item.block, last->shift + item.shift, size);
        last->list = std::move(list);
    }
    for (Diagnostic& found : result.diagnostics)
        found.range = within(found.range, size);
}

} // namespace

SessionResult Session::render(const QByteArray& text, Engine engine, const Options& options)
{
    if (d->readInGroups(text, engine, options)) {
        SessionResult result = d->groups.result();
        cutAtEnd(result, text.size());
        return result;
    }
    const Document document = parse(text, engine, options);
    SessionResult result { {}, document.diagnostics() };
    for (HtmlBlock& block : toHtmlBlocks(document))
        result.blocks.push_back({ std::make_shared<const HtmlBlock>(std::move(block)), 0, 0, {} });
    return result;
}

} // namespace lectern::markdown
