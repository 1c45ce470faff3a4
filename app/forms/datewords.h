// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"

#include <QDate>
#include <QString>

/// Dates between how a page writes them and how people say them.
namespace lectern::app {

/// How a date was understood ("June 2025", "2021 to now"); empty where it was not.
[[nodiscard]] QString describedDate(const profile::DateSpan& span);

enum class DateEnd { Start, End };

/// `text` with its start or end set to `date`, written as the date at that place is written; failing that as `sample`'s
/// is; failing that "2025.06". An end is added behind the start where there is none. Everything around stays.
[[nodiscard]] QString withDate(const QString& text, const QString& sample, DateEnd end, QDate date);

/// `text` made to last until now, in the words that it or `sample` uses.
[[nodiscard]] QString withOngoing(const QString& text, const QString& sample);

} // namespace lectern::app
