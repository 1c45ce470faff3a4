// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/kramdown/attributelists.h"
#include "core/markdown/node.h"

namespace lectern::markdown {

/// Finds the two lists that only mark a place, the first with `{:toc}` and the first with `{:footnotes}`, while a tree is
/// walked in the order of its text. What stands in them is not published, so nothing in it counts.
struct PlaceLists {
    bool hasToc = false;
    bool hasFootnotes = false;

    /// Whether `node`, the next of the walk, is one of them.
    bool isNext(const Node* node)
    {
        if ((node->kind != NodeKind::BulletList && node->kind != NodeKind::OrderedList) || !node->ial)
            return false;
        if (!hasToc && node->ial->refersTo("toc"))
            return hasToc = true;
        return !hasFootnotes && node->ial->refersTo("footnotes") && (hasFootnotes = true);
    }
};

} // namespace lectern::markdown
