// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace lectern::app {

/// Bytes as UTF-16 text that knows where each of its units comes from. What is no UTF-8 is a U+FFFD for each such byte, so
/// that every position leads back to the bytes, whatever they are.
class TextProjection {
public:
    explicit TextProjection(QByteArrayView bytes);

    [[nodiscard]] const QString& text() const { return m_text; }
    /// The bytes of the UTF-16 units [from, to).
    [[nodiscard]] TextRange bytes(qsizetype from, qsizetype to) const
    {
        return {m_offsets[size_t(from)], m_offsets[size_t(to)]};
    }

private:
    QString m_text;
    std::vector<qsizetype> m_offsets; // of each unit, and of the end
};

} // namespace lectern::app
