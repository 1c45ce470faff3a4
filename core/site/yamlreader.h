// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/liquid/value.h"

#include <QByteArray>
#include <QTimeZone>

namespace lectern::site {

/// The first document of a YAML text as Ruby's Psych.safe_load (permitted: Date, Time; aliases on) hands it to Jekyll:
/// the last of equal keys wins, `<<` merges, yes/no/on/off are booleans, `2024-05-01` is a Date, `1_000` a number, `12:30` a
/// number to the base 60. Keys become text. Tags of Ruby objects are not followed: the value comes as if there were none.
/// Errors: InvalidYaml ("line:column reason", both from 1), also for what Psych refuses (symbols, unknown aliases) and for
/// a value that contains itself; LimitExceeded where aliases make more nodes than a page can hold.
Result<liquid::Value> readYaml(const QByteArray& text, const QTimeZone& zone);

/// What an unquoted scalar means to Psych 4. `ok` is false for symbols (":name"), which safe_load refuses.
liquid::Value plainScalar(const QString& text, const QTimeZone& zone, bool* ok = nullptr);

} // namespace lectern::site
