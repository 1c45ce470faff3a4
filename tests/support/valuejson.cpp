// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/valuejson.h"

#include "core/site/values.h"

namespace lectern::test {

using liquid::Value;

namespace {

QByteArray quoted(const QString& text)
{
    QByteArray result("\"");
    for (const char c : text.toUtf8()) {
        if (c == '"' || c == '\\')
            result += QByteArray("\\") + c;
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (c == '\r')
            result += "\\r";
        else if (static_cast<unsigned char>(c) < 0x20)
            result += "\\u00" + QByteArray::number(int(c), 16).rightJustified(2, '0');
        else
            result += c;
    }
    return result + '"';
}

} // namespace

QByteArray toJson(const Value& given)
{
    const Value value = given.resolved();
    if (value.isNil())
        return "null";
    QByteArray result;
    if (const liquid::List* list = value.list()) {
        for (const Value& entry : *list)
            result += (result.isEmpty() ? "" : ",") + toJson(entry);
        return '[' + result + ']';
    }
    if (const liquid::Hash* hash = value.hash()) {
        for (const auto& [key, entry] : hash->entries())
            result += (result.isEmpty() ? "" : ",") + quoted(key) + ':' + toJson(entry);
        return '{' + result + '}';
    }
    if (value.boolean() || value.integer() || value.real())
        return site::toText(value).toUtf8();
    return quoted(site::toText(value));
}

} // namespace lectern::test
