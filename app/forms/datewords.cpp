// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/datewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <optional>
#include <vector>

namespace lectern::app {

namespace {

using Day = profile::DateSpan::Day;

struct DateWords {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::DateWords)
public:
    static QString day(const Day& day);
    static QString span(const profile::DateSpan& span);
};

QString DateWords::day(const Day& day)
{
    const QLocale locale;
    if (day.month == 0)
        return QString::number(day.year);
    if (day.day == 0)
        return locale.toString(QDate(day.year, day.month, 1), tr("MMMM yyyy", "a month and its year: QDate format"));
    return locale.toString(QDate(day.year, day.month, day.day), QLocale::LongFormat);
}

QString DateWords::span(const profile::DateSpan& span)
{
    if (!span.start)
        return {};
    if (span.ongoing)
        return tr("%1 to now").arg(day(*span.start));
    if (span.end && *span.end != *span.start)
        return tr("%1 to %2").arg(day(*span.start), day(*span.end));
    return day(*span.start);
}

/// One date in a text: where, and how its parts are written.
struct WrittenDate {
    qsizetype from = 0;
    qsizetype to = 0;
    QString pattern; ///< QDate format, in English, with quoted separators
};

QString quotedLiteral(const QString& text) { return text.isEmpty() ? QString() : u'\'' + text + u'\''; }

QString monthPattern(const QString& written)
{
    return written.size() > 3 && !written.endsWith(u'.') && written.compare(QLatin1StringView("sept"), Qt::CaseInsensitive) != 0
        ? QStringLiteral("MMMM")
        : QStringLiteral("MMM");
}

QString digits(const QString& written, QChar letter) { return QString(written.size() > 1 ? 2 : 1, letter); }

const QRegularExpression& datePattern()
{
    static const QString month = QStringLiteral("(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
                                                "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?");
    static const QRegularExpression pattern(
        QStringLiteral("(?<md>%1)(?<s1> +)(?<mdd>\\d{1,2})(?<s2>,? +)(?<mdy>\\d{4})(?!\\d)"
                       "|(?:(?<dd>\\d{1,2})(?<s3> +))?(?<mn>%1)(?<s4>,? *)(?<my>\\d{4})(?!\\d)"
                       "|(?<![\\d.])(?<y>\\d{4})(?:(?<s5> *[./年-] *)(?<m>\\d{1,2})(?!\\d)(?:(?<s6> *[./月-] *)(?<d>\\d{1,2})"
                       "(?!\\d)(?<s7>日?)|(?<s8>月?)))?(?!\\d)")
            .arg(month),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

WrittenDate writtenDate(const QRegularExpressionMatch& match)
{
    const auto part = [&match](const char* name) { return match.captured(QString::fromLatin1(name)); };
    WrittenDate date {match.capturedStart(), match.capturedEnd(), {}};
    if (!part("mdy").isEmpty()) {
        date.pattern = monthPattern(part("md")) + quotedLiteral(part("s1")) + digits(part("mdd"), u'd')
            + quotedLiteral(part("s2")) + QStringLiteral("yyyy");
    } else if (!part("my").isEmpty()) {
        if (!part("dd").isEmpty())
            date.pattern = digits(part("dd"), u'd') + quotedLiteral(part("s3"));
        const QString dot = part("mn").endsWith(u'.') ? QStringLiteral(".") : QString();
        date.pattern += monthPattern(part("mn")) + quotedLiteral(dot + part("s4")) + QStringLiteral("yyyy");
    } else {
        date.pattern = QStringLiteral("yyyy");
        if (!part("m").isEmpty())
            date.pattern += quotedLiteral(part("s5")) + digits(part("m"), u'M');
        if (!part("d").isEmpty())
            date.pattern += quotedLiteral(part("s6")) + digits(part("d"), u'd') + quotedLiteral(part("s7"));
        else
            date.pattern += quotedLiteral(part("s8"));
    }
    return date;
}

std::vector<WrittenDate> writtenDates(const QString& text)
{
    std::vector<WrittenDate> dates;
    auto matches = datePattern().globalMatch(text);
    while (matches.hasNext())
        dates.push_back(writtenDate(matches.next()));
    return dates;
}

QRegularExpressionMatch ongoingWord(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("\\b(?:now|present|current|today|ongoing)\\b|至今|现在|今"),
        QRegularExpression::CaseInsensitiveOption);
    return word.match(text);
}

QString formatted(QDate date, const QString& pattern) { return QLocale::c().toString(date, pattern); }

/// What stands between the two ends of a span ("–", " - ").
QString between(const QString& text)
{
    const auto dates = writtenDates(text);
    if (dates.empty())
        return {};
    const qsizetype from = dates[0].to;
    const auto ongoing = ongoingWord(text);
    if (dates.size() > 1)
        return text.sliced(from, dates[1].from - from);
    if (ongoing.hasMatch() && ongoing.capturedStart() > from)
        return text.sliced(from, ongoing.capturedStart() - from);
    return {};
}

QString spanSeparator(const QString& text, const QString& sample)
{
    const QString own = between(text);
    if (!own.isEmpty())
        return own;
    const QString other = between(sample);
    return other.isEmpty() ? QStringLiteral(" - ") : other;
}

/// `text` with its second date, or its word for now, or nothing behind its first date, replaced by `written`.
QString withEnd(const QString& text, const QString& sample, const QString& written)
{
    const auto dates = writtenDates(text);
    const auto ongoing = ongoingWord(text);
    QString result = text;
    if (dates.size() > 1)
        return result.replace(dates[1].from, dates[1].to - dates[1].from, written);
    if (ongoing.hasMatch())
        return result.replace(ongoing.capturedStart(), ongoing.capturedLength(), written);
    if (dates.empty())
        return text.isEmpty() ? written : text + spanSeparator(text, sample) + written;
    return result.insert(dates[0].to, spanSeparator(text, sample) + written);
}

} // namespace

QString describedDate(const profile::DateSpan& span) { return DateWords::span(span); }

QString withDate(const QString& text, const QString& sample, DateEnd end, QDate date)
{
    const auto own = writtenDates(text);
    const auto others = writtenDates(sample);
    QString pattern = QStringLiteral("yyyy.MM");
    if (!own.empty())
        pattern = end == DateEnd::End && own.size() > 1 ? own[1].pattern : own[0].pattern;
    else if (!others.empty())
        pattern = others[0].pattern;
    const QString written = formatted(date, pattern);
    if (end == DateEnd::End)
        return withEnd(text, sample, written);
    if (own.empty())
        return written;
    QString result = text;
    return result.replace(own[0].from, own[0].to - own[0].from, written);
}

QString withOngoing(const QString& text, const QString& sample)
{
    if (ongoingWord(text).hasMatch())
        return text;
    const auto word = ongoingWord(sample);
    return withEnd(text, sample, word.hasMatch() ? word.captured() : QStringLiteral("now"));
}

} // namespace lectern::app
