// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace lectern::app {

/// The folders where Ruby and its tools install gems on this machine, as far as they exist.
[[nodiscard]] QStringList gemFolders();

} // namespace lectern::app
