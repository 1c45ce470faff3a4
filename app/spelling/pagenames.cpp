// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/pagenames.h"

#include <variant>

namespace lectern::app {

QSet<QString> pageNames(const profile::Profile& profile)
{
    const QStringList owner = profile.ownerName.split(u' ', Qt::SkipEmptyParts);
    QSet<QString> words(owner.begin(), owner.end());
    for (const profile::Section& section : profile.sections) {
        for (const profile::Item& item : section.items) {
            const profile::Field* const field = item.field(profile::FieldId::Authors);
            const auto* const authors
                = field ? std::get_if<std::vector<profile::Author>>(&field->value) : nullptr;
            for (const profile::Author& author : authors ? *authors : std::vector<profile::Author>()) {
                for (const QString& word : author.name.split(u' ', Qt::SkipEmptyParts))
                    words.insert(word);
            }
        }
    }
    return words;
}

} // namespace lectern::app
