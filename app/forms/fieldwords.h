// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QString>

/// The words of the forms: names of fields and items, examples, problems.
namespace lectern::app::words {

/// A field's label ("Title").
[[nodiscard]] QString label(profile::FieldId id, profile::SectionKind kind);
/// The name of an undo step ("Change title of “Heet: …”").
[[nodiscard]] QString changeStep(profile::FieldId id, profile::SectionKind kind, const QString& itemTitle);
/// An example of what to type; never a repetition of the label.
[[nodiscard]] QString example(profile::FieldId id, profile::SectionKind kind);
/// What one item of a section is called inside a sentence ("publication").
[[nodiscard]] QString itemNoun(profile::SectionKind kind);
/// The button or menu entry that adds one ("Add publication").
[[nodiscard]] QString addLabel(profile::SectionKind kind);
/// "Publication 2 of 6"; `at` from 0.
[[nodiscard]] QString itemCaption(profile::SectionKind kind, int at, int count);
/// The heading of a form for an item that is not in the page yet ("New publication").
[[nodiscard]] QString newItem(profile::SectionKind kind);
/// What a section without a heading of its own is called ("About").
[[nodiscard]] QString sectionName(profile::SectionKind kind);
/// An item's title in quotes, cut to a length that fits a sentence.
[[nodiscard]] QString quoted(const QString& title);
/// Why the core refused a field's value, as a sentence.
[[nodiscard]] QString refusal(const Error& error);

} // namespace lectern::app::words
