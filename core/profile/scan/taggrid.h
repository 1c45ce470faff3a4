// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/tags.h"

#include <QHash>

namespace lectern::profile {

/// Where each block element of a page ends, found in one pass. Comments are skipped.
class TagGrid {
public:
    TagGrid(QByteArrayView bytes, TextRange range);

    /// Behind the closing tag of the element whose opening tag begins at `at`; -1 where it is never closed.
    [[nodiscard]] qsizetype end(qsizetype at) const { return m_ends.value(at, -1); }
    /// Begin of its closing tag; -1 where it is never closed.
    [[nodiscard]] qsizetype innerEnd(qsizetype at) const { return m_innerEnds.value(at, -1); }
    /// The first paper box or heading behind `at`: an element that is not closed before it is closed by it.
    [[nodiscard]] qsizetype nextStop(qsizetype at) const;

private:
    void noteStop(QByteArrayView bytes, const HtmlTag& tag);

    QHash<qsizetype, qsizetype> m_ends;
    QHash<qsizetype, qsizetype> m_innerEnds;
    std::vector<qsizetype> m_stops;
    qsizetype m_limit = 0;
};

/// True for the element that the acad-homepage template puts around a publication with a picture.
[[nodiscard]] bool isPaperBox(QByteArrayView bytes, const HtmlTag& tag);

} // namespace lectern::profile
