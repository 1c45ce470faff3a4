// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/placename.h"

#include "app/forms/fieldwords.h"

#include <QCoreApplication>

namespace lectern::app {

namespace {

/// Gives tr() to the functions of this file, in a context of its own.
struct PlaceName {
    Q_DECLARE_TR_FUNCTIONS(lectern::app::PlaceName)
public:
    static QString heading() { return tr("Section heading"); }
    static QString page() { return tr("Page settings"); }
    static QString ofFile(const QString& file)
    {
        if (file == QLatin1StringView("_config.yml"))
            return tr("Site settings");
        if (file == QLatin1StringView("_data/navigation.yml"))
            return tr("Navigation menu");
        return file.section(u'/', -1);
    }
};

QString capitalized(const QString& text)
{
    return text.isEmpty() ? text : text.left(1).toUpper() + text.mid(1);
}

/// A field where the element is all within it, or shows nothing of the others; else the item.
QString itemName(const profile::Section& section, const profile::Item& item, TextRange range)
{
    const profile::Field* only = nullptr;
    int touched = 0;
    for (const profile::Field& field : item.fields) {
        if (!field.present || field.range.isEmpty() || !field.range.overlaps(range))
            continue;
        if (field.range.contains(range))
            return words::label(field.id, section.kind);
        only = &field;
        ++touched;
    }
    const bool isWhole = range.from <= item.range.from && item.range.to <= range.to + 1;
    return touched == 1 && !isWhole ? words::label(only->id, section.kind)
                                    : capitalized(words::itemNoun(section.kind));
}

} // namespace

QString placeName(const profile::Profile& profile, const QString& page, const MarkedPlace& place)
{
    if (place.file != page)
        return PlaceName::ofFile(place.file);
    for (const profile::Section& section : profile.sections) {
        if (!section.range.contains(place.range.from))
            continue;
        if (section.headingRange.contains(place.range.from))
            return PlaceName::heading();
        for (const profile::Item& item : section.items) {
            if (item.range.contains(place.range.from) && place.range.to <= item.range.to + 1)
                return itemName(section, item, place.range);
        }
        return section.heading.isEmpty() ? words::sectionName(section.kind) : section.heading;
    }
    return PlaceName::page();
}

} // namespace lectern::app
