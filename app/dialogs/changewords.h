// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/publish/changereport.h"

#include <QString>

#include <utility>

namespace lectern::app {

/// A change of a page as one translated line: `Publications: “Heet: …”, venue: “ASPLOS” → “ASPLOS 2024”`.
[[nodiscard]] QString changeWords(const publish::PageChange& change);

/// Two versions of a text, each on one line and short; long ones from shortly before the place where they
/// part, so that what is shown of them differs.
[[nodiscard]] std::pair<QString, QString> shortenedApart(const QString& before, const QString& after);

} // namespace lectern::app
