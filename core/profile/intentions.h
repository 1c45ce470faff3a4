// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"
#include "core/profile/profile.h"

#include <utility>
#include <vector>

/// What a user can want of a page, turned into edits of its bytes. Every function leaves each byte outside the named items
/// alone, keeps the line ending around, and returns no edits when the page already is as wanted. None applies anything.
/// Common errors: NoSuchAddress, NotEditable, InvalidValue.
namespace lectern::profile {

/// Writes a field in place, or adds it where the item's form has a place for it; an empty value takes an optional one out
/// together with the syntax that only it needed.
/// With ReadBack::Words a field of prose also takes what a reader then sees in another field ("Best paper." at the end of a
/// note is an award), as long as every word is in the item.
enum class ReadBack { Exact, Words };
Result<Edits> setField(
    const Profile& profile, ItemRef ref, FieldId id, const FieldValue& value, ReadBack readBack = ReadBack::Words);
/// Replaces an item's bytes by `source` (its own line ending is added where it lacks one).
Result<Edits> setItemSource(const Profile& profile, ItemRef ref, const QByteArray& source);

using NewFields = std::vector<std::pair<FieldId, FieldValue>>;
/// A new item before item `at` (0 to count) of a section, written in the style that the page's own items have.
Result<Edits> addItem(const Profile& profile, int section, int at, const NewFields& fields);
/// The form that a new item of this section would have: its fields, all empty, in order.
std::vector<Field> emptyFields(const Profile& profile, int section);
/// An item's bytes, of this page or of another, before item `at` of a section.
Result<Edits> insertSource(const Profile& profile, int section, int at, const QByteArray& source);
Result<Edits> duplicateItem(const Profile& profile, ItemRef ref);
/// Removes items (any order, possibly of several sections) with one set of edits.
Result<Edits> removeItems(const Profile& profile, const std::vector<ItemRef>& refs);
/// Moves an item before item `toItem` (0 to count, counted before the move) of `toSection`.
Result<Edits> moveItem(const Profile& profile, ItemRef from, int toSection, int toItem);
/// Hides an item in an HTML comment, or shows it again. Safe for items that hold comments themselves.
Result<Edits> setItemHidden(const Profile& profile, ItemRef ref, bool hidden);
enum class SortOrder { NewestFirst, OldestFirst };
/// Stable sort by date; items without a date keep their place behind the one before them.
Result<Edits> sortItems(const Profile& profile, int section, SortOrder order);

/// A new section before section `at` (0 to count; never before the biography's front part), in the page's heading style.
Result<Edits> addSection(const Profile& profile, SectionKind kind, const QString& heading, int at);
Result<Edits> renameSection(const Profile& profile, int section, const QString& heading);
Result<Edits> moveSection(const Profile& profile, int from, int to);
Result<Edits> removeSection(const Profile& profile, int section);
Result<Edits> setSectionHidden(const Profile& profile, int section, bool hidden);

} // namespace lectern::profile
