// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/segmentmap.h"

#include <algorithm>

namespace lectern::render {

namespace {

qsizetype placeOf(const liquid::Segment& segment, qsizetype at, bool isEnd)
{
    if (segment.origin == liquid::Segment::Origin::Literal)
        return segment.from + std::clamp<qsizetype>(at - segment.outFrom, 0, segment.to - segment.from);
    return isEnd ? segment.to : segment.from;
}

} // namespace

std::size_t SegmentMap::indexAt(qsizetype at) const
{
    const auto behind = std::upper_bound(m_segments.begin(), m_segments.end(), at,
        [](qsizetype place, const liquid::Segment& segment) { return place < segment.outFrom; });
    return std::size_t(std::max<std::ptrdiff_t>(behind - m_segments.begin() - 1, 0));
}

const liquid::Segment* SegmentMap::runOf(TextRange range) const
{
    if (m_segments.empty())
        return nullptr;
    const liquid::Segment& segment = m_segments[indexAt(range.from)];
    const bool holdsAll = segment.outFrom <= range.from && range.to <= segment.outTo;
    return holdsAll && segment.origin == liquid::Segment::Origin::Literal ? &segment : nullptr;
}

SourcePlace SegmentMap::map(TextRange range) const
{
    if (m_segments.empty())
        return {};
    const std::size_t first = indexAt(range.from);
    // Nearly every range stands in one segment.
    const bool isInFirst = range.isEmpty() || range.to <= m_segments[first].outTo;
    const std::size_t last = isInFirst ? first : std::max(first, indexAt(range.to - 1));
    SourcePlace place { m_segments[first].file, {} };
    place.range.from = placeOf(m_segments[first], range.from, false);
    place.range.to = placeOf(m_segments[first], range.to, true);
    for (std::size_t i = last; i > first; --i) {
        if (m_segments[i].file == place.file) {
            place.range.to = std::max(place.range.from, placeOf(m_segments[i], range.to, true));
            break;
        }
    }
    return place;
}

} // namespace lectern::render
