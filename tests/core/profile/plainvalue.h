// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::test {

/// What a person reads of a field: its text without Markdown, or its words or authors' names joined by `separator`; empty
/// where the item has no such field.
inline QString plainValue(const profile::Item& item, profile::FieldId id, const QString& separator)
{
    const profile::Field* field = item.field(id);
    if (!field || !field->present)
        return {};
    if (const auto* text = std::get_if<QString>(&field->value))
        return profile::plainText(*text);
    if (const auto* words = std::get_if<QStringList>(&field->value))
        return profile::plainText(words->join(separator));
    QStringList names;
    if (const auto* authors = std::get_if<std::vector<profile::Author>>(&field->value)) {
        for (const profile::Author& author : *authors)
            names.append(author.name);
    }
    return names.join(separator);
}

} // namespace lectern::test
