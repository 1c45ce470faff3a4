// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"
#include "core/liquid/engine.h"

#include <QString>

#include <vector>

namespace lectern::render {

/// Bytes of a source file.
struct SourcePlace {
    QString file;
    TextRange range;
    bool operator==(const SourcePlace&) const = default;
};

/// Leads from the text that Liquid made back to the files it was made of.
class SegmentMap {
public:
    explicit SegmentMap(std::vector<liquid::Segment> segments) : m_segments(std::move(segments)) {}

    /// Where `range` of the text comes from. Text that a tag made stands for the tag's bytes. A range over several files
    /// is that of the first one's part. An empty place where nothing is known.
    [[nodiscard]] SourcePlace map(TextRange range) const;
    /// The run of a file's own bytes that all of `range` stands in; nullptr where there is more to it.
    [[nodiscard]] const liquid::Segment* runOf(TextRange range) const;

private:
    [[nodiscard]] std::size_t indexAt(qsizetype at) const;

    std::vector<liquid::Segment> m_segments;
};

} // namespace lectern::render
