// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>
#include <QStringView>

namespace lectern::app {

/// The byte of `source` that a click stands for. The page's element came from the bytes `range`; under the
/// pointer was `text`, at UTF-16 position `at`. The text is looked up in the bytes as it is, then in ever
/// smaller pieces around the position, as typography and entities make it differ; where nothing is found the
/// element's first byte stands for it.
[[nodiscard]] qsizetype clickedByte(QByteArrayView source, TextRange range, QStringView text, qsizetype at);

} // namespace lectern::app
