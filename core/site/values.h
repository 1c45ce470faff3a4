// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"

#include <QString>
#include <QStringList>

namespace lectern::site {

/// Ruby's to_s, as keys and URLs are made of values: nil is empty, lists and maps are empty too (no one names a page so).
[[nodiscard]] QString toText(const liquid::Value& value);

/// The text of a value that is a string; empty for every other kind.
[[nodiscard]] QString stringOf(const liquid::Value& value);

/// Ruby's truth: all but nil and false.
[[nodiscard]] bool isTruthy(const liquid::Value& value);

/// The texts of a list; a lone string is a list of one; nil entries are left out.
[[nodiscard]] QStringList textsOf(const liquid::Value& value);

/// Jekyll's Utils.deep_merge_hashes: maps in both merge, a nil in `over` keeps what `base` has, else `over` wins.
[[nodiscard]] liquid::Hash deepMerged(const liquid::Hash& base, const liquid::Hash& over);

} // namespace lectern::site
