// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/check/filemention.h"
#include "core/site/filesource.h"

#include <functional>

namespace lectern::check {

/// A file that the site names and that does not exist.
struct MissingFile {
    QString path; ///< from the site's root, as far as the mentions tell
    std::vector<FileMention> mentions;
    QString likely; ///< the one file of the site that has a like name; empty where none or several have
    bool operator==(const MissingFile&) const = default;
};

/// A picture or a PDF that nothing in the site names.
struct UnusedFile {
    QString path;
    qint64 size = 0;
    bool isWritten = true; ///< false: it is part of the edits, not on the disk yet
    bool operator==(const UnusedFile&) const = default;
};

struct FileSurvey {
    std::vector<MissingFile> missing; ///< sorted by path
    std::vector<UnusedFile> unused; ///< sorted by path
    bool operator==(const FileSurvey&) const = default;
};

/// Looks through all texts of a site. Missing is what a published page, a layout, an include, a data file, a
/// style or the configuration leads to and what is not there. Unused is only what no text of the repository
/// names, in whatever way: rather too few than one too many. `isStopped` ends the work early.
[[nodiscard]] FileSurvey surveyFiles(
    const site::FileSource& files, const std::function<bool()>& isStopped = {});

} // namespace lectern::check
