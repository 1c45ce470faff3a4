// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/inline.h"

namespace lectern::profile {

/// A piece of text between two marks that could part names.
struct Chunk {
    TextRange range;
    bool stop = false; ///< the list cannot go on behind it
    bool introduced = false; ///< "with …"
    qsizetype behind = 0;
    bool conjoined = false; ///< "and" parts it from the next
    bool listed = false; ///< a semicolon or a slash parts it from the next
};

/// The pieces of a scope whose spans are these.
[[nodiscard]] std::vector<Chunk> nameChunks(QByteArrayView bytes, const Spans& spans, TextRange scope);

} // namespace lectern::profile
