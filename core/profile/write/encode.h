// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/reading.h"

#include <optional>

namespace lectern::profile {

/// A value in the shape that a field holds and reads back: trimmed, one line where the field is one. nullopt
/// for a value of the wrong type. `indented`: a text's lines stand indented in the file, and its value is
/// without that.
[[nodiscard]] std::optional<FieldValue> normalised(
    const FieldValue& value, FieldShape shape, bool indented = true);
[[nodiscard]] bool isEmpty(const FieldValue& value);

/// The bytes of a single value (no list) in a slot's place; nullopt where it cannot be said there.
[[nodiscard]] std::optional<QByteArray> encoded(
    QByteArrayView bytes, const Slot& slot, const QString& value, TextRange item);

[[nodiscard]] QByteArray linkTextBytes(const QString& text);
/// `bare`: the address stands in no pointed brackets yet.
[[nodiscard]] QByteArray linkUrlBytes(const QString& url, bool bare);

} // namespace lectern::profile
