// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <optional>
#include <vector>

namespace lectern::publish {

/// One difference between two states of a page, in the user's terms. The program and the command line make the sentence.
struct PageChange {
    enum class Kind {
        ItemAdded, ItemRemoved, ItemMoved, ItemHidden, ItemShown, FieldChanged, SourceChanged,
        GroupAdded, GroupRemoved, GroupRenamed, ///< the sub-heading that items stand under
        SectionAdded, SectionRemoved, SectionMoved, SectionRenamed, SectionHidden, SectionShown,
        FrontMatterChanged, TextChanged, ///< TextChanged: bytes outside every item
    };
    Kind kind = Kind::TextChanged;
    profile::SectionKind section = profile::SectionKind::Custom;
    QString sectionHeading; ///< as in the later state (the earlier one where it is gone)
    QString item; ///< title of the item
    std::optional<profile::FieldId> field;
    QString key; ///< front matter: the key
    QString before; ///< one line; empty where there was nothing
    QString after;
    TextRange beforeRange; ///< bytes concerned in the earlier state
    TextRange afterRange; ///< and in the later one
    bool operator==(const PageChange&) const = default;
};

/// What changed from `before` to `after`, in the order of the page. Empty exactly when the bytes are equal.
[[nodiscard]] std::vector<PageChange> pageChanges(const profile::Profile& before, const profile::Profile& after);

} // namespace lectern::publish
