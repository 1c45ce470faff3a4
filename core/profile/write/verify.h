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

/// An item's place in the order of a page: which section, what bytes.
struct Sequence {
    std::vector<std::vector<QByteArray>> items; ///< per section
    bool operator==(const Sequence&) const = default;
};
/// The bytes of every item, white space at their ends cut, by section.
[[nodiscard]] Sequence sequence(const Profile& profile);

} // namespace lectern::profile
