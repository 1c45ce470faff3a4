// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/markdown/markdown.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lectern::markdown {

/// What was made of an item of a list, where its own bytes alone decide on it. Places count from its start.
struct KeptItem {
    struct Blank {
        TextRange range;
        std::uint32_t number = 0;
    };

    std::size_t size = 0; ///< bytes up to the next item
    HtmlBlock html;
    bool isKeepable = false; ///< false: made for one reading only
    bool isEmpty = false; ///< nothing stands behind its marker
    bool letsLastBeTight = false; ///< it does not keep the list's last item from being tight
    std::optional<Blank> trailing; ///< the blank that it ended with, which is the list's
    qint64 steps = 0;
};

/// An item of a list of the page's top level while a part of the page is read. Its node's `number` is its
/// place in TopItems::items, counted from 1.
struct TopItem {
    std::size_t from = 0; ///< bytes of the page, up to the next item
    std::size_t to = 0;
    std::shared_ptr<const KeptItem> kept; ///< what is known of it: then the node has no children
    KeptItem fresh; ///< otherwise: what was found out so far
};

/// Long lists are kept item by item. Without `find` no list is.
struct TopItems {
    /// Shorter lists are read anew as a whole.
    static constexpr std::size_t shortest = 4;

    /// What is known of the item at these bytes.
    std::function<std::shared_ptr<const KeptItem>(std::size_t from, std::size_t to)> find;
    std::vector<TopItem> items;
    bool hasMistaken = false; ///< something was taken as known that is not: all must be read anew
};

} // namespace lectern::markdown
