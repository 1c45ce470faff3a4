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
        int with = 0;
        for (const profile::Section& section : subject.profile().sections) {
            for (const profile::Item& item : section.items) {
                const profile::Field* field = item.hidden ? nullptr : item.field(profile::FieldId::Authors);
                const auto* authors
                    = field && field->present ? std::get_if<std::vector<Author>>(&field->value) : nullptr;
                // A list that was cut short, or one name for a group, tells nothing.
                if (!authors || authors->size() < 2 || isCut(*authors))
                    continue;
                const bool hasOwner = std::any_of(
                    authors->begin(), authors->end(), [](const Author& author) { return author.owner; });
                with += hasOwner ? 1 : 0;
                if (!hasOwner)
                    without.push_back(&item);
            }
        }
        // Where few are marked, the page has no habit to deviate from.
        if (int(without.size()) * 4 > with)
            return;
        for (const profile::Item* item : without)
            findings.push_back(subject.finding(Severity::Info, "publication.owner-missing",
                item->field(profile::FieldId::Authors)->range, { item->title, subject.profile().ownerName }));
    }

private:
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
