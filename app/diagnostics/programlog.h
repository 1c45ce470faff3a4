// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

/// What the program notes about itself. A note has two parts: what may be shown to anybody, and what may not
/// (paths, names, the system's own words). The log on the user's disk holds both, "Copy diagnostics" the
/// first one only.
namespace lectern::app {

/// Stands between the two parts of a line.
inline constexpr QChar personalMark(u'\t');
/// Name of the logging category of every note.
[[nodiscard]] const char* programLogName();

void logNote(const QString& about, const QString& personal = {});
/// For those who look for a fault: kept only with --verbose.
void logDetail(const QString& about, const QString& personal = {});
/// A failure that the user was told about. `doing` is a short phrase in English, such as "open".
void logFailure(const QString& doing, const Error& error);

} // namespace lectern::app
