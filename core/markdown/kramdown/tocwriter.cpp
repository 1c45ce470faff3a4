// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/htmlwriter.h"
#include "core/markdown/kramdown/placelists.h"

namespace lectern::markdown {

namespace {

/// `word` with no word character beside it; `no_toc-more` counts, as published.
bool hasWord(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !chars::isWord(text[at - 1])) && (end == text.size() || !chars::isWord(text[end])))
            return true;
    }
    return false;
}

} // namespace

void HtmlWriter::collectHeadings(const Node* parent, PlaceLists& places, std::vector<TocEntry>& entries) const
{
    for (const Node* child = parent->first; child; child = child->next) {
        if (places.isNext(child))
            continue;
        const std::string_view* id = child->kind == NodeKind::Heading ? child->attribute("id") : nullptr;
        const std::string_view* classes = id ? child->attribute("class") : nullptr;
        const bool isLeftOut = classes && hasWord(*classes, "no_toc");
        if (id && !isLeftOut && child->level >= 1 && child->level <= 6 && m_options.tocLevels[child->level])
            entries.push_back({ child->level, *id, child });
        collectHeadings(child, places, entries);
    }
}

std::size_t HtmlWriter::writeTocLevel(const std::vector<TocEntry>& entries, std::size_t at, const Node* list,
    std::string_view prefix, int indent)
{
    const char* name = list->kind == NodeKind::BulletList ? "ul" : "ol";
    const int outer = at > 0 ? entries[at - 1].level : 0;
    const int inside = indent + 2;
    while (at < entries.size() && entries[at].level > outer) {
        const TocEntry& entry = entries[at];
        indentBy(inside);
        m_out += "<li><a";
        writeAttribute("href", "#" + std::string(entry.id));
        writeAttribute("id", std::string(prefix) + "-" + std::string(entry.id));
        m_out += '>';
        m_inToc = true;
        writeInner(entry.heading, inside + 4); // as deep as in the list, its item and its paragraph
        m_inToc = false;
        m_out += "</a>";
        ++at;
        if (at < entries.size() && entries[at].level > entry.level && inside < 400) {
            indentBy(inside + 2);
            m_out.append("<").append(name).append(">\n");
            at = writeTocLevel(entries, at, list, prefix, inside + 2);
            indentBy(inside + 2);
            m_out.append("</").append(name).append(">\n");
            indentBy(inside);
        }
        m_out += "</li>\n";
    }
    return at;
}

void HtmlWriter::writeToc(const Node* list)
{
    std::vector<TocEntry> entries;
    PlaceLists places;
    collectHeadings(&m_document.root(), places, entries);
    for (const Node* footnote : m_document.footnotes())
        collectHeadings(footnote, places, entries);
    if (entries.empty())
        return;
    const std::string_view* id = list->attribute("id");
    const std::string_view prefix = id ? *id : std::string_view("markdown-toc");
    const char* name = list->kind == NodeKind::BulletList ? "ul" : "ol";
    openTag(name, list->attributes, list->range);
    if (!id)
        writeAttribute("id", prefix);
    m_out += ">\n";
    std::size_t at = 0;
    while (at < entries.size()) {
        // A heading above the first one's level starts over at the outermost level.
        const std::vector<TocEntry> rest(entries.begin() + std::ptrdiff_t(at), entries.end());
        at += writeTocLevel(rest, 0, list, prefix, 0);
    }
    m_out.append("</").append(name).append(">\n");
}

} // namespace lectern::markdown
