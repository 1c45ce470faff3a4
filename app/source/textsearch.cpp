// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/source/textsearch.h"

#include "app/source/textprojection.h"

#include <QRegularExpression>

namespace lectern::app {
namespace {

QRegularExpression expressionOf(const SearchQuery& query)
{
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(query.isExpression ? query.text : QRegularExpression::escape(query.text), options);
}

} // namespace

QString searchProblem(const SearchQuery& query)
{
    const QRegularExpression expression = expressionOf(query);
    return expression.isValid() ? QString() : expression.errorString();
}

std::vector<SearchMatch> findAll(QByteArrayView bytes, const SearchQuery& query, int limit)
{
    std::vector<SearchMatch> found;
    const QRegularExpression expression = expressionOf(query);
    if (query.text.isEmpty() || !expression.isValid())
        return found;
    const TextProjection projection(bytes);
    auto matches = expression.globalMatch(projection.text());
    while (matches.hasNext() && int(found.size()) < limit) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            found.push_back({projection.bytes(match.capturedStart(), match.capturedEnd()), match.capturedTexts()});
    }
    return found;
}

QByteArray replacementFor(const SearchMatch& match, const QString& replacement, const SearchQuery& query)
{
    if (!query.isExpression)
        return replacement.toUtf8();
    QString text;
    for (qsizetype at = 0; at < replacement.size(); ++at) {
        const QChar c = replacement[at];
        if (c != u'\\' || at + 1 == replacement.size()) {
            text.append(c);
            continue;
        }
        const QChar next = replacement[++at];
        if (next >= u'0' && next <= u'9')
            text.append(match.captured.value(next.unicode() - u'0'));
        else if (next == u'n' || next == u't')
            text.append(next == u'n' ? u'\n' : u'\t');
        else if (next == u'\\')
            text.append(next);
        else
            text.append(c).append(next);
    }
    return text.toUtf8();
}

Edits replaceAll(
    QByteArrayView bytes, const std::vector<SearchMatch>& matches, const QString& replacement, const SearchQuery& query)
{
    Edits edits;
    qsizetype shift = 0;
    for (const SearchMatch& match : matches) {
        const QByteArray inserted = replacementFor(match, replacement, query);
        const Edit edit {
            match.range.from + shift, bytes.sliced(match.range.from, match.range.length()).toByteArray(), inserted};
        if (edit.isNoop())
            continue;
        shift += inserted.size() - match.range.length();
        edits.push_back(edit);
    }
    return edits;
}

} // namespace lectern::app
