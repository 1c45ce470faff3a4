// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"

#include <algorithm>

namespace lectern::check {
namespace {

using profile::Author;

/// A publication of which the page's owner is not among the authors, on a page that marks its owner in the
/// others.
class MissingOwner : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        std::vector<const profile::Item*> without;
        QStringList names { subject.profile().ownerName };
        int with = 0;
        for (const profile::Section& section : subject.profile().sections) {
            for (const profile::Item& item : section.items) {
                const std::vector<Author>* authors = authorsOf(item);
                // A list that was cut short, or one name for a group, tells nothing.
                if (!authors || authors->size() < 2 || isCut(*authors))
                    continue;
                const auto owner = std::find_if(
                    authors->begin(), authors->end(), [](const Author& author) { return author.owner; });
                if (owner == authors->end())
                    without.push_back(&item);
                else
                    names.append(owner->name);
                with += owner == authors->end() ? 0 : 1;
            }
        }
        names.removeAll(QString());
        // Where few are marked, the page has no habit to deviate from.
        std::erase_if(without, [&](const profile::Item* item) { return namesAny(subject, *item, names); });
        if (int(without.size()) * 4 > with)
            return;
        for (const profile::Item* item : without)
            findings.push_back(subject.finding(Severity::Info, "publication.owner-missing",
                item->field(profile::FieldId::Authors)->range, { item->title, names.constFirst() }));
    }

private:
    static const std::vector<Author>* authorsOf(const profile::Item& item)
    {
        const profile::Field* field = item.hidden ? nullptr : item.field(profile::FieldId::Authors);
        return field && field->present ? std::get_if<std::vector<Author>>(&field->value) : nullptr;
    }

    /// Whether an item's text holds one of the owner's names, marked or not.
    static bool namesAny(const Subject& subject, const profile::Item& item, const QStringList& names)
    {
        const QString text = profile::plainText(
            QString::fromUtf8(subject.bytes().sliced(item.range.from, item.range.length())));
        return std::any_of(names.begin(), names.end(), [&text](const QString& name) {
            return !name.isEmpty() && text.contains(name, Qt::CaseInsensitive);
        });
    }

    static bool isCut(const std::vector<Author>& authors)
    {
        return std::any_of(authors.begin(), authors.end(), [](const Author& author) {
            return author.name.contains(u"et al", Qt::CaseInsensitive) || author.name.contains(u"...")
                || author.name.contains(u'…') || author.name.contains(u'等');
        });
    }
};

} // namespace

RulePointer missingOwnerRule()
{
    return std::make_unique<MissingOwner>();
}

} // namespace lectern::check
