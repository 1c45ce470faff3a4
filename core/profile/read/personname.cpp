// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/read/personname.h"

#include "core/profile/scan/bytes.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace lectern::profile {
namespace {

bool isMark(QChar c)
{
    // Most characters are letters of names.
    if (isAsciiLetter(c.toLatin1()) || c == u' ')
        return false;
    return QStringView(u"*†‡§¶#✉✝✱✻+^＊⋆★☆∗⁎✦♠♣♦♥📧🖂⚑≛=~"
                       u"♯♮♭◇◆○●△▲☨‖∥0123456789_¹²³⁴⁵⁰")
        .contains(c);
}

const QSet<QString>& particles()
{
    static const QSet<QString> words { QStringLiteral("de"), QStringLiteral("van"), QStringLiteral("von"),
        QStringLiteral("der"), QStringLiteral("den"), QStringLiteral("da"), QStringLiteral("di"),
        QStringLiteral("la"), QStringLiteral("le"), QStringLiteral("bin"), QStringLiteral("al"),
        QStringLiteral("ben"), QStringLiteral("del"), QStringLiteral("dos"), QStringLiteral("el"),
        QStringLiteral("ter"), QStringLiteral("du"), QStringLiteral("zu"), QStringLiteral("e"),
        QStringLiteral("y"), QStringLiteral("ibn"), QStringLiteral("jr"), QStringLiteral("jr."),
        QStringLiteral("des") };
    return words;
}

/// Words that stand in titles and names of journals, never in a person's.
const QSet<QString>& commonWords()
{
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "journal conference conferences transactions proceedings ieee acm arxiv springer elsevier "
            "workshop workshops letters "
            "university institute international symposium review reviews nature science sciences advances "
            "engineering "
            "applications recognition intelligence analysis learning vision systems computing computer "
            "computers networks "
            "networking research technology technologies security information imaging medicine medical "
            "language processing "
            "data software graphics robotics automation society annual meeting european national best paper "
            "award oral "
            "spotlight poster highlight code project page website demo video dataset datasets preprint "
            "submitted accepted "
            "published under report thesis bibtex abstract slides supplementary neural deep model models "
            "using via based "
            "for with toward towards from on in of the to by at chapter patent patents reviewer lab "
            "laboratory school "
            "department program committee member press access magazine communications physics chemistry "
            "biology health "
            "association evaluation benchmark survey framework method methods network graph image images "
            "detection segmentation classification generation translation optimization reinforcement authors "
            "author "
            "lecture notes findings track demo tutorial paper papers link links arxiv pdf "
            "proc contents chapters feature selection clustering spectral multi-view multi-label "
            "semi-supervised self-supervised efficient towards scalable robust adaptive "
            "prize prizes first second third leader mention competition contest grant "
            "universität université universidad università universidade univ univ. hochschule institut "
            "instituto college academy center centre centro council foundation ministry federation "
            "corporation inc ltd gmbh company "
            "colloquium kolloquium congress kongress congreso congrès convention summit forum seminar tagung "
            "revista revue zeitschrift actes annales anales quarterly bulletin digest encyclopedia handbook "
            "verlag edition editors editor volume dissertation doctoral phd ph.d. master's msc "
            "theory theories mathematics mathematical philosophy psychology economics finance history "
            "studies "
            "study logic scholar google dblp orcid researchgate github linkedin twitter email wechat "
            "arxiv.org doi "
            "english deutsch français español");
        QSet<QString> set;
        for (const QString& word : list.split(u' '))
            set.insert(word);
        return set;
    }();
    return words;
}

