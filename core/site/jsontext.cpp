// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/jsontext.h"

#include "core/site/values.h"

namespace lectern::site {

using liquid::Hash;
using liquid::Value;

namespace {

QString quoted(const QString& text)
{
    QString result(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += u'\\';
        if (c == u'\n')
            result += QStringLiteral("\\n");
        else if (c == u'\t')
            result += QStringLiteral("\\t");
        else if (c == u'\r')
            result += QStringLiteral("\\r");
        else if (c == u'\f')
            result += QStringLiteral("\\f");
        else if (c == u'\b')
            result += QStringLiteral("\\b");
        else if (c.unicode() < 0x20)
            result += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result + u'"';
}

} // namespace

QString jsonText(const Value& given)
{
    const Value value = given.resolved();
    if (value.isNil())
        return QStringLiteral("null");
    QStringList parts;
    if (const liquid::List* list = value.list()) {
        for (const Value& entry : *list)
            parts.append(jsonText(entry));
        return u'[' + parts.join(u',') + u']';
    }
    if (const Hash* hash = value.hash()) {
        for (const auto& [key, entry] : hash->entries())
            parts.append(quoted(toText(Hash::valueOfKey(key))) + u':' + jsonText(entry));
        return u'{' + parts.join(u',') + u'}';
    }
    return value.boolean() || value.integer() || value.real() ? toText(value) : quoted(toText(value));
}

} // namespace lectern::site
