// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/publish/profilejson.h"

#include "core/publish/fieldtext.h"

#include <QJsonArray>

namespace lectern::publish {
namespace {

QJsonArray rangeJson(TextRange range) { return {qint64(range.from), qint64(range.to)}; }

QString dayText(const profile::DateSpan::Day& day)
{
    QString text = QStringLiteral("%1").arg(day.year, 4, 10, QLatin1Char('0'));
    if (day.month > 0)
        text += QStringLiteral("-%1").arg(day.month, 2, 10, QLatin1Char('0'));
    if (day.day > 0)
        text += QStringLiteral("-%1").arg(day.day, 2, 10, QLatin1Char('0'));
    return text;
}

} // namespace

QJsonObject itemJson(const profile::Section& section, const profile::Item& item)
{
    QJsonObject fields;
    for (const profile::Field& field : item.fields) {
        if (field.present)
            fields.insert(profile::name(field.id), fieldJson(field.value));
    }
    const bool dated = item.kind == profile::ItemKind::Dated;
    if (dated && item.when.start)
        fields.insert(QStringLiteral("start"), dayText(*item.when.start));
    if (dated && (item.when.end || item.when.ongoing))
        fields.insert(QStringLiteral("end"), item.when.ongoing ? QStringLiteral("present") : dayText(*item.when.end));
    if (item.kind == profile::ItemKind::Review && !item.group.isEmpty() && !fields.contains(QStringLiteral("role")))
        fields.insert(QStringLiteral("role"), item.group);
    QJsonObject json {{QStringLiteral("kind"), QString(profile::name(item.kind))},
        {QStringLiteral("range"), rangeJson(item.range)}, {QStringLiteral("fields"), fields}};
    if (item.hidden || section.hidden)
        json.insert(QStringLiteral("hidden"), true);
    if (!item.group.isEmpty())
        json.insert(QStringLiteral("group"), item.group);
    return json;
}

QJsonObject profileJson(const profile::Profile& profile, const QString& page, const profile::PageText& text)
{
    const bool several = text.files().size() > 1;
    QJsonArray sections;
    for (const profile::Section& section : profile.sections) {
        // A section is where its heading is: an anchor before it may stand in the page.
        const TextRange whole {section.level > 0 ? section.headingRange.from : section.range.from, section.range.to};
        const auto place = several ? text.rangeOf(whole) : std::pair {page, section.range};
        QJsonArray items;
        for (const profile::Item& item : section.items) {
            QJsonObject one = itemJson(section, item);
            if (several) {
                const auto [file, range] = text.rangeOf(item.range);
                one.insert(QStringLiteral("range"), rangeJson(range));
                if (file != place.first)
                    one.insert(QStringLiteral("file"), file);
            }
            items.append(one);
        }
        QJsonObject json {{QStringLiteral("id"), section.id}, {QStringLiteral("kind"), QString(profile::name(section.kind))},
            {QStringLiteral("heading"), section.heading}, {QStringLiteral("file"), place.first},
            {QStringLiteral("range"), rangeJson(place.second)}, {QStringLiteral("items"), items}};
        if (!section.anchor.isEmpty())
            json.insert(QStringLiteral("anchor"), section.anchor);
        if (section.hidden)
            json.insert(QStringLiteral("hidden"), true);
        sections.append(json);
    }
    return {{QStringLiteral("page"), page}, {QStringLiteral("sections"), sections}};
}

} // namespace lectern::publish
