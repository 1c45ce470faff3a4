// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/yamldocument.h"

namespace lectern {

/// True when every scalar of `before` that is not at or below `path` is in `after`, in the same order with
/// the same path and text, and nothing else is there but what stands at or below `path`. A map that lost its
/// last key may become an empty value.
[[nodiscard]] bool keepsOtherValues(
    const YamlDocument& before, const YamlDocument& after, const QStringList& path);

} // namespace lectern
