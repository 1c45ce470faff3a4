// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"
#include "core/profile/profile.h"

#include <array>
#include <utility>

/// Groups: what stands under the sub-headings of a section. Every function moves whole items, byte for byte.
namespace lectern::profile {

/// A sub-heading of a section with the items below it.
struct Group {
    QString name;
    TextRange heading; ///< its line; empty for what stands above the first sub-heading
    std::vector<int> items;
    bool operator==(const Group&) const = default;
};
/// The groups of a section in file order, empty ones too. What stands above the first sub-heading is the first
/// of them where there is any. Groups named by a line ("Journals:") have no heading range.
[[nodiscard]] std::vector<Group> groupsOf(const Profile& profile, int section);

/// What kind of work a publication is, told by its venue and status.
enum class PublicationType { Journal, Conference, Workshop, Preprint, Book, Thesis, Patent, Other };
[[nodiscard]] PublicationType typeOf(const Item& publication);

/// In which group each item of a section shall stand.
struct Grouping {
    QStringList names; ///< of the groups, in their order
    std::vector<int> groupOf; ///< by item: an index into names; -1 above all groups
    bool operator==(const Grouping&) const = default;
};
/// Newest year first; what tells no year comes last, under `undated`. Texts stay with the item before them.
[[nodiscard]] Grouping groupedByYear(const Profile& profile, int section, const QString& undated);
/// In the order of PublicationType, under the given names; types without a publication are left out.
[[nodiscard]] Grouping groupedByType(
    const Profile& profile, int section, const std::array<QString, 8>& names);
/// No groups: the sub-headings go, and the items stand in their order.
[[nodiscard]] Grouping ungrouped(const Profile& profile, int section);

/// Puts the items of a section under sub-headings, in the order of the groups and within a group in the order
/// in which they stand. Sub-headings whose words stay keep their bytes, others go. Errors: NoSuchAddress,
/// InvalidValue, and NotEditable where something else stands between the items (a table, an element around).
[[nodiscard]] Result<Edits> groupItems(const Profile& profile, int section, const Grouping& grouping);

/// Gives the sub-heading above an item, which names its group, other words; decoration around them stays.
/// Errors: NoSuchAddress, InvalidValue, and NotEditable where a line names the group, not a heading.
[[nodiscard]] Result<Edits> renameGroup(const Profile& profile, ItemRef ref, const QString& name);

/// Moves an item to the begin of a group of a section.
[[nodiscard]] Result<Edits> moveItemToGroup(
    const Profile& profile, ItemRef from, int toSection, const QString& group);

/// Moves an item behind item `behind` of a section, under the sub-heading that this one stands under: the
/// place at the end of a group, which no place before an item is.
[[nodiscard]] Result<Edits> moveItemBehind(const Profile& profile, ItemRef from, int toSection, int behind);

/// Moves an item to another page: the edits of the page that it leaves, and of the page where it comes to
/// stand before item `toItem` of `toSection`, with the line endings of that page.
[[nodiscard]] Result<std::pair<Edits, Edits>> moveItemToPage(
    const Profile& profile, ItemRef from, const Profile& page, int toSection, int toItem);

} // namespace lectern::profile
