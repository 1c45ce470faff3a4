// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/preview/previewdocument.h"

#include <QJsonArray>

namespace lectern::app {

/// Where the bytes of `place` are in the browser's document, for the script: ranges in blocks and, where no
/// block of that file has them, the file's own bytes.
[[nodiscard]] QJsonArray placeTargets(const PreviewDocument& document, const MarkedPlace& place);

} // namespace lectern::app
