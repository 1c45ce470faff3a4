// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/edit.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace lectern::check {

/// UTF-8 text that some program once read in another encoding and saved again as UTF-8 ("mojibake").
struct Misreading {
    QString encoding; ///< what it was read as: "Mac Roman", "Windows-1252", "Latin-1"
    QString damaged; ///< the longest damaged place as it is now
    QString original; ///< and as it was
    TextRange first; ///< the first damaged place
    qsizetype count = 0; ///< of damaged places
    Edits repair;
};

/// Finds damaged places. Characters that somebody may have written on purpose are left alone: a quotation
/// mark behind a capital letter with an accent is no proof, although it could be half of another character.
/// nullopt where nothing is damaged or the bytes are no UTF-8.
[[nodiscard]] std::optional<Misreading> findMisreading(QByteArrayView bytes);

} // namespace lectern::check
