// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace lectern::app {

/// One translated sentence for people: what could not be done and why, with the name of the file or folder.
[[nodiscard]] QString errorText(const Error& error);

/// The same for a file that could not be written: also says what to do next, and that the edits are kept.
[[nodiscard]] QString writeErrorText(const Error& error);

/// Why `file`, which is open, cannot be written: the detail of NotWritable in a sentence.
[[nodiscard]] QString readOnlyText(const Error& error, const QString& file);

} // namespace lectern::app
