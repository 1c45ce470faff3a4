// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewdocument.h"

#include <QByteArray>

namespace lectern::app {

/// What turns the browser's document from one page into another.
struct PagePatch {
    enum class Kind {
        Nothing, ///< same HTML; at most the bytes that it stands for moved
        Blocks, ///< `message` for the script's patch()
        Whole, ///< more than blocks changed: the whole document is to be merged in
    };
    Kind kind = Kind::Nothing;
    QByteArray message; ///< JSON
};

/// The patch from `shown` to `next`. Blocks of `next` that are in the browser already, whole or to be
/// changed, get their ids from `shown`; new ones get fresh ids.
[[nodiscard]] PagePatch pagePatch(const PreviewDocument& shown, PreviewDocument& next);

/// True where a page has lost a good part of its blocks though hardly a byte was taken out of its source:
/// what Jekyll makes of a page with a half-typed tag. `removed`: bytes by which the page's source became
/// shorter.
[[nodiscard]] bool isCollapse(size_t shownBlocks, size_t nextBlocks, qsizetype removed);

} // namespace lectern::app
