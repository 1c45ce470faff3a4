// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

/// Where tags end, for those who walk over HTML without reading it whole.
namespace lectern::render::tagscan {

/// Byte behind the '>' of the tag whose name ends at `at`.
[[nodiscard]] qsizetype tagEnd(QByteArrayView html, qsizetype at);
/// Where the end tag of raw text begins: text from `at` on, in an element of that name (lower case).
[[nodiscard]] qsizetype rawTextEnd(QByteArrayView html, const QByteArray& name, qsizetype at);

} // namespace lectern::render::tagscan