/// Where things happen: alone it is nobody's name.
bool isPlace(const QString& text)
{
    static const QSet<QString> places { QStringLiteral("usa"), QStringLiteral("uk"), QStringLiteral("china"),
        QStringLiteral("japan"), QStringLiteral("korea"), QStringLiteral("taiwan"), QStringLiteral("germany"),
        QStringLiteral("spain"), QStringLiteral("italy"), QStringLiteral("canada"),
        QStringLiteral("australia"), QStringLiteral("switzerland"), QStringLiteral("austria"),
        QStringLiteral("netherlands"), QStringLiteral("sweden"), QStringLiteral("brazil"),
        QStringLiteral("portugal"), QStringLiteral("singapore"), QStringLiteral("beijing"),
        QStringLiteral("shanghai"), QStringLiteral("shenzhen"), QStringLiteral("hangzhou"),
        QStringLiteral("guangzhou"), QStringLiteral("nanjing"), QStringLiteral("wuhan"),
        QStringLiteral("hongkong"), QStringLiteral("hong kong"), QStringLiteral("tokyo"),
        QStringLiteral("kyoto"), QStringLiteral("seoul"), QStringLiteral("berlin"), QStringLiteral("munich"),
        QStringLiteral("vienna"), QStringLiteral("new york"), QStringLiteral("los angeles"),
        QStringLiteral("san francisco"), QStringLiteral("san diego"), QStringLiteral("new orleans"),
        QStringLiteral("new zealand"), QStringLiteral("日本語"), QStringLiteral("中文"),
        QStringLiteral("简体中文"), QStringLiteral("繁體中文"), QStringLiteral("한국어"),
        QStringLiteral("united states"), QStringLiteral("united kingdom") };
    return places.contains(text.toLower());
}

/// A word that names have not, in parentheses or without: "(Licentiate Thesis)".
bool isCommon(const QString& word)
{
    QStringView bare = word;
    while (bare.startsWith(u'('))
        bare = bare.sliced(1);
    while (bare.endsWith(u')'))
        bare.chop(1);
    return commonWords().contains(bare.toString().toLower());
}

/// "Page JC", "Best A": common words that are family names, before initials.
bool isSurnameToo(const QStringList& words)
{
    return words.size() == 2 && words[1].size() <= 3
        && std::all_of(words[1].begin(), words[1].end(), [](QChar c) { return c.isUpper() || c == u'.'; })
        && (words[0] == u"Page" || words[0] == u"Best" || words[0] == u"Press" || words[0] == u"Case");
}

bool hasIdeograph(const QString& text)
{
    return std::any_of(
        text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x3040 && c.unicode() < 0xFF00; });
}

} // namespace

qsizetype authorMarks(QByteArrayView text)
{
    qsizetype length = 0;
    qsizetype at = text.startsWith(' ') ? 1 : 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const qsizetype size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        const QString mark
            = size > 0 && at + size <= text.size() ? decoded(text.sliced(at, size)) : QString();
        if (mark.size() != 1 || !isMark(mark.front()))
            break;
        length = at += size;
    }
    return length;
}

bool isAuthorRemark(const QString& inside)
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "contribut|correspond|\\bco-?first|joint first|\\bauthors?\\b|通讯|通信|共同|共一|一作"),
        QRegularExpression::CaseInsensitiveOption);
    return inside.size() < 40 && pattern.match(inside).hasMatch();
}

QString withoutMarks(QString text)
{
    // "Ann Bee (corresponding author)"
    if (const qsizetype open = text.endsWith(u')') ? text.lastIndexOf(u'(') : -1;
        open > 0 && isAuthorRemark(text.sliced(open)))
        text.truncate(open);
    while (!text.isEmpty()
        && (isMark(text.back()) || text.back().isSpace() || text.back() == u',' || text.back() == u'$'))
        text.chop(1);
    while (!text.isEmpty() && (text.front().isSpace() || isMark(text.front())))
        text.remove(0, 1);
    return text;
}

bool isInitials(const QString& text)
{
    static const QString letters = QStringLiteral(". -");
    int capitals = 0;
    for (const QChar c : text) {
        if (c.isUpper())
            ++capitals;
        else if (!letters.contains(c) || c == u'\0')
            return false;
    }
    return capitals >= 1 && capitals <= 4 && text.contains(u'.');
}

