// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/owner.h"

#include "core/profile/read/people.h"

#include <QHash>

#include <algorithm>

namespace lectern::profile {
namespace {

bool isIdeograph(QChar c)
{
    return c.unicode() >= 0x2E80 && c.unicode() < 0xFB00;
}

/// Lower case without accents; letters that are no accented ones get their usual spelling.
QString folded(const QString& text)
{
    static const QHash<QChar, QString> letters { { u'ß', QStringLiteral("ss") },
        { u'ø', QStringLiteral("o") }, { u'ł', QStringLiteral("l") }, { u'đ', QStringLiteral("d") },
        { u'æ', QStringLiteral("ae") }, { u'œ', QStringLiteral("oe") }, { u'ı', QStringLiteral("i") },
        { u'þ', QStringLiteral("th") }, { u'ð', QStringLiteral("d") } };
    QString out;
    for (const QChar c : text.toLower().normalized(QString::NormalizationForm_KD)) {
        if (letters.contains(c))
            out += letters.value(c);
        else if (c.isLetter() || c == u' ' || c == u',' || c == u'-' || c == u'.')
            out += c;
    }
    return out;
}

/// A name in its parts. A given name of one letter is an initial.
struct Parts {
    QString family;
    QStringList given;
};

QStringList wordsOf(QString text)
{
    text.replace(u'.', u' ').replace(u'-', u' ');
    return text.split(u' ', Qt::SkipEmptyParts);
}

/// "CZ" behind or before a family name is two initials.
QStringList withInitialsApart(const QStringList& words, const QString& original)
{
    QStringList out;
    for (const QString& word : words) {
        const bool capitals = word.size() > 1 && word.size() <= 3 && original.contains(word.toUpper());
        if (capitals) {
            for (const QChar c : word)
                out.append(QString(c));
        } else {
            out.append(word);
        }
    }
    return out;
}

/// The ways in which a name can be taken apart: family name last, or first, or before a comma.
std::vector<Parts> readings(const QString& name)
{
    const QString text = folded(name);
    const qsizetype comma = text.indexOf(u',');
    if (comma > 0)
        return { { text.left(comma).trimmed(), withInitialsApart(wordsOf(text.mid(comma + 1)), name) } };
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
        return { { words.value(0), {} } };
    std::vector<Parts> out;
    static const QStringList particles { QStringLiteral("de"), QStringLiteral("van"), QStringLiteral("von"),
        QStringLiteral("der"), QStringLiteral("den"), QStringLiteral("da"), QStringLiteral("di"),
        QStringLiteral("la"), QStringLiteral("le"), QStringLiteral("del"), QStringLiteral("dos"),
        QStringLiteral("ter"), QStringLiteral("al"), QStringLiteral("el") };
    qsizetype family = words.size() - 1;
    while (family > 1 && particles.contains(words[family - 1]))
        --family;
    const auto joined = [](const QStringList& some) { return some.join(u' '); };
    out.push_back(
        { joined(words.mid(family)), withInitialsApart(wordsOf(joined(words.first(family))), name) });
    out.push_back({ words.front(), withInitialsApart(wordsOf(joined(words.mid(1))), name) });
    return out;
}

bool givenFit(const QStringList& one, const QStringList& other)
{
    if (one.isEmpty() || other.isEmpty())
        return false;
    // "Cheng-Zhong" and "Chengzhong".
    if (one.join(QString()) == other.join(QString()))
        return true;
    // The first names agree, and so do those behind as far as both are told.
    for (qsizetype i = 0; i < std::min(one.size(), other.size()); ++i) {
        const bool initial = one[i].size() == 1 || other[i].size() == 1;
        if (one[i] != other[i] && !(initial && one[i].front() == other[i].front()))
            return false;
    }
    return true;
}

/// The names that one spelling holds: what stands in brackets is another.
QStringList spellings(const QString& name)
{
    QStringList out;
    QString outside;
    QString inside;
    int depth = 0;
    for (const QChar c : name) {
        if (c == u'(' || c == u'（')
            ++depth;
        else if (c == u')' || c == u'）')
            depth = std::max(0, depth - 1);
        else
            (depth > 0 ? inside : outside) += c;
    }
    for (const QString& part : { outside.simplified(), inside.simplified() }) {
        if (!part.isEmpty())
            out.append(part);
    }
    return out;
}

bool sameSpelling(const QString& one, const QString& other)
{
    const bool ideographs = std::any_of(one.begin(), one.end(), isIdeograph);
    if (ideographs != std::any_of(other.begin(), other.end(), isIdeograph))
        return false;
    if (ideographs)
        return QString(one).remove(u' ') == QString(other).remove(u' ');
    if (folded(one).simplified() == folded(other).simplified())
        return true;
    for (const Parts& a : readings(one)) {
        for (const Parts& b : readings(other)) {
            const bool family = !a.family.isEmpty()
                && (a.family == b.family
                    || wordsOf(a.family).join(QString()) == wordsOf(b.family).join(QString()));
            if (family && givenFit(a.given, b.given))
                return true;
        }
    }
    return false;
}

template<class Visit> void eachPaper(const Profile& profile, Visit visit)
{
    for (int section = 0; section < int(profile.sections.size()); ++section) {
        const auto& items = profile.sections[size_t(section)].items;
        for (int item = 0; item < int(items.size()); ++item) {
            const Field* authors = items[size_t(item)].kind == ItemKind::Publication
                ? items[size_t(item)].field(FieldId::Authors)
                : nullptr;
            if (authors && authors->present)
                visit(ItemRef { section, item }, std::get<std::vector<Author>>(authors->value));
        }
    }
}

} // namespace

bool isSamePerson(const QString& one, const QString& other)
{
    for (const QString& a : spellings(one)) {
        for (const QString& b : spellings(other)) {
            if (sameSpelling(a, b))
                return true;
        }
    }
    return false;
}

bool isAnyOf(const QString& name, const QStringList& names)
{
    return std::any_of(
        names.begin(), names.end(), [&](const QString& known) { return isSamePerson(name, known); });
}

QStringList proposedOwnerNames(const Profile& profile, const QStringList& known)
{
    QHash<QString, int> spelled;
    QHash<QString, int> marked;
    eachPaper(profile, [&](ItemRef, const std::vector<Author>& authors) {
        for (const Author& author : authors) {
            if (isAnyOf(author.name, known))
                ++spelled[author.name];
            else if (author.owner)
                ++marked[author.name];
        }
    });
    const auto byCount = [](const QHash<QString, int>& counts, int least) {
        QStringList names;
        for (auto name = counts.begin(); name != counts.end(); ++name) {
            if (name.value() >= least)
                names.append(name.key());
        }
        std::sort(names.begin(), names.end(), [&](const QString& a, const QString& b) {
            return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b);
        });
        return names;
    };
    QStringList out = known;
    out += byCount(spelled, 1);
    out += byCount(marked, 2);
    out.removeDuplicates();
    return out;
}

std::vector<ItemRef> papersWithoutOwner(const Profile& profile, const QStringList& names)
{
    std::vector<ItemRef> refs;
    eachPaper(profile, [&](ItemRef ref, const std::vector<Author>& authors) {
        const bool found = std::any_of(authors.begin(), authors.end(),
            [&](const Author& author) { return isAnyOf(author.name, names) || isEtAl(author.name); });
        if (!found)
            refs.push_back(ref);
    });
    return refs;
}

} // namespace lectern::profile
