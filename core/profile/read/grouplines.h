// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>
#include <QString>

namespace lectern::profile {

/// Four digits of a year and nothing else.
[[nodiscard]] bool isYearAlone(const QString& text);
/// "Reviewers:" or "2024" before a list.
[[nodiscard]] bool isGroupLine(QByteArrayView bytes, TextRange block);

/// The words of such a line, without its colon.
[[nodiscard]] QString groupName(QByteArrayView bytes, TextRange block);

/// The year that is all that an element's block shows; empty for any other.
[[nodiscard]] QString yearOf(QByteArrayView bytes, TextRange block);

/// "<br>" for more air between sections.
[[nodiscard]] bool isEmptyLines(QByteArrayView bytes, TextRange block);
/// "**Title**" or "[**Title**](url)" alone on its line, however long.
[[nodiscard]] bool isAloneInBold(QByteArrayView bytes, TextRange block);
/// "**Preprints**" alone on its line: a few words, all of them bold.
[[nodiscard]] bool isBoldGroupLine(QByteArrayView bytes, TextRange block);

} // namespace lectern::profile
