// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>
#include <QString>

/// What is no part of a venue's name.
namespace lectern::profile {

/// Without the marks at its end.
[[nodiscard]] TextRange withoutTail(QByteArrayView bytes, TextRange range);
/// "Ethics 133 (2): 200-225": numbers behind the name are none of it.
[[nodiscard]] TextRange withoutVolume(QByteArrayView bytes, TextRange name);
[[nodiscard]] bool isMonthName(const QString& word);
/// "Senior Thesis, May" before the year: the month is no part of the name.
[[nodiscard]] TextRange withoutMonth(QByteArrayView bytes, TextRange name);
/// Without the brackets and full stops around: "(CCF-A)."
[[nodiscard]] QString bare(QString text);

} // namespace lectern::profile
