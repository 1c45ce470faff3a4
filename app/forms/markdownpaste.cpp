// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/markdownpaste.h"

#include <QMimeData>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QUrl>

namespace lectern::app {

namespace {

/// A pasted clipboard longer than this is taken as plain text: reading it as HTML would be felt.
constexpr qsizetype longestHtml = 2'000'000;

struct Piece {
    QString text;
    bool bold = false;
    bool italic = false;
    bool code = false;
    QString address;

    [[nodiscard]] bool joins(const Piece& other) const
    {
        return bold == other.bold && italic == other.italic && code == other.code && address == other.address;
    }
};

QString escaped(const QString& text)
{
    QString safe;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text[at];
        // "snake_case" needs no help; a mark at a word's edge does.
        const bool inWord = at > 0 && at + 1 < text.size() && text[at - 1].isLetterOrNumber()
            && text[at + 1].isLetterOrNumber();
        const bool mark = character == u'*' || character == u'`' || character == u'[' || character == u']'
            || (character == u'_' && !inWord);
        if (mark)
            safe.append(u'\\');
        safe.append(character);
    }
    return safe;
}

/// Marks stand at words, never at white space.
QString marked(const QString& text, const QString& mark)
{
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && text[from].isSpace())
        ++from;
    while (to > from && text[to - 1].isSpace())
        --to;
    return from == to ? text
                      : text.first(from) + mark + text.sliced(from, to - from) + mark + text.sliced(to);
}

QString written(const Piece& piece, bool heading)
{
    QString text = piece.code ? marked(piece.text, QStringLiteral("`")) : escaped(piece.text);
    if (piece.italic)
        text = marked(text, QStringLiteral("*"));
    if (piece.bold && !heading)
        text = marked(text, QStringLiteral("**"));
    if (!piece.address.isEmpty())
        text = u'[' + text + QLatin1StringView("](") + piece.address + u')';
    return text;
}

QString blockText(const QTextBlock& block)
{
    std::vector<Piece> pieces;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const QTextCharFormat format = fragment.charFormat();
        QString text = fragment.text();
        text.remove(QChar(QChar::ObjectReplacementCharacter));
        text.replace(QChar(QChar::LineSeparator), QLatin1StringView("  \n"));
        Piece piece { text, format.fontWeight() >= QFont::DemiBold, format.fontItalic(),
            format.fontFixedPitch(), format.anchorHref() };
        if (!pieces.empty() && pieces.back().joins(piece))
            pieces.back().text += piece.text;
        else if (!piece.text.isEmpty())
            pieces.push_back(piece);
    }
    QString text;
    for (const Piece& piece : pieces)
        text += written(piece, block.blockFormat().headingLevel() > 0);
    return text.trimmed();
}

} // namespace

QString markdownFromHtml(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    QString result;
    bool wasItem = false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString text = blockText(block);
        if (text.isEmpty())
            continue;
        QString line;
        if (const QTextList* const list = block.textList()) {
            const bool numbered = list->format().style() <= QTextListFormat::ListDecimal;
            line = QString(2 * std::max(0, list->format().indent() - 1), u' ')
                + (numbered ? QStringLiteral("%1. ").arg(list->itemNumber(block) + 1) : QStringLiteral("- "));
        } else if (const int level = block.blockFormat().headingLevel(); level > 0) {
            line = QString(level, u'#') + u' ';
        } else if (block.blockFormat().hasProperty(QTextFormat::BlockQuoteLevel)) {
            line = QStringLiteral("> ");
        }
        const bool isItem = block.textList() != nullptr;
        if (!result.isEmpty())
            result += isItem && wasItem ? QStringLiteral("\n") : QStringLiteral("\n\n");
        result += line + text;
        wasItem = isItem;
    }
    return result;
}

QString pastedMarkdown(const QMimeData& data, const QString& selected)
{
    const QString text = data.text();
    const QString address = text.trimmed();
    static const QRegularExpression isAddress(
        QStringLiteral(R"(^(?:https?://|mailto:)\S+$)"), QRegularExpression::CaseInsensitiveOption);
    const bool oneLine
        = !selected.trimmed().isEmpty() && !selected.contains(u'\n') && !selected.contains(u']');
    if (oneLine && isAddress.match(address).hasMatch() && !isAddress.match(selected.trimmed()).hasMatch())
        return u'[' + selected + QLatin1StringView("](") + address + u')';
    if (!data.hasHtml() || data.html().size() > longestHtml)
        return text;
    // Editors put plain text on the clipboard as HTML without any formatting: the text itself is the truth
    // then.
    static const QRegularExpression formatted(
        QStringLiteral(
            R"(<(?:a\s[^>]*href|b|strong|i|em|code|li|h[1-6]|blockquote)\b|font-weight:\s*(?:bold|[6-9]00)|font-style:\s*italic)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString html = data.html();
    if (!formatted.match(html).hasMatch())
        return text;
    const QString markdown = markdownFromHtml(html);
    return markdown.isEmpty() ? text : markdown;
}

} // namespace lectern::app
