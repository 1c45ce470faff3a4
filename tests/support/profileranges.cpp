// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/profileranges.h"

namespace lectern::test {
namespace {

using namespace profile;

QString brokenIn(const Section& section, const Item& item, qsizetype at)
{
    if (item.range.from < at || item.range.to > section.range.to || item.range.isEmpty())
        return QStringLiteral("an item stands behind the one before, in its section");
    for (const Field& field : item.fields) {
        if (field.range.from > field.range.to || (field.present && !item.range.contains(field.range)))
            return QStringLiteral("a field stands in its item");
    }
    return {};
}

QString brokenIn(const Profile& profile, const Section& section)
{
    if (!section.headingRange.isEmpty() && !section.range.contains(section.headingRange))
        return QStringLiteral("a heading stands in its section");
    if (!section.headingTextRange.isEmpty() && !section.headingRange.contains(section.headingTextRange))
        return QStringLiteral("a heading's text stands in its heading");
    if (section.id.isEmpty() || profile.section(section.id) != &section)
        return QStringLiteral("a section is found by its id");
    qsizetype at = section.range.from;
    for (const Item& item : section.items) {
        if (const QString broken = brokenIn(section, item, at); !broken.isEmpty())
            return broken;
        at = item.range.to;
    }
    return {};
}

} // namespace

QString brokenRange(const Profile& profile)
{
    qsizetype end = profile.frontMatter ? profile.frontMatter->whole.to : 0;
    if (!profile.sections.empty()) {
        const qsizetype first = profile.sections[0].range.from;
        if (first < end
            || (profile.frontMatter && !profile.file.bytes().mid(end, first - end).trimmed().isEmpty()))
            return QStringLiteral("only blank lines stand between the front matter and the first section");
        end = first;
    }
    for (const Section& section : profile.sections) {
        if (section.range.from != end || section.range.to < section.range.from)
            return QStringLiteral("a section begins where the one before ends");
        if (const QString broken = brokenIn(profile, section); !broken.isEmpty())
            return broken;
        end = section.range.to;
    }
    if (!profile.sections.empty() && end != profile.file.size())
        return QStringLiteral("the last section ends with the page");
    return {};
}

} // namespace lectern::test
