// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site/documentorder.h"

#include "core/site/values.h"

#include <algorithm>
#include <optional>

namespace lectern::site {

using liquid::Value;

namespace {

std::optional<double> numberOf(const Value& value)
{
    if (const qint64* integer = value.integer())
        return double(*integer);
    if (const double* real = value.real())
        return *real;
    if (const liquid::Time* time = value.time())
        return double(time->seconds) + time->nanoseconds / 1e9;
    if (const liquid::Date* date = value.date())
        return date->year * 372.0 + date->month * 31.0 + date->day;
    return std::nullopt;
}

/// Ruby's <=> of two front matter values; 0 where they cannot be compared.
int compared(const Value& a, const Value& b)
{
    if (a.isNil() || b.isNil())
        return int(a.isNil()) - int(b.isNil());
    if (a.string() && b.string()) {
        const int order = a.string()->compare(*b.string());
        return order < 0 ? -1 : order > 0;
    }
    const auto first = numberOf(a);
    const auto second = numberOf(b);
    return first && second ? int(*first > *second) - int(*first < *second) : 0;
}

} // namespace

bool isEarlier(const EntryPointer& a, const EntryPointer& b)
{
    if (a->date && b->date) {
        if (a->date->seconds != b->date->seconds)
            return a->date->seconds < b->date->seconds;
        if (a->date->nanoseconds != b->date->nanoseconds)
            return a->date->nanoseconds < b->date->nanoseconds;
    }
    return a->path < b->path;
}

void sortDocuments(Entries& documents, const CollectionConfig& collection)
{
    // By path first: with dates missing on some documents Ruby's order is no order, ours must be one all the same.
    std::stable_sort(documents.begin(), documents.end(),
        [](const EntryPointer& a, const EntryPointer& b) { return a->path < b->path; });
    const bool allDated = std::all_of(
        documents.begin(), documents.end(), [](const EntryPointer& entry) { return entry->date.has_value(); });
    if (allDated)
        std::stable_sort(documents.begin(), documents.end(), isEarlier);
    if (const Value* order = collection.metadata.find(QStringLiteral("order")); order && order->list()) {
        QStringList listed;
        for (const QString& name : textsOf(*order))
            listed.append(u'_' + collection.label + u'/' + name);
        const auto rank = [&](const EntryPointer& entry) {
            const qsizetype at = listed.indexOf(entry->relativePath);
            return at < 0 ? listed.size() : at;
        };
        std::stable_sort(documents.begin(), documents.end(),
            [&](const EntryPointer& a, const EntryPointer& b) { return rank(a) < rank(b); });
    } else if (const Value* key = collection.metadata.find(QStringLiteral("sort_by")); key && key->string()) {
        const QString name = *key->string();
        std::stable_sort(documents.begin(), documents.end(),
            [&](const EntryPointer& a, const EntryPointer& b) { return compared(a->at(name), b->at(name)) < 0; });
    }
}

} // namespace lectern::site
