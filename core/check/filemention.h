// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/textrange.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace lectern::check {

/// A place in a text of the site that leads to a file: a link, a picture, a value of the front matter, a
/// `url()` of a style.
struct FileMention {
    /// What the written path is relative to.
    enum class Base {
        Here, ///< the place where the text is published
        Root, ///< the site's root: a slash or Liquid stands in front
        Anywhere, ///< what shows the value knows
    };
    QString file; ///< of the text
    TextRange range; ///< of the path as written: without Liquid around it, query and fragment
    QString path; ///< decoded
    Base base = Base::Here;
    bool isMarkdown = false; ///< an address in Markdown's own syntax
    int line = 1;

    // How another path is written in its place.
    QString before = {}; ///< what a path from the site's root needs in front
    bool isNameOnly = false; ///< the value holds no folder
    bool isEncoded = true; ///< an address, not a plain value
    bool operator==(const FileMention&) const = default;
};

/// The mentions of pictures, documents, recordings and archives in a text of the site, by its kind: Markdown
/// and HTML with their front matter, styles, and data (YAML, JSON, BibTeX). Other hosts, commented parts and
/// paths that Liquid puts together are left out.
[[nodiscard]] std::vector<FileMention> fileMentions(const QString& file, const QByteArray& bytes);

/// What stands in the mention's range when it leads to the file at `path` instead.
[[nodiscard]] QByteArray writtenPath(const FileMention& mention, const QString& path);

} // namespace lectern::check
