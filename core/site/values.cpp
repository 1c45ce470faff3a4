// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/values.h"

#include "core/site/rubytime.h"

#include <QLocale>

namespace lectern::site {

using liquid::Hash;
using liquid::Value;

namespace {

// Ruby prints at least one digit behind the point: 2.0, not 2.
QString realText(double number)
{
    QString text = QString::number(number, 'g', QLocale::FloatingPointShortest);
    if (!text.contains(u'.') && !text.contains(u'e') && !text.contains(u'n'))
        text += QStringLiteral(".0");
    return text;
}

} // namespace

QString toText(const Value& value)
{
    if (const QString* text = value.string())
        return *text;
    if (const bool* boolean = value.boolean())
        return *boolean ? QStringLiteral("true") : QStringLiteral("false");
    if (const qint64* integer = value.integer())
        return QString::number(*integer);
    if (const double* real = value.real())
        return realText(*real);
    if (const liquid::Time* time = value.time())
        return toText(*time);
    if (const liquid::Date* date = value.date())
        return toText(*date);
    return {};
}

QString stringOf(const Value& value)
{
    const QString* text = value.string();
    return text ? *text : QString();
}

bool isTruthy(const Value& value)
{
    const bool* boolean = value.boolean();
    return boolean ? *boolean : !value.isNil();
}

QStringList textsOf(const Value& value)
{
    QStringList texts;
    if (const liquid::List* list = value.list()) {
        for (const Value& entry : *list) {
            if (!entry.isNil())
                texts.append(toText(entry));
        }
    } else if (!value.isNil()) {
        texts.append(toText(value));
    }
    return texts;
}

Hash deepMerged(const Hash& base, const Hash& over)
{
    Hash merged = base;
    for (const auto& [key, value] : over.entries()) {
        const Value* old = merged.find(key);
        if (!old)
            merged.insert(key, value);
        else if (value.isNil())
            continue;
        else if (old->hash() && value.hash())
            merged.insert(key, Value(deepMerged(*old->hash(), *value.hash())));
        else
            merged.insert(key, value);
    }
    return merged;
}

} // namespace lectern::site
