// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/scan/blocks.h"
#include "core/profile/scan/bytes.h"
#include "core/profile/scan/tags.h"

namespace lectern::profile {

/// Behind the line ending of the line that holds `at`; `limit` where it has none.
[[nodiscard]] qsizetype nextLine(QByteArrayView bytes, qsizetype at, qsizetype limit);
/// The first byte of the line that holds `at`.
[[nodiscard]] qsizetype lineStart(QByteArrayView bytes, qsizetype at);
/// `range` without the line ending at its end.
[[nodiscard]] TextRange withoutLineEnding(QByteArrayView bytes, TextRange range);

/// The marker of a list item at a line's start: bytes up to its content, with the blanks before; 0 where
/// there is none.
[[nodiscard]] qsizetype listMarkerLength(QByteArrayView bytes, qsizetype at, qsizetype lineEnd);

struct Line {
    TextRange range; ///< with its ending
    TextRange text; ///< without it
    int indent = 0;
    bool blank = false;
};

/// True for an element with headings that name sections on lines of their own (`<h1>`, `<h2>`, in a
/// `<section>` any), and for `<details>` that a year names.
[[nodiscard]] bool holdsSections(
    QByteArrayView bytes, const HtmlTag& tag, TextRange inside, const HeadingTest& namesSection);

/// What each line of a page is by itself.
class LineReader {
public:
    LineReader(QByteArrayView bytes, qsizetype end)
        : m_bytes(bytes)
        , m_end(end)
    {
    }

    [[nodiscard]] Line lineAt(qsizetype at) const;
    [[nodiscard]] QByteArrayView rest(const Line& line) const
    {
        return slice(m_bytes, trimmed(m_bytes, line.text));
    }
    /// What kind of block a line begins; Paragraph where nothing else does.
    [[nodiscard]] BlockKind kindOf(const Line& line) const;
    [[nodiscard]] static bool isRule(QByteArrayView text);
    [[nodiscard]] static bool isRemark(QByteArrayView text);
    /// "====" or "---" below a heading's words.
    [[nodiscard]] static bool isUnderline(QByteArrayView text);
    [[nodiscard]] BlockKind kindOfTag(qsizetype at, const Line& line) const;
    [[nodiscard]] qsizetype commentEnd(qsizetype at) const;
    /// End of a comment that begins a line right behind an item's and is no item itself; 0 for any other.
    [[nodiscard]] qsizetype remarkEnd(const Line& item, const Line& line) const;
    /// Begin of `</h2>` on the heading's own line; 0 where it is not there.
    [[nodiscard]] qsizetype headingClose(const HtmlTag& tag, const Line& line) const;
    [[nodiscard]] QByteArray anchorId(const Line& line) const;

private:
    QByteArrayView m_bytes;
    qsizetype m_end;
    mutable qsizetype m_noComment = -1; ///< no comment ends behind it
};

} // namespace lectern::profile
