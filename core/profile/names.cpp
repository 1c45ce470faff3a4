// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile.h"

#include <array>
#include <utility>

namespace lectern::profile {
namespace {

constexpr std::array<std::pair<SectionKind, const char*>, 11> kindNames {{
    {SectionKind::About, "about"},
    {SectionKind::News, "news"},
    {SectionKind::Publications, "publications"},
    {SectionKind::Honors, "honors"},
    {SectionKind::Education, "education"},
    {SectionKind::Reviewing, "reviewing"},
    {SectionKind::Talks, "talks"},
    {SectionKind::Experience, "experience"},
    {SectionKind::Teaching, "teaching"},
    {SectionKind::Projects, "projects"},
    {SectionKind::Custom, "custom"},
}};

constexpr std::array<std::pair<FieldId, const char*>, 20> fieldNames {{
    {FieldId::Title, "title"},
    {FieldId::Url, "url"},
    {FieldId::Authors, "authors"},
    {FieldId::Venue, "venue"},
    {FieldId::Year, "year"},
    {FieldId::Date, "date"},
    {FieldId::Status, "status"},
    {FieldId::Ranks, "ranks"},
    {FieldId::Award, "award"},
    {FieldId::Note, "note"},
    {FieldId::Image, "image"},
    {FieldId::ImageAlt, "imageAlt"},
    {FieldId::Badge, "badge"},
    {FieldId::Links, "links"},
    {FieldId::ScholarId, "scholarId"},
    {FieldId::Abstract, "abstract"},
    {FieldId::Highlights, "highlights"},
    {FieldId::Text, "text"},
    {FieldId::Place, "place"},
    {FieldId::Role, "role"},
}};

} // namespace

QLatin1StringView name(SectionKind kind)
{
    for (const auto& [value, text] : kindNames) {
        if (value == kind)
            return QLatin1StringView(text);
    }
    return {};
}

QLatin1StringView name(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Text:
        return QLatin1StringView("text");
    case ItemKind::Dated:
        return QLatin1StringView("dated");
    case ItemKind::Publication:
        return QLatin1StringView("publication");
    case ItemKind::Review:
        return QLatin1StringView("review");
    case ItemKind::Raw:
        break;
    }
    return QLatin1StringView("raw");
}

QLatin1StringView name(FieldId id)
{
    for (const auto& [value, text] : fieldNames) {
        if (value == id)
            return QLatin1StringView(text);
    }
    return {};
}

std::optional<SectionKind> sectionKind(QStringView text)
{
    for (const auto& [value, known] : kindNames) {
        if (text == QLatin1StringView(known))
            return value;
    }
    return std::nullopt;
}

std::optional<FieldId> fieldId(QStringView text)
{
    for (const auto& [value, known] : fieldNames) {
        if (text == QLatin1StringView(known))
            return value;
    }
    return std::nullopt;
}

} // namespace lectern::profile
