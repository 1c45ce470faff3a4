// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"

#include "core/markdown/arena.h"
#include "core/markdown/gfm/gfm.h"
#include "core/markdown/gfm/gfmwriter.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/kramdown.h"

namespace lectern::markdown {

Document::Document()
    : m_arena(std::make_shared<Arena>())
    , m_root(m_arena->make<Node>())
{
}

Document parse(const QByteArray& text, Engine engine, const Options& options)
{
    return engine == Engine::Gfm ? gfm::parse(text, options) : kramdown::parse(text, options);
}

std::vector<HtmlBlock> toHtmlBlocks(const Document& document)
{
    if (document.engine() == Engine::Gfm)
        return gfm::GfmWriter(document).writeBlocks();
    return HtmlWriter(document).writeBlocks();
}

QByteArray toHtml(const Document& document)
{
    if (document.engine() == Engine::Kramdown)
        return HtmlWriter(document).writeAll();
    QByteArray html;
    for (const HtmlBlock& block : toHtmlBlocks(document))
        html += block.html;
    return html;
}

} // namespace lectern::markdown
