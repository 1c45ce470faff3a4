// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/rubytime.h"

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>

#include <cstdlib>

namespace lectern::site {

namespace {

constexpr qint64 secondsPerDay = 86'400;
constexpr qint64 epochJulianDay = 2'440'588;

const QStringList& monthNames()
{
    static const QStringList names { QStringLiteral("jan"), QStringLiteral("feb"), QStringLiteral("mar"),
        QStringLiteral("apr"), QStringLiteral("may"), QStringLiteral("jun"), QStringLiteral("jul"),
        QStringLiteral("aug"), QStringLiteral("sep"), QStringLiteral("oct"), QStringLiteral("nov"),
        QStringLiteral("dec") };
    return names;
}

int monthNumber(const QString& name)
{
    return int(monthNames().indexOf(name.left(3).toLower())) + 1;
}

QString padded(int number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// Ruby's Time.local: a day beyond the end of its month counts on into the next.
QDate dateOf(int year, int month, int day)
{
    const QDate first(year, month, 1);
    return first.isValid() && day >= 1 && day <= 31 ? first.addDays(day - 1) : QDate();
}

QDate dateIn(const QString& text)
{
    static const QRegularExpression numeric(
        QStringLiteral(R"((?<![\d.])(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?!\d))"));
    static const QRegularExpression dayFirst(
        QStringLiteral(
            R"(\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(\d{4})\b)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression monthFirst(
        QStringLiteral(
            R"(\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?)?,?\s+(\d{4})\b)"),
        QRegularExpression::CaseInsensitiveOption);
    if (const auto found = numeric.match(text); found.hasMatch()) {
        const QString day = found.captured(4);
        return dateOf(found.captured(1).toInt(), found.captured(3).toInt(), day.isEmpty() ? 1 : day.toInt());
    }
    if (const auto found = dayFirst.match(text); found.hasMatch())
        return dateOf(found.captured(3).toInt(), monthNumber(found.captured(2)), found.captured(1).toInt());
    if (const auto found = monthFirst.match(text); found.hasMatch()) {
        const QString day = found.captured(2);
        return dateOf(
            found.captured(3).toInt(), monthNumber(found.captured(1)), day.isEmpty() ? 1 : day.toInt());
    }
    return {};
}

std::optional<int> offsetIn(const QString& zone)
{
    static const QRegularExpression offset(QStringLiteral(R"(^([-+])(\d{1,2}):?(\d{2})?$)"));
    if (zone.compare(u"Z", Qt::CaseInsensitive) == 0 || zone == u"UTC" || zone == u"GMT")
        return 0;
    const auto found = offset.match(zone);
    if (!found.hasMatch())
        return std::nullopt;
    const int seconds = found.captured(2).toInt() * 3600 + found.captured(3).toInt() * 60;
    return found.captured(1) == u"-" ? -seconds : seconds;
}

qint64 utcSeconds(const QDate& date, const QTime& time)
{
    return (date.toJulianDay() - epochJulianDay) * secondsPerDay + time.msecsSinceStartOfDay() / 1000;
}

} // namespace

liquid::Time timeInZone(qint64 seconds, int nanoseconds, const QTimeZone& zone)
{
    const int offset
        = zone.isValid() ? zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)) : 0;
    return { seconds, nanoseconds, offset, false };
}

std::optional<liquid::Time> parseTime(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression clock(
        QStringLiteral(
            R"((?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*([ap]m)?\s*(Z\b|UTC|GMT|[-+]\d{1,2}:?(?:\d{2})?)?)"),
        QRegularExpression::CaseInsensitiveOption);
    const QDate date = dateIn(text);
    if (!date.isValid())
        return std::nullopt;
    const auto found = clock.match(text);
    int hour = found.captured(1).toInt();
    const QString half = found.captured(5).toLower();
    if (half == u"pm" && hour < 12)
        hour += 12;
    else if (half == u"am" && hour == 12)
        hour = 0;
    const QTime time(hour, found.captured(2).toInt(), found.captured(3).toInt());
    if (!time.isValid())
        return std::nullopt;
    const int nanoseconds
        = found.captured(4).isEmpty() ? 0 : found.captured(4).leftJustified(9, u'0').toInt();
    if (const auto offset = offsetIn(found.captured(6)))
        return timeInZone(utcSeconds(date, time) - *offset, nanoseconds, zone);
    const QDateTime local = zone.isValid() ? QDateTime(date, time, zone) : QDateTime(date, time, Qt::UTC);
    return timeInZone(local.toSecsSinceEpoch(), nanoseconds, zone);
}

QString toText(const liquid::Time& time)
{
    const Calendar at = calendar(time);
    const QString clock = padded(at.year, 4) + u'-' + padded(at.month, 2) + u'-' + padded(at.day, 2) + u' '
        + padded(at.hour, 2) + u':' + padded(at.minute, 2) + u':' + padded(at.second, 2);
    if (time.utc)
        return clock + QStringLiteral(" UTC");
    const int minutes = std::abs(time.utcOffset) / 60;
    return clock + u' ' + (time.utcOffset < 0 ? u'-' : u'+') + padded(minutes / 60, 2)
        + padded(minutes % 60, 2);
}

QString toText(const liquid::Date& date)
{
    return padded(date.year, 4) + u'-' + padded(date.month, 2) + u'-' + padded(date.day, 2);
}

std::optional<liquid::Time> timeOf(const liquid::Value& value, const QTimeZone& zone)
{
    if (const liquid::Time* time = value.time())
        return timeInZone(time->seconds, time->nanoseconds, zone);
    if (const liquid::Date* date = value.date())
        return parseTime(toText(*date), zone);
    return value.string() ? parseTime(*value.string(), zone) : std::nullopt;
}

QString xmlSchema(const liquid::Time& time)
{
    const Calendar at = calendar(time);
    const int offset = std::abs(time.utcOffset);
    const auto padded
        = [](int number, int width) { return QString::number(number).rightJustified(width, u'0'); };
    return padded(at.year, 4) + u'-' + padded(at.month, 2) + u'-' + padded(at.day, 2) + u'T'
        + padded(at.hour, 2) + u':' + padded(at.minute, 2) + u':' + padded(at.second, 2)
        + (time.utcOffset < 0 ? u'-' : u'+') + padded(offset / 3600, 2) + u':' + padded(offset / 60 % 60, 2);
}

Calendar calendar(const liquid::Time& time)
{
    const qint64 local = time.seconds + time.utcOffset;
    const qint64 days = local >= 0 ? local / secondsPerDay : -((secondsPerDay - 1 - local) / secondsPerDay);
    const int inDay = int(local - days * secondsPerDay);
    const QDate date = QDate::fromJulianDay(epochJulianDay + days);
    Calendar result;
    date.getDate(&result.year, &result.month, &result.day);
    result.hour = inDay / 3600;
    result.minute = inDay / 60 % 60;
    result.second = inDay % 60;
    result.dayOfYear = date.dayOfYear();
    result.dayOfWeek = date.dayOfWeek();
    result.week = date.weekNumber(&result.weekYear);
    return result;
}

} // namespace lectern::site
