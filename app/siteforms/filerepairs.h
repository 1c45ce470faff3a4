// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/check/filesurvey.h"
#include "core/document/edit.h"

namespace lectern::app {

class Workspace;

/// Every mention of a missing file leads to the file at `path` instead. Empty where a text is not what it was
/// when the mention was found.
[[nodiscard]] Change addressesCorrected(
    Workspace& workspace, const check::MissingFile& missing, const QString& path);

/// A file comes to where the missing one should be; one of another kind comes beside it, under its own name,
/// and the mentions lead there. Empty as above.
[[nodiscard]] Change fileBrought(
    Workspace& workspace, const check::MissingFile& missing, const QString& name, const QByteArray& bytes);

} // namespace lectern::app
