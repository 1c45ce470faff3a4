// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/markdown.h"

#include "core/markdown/arena.h"

namespace lectern::markdown {

Document::Document() : m_arena(std::make_shared<Arena>()), m_root(m_arena->make<Node>()) {}

class DocumentBuilder {
public:
    static Document textOnly(const QByteArray& text, Engine engine, const Options& options)
    {
        Document document;
        document.m_text = text;
        document.m_engine = engine;
        document.m_options = options;
        Node* root = document.m_arena->make<Node>();
        Node* raw = document.m_arena->make<Node>();
        raw->kind = NodeKind::Text;
        raw->range = {0, text.size()};
        raw->text = {document.m_text.constData(), std::size_t(document.m_text.size())};
        raw->parent = root;
        root->range = raw->range;
        root->first = root->last = raw;
        document.m_root = root;
        return document;
    }
};

Document parse(const QByteArray& text, Engine engine, const Options& options)
{
    return DocumentBuilder::textOnly(text, engine, options);
}

std::vector<HtmlBlock> toHtmlBlocks(const Document& document, const HtmlOptions& options)
{
    std::vector<HtmlBlock> blocks;
    for (const Node* child = document.root().first; child; child = child->next) {
        const QByteArray text(child->text.data(), qsizetype(child->text.size()));
        const QByteArray mark = options.mark ? options.mark(child->range) : QByteArray();
        blocks.push_back({child->range, "<pre" + mark + '>' + QString::fromUtf8(text).toHtmlEscaped().toUtf8() + "</pre>\n"});
    }
    return blocks;
}

QByteArray toHtml(const Document& document, const HtmlOptions& options)
{
    QByteArray html;
    for (const HtmlBlock& block : toHtmlBlocks(document, options))
        html += block.html;
    return html;
}

} // namespace lectern::markdown
