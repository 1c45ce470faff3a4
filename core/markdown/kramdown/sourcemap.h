// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace lectern::markdown {

/// Where the bytes of a re-assembled text stand in the source. List items, quotes and footnotes are read from lines
/// that lost their indentation; each such line adds one entry.
class SourceMap {
public:
    /// From `at` on, bytes come from `source` on. Calls must come with growing `at`.
    void add(std::size_t at, qsizetype source)
    {
        if (!m_pieces.empty()) {
            const Piece& last = m_pieces.back();
            if (source - last.source == qsizetype(at - last.at))
                return;
            if (last.at == at) {
                m_pieces.back().source = source;
                return;
            }
        }
        m_pieces.push_back({at, source});
    }

    /// Entries for `length` bytes that come from `begin` on in another text.
    void addRange(std::size_t at, const SourceMap& from, std::size_t begin, std::size_t length)
    {
        add(at, from.toSource(begin));
        auto piece = std::upper_bound(from.m_pieces.begin(), from.m_pieces.end(), begin,
            [](std::size_t value, const Piece& other) { return value < other.at; });
        for (; piece != from.m_pieces.end() && piece->at < begin + length; ++piece)
            add(at + (piece->at - begin), piece->source);
    }

    /// Source position of the byte at `at`.
    [[nodiscard]] qsizetype toSource(std::size_t at) const
    {
        if (m_pieces.size() == 1)
            return m_pieces.front().source + qsizetype(at - m_pieces.front().at);
        auto after = std::upper_bound(m_pieces.begin(), m_pieces.end(), at,
            [](std::size_t value, const Piece& piece) { return value < piece.at; });
        if (after == m_pieces.begin())
            return m_pieces.empty() ? 0 : m_pieces.front().source;
        const qsizetype source = (after - 1)->source + qsizetype(at - (after - 1)->at);
        // Inserted blanks (a tab's expansion) have no bytes of their own: never run past what follows them.
        if (after != m_pieces.end() && after->source >= (after - 1)->source)
            return std::min(source, after->source);
        return source;
    }

    /// Source position just behind the byte before `at`: the end of a range that ends at `at`.
    [[nodiscard]] qsizetype endToSource(std::size_t at) const { return at == 0 ? toSource(0) : toSource(at - 1) + 1; }

private:
    struct Piece {
        std::size_t at;
        qsizetype source;
    };
    std::vector<Piece> m_pieces;
};

/// A text with its origin: byte i of `text` stands in the source where `map` says for `base + i`.
struct Chunk {
    std::string_view text;
    const SourceMap* map = nullptr;
    std::size_t base = 0;

    [[nodiscard]] Chunk sub(std::size_t from, std::size_t length = std::string_view::npos) const
    {
        return {text.substr(from, length), map, base + from};
    }
    [[nodiscard]] qsizetype toSource(std::size_t at) const { return map->toSource(base + at); }
    [[nodiscard]] qsizetype endToSource(std::size_t at) const
    {
        return at == 0 ? toSource(0) : map->toSource(base + at - 1) + 1;
    }
};

} // namespace lectern::markdown
