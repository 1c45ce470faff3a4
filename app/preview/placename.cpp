// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/placename.h"

#include <QCoreApplication>

namespace lectern::app {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("PlaceName", text);
}

QString fileName(const QString& file)
{
    if (file == QLatin1StringView("_config.yml"))
        return tr("Site settings");
    if (file == QLatin1StringView("_data/navigation.yml"))
        return tr("Navigation menu");
    return file.section(u'/', -1);
}

} // namespace

QString placeName(const profile::Profile& profile, const QString& page, const MarkedPlace& place)
{
    if (place.file != page)
        return fileName(place.file);
    for (const profile::Section& section : profile.sections) {
        if (!section.range.contains(place.range.from))
            continue;
        if (section.headingRange.contains(place.range.from))
            return tr("Section heading");
        return section.heading;
    }
    return tr("Page settings");
}

} // namespace lectern::app
