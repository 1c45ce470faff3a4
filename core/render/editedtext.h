// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/liquid/engine.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lectern::render {

/// A text with replacements, which still knows where each of its bytes came from.
class EditedText {
public:
    explicit EditedText(const QByteArray& source)
        : m_source(source)
    {
    }

    /// Replaces `length` bytes at `at` of the source. In ascending order, without overlap.
    void replace(qsizetype at, qsizetype length, const QByteArray& by);
    [[nodiscard]] bool isEdited() const { return !m_pieces.empty(); }
    /// The text with all replacements. Call it once, after the last of them.
    [[nodiscard]] QByteArray take();

    /// What Liquid made of the text, with places in the source instead of places in the text: `output` was
    /// rendered from Template {take(), file, offset}.
    void restore(liquid::Output& output, const QString& file, qsizetype offset) const;

private:
    struct Piece {
        qsizetype from = 0; ///< in the text, half-open
        qsizetype to = 0;
        qsizetype sourceFrom = 0;
        qsizetype sourceTo = 0;
        bool isCopy = true;
    };
    void copyUpTo(qsizetype sourceTo);
    [[nodiscard]] std::size_t pieceAt(qsizetype at) const;
    [[nodiscard]] qsizetype sourceOf(qsizetype at, bool isEnd) const;

    QByteArray m_source;
    QByteArray m_text;
    qsizetype m_done = 0; ///< bytes of the source that are in the text already
    std::vector<Piece> m_pieces;
};

} // namespace lectern::render
