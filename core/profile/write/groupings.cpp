// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/grouping.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>
#include <map>

namespace lectern::profile {
namespace {

QString textOf(const Item& item, FieldId id)
{
    const Field* field = item.field(id);
    const auto* text = field && field->present ? std::get_if<QString>(&field->value) : nullptr;
    return text ? plainText(*text) : QString();
}

QRegularExpression words(const char16_t* pattern)
{
    return QRegularExpression(QString::fromUtf16(pattern),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// Texts and what is not understood go with the publication before them; before the first they stay above.
template<class Key>
Grouping grouped(const Section& section, const std::function<std::pair<Key, QString>(const Item&)>& keyOf)
{
    std::map<Key, QString> names;
    std::vector<std::pair<bool, Key>> keys;
    for (const Item& item : section.items) {
        if (item.kind == ItemKind::Publication || item.kind == ItemKind::Dated) {
            const auto [key, name] = keyOf(item);
            names[key] = name;
            keys.push_back({ true, key });
        } else {
            keys.push_back(keys.empty() ? std::pair { false, Key() } : keys.back());
        }
    }
    Grouping grouping;
    std::map<Key, int> index;
    for (const auto& [key, name] : names) {
        index[key] = int(grouping.names.size());
        grouping.names.append(name);
    }
    for (const auto& [has, key] : keys)
        grouping.groupOf.push_back(has ? index[key] : -1);
    return grouping;
}

const Section* sectionAt(const Profile& profile, int section)
{
    return section >= 0 && section < int(profile.sections.size()) ? &profile.sections[size_t(section)]
                                                                  : nullptr;
}

} // namespace

PublicationType typeOf(const Item& publication)
{
    static const std::array<std::pair<PublicationType, QRegularExpression>, 7> patterns { {
        { PublicationType::Patent, words(u"\\bpatents?\\b|专利|專利") },
        { PublicationType::Thesis,
            words(u"\\b(thesis|dissertation|habilitation|thèse|tesis|doktorarbeit)\\b|学位论文|學位論文") },
        { PublicationType::Workshop, words(u"\\bworkshops?\\b|CVPRW|ICCVW|ECCVW") },
        { PublicationType::Preprint,
            words(u"\\b(arxiv|preprint|biorxiv|medrxiv|ssrn|openreview|under review|in submission|submitted|"
                  u"working paper|manuscript)\\b|投稿|审稿中") },
        { PublicationType::Book, words(u"\\b(book|chapter|springer lecture|press)\\b|专著|章节") },
        { PublicationType::Conference,
            words(u"\\b(conference|proceedings of the|symposium|congress|tagung)\\b|会议|會議") },
        { PublicationType::Journal,
            words(
                u"\\b(journal|transactions?|trans|letters?|magazine|reviews?|nature|science|annals|access|"
                u"sensors|TPAMI|TIP|TMM|TNNLS|TKDE|TCSVT|IJCV|JMLR|TMLR|TACL|PNAS|cell|lancet|"
                u"bioinformatics|pattern recognition|neurocomputing|zeitschrift|revue|revista)\\b|学报|期刊|"
                u"杂志|學報") },
    } };
    const QString venue = textOf(publication, FieldId::Venue);
    const QString told
        = venue + u' ' + textOf(publication, FieldId::Badge) + u' ' + textOf(publication, FieldId::Status);
    for (const auto& [type, pattern] : patterns) {
        if (pattern.match(told).hasMatch())
            return type;
    }
    return venue.isEmpty() ? PublicationType::Other : PublicationType::Conference;
}

Grouping groupedByYear(const Profile& profile, int section, const QString& undated)
{
    const Section* home = sectionAt(profile, section);
    if (!home)
        return {};
    return grouped<int>(*home, [&](const Item& item) {
        const int year = item.when.end ? item.when.end->year : item.when.start ? item.when.start->year : 0;
        return std::pair { -year, year > 0 ? QString::number(year) : undated };
    });
}

Grouping groupedByType(const Profile& profile, int section, const std::array<QString, 8>& names)
{
    const Section* home = sectionAt(profile, section);
    if (!home)
        return {};
    return grouped<int>(*home, [&](const Item& item) {
        const int type = int(typeOf(item));
        return std::pair { type, names[size_t(type)] };
    });
}

Grouping ungrouped(const Profile& profile, int section)
{
    const Section* home = sectionAt(profile, section);
    return home ? Grouping { {}, std::vector<int>(home->items.size(), -1) } : Grouping {};
}

} // namespace lectern::profile
