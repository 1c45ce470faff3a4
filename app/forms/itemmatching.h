// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/forms/itemlistmodel.h"
#include "core/document/edit.h"

#include <vector>

namespace lectern::app {

/// Where each item of `before` is in `after` (-1: gone), when `edits` turned the one page into the other. An item is found
/// again by the bytes that stay of it; one that was cut out and put in elsewhere (moved, or brought back by undo) by its
/// words.
[[nodiscard]] std::vector<int> matchedItems(
    const std::vector<ListEntry>& before, const std::vector<ListEntry>& after, const Edits& edits);

} // namespace lectern::app
