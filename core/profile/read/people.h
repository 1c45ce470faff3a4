// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/profile.h"
#include "core/profile/read/personname.h"
#include "core/profile/scan/inline.h"

namespace lectern::profile {

/// A list of names as it stands in the bytes.
struct AuthorRun {
    TextRange range; ///< from the first name to the last, marks included
    std::vector<TextRange> parts;
    int names = 0; ///< of the parts, how many are names and not "et al."
    qsizetype behind = 0; ///< where the text goes on behind the list and its full stop or colon
    bool found = false;
    bool alone = false; ///< the scope holds nothing else
    bool introduced = false; ///< "with", "by" or "Authors:" stands before it
};

/// The first list of names in a scope (a segment, or what is left of one behind the title).
[[nodiscard]] AuthorRun findAuthors(QByteArrayView bytes, TextRange scope);

/// One author as written.
struct AuthorPart {
    Author author;
    TextRange name; ///< bytes of the name where they are in one piece; else empty
    TextRange marked; ///< with the owner's emphasis around; equal to name for others
    TextRange marks; ///< of the first to the last mark behind the name
    bool supMarks = false;
};
[[nodiscard]] AuthorPart readAuthor(QByteArrayView bytes, TextRange part);

/// All authors of a list; where every name is emphasised alike none of them is the owner.
[[nodiscard]] std::vector<Author> readAuthors(QByteArrayView bytes, const std::vector<TextRange>& parts);

/// "Ann Bee, Carl Dee (Hg.): Collection": they made the book, not the chapter.
[[nodiscard]] bool areEditors(QByteArrayView bytes, const AuthorRun& run, TextRange item);
/// "Bee, A. (2025). …"
[[nodiscard]] bool beginsAsReference(QByteArrayView text);

} // namespace lectern::profile
