// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace lectern {

/// Whether a file's bytes are text that somebody may edit. Whatever its encoding, text without a NUL is. One
/// with NULs is where they are strays, as a disk or a program that failed leaves them: a run of them counts
/// once, and together with the other control characters that no text has there may be few. UTF-16, UTF-32,
/// pictures, archives and programs are none.
[[nodiscard]] bool looksLikeText(QByteArrayView bytes);

} // namespace lectern
