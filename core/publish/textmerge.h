// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"
#include "core/document/edit.h"
#include "core/profile/profile.h"

#include <vector>

namespace lectern::publish {

/// A place that both sides changed, each in its own way.
struct MergeConflict {
    TextRange range; ///< in the merged text, where `mine` stands
    QByteArray base;
    QByteArray mine;
    QByteArray theirs;
    bool operator==(const MergeConflict&) const = default;
};

struct Merge {
    QByteArray text; ///< both sides' changes; mine where they are in conflict
    std::vector<MergeConflict> conflicts; ///< in order
    bool operator==(const Merge&) const = default;
};

/// Three-way merge: what `mine` and `theirs` made of `base`. Changes of different units go together; of the same unit they
/// are a conflict, unless they are equal. A unit is a one-line range of `base` in `units` (the fields of a page), else a
/// line. Lines that both sides add at the same place are all kept, theirs first. No byte of either side is lost: it is in
/// the text or in a conflict.
[[nodiscard]] Merge mergeTexts(const QByteArray& base, const QByteArray& mine, const QByteArray& theirs,
    const std::vector<TextRange>& units = {});

/// The units of a page: its fields on one line.
[[nodiscard]] std::vector<TextRange> mergeUnits(const profile::Profile& base);

/// Small edits, whole lines or parts of one, that turn `before` into `after`.
[[nodiscard]] Edits lineEdits(const QByteArray& before, const QByteArray& after);

} // namespace lectern::publish
