// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/liquid/valuewriter.h"

#include <cmath>

namespace lectern::liquid {

namespace {

void appendString(QString& out, const QString& text)
{
    static constexpr char16_t hex[] = u"0123456789abcdef";
    out += u'"';
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit == u'"' || unit == u'\\') {
            out += u'\\';
            out += c;
        } else if (unit < 0x20 || unit == 0x2028 || unit == 0x2029) {
            out += QStringLiteral("\\u");
            for (int shift = 12; shift >= 0; shift -= 4)
                out += QChar(hex[(unit >> shift) & 15]);
        } else {
            out += c;
        }
    }
    out += u'"';
}

} // namespace

QString ValueWriter::write(const Value& value)
{
    QString out;
    append(out, value);
    return out;
}

QString ValueWriter::writeEntries(const Hash& entries)
{
    QString out = QStringLiteral("[");
    for (const auto& [name, value] : entries.entries()) {
        out += out.size() > 1 ? u",["_qs : u"["_qs;
        appendString(out, name);
        out += u',';
        append(out, value);
        out += u']';
    }
    return out + u']';
}

bool ValueWriter::isLate(int number) const
{
    const std::size_t at = std::size_t(number - m_first);
    return number >= m_first && at < m_shared.size() && m_shared[at].isLazy();
}

QString ValueWriter::expand(int number)
{
    const std::size_t at = std::size_t(number - m_first);
    if (number < m_first || at >= m_shared.size())
        return QStringLiteral("{\"z\":null}");
    const Value value = m_shared[at];
    if (const List* list = value.list()) {
        QString out = QStringLiteral("{\"l\":[");
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (i > 0)
                out += u',';
            append(out, (*list)[i]);
        }
        return out + QStringLiteral("]}");
    }
    if (const Hash* hash = value.hash()) {
        QString keys = QStringLiteral("{\"k\":[");
        QString values = QStringLiteral("],\"v\":[");
        bool first = true;
        for (const auto& [key, entry] : hash->entries()) {
            if (!first) {
                keys += u',';
                values += u',';
            }
            first = false;
            append(keys, Hash::valueOfKey(key));
            append(values, entry);
        }
        return keys + values + QStringLiteral("]}");
    }
    return QStringLiteral("{\"z\":") + write(value.resolved()) + u'}';
}

Value ValueWriter::valueOf(int number) const
{
    const std::size_t at = std::size_t(number - m_first);
    return number < m_first || at >= m_shared.size() ? Value() : m_shared[at];
}

void ValueWriter::clear()
{
    m_first += int(m_shared.size());
    m_shared.clear();
    m_numbers.clear();
}

int ValueWriter::numberOf(const Value& value)
{
    const void* address = value.identity().get();
    const auto known = m_numbers.constFind(address);
    if (known != m_numbers.cend())
        return *known;
    const int number = m_first + int(m_shared.size());
    m_shared.push_back(value);
    m_numbers.insert(address, number);
    return number;
}

void ValueWriter::append(QString& out, const Value& value)
{
    if (const QString* text = value.string()) {
        appendString(out, *text);
    } else if (const bool* truth = value.boolean()) {
        out += *truth ? u"true"_qs : u"false"_qs;
    } else if (const qint64* integer = value.integer()) {
        out += QString::number(*integer);
    } else if (const double* real = value.real()) {
        if (std::isfinite(*real))
            out += QStringLiteral("[\"f\",%1]").arg(QString::number(*real, 'g', 17));
        else
            out += QStringLiteral("[\"n\",%1]").arg(std::isnan(*real) ? 0 : *real < 0 ? -1 : 1);
    } else if (const Time* time = value.time()) {
        out += QStringLiteral("[\"t\",%1,%2,%3,%4]")
                   .arg(time->seconds)
                   .arg(time->nanoseconds)
                   .arg(time->utcOffset)
                   .arg(time->utc ? 1 : 0);
    } else if (const Date* date = value.date()) {
        out += QStringLiteral("[\"d\",%1,%2,%3]").arg(date->year).arg(date->month).arg(date->day);
    } else if (value.identity()) {
        out += QStringLiteral("[\"r\",%1]").arg(numberOf(value));
    } else {
        out += u"null"_qs;
    }
}

} // namespace lectern::liquid
