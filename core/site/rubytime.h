// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/value.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace lectern::site {

/// The instant as Ruby's Time shows it in `zone` (Time.at): never marked as UTC, even where the zone is UTC.
[[nodiscard]] liquid::Time timeInZone(qint64 seconds, int nanoseconds, const QTimeZone& zone);

/// Ruby's Time.parse followed by localtime, for the notations that people put into front matter: ISO dates
/// and times with
/// '-', '/' or '.', with and without zone, and dates with English month names. Parts that are missing count
/// from the start of the day. nullopt where Ruby would raise an error, or knows a notation that we do not.
[[nodiscard]] std::optional<liquid::Time> parseTime(const QString& text, const QTimeZone& zone);

/// The instant that a time, a date (its beginning in `zone`) or a text stands for; nullopt for other values.
[[nodiscard]] std::optional<liquid::Time> timeOf(const liquid::Value& value, const QTimeZone& zone);
/// Ruby's Time#xmlschema of a local time: "2024-05-01T10:00:00+08:00".
[[nodiscard]] QString xmlSchema(const liquid::Time& time);

/// What Ruby's Time#to_s and Date#to_s print.
[[nodiscard]] QString toText(const liquid::Time& time);
[[nodiscard]] QString toText(const liquid::Date& date);

/// Calendar facts of a time in its own offset, as strftime's directives name them.
struct Calendar {
    int year = 0;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int dayOfYear = 1;
    int dayOfWeek = 1; ///< 1 Monday … 7 Sunday
    int week = 1; ///< ISO 8601
    int weekYear = 0; ///< the year that the ISO week belongs to
};
[[nodiscard]] Calendar calendar(const liquid::Time& time);

} // namespace lectern::site
