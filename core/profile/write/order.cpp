// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/intentions.h"

#include "core/profile/scan/bytes.h"
#include "core/profile/scan/lines.h"
#include "core/profile/write/placing.h"

#include <algorithm>

namespace lectern::profile {

Result<Edits> sortItems(const Profile& profile, int section, SortOrder order)
{
    if (section < 0 || section >= int(profile.sections.size()))
        return Error { ErrorCode::NoSuchAddress, {}, {} };
    const QByteArray& bytes = profile.file.bytes();
    const auto& items = profile.sections[size_t(section)].items;
    EditList edits(bytes);
    for (size_t first = 0; first < items.size();) {
        size_t last = first + 1;
        while (last < items.size() && items[last].group == items[first].group
            && items[last].hidden == items[first].hidden)
            ++last;
        // Items without a date go with the dated one before them.
        std::vector<std::pair<DateSpan::Day, std::vector<size_t>>> runs;
        for (size_t i = first; i < last; ++i) {
            const DateSpan& when = items[i].when;
            if (when.start || runs.empty())
                runs.push_back({ when.end.value_or(when.start.value_or(DateSpan::Day { 9999, 0, 0 })), {} });
            if (when.start && when.ongoing)
                runs.back().first = { 9998, 0, 0 };
            runs.back().second.push_back(i);
        }
        std::stable_sort(runs.begin(), runs.end(), [&](const auto& a, const auto& b) {
            return order == SortOrder::NewestFirst ? a.first > b.first : a.first < b.first;
        });
        size_t place = first;
        for (const auto& run : runs) {
            for (const size_t source : run.second) {
                const TextRange target = withoutLineEnding(bytes, items[place].range);
                edits.replace(
                    target, slice(bytes, withoutLineEnding(bytes, items[source].range)).toByteArray());
                ++place;
            }
        }
        first = last;
    }
    return edits.edits();
}

} // namespace lectern::profile
