// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdown/kramdown/treefinisher.h"

#include "core/markdown/kramdown/chars.h"
#include "core/markdown/kramdown/headerids.h"
#include "core/markdown/kramdown/spanparser.h"

#include <algorithm>
#include <limits>

namespace lectern::markdown {

using namespace chars;

std::vector<const Node*> TreeFinisher::finish(Node* root)
{
    readSpans(root);
    prepare();
    if (!m_abbreviations.empty())
        markAbbreviations(root);
    for (std::string_view name : m_context.footnoteOrder) {
        Node* content = m_context.footnotes.at(name).content;
        readSpans(content);
        if (!m_abbreviations.empty())
            markAbbreviations(content);
    }
    if (m_context.options.gfmInput && m_context.mayBreakLines)
        breakLines(root);
    nameHeadings(root, false);
    if (!m_context.footnotes.empty())
        numberFootnotes(root);
    for (std::size_t i = 0; i < m_footnotes.size(); ++i) {
        auto* content = const_cast<Node*>(m_footnotes[i]);
        nameHeadings(content, true);
        m_written.insert(content);
        numberFootnotes(content);
        settleRanges(content, root->range.to);
    }
    settleRanges(root, root->range.to);
    return m_footnotes;
}

void TreeFinisher::prepare()
{
    m_abbreviations = m_context.abbreviationOrder;
    std::stable_sort(m_abbreviations.begin(), m_abbreviations.end(),
        [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
}

std::vector<TreeFinisher::HeadingId> TreeFinisher::finishPart(Node* root)
{
    readSpans(root);
    if (!m_abbreviations.empty())
        markAbbreviations(root);
    if (m_context.options.gfmInput)
        breakLines(root);
    m_given.clear();
    nameHeadings(root, false);
    // Such a text has its line end already.
    settleRanges(root, std::numeric_limits<qsizetype>::max());
    return std::move(m_given);
}

bool TreeFinisher::countAgain(const std::vector<HeadingId>& ids)
{
    return std::all_of(ids.begin(), ids.end(), [this](const HeadingId& given) {
        return headerids::counted(given.base, given.isGfm ? m_gfmIds : m_oldIds) == given.id;
    });
}

void TreeFinisher::readSpans(Node* parent)
{
    Node* lastBlank = nullptr;
    Node* next = nullptr;
    for (Node* child = parent->first; child; child = next) {
        next = child->next;
        switch (child->kind) {
        case NodeKind::RawText:
            lastBlank = nullptr;
            replaceRawText(child);
            continue;
        case NodeKind::EndOfBlock:
            removeChild(child);
            continue;
        case NodeKind::Blank:
            if (lastBlank)
                removeChild(child);
            else
                lastBlank = child;
            continue;
        default:
            break;
        }
        lastBlank = nullptr;
        // GFM names a heading by what a reader sees, kramdown's own parser by its source.
        const bool isGfm = m_context.options.gfmInput;
        const bool bySource
            = child->kind == NodeKind::Heading && !isGfm && !m_context.options.autoIdStripping;
        // One that was an element knows already.
        if (bySource && child->first && !child->extra.data())
            child->extra = m_context.arena.copy(std::string(child->first->text));
        const qint64 steps = m_context.steps;
        const std::size_t findings = m_context.diagnostics.size();
        readSpans(child);
        if (TopItem* top = m_context.topItem(child)) {
            top->fresh.steps += m_context.steps - steps;
            top->fresh.isKeepable &= m_context.diagnostics.size() == findings;
        }
        if (child->ial)
            applyAttributeList(m_context.arena, child->attributes, *child->ial, m_context.namedLists);
        if ((child->kind == NodeKind::Heading && !bySource) || child->kind == NodeKind::Term)
            child->extra = m_context.arena.copy(headerids::headingText(child, isGfm));
    }
}

void TreeFinisher::replaceRawText(Node* raw)
{
    SpanParser parser(m_context, rawChunk(raw));
    parser.parse(raw);
    while (Node* span = raw->first) {
        removeChild(span);
        insertBefore(raw, span);
    }
    removeChild(raw);
}

void TreeFinisher::markAbbreviations(Node* parent)
{
    const bool isRaw = parent->kind == NodeKind::HtmlElement && parent->model == ContentModel::Raw;
    Node* next = nullptr;
    for (Node* child = parent->first; child; child = next) {
        next = child->next;
        if (child->kind == NodeKind::Text) {
            if (!isRaw)
                splitAtAbbreviations(child);
        } else {
            markAbbreviations(child);
        }
    }
}

std::size_t TreeFinisher::findAbbreviation(std::string_view text, std::size_t from, std::size_t* length) const
{
    for (std::size_t at = from; at < text.size(); ++at) {
        // Inside a word nothing starts, unless the abbreviation itself starts with what is no word character.
        for (std::string_view name : m_abbreviations) {
            if (text.compare(at, name.size(), name) != 0)
                continue;
            const std::size_t end = at + name.size();
            const bool startsWord = at == from || text[at - 1] == '\n' || !isWord(text[at - 1]);
            if (!startsWord || (end < text.size() && isWord(text[end])))
                continue;
            *length = name.size();
            return at;
        }
    }
    return none;
}

void TreeFinisher::splitAtAbbreviations(Node* node)
{
    const std::string_view text = node->text;
    std::size_t from = 0;
    std::size_t length = 0;
    const auto sourceOf = [&](std::size_t begin, std::size_t end) {
        if (node->capacity != 0 || !node->map)
            return node->range;
        return TextRange { node->map->toSource(node->mapBase + begin),
            node->map->endToSource(node->mapBase + end) };
    };
    for (std::size_t at = findAbbreviation(text, 0, &length); at != none;
         at = findAbbreviation(text, from, &length)) {
        if (at > from) {
            Node* before = m_context.newNode(NodeKind::Text, sourceOf(from, at));
            before->isSpan = true;
            before->text = text.substr(from, at - from);
            insertBefore(node, before);
        }
        Node* abbreviation = m_context.newNode(NodeKind::Abbreviation, sourceOf(at, at + length));
        abbreviation->isSpan = true;
        abbreviation->text = text.substr(at, length);
        const AbbreviationDefinition& definition = m_context.abbreviations.at(abbreviation->text);
        if (definition.mark && definition.mark->ial)
            applyAttributeList(
                m_context.arena, abbreviation->attributes, *definition.mark->ial, m_context.namedLists);
        if (!definition.title.empty())
            setAttribute(m_context.arena, abbreviation->attributes, "title", definition.title);
        insertBefore(node, abbreviation);
        from = at + length;
    }
    if (from == 0)
        return;
    if (from < text.size() && node->capacity == 0 && node->map) {
        node->range = sourceOf(from, text.size());
        node->mapBase += from;
    }
    node->text = text.substr(from);
    node->capacity = 0;
}

/// What a heading holds is left alone where it gets its name: it has one line only, unless it was an element.
bool TreeFinisher::isNamedByText(const Node* node) const
{
    return node->kind == NodeKind::Heading && m_context.options.autoIds && !node->attribute("id");
}

void TreeFinisher::breakLines(Node* parent)
{
    const std::string_view mark = m_context.options.hardWrap ? "\n" : "\\\n";
    Node* next = nullptr;
    for (Node* child = parent->first; child; child = next) {
        next = child->next;
        if (child->kind == NodeKind::Text) {
            if (child->text.find(mark) != none)
                splitAtBreaks(child, mark);
        } else if (child->kind != NodeKind::HtmlElement && !isNamedByText(child)) {
            breakLines(child);
        }
    }
}

void TreeFinisher::splitAtBreaks(Node* node, std::string_view mark)
{
    const std::string_view text = node->text;
    const auto sourceOf = [&](std::size_t begin, std::size_t end) {
        if (node->capacity != 0 || !node->map)
            return node->range;
        return TextRange { node->map->toSource(node->mapBase + begin),
            node->map->endToSource(node->mapBase + end) };
    };
    // Each line but the first keeps its newline; the last break of a block goes when nothing follows it.
    const bool endsBlock = !node->parent->isSpan && !node->next && text.ends_with(mark);
    std::size_t from = 0;
    for (std::size_t at = text.find(mark); at != none; at = text.find(mark, at + mark.size())) {
        Node* line = m_context.newNode(NodeKind::Text, sourceOf(from, std::max(at, from + 1)));
        line->isSpan = true;
        line->text = text.substr(from, at - from);
        insertBefore(node, line);
        from = at + mark.size() - 1;
        if (!(endsBlock && at + mark.size() == text.size())) {
            Node* lineBreak = m_context.newNode(NodeKind::LineBreak, sourceOf(at, at + 1));
            lineBreak->isSpan = true;
            insertBefore(node, lineBreak);
        }
    }
    node->range = sourceOf(from, text.size());
    node->text = text.substr(from);
    node->capacity = 0;
    node->map = nullptr;
}

void TreeFinisher::nameHeadings(Node* parent, bool insideHtml)
{
    for (Node* child = parent->first; child; child = child->next) {
        const bool isNamed = isNamedByText(child);
        if (isNamed) {
            const bool gfm = m_context.options.gfmInput && !insideHtml;
            std::string base = gfm ? headerids::gfmId(child->extra) : headerids::oldId(child->extra);
            const std::string id = headerids::counted(base, gfm ? m_gfmIds : m_oldIds);
            setAttribute(m_context.arena, child->attributes, "id",
                m_context.arena.copy(m_context.options.autoIdPrefix.toStdString() + id));
            m_given.push_back({ gfm, std::move(base), id });
        }
        if (child->kind == NodeKind::DefinitionList)
            nameTerms(child);
        const std::size_t given = m_given.size();
        if (child->first)
            nameHeadings(child, insideHtml || isNamed || child->kind == NodeKind::HtmlElement);
        // Names of headings are counted over the whole page.
        if (TopItem* top = m_context.topItem(child))
            top->fresh.isKeepable &= m_given.size() == given;
    }
}

void TreeFinisher::nameTerms(Node* list)
{
    if (!list->ial)
        return;
    for (const AttributeList::Reference* at = list->ial->references; at; at = at->next) {
        if (!at->name.starts_with("auto_ids"))
            continue;
        const std::string_view prefix
            = at->name.starts_with("auto_ids-") ? at->name.substr(9) : std::string_view();
        for (Node* term = list->first; term; term = term->next) {
            if (term->kind == NodeKind::Term && !term->attribute("id")) {
                setAttribute(m_context.arena, term->attributes, "id",
                    m_context.arena.copy(std::string(prefix) + headerids::plainId(term->extra)));
            }
        }
        return;
    }
}

void TreeFinisher::numberFootnotes(Node* parent)
{
    for (Node* child = parent->first; child; child = child->next) {
        if (m_placeLists.isNext(child))
            continue;
        if (child->kind == NodeKind::FootnoteReference && child->target) {
            const auto [entry, isNew] = m_footnoteNumbers.try_emplace(child->target, 0);
            if (isNew) {
                entry->second = std::uint32_t(m_footnotes.size())
                    + std::uint32_t(std::max(0, m_context.options.footnoteNumber));
                m_footnotes.push_back(child->target);
                child->target->number = entry->second;
            } else {
                child->repeat = ++m_references[child->target];
                if (!m_written.contains(child->target))
                    child->target->repeat = child->repeat;
            }
            child->number = entry->second;
        } else if (child->first) {
            numberFootnotes(child);
        }
    }
}

void TreeFinisher::settleRanges(Node* node, qsizetype size)
{
    // The line end that every text is given at its end stands nowhere.
    node->range = { std::min(node->range.from, size), std::min(node->range.to, size) };
    // Children first; then a parent covers what it holds, and what stands nowhere sits at its neighbour.
    qsizetype end = -1;
    qsizetype start = -1;
    for (Node* child = node->first; child; child = child->next) {
        settleRanges(child, size);
        if (child->range.to < child->range.from)
            child->range.to = child->range.from;
        if (end >= 0 && child->range.from < end) {
            child->range.from = end;
            child->range.to = std::max(child->range.to, end);
        }
        if (start < 0)
            start = child->range.from;
        end = std::max(end, child->range.to);
    }
    node->map = nullptr; // the maps go with the parse
    if (node->first && node->kind != NodeKind::Root) {
        node->range.from = std::min(node->range.from, start);
        node->range.to = std::max(node->range.to, end);
    }
}

} // namespace lectern::markdown
