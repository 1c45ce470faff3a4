// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/yamldocument.h"

namespace lectern {

/// What a plain YAML 1.1 scalar is read as by Ruby's Psych, as far as it decides about quoting.
enum class PlainKind { String, Bool, Null, Number, Date };
[[nodiscard]] PlainKind plainKind(QStringView text);

/// `text` as a scalar. `style` is kept where it can hold the text; a plain scalar that would not be read back as this very
/// string is double-quoted, unless `like` (the value that it replaces) was of the same kind ("2024" by "2025").
[[nodiscard]] QByteArray yamlScalar(const QString& text, YamlStyle style, bool inFlow, QStringView like = {});

/// `text` as a mapping key.
[[nodiscard]] QByteArray yamlKey(const QString& text);

} // namespace lectern
