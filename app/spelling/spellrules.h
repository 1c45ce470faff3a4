// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace lectern::app {

/// The words of a text that a spell checker is asked about (UTF-16 units, half-open). Left out are addresses,
/// file names, HTML, Liquid, code and formulas (`styles`: see markdownStyles), words with digits,
/// abbreviations in capitals, words written in a mixture of both cases ("GPUs", "MLSys"), scripts without
/// spaces between words, and `names`.
[[nodiscard]] std::vector<std::pair<qsizetype, qsizetype>> wordsToCheck(
    const QString& text, const std::vector<std::uint8_t>& styles, const QSet<QString>& names);

} // namespace lectern::app
