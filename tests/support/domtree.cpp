// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/domtree.h"

#include <QByteArrayList>
#include <QSet>

#include <gumbo.h>

#include <algorithm>
#include <memory>

namespace lectern::test {

namespace {

QSet<QByteArray> words(const char* list)
{
    const QByteArrayList names = QByteArray(list).split(' ');
    return { names.begin(), names.end() };
}

bool isBlock(const QByteArray& tag)
{
    static const QSet<QByteArray> tags = words("address article aside base blockquote body caption center "
                                               "col colgroup dd details dialog dir div dl dt fieldset "
                                               "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 "
                                               "head header hgroup hr html legend li link main meta nav "
                                               "noframes ol optgroup option p pre script section style "
                                               "summary table tbody td template tfoot th thead title tr ul");
    return tags.contains(tag);
}

bool isPreformatted(const QByteArray& tag)
{
    static const QSet<QByteArray> tags = words("pre textarea script style xmp");
    return tags.contains(tag);
}

/// Elements inside a line that show something themselves: white space beside them counts.
bool isReplaced(const QByteArray& tag)
{
    static const QSet<QByteArray> tags
        = words("img input embed iframe video audio canvas svg object button select");
    return tags.contains(tag);
}

QByteArray collapsed(const QByteArray& text)
{
    QByteArray result;
    for (const char c : text) {
        const bool isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if (!isSpace)
            result += c;
        else if (!result.endsWith(' '))
            result += ' ';
    }
    return result;
}

const GumboVector& childrenOf(const GumboNode* node)
{
    return node->type == GUMBO_NODE_DOCUMENT ? node->v.document.children : node->v.element.children;
}

QByteArray tagOf(const GumboElement& element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return QByteArray(piece.data, qsizetype(piece.length)).toLower();
}

QByteArray attributesOf(const GumboElement& element, bool* isHighlighted)
{
    QByteArrayList list;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        const QByteArray name = attribute->name;
        QByteArray value = collapsed(attribute->value).trimmed();
        if (name == "class") {
            const QByteArrayList classes = value.split(' ');
            *isHighlighted
                = *isHighlighted || classes.contains("highlight") || classes.contains("highlighter-rouge");
        }
        list.append(' ' + name + "=\"" + value.replace('"', "&quot;") + '"');
    }
    std::sort(list.begin(), list.end());
    return list.join();
}

bool isElement(const GumboNode* node)
{
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool isTextNode(const GumboNode* node)
{
    return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE
        || node->type == GUMBO_NODE_CDATA;
}

bool holdsCode(const GumboNode* node)
{
    for (unsigned i = 0; i < childrenOf(node).length; ++i) {
        const auto* child = static_cast<const GumboNode*>(childrenOf(node).data[i]);
        if (isElement(child)
            && (child->v.element.tag == GUMBO_TAG_PRE || child->v.element.tag == GUMBO_TAG_CODE))
            return true;
    }
    return false;
}

QByteArray allText(const GumboNode* node)
{
    if (isTextNode(node))
        return node->v.text.text;
    QByteArray text;
    if (isElement(node)) {
        for (unsigned i = 0; i < childrenOf(node).length; ++i)
            text += allText(static_cast<const GumboNode*>(childrenOf(node).data[i]));
    }
    return text;
}

void appendText(std::vector<DomNode>& children, const QByteArray& text)
{
    if (!children.empty() && children.back().isText())
        children.back().text += text;
    else
        children.push_back({ {}, {}, text, {} });
}

void readChildren(const GumboNode* node, bool isHighlighted, std::vector<DomNode>& children)
{
    for (unsigned i = 0; i < childrenOf(node).length; ++i) {
        const auto* child = static_cast<const GumboNode*>(childrenOf(node).data[i]);
        if (isTextNode(child)) {
            appendText(children, child->v.text.text);
        } else if (isElement(child)) {
            DomNode element;
            bool highlighted = isHighlighted;
            element.tag = tagOf(child->v.element);
            element.attributes = attributesOf(child->v.element, &highlighted);
            if (highlighted && (element.tag == "pre" || element.tag == "code") && !holdsCode(child))
                appendText(element.children, allText(child));
            else
                readChildren(child, highlighted, element.children);
            children.push_back(std::move(element));
        }
    }
}

/// Walks the texts of one block box in the order in which they are shown.
class SpaceCollapser {
public:
    void collapse(DomNode& node)
    {
        for (DomNode& child : node.children) {
            if (child.isText())
                collapseText(child);
            else if (isPreformatted(child.tag))
                collapsePreformatted(child);
            else if (child.tag == "br")
                endLine();
            else if (isBlock(child.tag))
                collapseBlock(child);
            else
                collapseInline(child);
        }
    }

    /// A blank in front of a block's edge is not shown.
    void endLine()
    {
        if (m_last && m_last->text.endsWith(' '))
            m_last->text.chop(1);
        m_last = nullptr;
        m_afterSpace = true;
    }

private:
    void collapseText(DomNode& node)
    {
        node.text = collapsed(node.text);
        if (m_afterSpace && node.text.startsWith(' '))
            node.text.remove(0, 1);
        if (node.text.isEmpty())
            return;
        m_afterSpace = node.text.endsWith(' ');
        m_last = &node;
    }

    void collapsePreformatted(DomNode& node)
    {
        endLine();
        if (node.tag == "script" || node.tag == "style") {
            for (DomNode& child : node.children)
                child.text = collapsed(child.text).trimmed();
        }
        DomNode* last = &node;
        while (node.tag == "pre" && !last->isText() && !last->children.empty())
            last = &last->children.back();
        while (last->text.endsWith('\n') || last->text.endsWith('\r'))
            last->text.chop(1);
    }

    void collapseBlock(DomNode& node)
    {
        endLine();
        SpaceCollapser inside;
        inside.collapse(node);
        inside.endLine();
    }

    void collapseInline(DomNode& node)
    {
        if (isReplaced(node.tag))
            startReplaced();
        collapse(node);
        if (isReplaced(node.tag))
            startReplaced();
    }

    void startReplaced()
    {
        m_afterSpace = false;
        m_last = nullptr;
    }

    bool m_afterSpace = true;
    DomNode* m_last = nullptr;
};

void dropEmptyTexts(DomNode& node)
{
    std::erase_if(node.children, [](const DomNode& child) { return child.isText() && child.text.isEmpty(); });
    for (DomNode& child : node.children)
        dropEmptyTexts(child);
}

} // namespace

DomNode parseDom(const QByteArray& html, DomScope scope)
{
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    if (scope == DomScope::Fragment)
        options.fragment_context = GUMBO_TAG_DIV;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, html.constData(), size_t(html.size())), destroy);
    DomNode root;
    root.tag = "#root";
    if (scope == DomScope::Fragment)
        readChildren(output->root, false, root.children);
    else
        readChildren(output->document, false, root.children);
    return root;
}

void collapseSpace(DomNode& root)
{
    SpaceCollapser spaces;
    spaces.collapse(root);
    spaces.endLine();
    dropEmptyTexts(root);
}

} // namespace lectern::test
