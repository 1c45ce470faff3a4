// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "core/base/textrange.h"
#include "core/render/renderer.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace lectern::app {

/// A block of the page as the browser holds it. Marks inside that name the block's own file count from the
/// block's first byte (data-lectern="+FROM-TO"), so that an edit before the block changes none of its HTML.
struct PreviewBlock {
    int id = 0; ///< names the block in the browser's document; 0 until the block is there
    QByteArray html; ///< of a list with `items` only what stands before them
    QString file;
    TextRange range; ///< bytes of `file`
    /// A long list is patched item by item: each is a block of its own inside the list's element.
    std::vector<PreviewBlock> items;
    QByteArray close; ///< what stands behind the items

    /// With the comments that name the items.
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] bool hasSameHtml(const PreviewBlock& other) const;
};

/// A rendered page made ready for the browser: what is there, and which bytes it stands for.
struct PreviewDocument {
    QByteArray before; ///< the whole document where `blocks` is empty
    std::vector<PreviewBlock> blocks;
    QByteArray after;
    QString url;
    int nextId = 1;
    /// The engine takes seconds for a megabyte: a document is no larger than `mostHtml`.
    enum class Fit {
        Whole,
        Beginning, ///< the blocks behind the limit are left out
        Nothing, ///< it cannot be divided: nothing is shown
    };
    Fit fit = Fit::Whole;
    qsizetype wholeSize = 0; ///< bytes of the page's HTML, with what is left out

    /// The document with our content policy as its first element, and a comment before each block that names
    /// it.
    [[nodiscard]] QByteArray html(const SiteTrust& trust = {}) const;
    /// A block, or an item of one.
    [[nodiscard]] const PreviewBlock* block(int id) const;
};

inline constexpr qsizetype mostHtml = 2 * 1024 * 1024;

/// Gives every block an id, and leaves out what is more than the engine can show.
[[nodiscard]] PreviewDocument previewDocument(const render::RenderedPage& page);

/// A place that a mark stands for.
struct MarkedPlace {
    QString file;
    TextRange range;
    bool operator==(const MarkedPlace&) const = default;
};

/// Reads a mark as the browser has it: "FILE:FROM-TO", or "+FROM-TO" inside the block `blockId`.
[[nodiscard]] std::optional<MarkedPlace> markedPlace(
    const PreviewDocument& document, int blockId, const QString& mark);

} // namespace lectern::app
