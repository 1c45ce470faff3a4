// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace lectern::profile {

/// The text of a range whose lines behind the first are indented (as in a list item), without that common
/// indentation.
[[nodiscard]] QString dedented(QByteArrayView bytes, TextRange range);
/// The common indentation of the lines behind the first; -1 where there is no such line.
[[nodiscard]] int continuationIndent(QByteArrayView bytes, TextRange range);
/// Removes the common indentation of the lines behind the first and blanks on blank lines.
[[nodiscard]] QString dedented(const QString& text);
/// The line ending in use around `at`: that of its line, or else the one before.
[[nodiscard]] QByteArray lineEndingAt(QByteArrayView bytes, qsizetype at);

} // namespace lectern::profile
