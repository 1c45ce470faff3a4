// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// Reads the page again after `edits`; what is checked is checked on that.
[[nodiscard]] Profile after(const Profile& profile, const Edits& edits);

/// True when after `edits` the field reads back as `value` (an empty one: as not there), every other item has
/// its bytes, and the item's other fields their values, but those that share bytes with this one.
[[nodiscard]] bool keepsItsPromise(
    const Profile& profile, const Edits& edits, ItemRef ref, FieldId id, const FieldValue& value);

/// True when the typed words are in the item after `edits`, in this field or in one that a reader takes them
/// for: "Best paper." at the end of a note is an award. Other items have their bytes, and other fields that
/// were there their values. For fields of prose; lists, titles, names, addresses and years must read back as
/// typed.
[[nodiscard]] bool keepsTheWords(
    const Profile& profile, const Edits& edits, ItemRef ref, FieldId id, const FieldValue& value);

/// An item's place in the order of a page: which section, what bytes.
struct Sequence {
    struct Entry {
        QByteArray bytes;
        ItemKind kind = ItemKind::Raw;
        bool operator==(const Entry& other) const { return bytes == other.bytes; }
    };
    std::vector<std::vector<Entry>> items; ///< per section
    bool operator==(const Sequence&) const = default;
};
/// The bytes of every item, white space at their ends cut, by section.
[[nodiscard]] Sequence sequence(const Profile& profile);
/// The same with neighbouring texts as one: paragraphs that come to stand side by side are read as one prose.
[[nodiscard]] Sequence withJoinedProse(const Sequence& sequence);

} // namespace lectern::profile
