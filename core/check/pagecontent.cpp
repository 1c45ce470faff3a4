// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/pagecontent.h"

#include "core/base/textrange.h"
#include "core/document/frontmatter.h"

#include <QRegularExpression>

#include <vector>

namespace lectern::check {
namespace {

/// Blanks `text` wherever `pattern` matches; line ends stay, so that lines stay lines.
void blank(QString& text, const QRegularExpression& pattern)
{
    auto matches = pattern.globalMatch(text);
    std::vector<TextRange> ranges;
    while (matches.hasNext()) {
        const auto match = matches.next();
        ranges.push_back({ match.capturedStart(), match.capturedEnd() });
    }
    for (const TextRange& range : ranges) {
        for (qsizetype at = range.from; at < range.to; ++at) {
            if (text[at] != u'\n' && text[at] != u'\r')
                text[at] = u' ';
        }
    }
}

} // namespace

QString contentText(const QByteArray& bytes)
{
    static const QRegularExpression parts[] = {
        QRegularExpression(
            QStringLiteral("<!--.*?(?:-->|\\z)"), QRegularExpression::DotMatchesEverythingOption),
        QRegularExpression(QStringLiteral("\\{%-?\\s*(raw|comment)\\s*-?%\\}.*?\\{%-?\\s*end\\1\\s*-?%\\}"),
            QRegularExpression::DotMatchesEverythingOption),
        QRegularExpression(QStringLiteral("<(script|style|pre|code)\\b[^>]*>.*?</\\1\\s*>"),
            QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(QStringLiteral("^ {0,3}(```+|~~~+)[^\\n]*\\n.*?(?:^ {0,3}\\1|\\z)"),
            QRegularExpression::DotMatchesEverythingOption | QRegularExpression::MultilineOption),
        QRegularExpression(QStringLiteral("(`+)(?!`)[^`\\n]*\\1")),
        QRegularExpression(QStringLiteral("\\{%.*?%\\}"), QRegularExpression::DotMatchesEverythingOption),
    };
    QString text = QString::fromLatin1(bytes);
    for (qsizetype at = 0, end = contentStart(bytes); at < end; ++at) {
        if (text[at] != u'\n' && text[at] != u'\r')
            text[at] = u' ';
    }
    for (const QRegularExpression& part : parts)
        blank(text, part);
    return text;
}

} // namespace lectern::check
