// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

namespace lectern::profile {

/// True for a hidden item that has its comment for itself.
[[nodiscard]] bool isOwnComment(const Profile& profile, ItemRef ref);

/// Bytes in an HTML comment. Comment ends inside are told apart by a tilde ("--~>"), which `shownBytes` takes
/// out again: hiding what was hidden before nests, and showing restores every byte. `apart` marks a blank
/// line that stands before the comment for its sake: a comment of many lines behind a list's line would be
/// text to kramdown.
[[nodiscard]] QByteArray hiddenBytes(QByteArray bytes, bool apart);
[[nodiscard]] QByteArray shownBytes(QByteArray inner);

} // namespace lectern::profile