namespace {

bool isNameWord(const QString& word, bool first)
{
    if (word.isEmpty())
        return false;
    if (particles().contains(word.toLower()))
        return !first || word.front().isUpper() || word.size() > 1;
    const QChar c = word.front();
    if (!(c.isUpper() || (c.isLetter() && !c.isLower() && !c.isUpper()) || c == u'(' || c == u'\''))
        return false;
    int letters = 0;
    int capitals = 0;
    for (const QChar letter : word) {
        if (letter.isDigit() || QStringView(u":?!/\\|@%={}[]\"“”<>_").contains(letter))
            return false;
        letters += letter.isLetter();
        capitals += letter.isUpper();
    }
    // "ICLR", "NeurIPS": acronyms have more capitals than a name's word.
    return letters > 0
        && (capitals <= 2
            || (capitals <= 3 && (word.contains(u'-') || word.contains(u'.') || word.contains(u'\''))));
}

/// "WANG": three letters or more, all of them capitals.
bool isShouted(const QString& word)
{
    return word.size() > 2 && word.size() <= 12
        && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isUpper() || c == u'-'; });
}

} // namespace

bool isEtAl(const QString& visible)
{
    if (visible.size() > 20)
        return false;
    const QString text = visible.toLower().simplified();
    return text == QLatin1StringView("et al") || text == QLatin1StringView("et al.")
        || text == QLatin1StringView("...") || text == QStringLiteral("…")
        || text == QLatin1StringView("others") || text == QStringLiteral("等")
        || text == QLatin1StringView("et. al.") || text == QLatin1StringView("...,");
}

namespace {

bool readsAsName(const QString& visible)
{
    const QString text = withoutMarks(visible.simplified());
    if (text.isEmpty() || text.size() > 60 || isPlace(text))
        return false;
    if (isEtAl(visible))
        return true;
    // "SenSys 2024": four digits are a year and no marks.
    if (text.size() + 4 <= visible.trimmed().size() && QStringView(visible).trimmed().last(4).toInt() > 1900)
        return false;
    if (hasIdeograph(text) && !text.contains(u' '))
        return text.size() >= 2 && text.size() <= 5 && !text.contains(QStringLiteral("大学"))
            && text.front().isLetter();
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 5)
        return false;
    int shouted = 0;
    int mixed = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (isCommon(words[i]) && !(i == 0 && isSurnameToo(words)))
            return false;
        // "Jiaqi WANG": one word of a name may stand in capitals.
        if (isShouted(words[i]))
            ++shouted;
        else if (!isNameWord(words[i], i == 0))
            return false;
        else
            mixed += words[i].size() > 2 && words[i].back().isLower();
    }
    // Five words are a name where one of them is small: "Luis Miguel de la Torre".
    if (words.size() == 5 && std::none_of(words.begin(), words.end(), [](const QString& word) {
            return word.size() <= 2 || particles().contains(word.toLower());
        }))
        return false;
    return (words.size() > 1 || words.first().size() > 1)
        && (shouted == 0 || (shouted == 1 && mixed > 0 && words.size() < 4));
}

} // namespace

bool isNameLike(const QString& visible)
{
    // No name is that long, whatever marks stand around it.
    if (visible.size() > 120)
        return false;
    // A page names the same people again and again, and each reader of an item asks anew.
    thread_local QHash<QString, bool> known;
    if (const auto found = known.constFind(visible); found != known.constEnd())
        return *found;
    if (known.size() >= 4096)
        known.clear();
    const bool name = readsAsName(visible);
    known.insert(visible, name);
    return name;
}

bool isNearlyName(const QString& visible)
{
    const QStringList words = withoutMarks(visible.simplified()).split(u' ', Qt::SkipEmptyParts);
    return words.size() > 1 && words.size() < 4 && isNameWord(words.first(), true)
        && std::all_of(words.begin(), words.end(), [](const QString& word) {
               return word.size() > 1 && !commonWords().contains(word.toLower())
                   && std::all_of(word.begin(), word.end(),
                       [](QChar c) { return c.isLetter() || c == u'-' || c == u'.'; });
           });
}

} // namespace lectern::profile
