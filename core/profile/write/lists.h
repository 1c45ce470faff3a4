// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/read/reading.h"

namespace lectern::profile {

/// How this page writes a list's elements; learned from the item, or another of the page.
struct ListStyle {
    QByteArray ownerOpen = "**";
    QByteArray ownerClose = "**";
    bool supMarks = false;
    QByteArray separator; ///< between two elements; empty: the kind's usual one
};

/// Learns from the authors of a reading. `known` is set where it shows how the owner is marked.
[[nodiscard]] ListStyle authorStyle(QByteArrayView bytes, const Slot& authors, bool& known);

/// The bytes of a whole list. Elements that stay keep their bytes and the separators between them.
[[nodiscard]] QByteArray listBytes(
    QByteArrayView bytes, const Slot& slot, const FieldValue& value, const ListStyle& style);

} // namespace lectern::profile
