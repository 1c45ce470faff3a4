// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/markdownhighlighter.h"

#include "app/forms/markdownstyles.h"
#include "app/shell/look.h"

#include <QEvent>
#include <QFontDatabase>
#include <QTextDocument>

#include <algorithm>

namespace lectern::app {

MarkdownHighlighter::MarkdownHighlighter(QTextEdit* box)
    : QSyntaxHighlighter(box->document())
    , m_box(box)
{
    box->installEventFilter(this);
}

void MarkdownHighlighter::setMisspelt(Misspelt misspelt)
{
    m_misspelt = std::move(misspelt);
    m_text.clear();
    m_revision = -1;
    rehighlight();
}

void MarkdownHighlighter::read()
{
    // Once for all blocks: each of them asks.
    if (document()->revision() == m_revision)
        return;
    m_revision = document()->revision();
    QString text = document()->toRawText();
    text.replace(QChar(QChar::ParagraphSeparator), u'\n');
    if (text == m_text)
        return;
    m_text = text;
    m_styles = markdownStyles(text);
    m_wrong.assign(m_styles.size(), false);
    if (m_misspelt) {
        for (const auto& [from, to] : m_misspelt(m_text, m_styles)) {
            for (qsizetype at = from; at < to; ++at)
                m_wrong[size_t(at)] = true;
        }
    }
    m_behind.assign(m_styles.size() + 1, 0);
    for (size_t at = m_styles.size(); at > 0; --at)
        m_behind[at - 1] = m_behind[at] * 31 + m_styles[at - 1] + (m_wrong[at - 1] ? 256u : 0u);
}

QTextCharFormat MarkdownHighlighter::format(int style, bool misspelt) const
{
    const QPalette palette = m_box->palette();
    QTextCharFormat format;
    if (style & BoldText)
        format.setFontWeight(QFont::Bold);
    if (style & ItalicText)
        format.setFontItalic(true);
    if (style & StruckText)
        format.setFontStrikeOut(true);
    if (style & (CodeText | MathText))
        format.setFontFamilies({ QFontDatabase::systemFont(QFontDatabase::FixedFont).family() });
    if (style & LinkText)
        format.setForeground(look::accent(palette));
    if (style & MarkText)
        format.setForeground(look::secondaryText(palette));
    if (misspelt) {
        format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        format.setUnderlineColor(look::errorColor(palette));
    }
    return format;
}

void MarkdownHighlighter::highlightBlock(const QString& text)
{
    read();
    const auto first = size_t(currentBlock().position());
    const auto length = size_t(text.size());
    // A block that changed how those behind it read makes them be painted again.
    setCurrentBlockState(int(m_behind[std::min(first + length, m_styles.size())] & 0x3fffffff));
    for (size_t from = 0; from < length && first + from < m_styles.size();) {
        size_t to = from + 1;
        while (to < length && m_styles[first + to] == m_styles[first + from]
            && m_wrong[first + to] == m_wrong[first + from])
            ++to;
        if (m_styles[first + from] != PlainText || m_wrong[first + from])
            setFormat(int(from), int(to - from), format(m_styles[first + from], m_wrong[first + from]));
        from = to;
    }
}

bool MarkdownHighlighter::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        rehighlight();
    return QSyntaxHighlighter::eventFilter(watched, event);
}

} // namespace lectern::app
