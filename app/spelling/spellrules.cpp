// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/spellrules.h"

#include "app/forms/markdownstyles.h"

#include <QRegularExpression>

#include <algorithm>

namespace lectern::app {

namespace {

bool isJoint(QChar character)
{
    return character == u'\'' || character == u'’';
}

bool hasSpacelessScript(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar character) {
        switch (character.script()) {
        case QChar::Script_Han:
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
        case QChar::Script_Hangul:
        case QChar::Script_Thai:
            return true;
        default:
            return character.isSurrogate();
        }
    });
}

/// Capitals behind the first letter: an abbreviation or a name made up ("CSRanking").
bool hasInnerCapital(QStringView word)
{
    return std::any_of(word.begin() + 1, word.end(), [](QChar character) { return character.isUpper(); });
}

std::vector<bool> withoutAddresses(const QString& text, const std::vector<std::uint8_t>& styles)
{
    std::vector<bool> open(size_t(text.size()), true);
    for (size_t at = 0; at < open.size() && at < styles.size(); ++at)
        open[at] = !(styles[at] & (MarkText | CodeText | MathText));
    static const QRegularExpression address(
        QStringLiteral(
            R"(\b[a-z][a-z0-9+.-]*://\S+|\bwww\.\S+|\S+@\S+\.\S+|[\w/-]+\.(?:md|pdf|png|jpe?g|html|com|org|io|edu)\b)"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto found = address.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        std::fill(open.begin() + match.capturedStart(), open.begin() + match.capturedEnd(), false);
    }
    return open;
}

} // namespace

std::vector<std::pair<qsizetype, qsizetype>> wordsToCheck(
    const QString& text, const std::vector<std::uint8_t>& styles, const QSet<QString>& names)
{
    const std::vector<bool> open = withoutAddresses(text, styles);
    const auto inWord = [&](qsizetype at) {
        return open[size_t(at)]
            && (text[at].isLetterOrNumber() || text[at].isMark() || text[at].isSurrogate()
                || text[at] == u'_');
    };
    std::vector<std::pair<qsizetype, qsizetype>> words;
    for (qsizetype from = 0; from < text.size();) {
        if (!inWord(from)) {
            ++from;
            continue;
        }
        qsizetype to = from + 1;
        while (
            to < text.size() && (inWord(to) || (isJoint(text[to]) && to + 1 < text.size() && inWord(to + 1))))
            ++to;
        const QStringView word = QStringView(text).sliced(from, to - from);
        const bool plain = std::all_of(word.begin(), word.end(), [](QChar character) {
            return character.isLetter() || character.isMark() || isJoint(character)
                || character.isSurrogate();
        });
        if (word.size() > 1 && plain && !hasInnerCapital(word) && !hasSpacelessScript(word)
            && !names.contains(word.toString()))
            words.emplace_back(from, to);
        from = to;
    }
    return words;
}

} // namespace lectern::app
