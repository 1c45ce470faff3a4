// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/yamldocument.h"

namespace lectern {

/// Reads `range` of `bytes` with yaml-cpp's event parser and finds where each value ends (yaml-cpp's marks tell only where
/// it begins). Errors as YamlDocument::parse.
Result<std::vector<YamlValue>> scanYaml(const QByteArray& bytes, TextRange range);

/// First byte behind the scalar that begins at `from` (a quote, a block indicator or plain text), at most `limit`.
/// `value` is what the parser made of it: a plain scalar over several lines is followed as far as it reaches.
qsizetype scalarEnd(QByteArrayView bytes, qsizetype from, qsizetype limit, QByteArrayView value, bool inFlow);

} // namespace lectern
