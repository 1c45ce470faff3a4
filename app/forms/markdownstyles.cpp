// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/markdownstyles.h"

#include "core/markdown/markdown.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::app {

namespace {

using markdown::Node;
using markdown::NodeKind;

int styleOf(const Node& node)
{
    switch (node.kind) {
    case NodeKind::Strong:
    case NodeKind::Heading:
    case NodeKind::Term:
        return BoldText;
    case NodeKind::Emphasis:
        return ItalicText;
    case NodeKind::Strikethrough:
        return StruckText;
    case NodeKind::Link:
        return LinkText;
    case NodeKind::HtmlElement:
        if (node.text == "strong" || node.text == "b")
            return BoldText;
        return node.text == "em" || node.text == "i" ? ItalicText : node.text == "a" ? LinkText : PlainText;
    default:
        return PlainText;
    }
}

/// Paints the tree over the text: a node's own bytes are marks, what its children leave free stays so.
class Painter {
public:
    Painter(const QString& text, const QByteArray& bytes)
        : m_styles(size_t(text.size()), PlainText)
    {
        m_unitAt.reserve(size_t(bytes.size()) + 1);
        qsizetype unit = 0;
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            // A character's first byte moves on: by two units where four bytes make a surrogate pair.
            if (value < 0x80 || value >= 0xc0) {
                m_unitAt.push_back(unit);
                unit += value >= 0xf0 ? 2 : 1;
            } else {
                m_unitAt.push_back(m_unitAt.empty() ? 0 : m_unitAt.back());
            }
        }
        m_unitAt.push_back(unit);
    }

    void paint(const Node& node, int around)
    {
        if (node.isGenerated)
            return;
        const int inside = around | styleOf(node);
        switch (node.kind) {
        case NodeKind::Text:
        case NodeKind::RawText:
        case NodeKind::SmartQuote:
        case NodeKind::Symbol:
        case NodeKind::Abbreviation:
            fill(node.range, inside);
            break;
        case NodeKind::CodeSpan:
        case NodeKind::CodeBlock:
            fill(node.range, inside | CodeText);
            break;
        case NodeKind::Math:
            fill(node.range, inside | MathText);
            break;
        case NodeKind::Root:
        case NodeKind::Blank:
            break;
        default:
            fill(node.range, around | MarkText);
        }
        for (const Node* child = node.first; child; child = child->next)
            paint(*child, inside);
    }

    void paintLiquid(const QString& text)
    {
        static const QRegularExpression liquid(
            QStringLiteral(R"(\{\{.*?\}\}|\{%.*?%\}|\{:[^}\n]*\})"), QRegularExpression::DotMatchesEverythingOption);
        for (auto found = liquid.globalMatch(text); found.hasNext();) {
            const auto match = found.next();
            std::fill(m_styles.begin() + match.capturedStart(), m_styles.begin() + match.capturedEnd(),
                std::uint8_t(MarkText));
        }
    }

    [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(m_styles); }

private:
    void fill(TextRange range, int style)
    {
        const auto last = qsizetype(m_unitAt.size()) - 1;
        const auto from = size_t(m_unitAt[size_t(std::clamp<qsizetype>(range.from, 0, last))]);
        const auto to = size_t(m_unitAt[size_t(std::clamp<qsizetype>(range.to, 0, last))]);
        for (size_t unit = from; unit < std::min(to, m_styles.size()); ++unit)
            m_styles[unit] = std::uint8_t(style);
    }

    std::vector<std::uint8_t> m_styles;
    std::vector<qsizetype> m_unitAt;
};

} // namespace

std::vector<std::uint8_t> markdownStyles(const QString& text)
{
    // An unpaired surrogate would become three bytes for one unit of another length: shown plain.
    const QByteArray bytes = text.toUtf8();
    if (QString::fromUtf8(bytes) != text)
        return std::vector<std::uint8_t>(size_t(text.size()), PlainText);
    Painter painter(text, bytes);
    const markdown::Document document = markdown::parse(bytes, markdown::Engine::Kramdown);
    painter.paint(document.root(), PlainText);
    painter.paintLiquid(text);
    return painter.take();
}

} // namespace lectern::app
