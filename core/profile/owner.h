// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// True when two spellings can be one person's: accents, initials, the order of names, hyphens and a middle
/// name that one of them leaves out do not tell people apart; another family name does. "Zizhao Mo (莫梓钊)"
/// is both of its names.
[[nodiscard]] bool isSamePerson(const QString& one, const QString& other);
/// The same for a set of one person's names, former ones among them.
[[nodiscard]] bool isAnyOf(const QString& name, const QStringList& names);

/// Names that the page's owner seems to go by, surest first: those that are known (of `_config.yml`), their
/// spellings on the page, and names that the page marks as its owner's in more than one place.
[[nodiscard]] QStringList proposedOwnerNames(const Profile& profile, const QStringList& known);

/// The publications in whose authors none of the owner's names is found; those without authors are none of
/// them, nor those whose list is cut short ("et al.").
[[nodiscard]] std::vector<ItemRef> papersWithoutOwner(const Profile& profile, const QStringList& names);

} // namespace lectern::profile
