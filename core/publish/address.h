// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace lectern::publish {

/// The name of something that can be read or edited:
/// `publications[2].title`, `publications[2]`, `publications`, `publications.heading`, `front.title`,
/// `config.author.name`. Items count from 0.
struct Address {
    enum class Kind { Section, Heading, Item, Field, FrontMatter, Config };
    Kind kind = Kind::Section;
    QString section;
    int item = -1;
    profile::FieldId field = profile::FieldId::Text;
    QStringList path; ///< keys in the front matter or the configuration
    bool operator==(const Address&) const = default;
};

/// Errors: NoSuchAddress with the text that is none.
Result<Address> parseAddress(const QString& text);

/// The section's index on the page; NoSuchAddress where there is none of that id.
Result<int> findSection(const profile::Profile& profile, const QString& id);

/// The item that an address of kind Item or Field names.
Result<profile::ItemRef> findItem(const profile::Profile& profile, const Address& address);

} // namespace lectern::publish
