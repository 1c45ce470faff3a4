// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/profile/intentions.h"

namespace lectern::check {
namespace {

/// News that mostly run from the newest to the oldest, with one or two out of their place.
class DateOrder : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        const profile::Profile& profile = subject.profile();
        for (int index = 0; index < int(profile.sections.size()); ++index) {
            const profile::Section& section = profile.sections[size_t(index)];
            if (section.kind != profile::SectionKind::News || section.hidden)
                continue;
            const profile::Item* first = firstOutOfPlace(section);
            if (!first)
                continue;
            findings.push_back(subject.repairable(Severity::Info, "order.dates", first->range,
                { section.heading, first->title },
                profile::sortItems(profile, index, profile::SortOrder::NewestFirst).valueOr({})));
        }
    }

private:
    /// The first item that is newer than the one before it; nullptr where there is none, or where so many are
    /// that the order is another one.
    static const profile::Item* firstOutOfPlace(const profile::Section& section)
    {
        constexpr int leastSteps = 4;
        const profile::Item* found = nullptr;
        const profile::Item* before = nullptr;
        int steps = 0;
        int backwards = 0;
        for (const profile::Item& item : section.items) {
            if (item.hidden || !item.when.start || !item.group.isEmpty())
                continue;
            if (before) {
                ++steps;
                if (isNewer(*item.when.start, *before->when.start)) {
                    ++backwards;
                    found = found ? found : &item;
                }
            }
            before = &item;
        }
        return steps >= leastSteps && backwards * 4 <= steps ? found : nullptr;
    }

    /// Newer as far as both dates tell: "2024" is not newer than "2024.05".
    static bool isNewer(profile::DateSpan::Day day, profile::DateSpan::Day than)
    {
        if (day.year != than.year)
            return day.year > than.year;
        if (day.month == 0 || than.month == 0 || day.month != than.month)
            return day.month != 0 && than.month != 0 && day.month > than.month;
        return day.day != 0 && than.day != 0 && day.day > than.day;
    }
};

} // namespace

RulePointer dateOrderRule()
{
    return std::make_unique<DateOrder>();
}

} // namespace lectern::check
