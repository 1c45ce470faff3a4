// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/document/edit.h"
#include "core/profile/profile.h"

namespace lectern::profile {

/// Plain: a line, a list item or paragraphs. PaperBox: the template's element with a picture beside the text.
enum class PublicationForm { Plain, PaperBox };

/// The form that a publication has; nullopt for other items and for publications in HTML of another kind.
[[nodiscard]] std::optional<PublicationForm> formOf(const Profile& profile, ItemRef ref);

/// Writes a publication in the other form, in the way in which the page's own publications have it. Its text
/// stays as it is, word for word. A box gets `image` and a badge of venue and year; a plain entry loses the
/// picture and keeps a venue that only the badge told. Errors: NoSuchAddress, NotEditable.
[[nodiscard]] Result<Edits> convertItem(
    const Profile& profile, ItemRef ref, PublicationForm form, const QString& image = {});

} // namespace lectern::profile
