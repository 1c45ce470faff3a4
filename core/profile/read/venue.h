// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/inline.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace lectern::profile {

/// Where a publication appeared, as it stands in the bytes.
struct VenuePlace {
    TextRange phrase; ///< the words that tell it, inside their emphasis
    TextRange name;
    TextRange year; ///< its digits
    TextRange yearWhole; ///< with the marks before: "' 25"
    bool shortYear = false;
    TextRange ranks; ///< between the parentheses
    TextRange ranksWhole;
    std::vector<TextRange> rankParts;
    TextRange award; ///< "Spotlight" behind the year
    TextRange awardWhole; ///< with the blank before
    TextRange outer; ///< with emphasis around
    bool found = false;
};

/// Finds the venue in a scope: an emphasised piece or a phrase with a year or a word that venues have.
/// `sure`: any emphasised words are taken, since the scope stands where venues do.
[[nodiscard]] VenuePlace findVenue(QByteArrayView bytes, TextRange scope, bool sure = false);
/// Reads a phrase that is known to tell the venue, such as a badge.
[[nodiscard]] VenuePlace readVenue(QByteArrayView bytes, TextRange phrase);

/// "CCF-A", "Q1", "CSRanking", "IF 7.5": how lists rank venues.
[[nodiscard]] bool isRank(const QString& text);
/// "Oral", "Spotlight", "Best Paper Award", "Highlight".
[[nodiscard]] bool isAward(const QString& text);
[[nodiscard]] bool hasVenueWord(const QString& text);
/// Plain text that says what follows: "submitted to", "accepted at".
[[nodiscard]] bool namesVenueNext(QByteArrayView bytes, const Span& before);
/// True where four digits of a year stand, and no longer number.
[[nodiscard]] bool isYearAt(QByteArrayView bytes, qsizetype at, TextRange range);
/// The last year in a range: digits of "2025" or of "' 25".
[[nodiscard]] bool findYear(QByteArrayView bytes, TextRange range, TextRange& digits, bool& shortened);

} // namespace lectern::profile
