// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/rules/rules.h"
#include "core/profile/intentions.h"

#include <QHash>

namespace lectern::check {
namespace {

/// The same publication listed twice. A copy that says the very same can go; two that differ are the owner's
/// to choose from.
class DuplicatePublications : public Rule {
public:
    void look(const Subject& subject, Findings& findings) const override
    {
        const profile::Profile& profile = subject.profile();
        QHash<QString, profile::ItemRef> seen;
        for (int section = 0; section < int(profile.sections.size()); ++section) {
            const auto& items = profile.sections[size_t(section)].items;
            for (int index = 0; index < int(items.size()); ++index) {
                const profile::Item& item = items[size_t(index)];
                QString key = keyOf(item);
                if (key.isEmpty())
                    continue;
                // A list of selected papers, and one by topic beside the one by year, repeat on purpose.
                key += QString::number(section) + item.group;
                const profile::ItemRef ref { section, index };
                if (const auto first = seen.constFind(key); first != seen.constEnd())
                    findings.push_back(found(subject, *profile.item(*first), item, ref));
                else
                    seen.insert(key, ref);
            }
        }
    }

private:
    /// Letters and digits of the title in lower case; empty for what is no publication in view or too short
    /// to tell.
    static QString keyOf(const profile::Item& item)
    {
        constexpr qsizetype shortest = 16;
        if (item.kind != profile::ItemKind::Publication || item.hidden)
            return {};
        QString key;
        for (const QChar c : item.title) {
            if (c.isLetterOrNumber())
                key += c.toCaseFolded();
        }
        return key.size() < shortest ? QString() : key;
    }

    static Finding found(
        const Subject& subject, const profile::Item& first, const profile::Item& second, profile::ItemRef ref)
    {
        const auto textOf = [&](const profile::Item& item) {
            return subject.bytes().sliced(item.range.from, item.range.length()).simplified();
        };
        Edits repair;
        if (textOf(first) == textOf(second))
            repair = profile::removeItems(subject.profile(), { ref }).valueOr({});
        return subject.repairable(
            Severity::Info, "publication.duplicate", second.range, { second.title }, repair);
    }
};

} // namespace

RulePointer duplicatePublicationsRule()
{
    return std::make_unique<DuplicatePublications>();
}

} // namespace lectern::check
