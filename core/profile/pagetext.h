// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/edit.h"

#include <QHash>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace lectern::profile {

/// A page whose text stands in several files, as one text: where a line holds nothing but `{%
/// include_relative file.md %}` (or an include of a Markdown file), the file's text stands instead of it.
/// Sections and items are read from this text and edits are made of it; each edit then goes to the file that
/// its bytes come from.
class PageText {
public:
    /// The bytes of a file of the site by its relative path; nullopt where there is none.
    using Read = std::function<std::optional<QByteArray>(const QString& file)>;
    /// A position in a file.
    struct Place {
        QString file;
        qsizetype at = 0;
        bool operator==(const Place&) const = default;
    };

    PageText() = default;
    /// `page` is the page's path relative to the site. What cannot be read, is included twice, or includes
    /// itself stays the tag that it is.
    [[nodiscard]] static PageText compose(const QString& page, const QByteArray& bytes, const Read& read);

    /// The whole text; the page's own bytes where it includes nothing.
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }
    /// The files that the text stands in, the page first.
    [[nodiscard]] QStringList files() const { return m_files; }
    /// A file's own bytes, as they were when the text was put together.
    [[nodiscard]] QByteArray fileBytes(const QString& file) const { return m_contents.value(file); }

    /// Where a byte of the text stands. At the seam of two files it is the included one that counts.
    [[nodiscard]] Place placeOf(qsizetype at) const;
    /// Where a byte of a file stands in the text; -1 inside a tag that its file's text stands for.
    [[nodiscard]] qsizetype positionOf(const Place& place) const;
    /// A range of the text in the file that its first byte comes from, cut where another file begins.
    [[nodiscard]] std::pair<QString, TextRange> rangeOf(TextRange range) const;
    /// Edits of the text as edits of its files, the page's first.
    [[nodiscard]] Change changeFor(const Edits& edits) const;

private:
    /// A run of bytes of one file.
    struct Part {
        TextRange range; ///< in the text
        int file = 0;
        qsizetype from = 0; ///< in the file
        int depth = 0;
    };

    void append(
        const QString& file, const QByteArray& bytes, const QString& folder, const Read& read, int depth);
    [[nodiscard]] static size_t partFor(const std::vector<Part>& parts, TextRange range);
    [[nodiscard]] static Edit atSeam(const std::vector<Part>& parts, const Edit& edit);

    QByteArray m_bytes;
    QStringList m_files;
    QHash<QString, QByteArray> m_contents;
    std::vector<Part> m_parts;
};

} // namespace lectern::profile
