// SPDX-License-Identifier: GPL-3.0-or-later
// The types that Psych 4 gives to unquoted scalars: YAML 1.1's, with Ruby's liberties.
#include "core/site/rubytime.h"
#include "core/site/yamlreader.h"

#include <QDate>
#include <QRegularExpression>
#include <QtNumeric>

#include <cmath>
#include <limits>
#include <optional>

namespace lectern::site {

using liquid::Value;

namespace {

using Regex = QRegularExpression;

const Regex& wordStart()
{
    static const Regex regex(QStringLiteral(R"(^[^\d.:-]?[\p{L}\p{M}_\s!@#$%\^&*(){}<>|/\\~;=]+)"),
        Regex::MultilineOption | Regex::UseUnicodePropertiesOption);
    return regex;
}

Value wordValue(const QString& text)
{
    if (text.size() > 5)
        return text;
    if (text == u"~" || text.compare(u"null", Qt::CaseInsensitive) == 0)
        return {};
    for (const QStringView word : { QStringView(u"yes"), QStringView(u"true"), QStringView(u"on") }) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const QStringView word : { QStringView(u"no"), QStringView(u"false"), QStringView(u"off") }) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return false;
    }
    return text;
}

Value timeValue(const QString& text, const QTimeZone& zone)
{
    static const Regex parts(QStringLiteral(
        R"(^(-?\d{4})-(\d{1,2})-(\d{1,2})[Tt\s]+(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?\s*(Z|[-+]\d{1,2}(?::?\d\d)?)?)"));
    const auto found = parts.match(text);
    const QDate date(found.captured(1).toInt(), found.captured(2).toInt(), found.captured(3).toInt());
    const QTime clock(found.captured(4).toInt(), found.captured(5).toInt(), found.captured(6).toInt());
    if (!date.isValid() || !clock.isValid())
        return text;
    const int nanoseconds = found.captured(7).leftJustified(9, u'0').left(9).toInt();
    const qint64 seconds = (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * 86'400
        + clock.msecsSinceStartOfDay() / 1000;
    const QString offsetText = found.captured(8);
    if (offsetText == u"Z")
        return liquid::Time { seconds, nanoseconds, 0, true };
    if (offsetText.isEmpty())
        return timeInZone(seconds, nanoseconds, zone);
    static const Regex zoneParts(QStringLiteral(R"(^([-+])(\d{1,2}):?(\d\d)?$)"));
    const auto zoneFound = zoneParts.match(offsetText);
    const int size = zoneFound.captured(2).toInt() * 3600 + zoneFound.captured(3).toInt() * 60;
    const int offset = zoneFound.captured(1) == u"-" ? -size : size;
    return liquid::Time { seconds - offset, nanoseconds, offset, false };
}

Value dateValue(const QString& text)
{
    const QStringList parts = text.split(u'-');
    const QDate date(parts[0].toInt(), parts[1].toInt(), parts[2].toInt());
    return date.isValid() ? Value(liquid::Date { date.year(), date.month(), date.day() }) : Value(text);
}

/// nullopt for a number that does not fit.
std::optional<qint64> sexagesimal(const QString& text)
{
    // Ruby multiplies the first part by 60² also where there are only two.
    const QStringList parts = text.split(u':');
    qint64 sum = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const qint64 weight = i == 0 ? 3600 : i == 1 ? 60 : 1;
        bool isNumber = false;
        qint64 part = QString(parts[i]).remove(u'_').toLongLong(&isNumber);
        if (!isNumber || qMulOverflow(part, weight, &part) || qAddOverflow(sum, part, &sum))
            return std::nullopt;
    }
    return sum;
}

Value integerValue(const QString& text)
{
    QString digits = text;
    digits.remove(u',').remove(u'_');
    const bool negative = digits.startsWith(u'-');
    QStringView rest = QStringView(digits).mid(negative || digits.startsWith(u'+') ? 1 : 0);
    int base = 10;
    if (rest.startsWith(u"0x")) {
        base = 16;
        rest = rest.mid(2);
    } else if (rest.startsWith(u"0b")) {
        base = 2;
        rest = rest.mid(2);
    } else if (rest.size() > 1 && rest.startsWith(u'0')) {
        base = 8;
        rest = rest.mid(1);
    }
    bool ok = false;
    const qint64 number = rest.toLongLong(&ok, base);
    // Ruby's integers have no bound; one that does not fit prints right as text, which is all that pages do
    // with them.
    return ok ? Value(negative ? -number : number) : Value(digits);
}

Value numberValue(const QString& text)
{
    static const Regex base60(QStringLiteral(R"(^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}$)"));
    static const Regex realBase60(QStringLiteral(R"(^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}\.[0-9_]*$)"));
    static const Regex real(QStringLiteral(R"(^[-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?$)"));
    static const Regex integer(QStringLiteral(
        R"(^(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)$)"));
    if (base60.match(text).hasMatch()) {
        const auto whole = sexagesimal(text);
        return whole ? Value(*whole) : Value(text);
    }
    if (realBase60.match(text).hasMatch()) {
        const qsizetype last = text.lastIndexOf(u':');
        const qint64 weight = text.count(u':') == 1 ? 60 : 1;
        const auto whole = sexagesimal(text.left(last) + QStringLiteral(":0"));
        return whole ? Value(double(*whole)
                       + QString(text.mid(last + 1)).remove(u'_').toDouble() * double(weight))
                     : Value(text);
    }
    if (real.match(text).hasMatch()) {
        QString digits = text;
        digits.remove(u',').remove(u'_');
        bool ok = false;
        const double number = digits.toDouble(&ok);
        return ok ? Value(number) : Value(text);
    }
    return integer.match(text).hasMatch() ? integerValue(text) : Value(text);
}

} // namespace

Value plainScalar(const QString& text, const QTimeZone& zone, bool* ok)
{
    static const Regex time(QStringLiteral(
        R"(^-?\d{4}-\d{1,2}-\d{1,2}(?:[Tt]|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?(?:\s*(?:Z|[-+]\d{1,2}:?(?:\d\d)?))?$)"));
    static const Regex date(QStringLiteral(R"(^\d{4}-(?:1[012]|0\d|\d)-(?:[12]\d|3[01]|0\d|\d)$)"));
    static const Regex infinity(QStringLiteral(R"(^([-+]?)\.inf$)"), Regex::CaseInsensitiveOption);
    if (ok)
        *ok = true;
    if (text.isEmpty())
        return {};
    if (text.contains(u'\n') || wordStart().match(text).hasMatch())
        return wordValue(text);
    if (time.match(text).hasMatch())
        return timeValue(text, zone);
    if (date.match(text).hasMatch())
        return dateValue(text);
    if (const auto found = infinity.match(text); found.hasMatch()) {
        const double value = std::numeric_limits<double>::infinity();
        return found.captured(1) == u"-" ? -value : value;
    }
    if (text.compare(u".nan", Qt::CaseInsensitive) == 0)
        return std::numeric_limits<double>::quiet_NaN();
    if (text.size() > 1 && text.startsWith(u':')) {
        if (ok)
            *ok = false;
        return text;
    }
    return numberValue(text);
}

} // namespace lectern::site
