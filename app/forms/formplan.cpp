// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/forms/formplan.h"

#include <algorithm>

namespace lectern::app {

namespace {

using profile::FieldId;
using profile::ItemKind;

using Line = std::vector<FieldId>;

const std::vector<Line>& usualLines(ItemKind kind)
{
    static const std::vector<Line> publication {{FieldId::Title}, {FieldId::Url}, {FieldId::Authors},
        {FieldId::Venue, FieldId::Year, FieldId::Ranks}, {FieldId::Date}, {FieldId::Links}, {FieldId::Image},
        {FieldId::Note}, {FieldId::Text}};
    static const std::vector<Line> review {{FieldId::Venue, FieldId::Year}, {FieldId::Role}, {FieldId::Url}, {FieldId::Text}};
    static const std::vector<Line> other {{FieldId::Date, FieldId::Place}, {FieldId::Title}, {FieldId::Role},
        {FieldId::Text}, {FieldId::Url}};
    return kind == ItemKind::Publication ? publication : kind == ItemKind::Review ? review : other;
}

const std::vector<Line>& rareLines()
{
    static const std::vector<Line> lines {{FieldId::Status, FieldId::Award}, {FieldId::Badge, FieldId::Place},
        {FieldId::Venue, FieldId::Year}, {FieldId::Authors}, {FieldId::Ranks}, {FieldId::Role}, {FieldId::Links},
        {FieldId::Image}, {FieldId::ImageAlt}, {FieldId::ScholarId}, {FieldId::Highlights}, {FieldId::Note},
        {FieldId::Abstract}, {FieldId::Title}, {FieldId::Date}, {FieldId::Url}, {FieldId::Text}};
    return lines;
}

PlannedField planned(const profile::Field& field, bool alone)
{
    PlannedField place {field.id, field.shape, 2, 0};
    if (field.id == FieldId::Year)
        place = {field.id, field.shape, 0, 76};
    else if (field.id == FieldId::Date && !alone)
        place = {field.id, field.shape, 0, 190};
    else if (field.id == FieldId::Ranks)
        place.stretch = 3;
    return place;
}

} // namespace

std::vector<PlannedRow> formPlan(ItemKind kind, const std::vector<profile::Field>& fields)
{
    std::vector<PlannedRow> rows;
    std::vector<FieldId> placed;
    const auto place = [&](const Line& line, bool rare) {
        std::vector<const profile::Field*> present;
        for (const FieldId id : line) {
            const auto found = std::find_if(fields.begin(), fields.end(), [id](const auto& field) { return field.id == id; });
            if (found != fields.end() && std::find(placed.begin(), placed.end(), id) == placed.end()) {
                present.push_back(&*found);
                placed.push_back(id);
            }
        }
        PlannedRow row {{}, rare};
        for (const profile::Field* field : present)
            row.fields.push_back(planned(*field, present.size() == 1));
        if (!row.fields.empty())
            rows.push_back(std::move(row));
    };
    for (const Line& line : usualLines(kind))
        place(line, false);
    for (const Line& line : rareLines())
        place(line, true);
    return rows;
}

} // namespace lectern::app
