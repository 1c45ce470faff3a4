// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace lectern::site {

/// A file split as Jekyll splits it (Document::YAML_FRONT_MATTER_REGEXP): blank lines behind the closing fence belong to
/// neither part.
struct PageSource {
    bool hasFrontMatter = false;
    QByteArray yaml; ///< from the opening fence up to the closing one
    QByteArray content;
    qsizetype contentOffset = 0; ///< byte of the file at which `content` begins
};
/// A byte order mark is dropped, as Jekyll drops it on reading.
[[nodiscard]] PageSource splitPage(const QByteArray& bytes);

/// Whether a file is a page for Jekyll (Utils.has_yaml_header?): its first line is three hyphens and white space. A byte
/// order mark makes it none.
[[nodiscard]] bool hasYamlHeader(QByteArrayView bytes);

} // namespace lectern::site
