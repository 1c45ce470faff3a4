// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/config.h"
#include "core/site/entry.h"

namespace lectern::site {

/// Ruby's order of documents: by date, then by path.
[[nodiscard]] bool isEarlier(const EntryPointer& a, const EntryPointer& b);

/// Puts a collection in its order: as `order:` lists the files, by the front matter key that `sort_by:` names, or by date
/// and path.
void sortDocuments(Entries& documents, const CollectionConfig& collection);

} // namespace lectern::site
