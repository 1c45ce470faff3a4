// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace lectern::profile {

/// True for text that can be a person's name, or "et al." and "…" in a list of such.
[[nodiscard]] bool isNameLike(const QString& visible);
[[nodiscard]] bool isEtAl(const QString& visible);
/// Two or three words of which the first could begin a name and none is a common one.
[[nodiscard]] bool isNearlyName(const QString& visible);
/// "A.", "A.-B.": the initials of a name whose family name stands before a comma.
[[nodiscard]] bool isInitials(const QString& text);
/// "(corresponding author)", "(equal contribution)" behind a name; with or without its brackets.
[[nodiscard]] bool isAuthorRemark(const QString& inside);
/// Length of the marks beyond ASCII ("✉", "†") that begin a text, with one blank before them; 0 without any.
[[nodiscard]] qsizetype authorMarks(QByteArrayView text);
/// A name without the marks around it ("Ann Bee*†").
[[nodiscard]] QString withoutMarks(QString text);

} // namespace lectern::profile
