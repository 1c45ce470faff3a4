// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "core/publish/export.h"

#include <QString>

#include <vector>

namespace lectern::app {

/// A line of the review: what changed, in which file, and the edits that take it back.
struct ReviewRow {
    QString file;
    QString words;
    Edits takeBack; ///< of the file's present text
    TextRange before; ///< where it shows in the text as opened; an empty one where it would stand
    TextRange after; ///< and in the present one
};

/// What the workspace would export: rows in words and, per file, the text before and after.
struct Review {
    std::vector<ReviewRow> rows;
    std::vector<publish::EditedFile> files;
};

/// What changed between two texts of a file, in words.
[[nodiscard]] QStringList fileChangeWords(const QString& path, const QByteArray& before, const QByteArray& after);

/// The changes of every file that differs from what was opened or last exported.
[[nodiscard]] Review reviewOf(Workspace& workspace);

} // namespace lectern::app
