// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/editedtext.h"

#include <algorithm>

namespace lectern::render {

using liquid::Segment;

void EditedText::copyUpTo(qsizetype sourceTo)
{
    if (sourceTo <= m_done)
        return;
    const qsizetype from = m_text.size();
    m_text += QByteArrayView(m_source).sliced(m_done, sourceTo - m_done);
    m_pieces.push_back({ from, m_text.size(), m_done, sourceTo, true });
    m_done = sourceTo;
}

void EditedText::replace(qsizetype at, qsizetype length, const QByteArray& by)
{
    copyUpTo(at);
    const qsizetype from = m_text.size();
    m_text += by;
    m_pieces.push_back({ from, m_text.size(), at, at + length, false });
    m_done = at + length;
}

QByteArray EditedText::take()
{
    if (!isEdited())
        return m_source;
    copyUpTo(m_source.size());
    return m_text;
}

std::size_t EditedText::pieceAt(qsizetype at) const
{
    const auto behind = std::upper_bound(m_pieces.begin(), m_pieces.end(), at,
        [](qsizetype place, const Piece& piece) { return place < piece.from; });
    return std::size_t(std::max<std::ptrdiff_t>(behind - m_pieces.begin() - 1, 0));
}

qsizetype EditedText::sourceOf(qsizetype at, bool isEnd) const
{
    const Piece& piece = m_pieces[pieceAt(isEnd && at > 0 ? at - 1 : at)];
    if (piece.isCopy)
        return piece.sourceFrom + std::clamp<qsizetype>(at - piece.from, 0, piece.to - piece.from);
    return isEnd ? piece.sourceTo : piece.sourceFrom;
}

void EditedText::restore(liquid::Output& output, const QString& file, qsizetype offset) const
{
    if (!isEdited())
        return;
    std::vector<Segment> restored;
    for (const Segment& segment : output.segments) {
        if (segment.file != file) {
            restored.push_back(segment);
            continue;
        }
        const qsizetype from = segment.from - offset;
        const qsizetype to = segment.to - offset;
        if (segment.origin != Segment::Origin::Literal) {
            Segment moved = segment;
            moved.from = offset + sourceOf(from, false);
            moved.to = offset + sourceOf(to, true);
            restored.push_back(moved);
            continue;
        }
        // A literal run may cross replacements: one segment for each piece of it.
        for (std::size_t i = pieceAt(from); i < m_pieces.size() && m_pieces[i].from < to; ++i) {
            const Piece& piece = m_pieces[i];
            const qsizetype begin = std::max(from, piece.from);
            const qsizetype end = std::min(to, piece.to);
            if (begin >= end)
                continue;
            Segment part = segment;
            part.outFrom = segment.outFrom + begin - from;
            part.outTo = segment.outFrom + end - from;
            part.from = offset + (piece.isCopy ? piece.sourceFrom + begin - piece.from : piece.sourceFrom);
            part.to = offset + (piece.isCopy ? piece.sourceFrom + end - piece.from : piece.sourceTo);
            part.origin = piece.isCopy ? Segment::Origin::Literal : Segment::Origin::Tag;
            restored.push_back(part);
        }
    }
    output.segments = std::move(restored);
    for (Diagnostic& found : output.diagnostics) {
        if (found.file == file)
            found.range = { offset + sourceOf(found.range.from - offset, false),
                offset + sourceOf(found.range.to - offset, true) };
    }
}

} // namespace lectern::render
