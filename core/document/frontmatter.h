// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>

#include <optional>

namespace lectern {

/// Where a file's front matter stands. The rule is Jekyll's: the file begins with a line of three hyphens (white space may
/// follow), and a line of three hyphens or three dots ends it (Jekyll documentation, "Front Matter").
struct FrontMatter {
    TextRange whole; ///< both fences and the line ending behind the second
    TextRange yaml; ///< what stands between the fences
    bool operator==(const FrontMatter&) const = default;
};

/// The front matter of a file's bytes; nullopt where there is none. A byte order mark may stand before it.
[[nodiscard]] std::optional<FrontMatter> findFrontMatter(QByteArrayView bytes);

/// Where the page's content begins: behind the front matter, or at the start.
[[nodiscard]] qsizetype contentStart(QByteArrayView bytes);

} // namespace lectern
