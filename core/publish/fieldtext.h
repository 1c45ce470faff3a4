// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/profile/profile.h"

#include <QJsonValue>

namespace lectern::publish {

/// A field's value on one line: authors joined by ", " with the owner in `**`, tags joined by ", ", links as
/// "label=url, label=url". Text stays as it is.
[[nodiscard]] QString fieldText(const profile::FieldValue& value);

/// The value that `text` means for a field of this shape: what fieldText() writes, or JSON as fieldJson() writes it.
/// InvalidValue where it is neither.
Result<profile::FieldValue> fieldFromText(profile::FieldShape shape, const QString& text);

/// Strings as strings, tags as a list of strings, authors as {name, owner, marks, url}, links as {label, url}.
[[nodiscard]] QJsonValue fieldJson(const profile::FieldValue& value);

} // namespace lectern::publish
