// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site/filesource.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lectern::site {

/// The language that a word in a file's name, a folder or the front matter means: "zh", "cn", "zh-CN" and
/// "chinese" are all "zh", "tw" is "zh-TW". Empty for any other word.
[[nodiscard]] QString languageOf(QStringView word);

/// A page in one language.
struct PageVersion {
    QString page; ///< path of its file
    QString language; ///< "en", "zh", "zh-TW"…; empty where nothing tells it
    QString title; ///< of its front matter; may be empty
    bool operator==(const PageVersion&) const = default;
};

/// The pages of a site, those together that are one page in several languages, in the order of `pages`. Told
/// by a name that is shared in the front matter ("ref", "page_id", "lang-ref"…), or by paths or addresses
/// that differ by a language alone: "about.md" and "about_zh.md", "index.md" and "zh/index.md", "/cv/" and
/// "/zh/cv/". No language comes twice.
[[nodiscard]] std::vector<std::vector<PageVersion>> pageVersions(
    const FileSource& files, const QStringList& pages);

} // namespace lectern::site
