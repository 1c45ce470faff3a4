// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <vector>

namespace lectern::app {

/// One field's place in a line of the form.
struct PlannedField {
    profile::FieldId id = profile::FieldId::Text;
    profile::FieldShape shape = profile::FieldShape::Line;
    int stretch = 1; ///< share of the line; 0: as narrow as `width`
    int width = 0; ///< px at 100 % for narrow fields
    bool operator==(const PlannedField&) const = default;
};

/// A line of the form.
struct PlannedRow {
    std::vector<PlannedField> fields;
    bool rare = false; ///< stands under "More"
    bool operator==(const PlannedRow&) const = default;
};

/// How a form arranges the fields that an item has or can take: what belongs together on a line, what is needed seldom last.
[[nodiscard]] std::vector<PlannedRow> formPlan(profile::ItemKind kind, const std::vector<profile::Field>& fields);

} // namespace lectern::app
